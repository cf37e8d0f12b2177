package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// reading is a reader by a function.
type reading func(p []byte) (int, error)

func (f reading) Read(p []byte) (int, error) { return f(p) }

// Somebody edits the file while it is asked: both the edit and the answer are
// in it. It keeps its mode, also behind a link.
func TestAskMeanwhile(t *testing.T) {
	dir := t.TempDir()
	path, link := filepath.Join(dir, "case.yaml"), filepath.Join(dir, "link.yaml")
	if err := os.WriteFile(path, []byte("mappe: 1\n"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("case.yaml", link); err != nil {
		t.Fatal(err)
	}
	lines := []string{"extend\n", "4\n"}
	typed := reading(func(p []byte) (int, error) {
		if len(lines) == 0 {
			return 0, io.EOF
		}
		if len(lines) == 1 {
			src, err := os.ReadFile(path)
			if err != nil {
				return 0, err
			}
			if err := os.WriteFile(path, append(src, "filing: paper # by Ida\n"...), 0o640); err != nil {
				return 0, err
			}
		}
		n := copy(p, lines[0])
		lines = lines[1:]
		return n, nil
	})
	var stdout, stderr bytes.Buffer
	if code := run([]string{"ask", link, "--on", "2026-11-22"}, typed, &stdout, &stderr); code != exitUndecided {
		t.Fatalf("exit %d\n%s", code, &stderr)
	}
	if want := "The file has been changed meanwhile."; strings.Count(stderr.String(), want) != 1 {
		t.Errorf("not told once: %q\n%s", want, &stderr)
	}
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want := "mappe: 1\ngoal: extend\nfiling: paper # by Ida\napplicants:\n- id: applicant\n  permit:\n    basis: accompanying-family\n"
	if string(src) != want {
		t.Errorf("got\n%s\nwant\n%s", src, want)
	}
	info, err := os.Lstat(path)
	if err != nil || info.Mode() != 0o640 {
		t.Errorf("mode %v, %v; want 640", info.Mode(), err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is %v, %v", info.Mode(), err)
	}
	left, err := filepath.Glob(filepath.Join(dir, ".*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %q, %v", left, err)
	}
}
