package main

import (
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"

	"mappe/internal/guest"
	"mappe/locales"
)

var update = flag.Bool("update", false, "rewrite the files that scripts compare with")

// examples is the folder of the cases that a newcomer can run.
var examples, _ = filepath.Abs("../../examples")

// The tests run the real binary, built once and found first in PATH. Built
// without the race detector, under which drawing a packet takes eight times as
// long; the packages' own tests run with it.
func TestMain(m *testing.M) {
	guest.Main()
	flag.Parse()
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if err := os.Unsetenv(name); err != nil {
			panic(err)
		}
	}
	code, err := withBinary(m.Run)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}

func withBinary(tests func() int) (int, error) {
	dir, err := os.MkdirTemp("", "mappe-test-")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	build := exec.Command("go", "build", "-race=false", "-buildvcs=false", "-o", filepath.Join(dir, "mappe"), ".")
	if out, err := build.CombinedOutput(); err != nil {
		return 0, fmt.Errorf("go build: %w\n%s", err, out)
	}
	if err := os.Setenv("PATH", dir+string(filepath.ListSeparator)+os.Getenv("PATH")); err != nil {
		return 0, err
	}
	return tests(), nil
}

// The scripts are all verbs and every error that a user can provoke. Beside
// testscript's own commands they have
//
//	exits CODE COMMAND…   runs a command that ends with this code
//	fails CODE COMMAND…   so too, and the command changes no file, adds none
//	                      and leaves none behind, temporary ones included
//	example NAME FOLDER   copies an example case
//	book FOLDER [WHEN]    copies mappe's own rule book; "then": as of 2026; "row": and a row more
//	replace FILE OLD NEW  writes NEW for OLD, which must be in the file
//	bytes FILE TEXT       writes a file; \x00 and the like stand for bytes
//	cut FILE BYTES        keeps the beginning of a file
//	form FILE [KIND]      writes a PDF form of every type of field; "large", "packed", "signed",
//	                      "xfa", "hybrid", "rights", "scan" without fields
//	private FILE…         the files can be read by their owner alone
//
// and the conditions tools: qpdf and poppler are installed; spoken:TAG: there are
// messages in that language. The computer is set to no language.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":   exits,
			"fails":   fails,
			"example": example,
			"book":    book,
			"replace": replace,
			"bytes":   write,
			"cut":     cut,
			"private": private,
			"form":    form,
		},
		Condition: func(name string) (bool, error) {
			if tag, ok := strings.CutPrefix(name, "spoken:"); ok {
				return slices.Contains(locales.Tags(), tag), nil
			}
			if name != "tools" {
				return false, fmt.Errorf("unknown condition %q", name)
			}
			missing := missingTools()
			if len(missing) > 0 && os.Getenv("CI") == "true" {
				return false, fmt.Errorf("not installed: %q", missing)
			}
			return len(missing) == 0, nil
		},
	})
}

// missingTools are those with which PDFs are made and read here that are not
// installed.
func missingTools() (missing []string) {
	for _, tool := range []string{"qpdf", "pdfinfo", "pdftotext"} {
		if _, err := exec.LookPath(tool); err != nil {
			missing = append(missing, tool)
		}
	}
	return missing
}

// needTools skips a test where tools are missing; in CI it fails.
func needTools(t *testing.T) {
	t.Helper()
	missing := missingTools()
	switch {
	case len(missing) > 0 && os.Getenv("CI") == "true":
		t.Fatalf("not installed: %q", missing)
	case len(missing) > 0:
		t.Skipf("not installed: %q", missing)
	}
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	err = ts.Exec(args[1], args[2:]...)
	if failed, ok := errors.AsType[*exec.ExitError](err); ok {
		got = failed.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

func fails(ts *testscript.TestScript, neg bool, args []string) {
	before := tree(ts)
	exits(ts, neg, args)
	if diff := cmp.Diff(before, tree(ts)); diff != "" {
		ts.Fatalf("the command changed files (-before +after):\n%s", diff)
	}
}

// tree is every file below the script's folder with what it holds.
func tree(ts *testscript.TestScript) map[string]string {
	files := map[string]string{}
	root := ts.Getenv("WORK")
	ts.Check(filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(root, path)
		files[name] = d.Type().String()
		if d.Type().IsRegular() {
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			files[name] = fmt.Sprintf("%d bytes, %x", len(data), sha256.Sum256(data))
		}
		return nil
	}))
	return files
}

func example(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: example NAME FOLDER")
	}
	ts.Check(os.CopyFS(ts.MkAbs(args[1]), os.DirFS(filepath.Join(examples, args[0]))))
}

func write(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: bytes FILE TEXT")
	}
	text, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o600))
}

func replace(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: replace FILE OLD NEW")
	}
	was := ts.ReadFile(args[0])
	is := strings.ReplaceAll(was, args[1], args[2])
	if was == is {
		ts.Fatalf("%s: %q is not in it", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(is), 0o644))
}

func cut(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: cut FILE BYTES")
	}
	n, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	ts.Check(os.Truncate(ts.MkAbs(args[0]), n))
}

func private(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: private FILE…")
	}
	for _, name := range args {
		info, err := os.Stat(ts.MkAbs(name))
		ts.Check(err)
		if mode := info.Mode().Perm(); mode != 0o600 {
			ts.Fatalf("%s: mode %o, want 600", name, mode)
		}
	}
}

// Every verb has scripts: a new one is not forgotten.
func TestEveryVerbHasScripts(t *testing.T) {
	for _, c := range newRoot(&options{}).Commands() {
		verb := c.Name()
		if c.Run == nil && c.RunE == nil || slices.Contains([]string{"help"}, verb) {
			continue // a help topic
		}
		scripts, err := filepath.Glob("testdata/script/" + verb + "_*.txtar")
		if err != nil || len(scripts) == 0 {
			t.Errorf("%s: no testdata/script/%s_*.txtar", verb, verb)
		}
	}
}
