//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// writers are the commands that write, each with the file that it replaces: in
// a folder out that is told.
func writers(out string) map[string][]string {
	file := func(name string) string { return filepath.Join(out, name) }
	profile := filepath.Join(examples, "mf4-family", "case.yaml")
	return map[string][]string{
		file(filed["mf4-family"][0]): {"mappe", "packet", profile, "--on", "2026-11-22", "-o", out},
		file("list.pdf"):             {"mappe", "list", profile, "--on", "2026-11-22", "-o", file("list.pdf")},
		file("case.ics"):             {"mappe", "calendar", profile, "--on", "2026-11-22", "-o", file("case.ics")},
		file("case.yaml"):            {"mappe", "ask", file("case.yaml"), "--on", "2026-11-22"},
	}
}

// refused fails unless a command has ended with 1, has named the file and, as a
// remedy, the folder, and has left the old file and nothing else.
func refused(t *testing.T, said []byte, code int, path, why, remedy string) {
	t.Helper()
	lines := strings.Split(strings.TrimSuffix(string(said), "\n"), "\n")
	if code != exitFailed || len(lines) < 2 {
		t.Fatalf("%s: exit code %d\n%s", path, code, said)
	}
	lines = lines[len(lines)-2:] // the interview has said more
	if want := "mappe: " + path + ": cannot be written: " + why; lines[0] != want {
		t.Errorf("said %q, want %q", lines[0], want)
	}
	if !strings.HasPrefix(lines[1], "mappe: hint: ") || !strings.Contains(lines[1], remedy) {
		t.Errorf("%s: the hint is %q", path, lines[1])
	}
}

// old are what the files of the writers hold before; the interview goes on from
// a profile, to which it has to write.
func old(t *testing.T, out string) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for path := range writers(out) {
		texts[path] = "mappe: 1 # " + strings.Repeat("old ", 100) + "\n"
		if err := os.WriteFile(path, []byte(texts[path]), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return texts
}

// stays fails unless the folder holds the old files and nothing else.
func stays(t *testing.T, out string, old map[string]string) {
	t.Helper()
	entries, err := os.ReadDir(out)
	if err != nil || len(entries) != len(old) {
		t.Errorf("the folder has %v, %v", entries, err)
	}
	for path, text := range old {
		if got, err := os.ReadFile(path); err != nil || string(got) != text {
			t.Errorf("%s is %q, %v", path, got, err)
		}
	}
}

// A file that may not grow any more is told as such, and the old one stays. The
// limit is that of the shell, which holds for everybody.
func TestFileTooLarge(t *testing.T) {
	out := t.TempDir()
	before := old(t, out)
	for path, args := range writers(out) {
		cmd := exec.Command("sh", append([]string{"-c", `ulimit -f 0 && exec "$@"`, "sh"}, args...)...)
		cmd.Stdin = strings.NewReader("extend\n")
		said, _ := cmd.CombinedOutput()
		refused(t, said, cmd.ProcessState.ExitCode(), path, "file too large", "files in the folder "+out+" may not be so large")
		stays(t, out, before)
	}
}
