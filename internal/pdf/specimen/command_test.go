//go:build !race

package specimen_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"mappe/internal/pdf/specimen"
)

// wanted are reasons to leave out what the engine would copy.
var wanted = regexp.MustCompile(`: (would lose something \(|needs a password\. |is too large \(.*contents)`)

// The whole command makes a packet of whatever lies in the folder of a case:
// what cannot be used has a page in its place, and nothing in the packet acts.
func TestHostileCommand(t *testing.T) {
	binary := filepath.Join(t.TempDir(), "mappe")
	if _, err := tool("go", "build", "-buildvcs=false", "-o", binary, "mappe/cmd/mappe"); err != nil {
		t.Fatal(err)
	}
	batch := 0
	for files := range slices.Chunk(specimen.Hostile(), 40) {
		batch++
		t.Run(fmt.Sprint(batch), func(t *testing.T) {
			t.Parallel()
			folder := t.TempDir()
			if err := os.CopyFS(folder, os.DirFS(example)); err != nil {
				t.Fatal(err)
			}
			var names []string
			for i, f := range files {
				names = append(names, fmt.Sprintf("scans/hostile%02d.pdf", i))
				put(t, folder, names[i], f.Data(), f.Size)
			}
			writeCase(t, folder, "case.yaml", names)
			out := filepath.Join(folder, "packet.pdf")
			cmd := exec.Command(binary, "packet", filepath.Join(folder, "case.yaml"), "--on", "2026-11-22", "-o", out)
			said, err := cmd.CombinedOutput()
			var exit *exec.ExitError
			if err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 5) { // 5: the packet has holes
				t.Fatalf("%v\n%.3000s", err, said)
			}
			holes := string(said)
			for i, f := range files {
				line := regexp.MustCompile(`hole: .*` + names[i] + `: (.*)`).FindString(holes)
				switch {
				case f.Pages == 0 && line == "":
					t.Errorf("%s: not a word on it", f.Name)
				case f.Pages > 0 && line != "" && !wanted.MatchString(line):
					t.Errorf("%s: %s", f.Name, line)
				}
			}
			if strings.Contains(string(said), specimen.Canary) {
				t.Errorf("says the canary:\n%s", said)
			}
			written, err := os.ReadFile(out)
			if err != nil {
				t.Fatal(err)
			}
			for _, complaint := range specimen.Audit(written, true) {
				t.Error(complaint)
			}
			if _, err := tool("qpdf", "--qdf", "--object-streams=disable", "--stream-data=preserve", out, filepath.Join(folder, "again.pdf")); err != nil {
				t.Error(err)
			}
		})
	}
}
