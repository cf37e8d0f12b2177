//go:build unix

package store

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// The test itself is the process that is killed: with these variables it writes
// three files into a folder, over and over.
const (
	childDir   = "STORE_TEST_DIR"
	childNamed = "STORE_TEST_NAMED"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(childDir); dir != "" {
		fmt.Fprintln(os.Stderr, writeForever(dir, os.Getenv(childNamed) != ""))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// pattern is what the files hold in one round: its number, many times.
func pattern(round int) []byte { return bytes.Repeat([]byte{byte(round)}, 64<<10) }

func writeForever(dir string, named bool) error {
	for round := 0; ; round++ {
		s := Set{named: named}
		for i := range 3 {
			f, err := s.Create(filepath.Join(dir, fmt.Sprint(i)))
			if err != nil {
				return err
			}
			if _, err := f.WriteAt(pattern(round), 0); err != nil {
				return err
			}
		}
		if err := s.Commit(); err != nil {
			return err
		}
	}
}

// Whatever the moment at which a process is killed, a name stands for a whole
// file or for none, and after Sweep there is nothing else.
func TestKilled(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, named := range []string{"", "named"} {
		left, wrote := 0, 0
		for range 30 {
			dir := t.TempDir()
			after := time.Duration(rand.Int64N(int64(60 * time.Millisecond)))
			ctx, cancel := context.WithTimeout(context.Background(), after)
			cmd := exec.CommandContext(ctx, self)
			cmd.Env = append(os.Environ(), childDir+"="+dir, childNamed+"="+named)
			if said, _ := cmd.CombinedOutput(); len(said) > 0 {
				t.Fatalf("%s", said)
			}
			cancel()
			left += len(Sweep(dir))
			names, err := filepath.Glob(filepath.Join(dir, "*"))
			if err != nil {
				t.Fatal(err)
			}
			for _, path := range names {
				data, err := os.ReadFile(path)
				if err != nil || len(data) == 0 || !bytes.Equal(data, pattern(int(data[0]))) {
					t.Errorf("%s killed after %v: %s is torn: %d bytes, %v", named, after, path, len(data), err)
				}
			}
			if all, err := os.ReadDir(dir); err != nil || len(all) != len(names) {
				t.Errorf("%s killed after %v: beside %q there is more: %v, %v", named, after, names, all, err)
			}
			wrote += len(names)
		}
		if wrote == 0 {
			t.Error("no process lived long enough to write a file")
		}
		t.Logf("named %q: %d files stood, %d were left to be swept", named, wrote, left)
	}
}
