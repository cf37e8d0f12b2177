package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"mappe/locales"
)

// The same case gives the same bytes, whichever process makes them and however
// many processors it has: lists, blank ones, and packets with their holes.
func TestSameBytes(t *testing.T) {
	cases, err := filepath.Glob(filepath.Join(examples, "*", "case.yaml"))
	if err != nil || len(cases) < 5 {
		t.Fatal(cases, err)
	}
	for _, lang := range locales.Authoritative() {
		same(t, lang+"/blank", "list", "--form", "OD2/D", "--blank", "--lang", lang, "-o", "list.pdf")
		for _, path := range cases {
			name := lang + "/" + filepath.Base(filepath.Dir(path))
			same(t, name+"/list", "list", path, "--lang", lang, "-o", "list.pdf")
			if filed[filepath.Base(filepath.Dir(path))] != nil {
				same(t, name+"/packet", "packet", path, "--lang", lang, "-o", ".")
			}
		}
	}
}

// same runs the command with one processor and with two, in folders of their
// own, and compares what it writes there.
func same(t *testing.T, name string, args ...string) {
	t.Run(name, func(t *testing.T) {
		t.Parallel()
		var one map[string][]byte
		for _, processors := range []string{"1", "2"} {
			cmd := exec.Command("mappe", append(args, "--on", "2026-11-22")...)
			cmd.Dir = t.TempDir()
			cmd.Env = append(os.Environ(), "GOMAXPROCS="+processors)
			said, err := cmd.CombinedOutput()
			if failed := (*exec.ExitError)(nil); err != nil && !(errors.As(err, &failed) && failed.ExitCode() == exitHoles) {
				t.Fatalf("mappe %q: %v\n%s", args, err, said)
			}
			written, err := filepath.Glob(filepath.Join(cmd.Dir, "*.pdf"))
			if err != nil || len(written) == 0 {
				t.Fatalf("mappe %q wrote nothing: %v\n%s", args, err, said)
			}
			files := map[string][]byte{}
			for _, path := range written {
				if files[filepath.Base(path)], err = os.ReadFile(path); err != nil {
					t.Fatal(err)
				}
			}
			if one == nil {
				one = files
			}
			for file, data := range files {
				if !bytes.Equal(data, one[file]) {
					t.Errorf("%s: %d bytes with one processor, %d others with two", file, len(one[file]), len(data))
				}
			}
		}
	})
}
