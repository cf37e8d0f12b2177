//go:build unix

package packets

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestInspectOutside(t *testing.T) {
	pdf := written(a4, "words")
	away, _ := folder(t, map[string][]byte{"secret.pdf": pdf})
	dir, root := folder(t, map[string][]byte{"one.pdf": pdf, "twin.pdf": pdf, "sub/two.pdf": pdf})
	for link, target := range map[string]string{
		"out.pdf": filepath.Join(away, "secret.pdf"), "up.pdf": "../secret.pdf", "nowhere.pdf": filepath.Join(away, "none.pdf"),
		"outdir": away, "in.pdf": "sub/two.pdf", "dangling.pdf": "none.pdf", "loop.pdf": "loop.pdf", "there": "back", "back": "there",
	} {
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Link(filepath.Join(dir, "twin.pdf"), filepath.Join(dir, "other.pdf")); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe.pdf"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, detail string
		kind         ProblemKind
	}{
		{"one.pdf", "", ""},
		{"in.pdf", "", ""},
		{"none.pdf", "", ProblemMissing},
		{"none/none.pdf", "", ProblemMissing},
		{"", "", ProblemMissing},
		{"dangling.pdf", "", ProblemMissing},
		{filepath.Join(dir, "one.pdf"), detailAbsolute, ProblemOutside},
		{"../secret.pdf", detailParent, ProblemOutside},
		{"one\nmappe: two.pdf", detailControl, ProblemOutside},
		{"one\x1b[31m.pdf", detailControl, ProblemOutside},
		{"one\u0085.pdf", detailControl, ProblemOutside},
		{"one\u202efdp.exe", detailControl, ProblemOutside},
		{"one at\u202f3\u200e.pdf", "", ProblemMissing},
		{"sub/../../secret.pdf", detailParent, ProblemOutside},
		{"out.pdf", detailSymlink, ProblemOutside},
		{"up.pdf", detailSymlink, ProblemOutside},
		{"nowhere.pdf", detailSymlink, ProblemOutside},
		{"outdir/secret.pdf", detailSymlink, ProblemOutside},
		{"loop.pdf", detailLoop, ProblemOutside},
		{"there/one.pdf", detailLoop, ProblemOutside},
		{"twin.pdf", detailHardLink, ProblemOutside},
		{"other.pdf", detailHardLink, ProblemOutside},
		{"sub", detailNotAFile, ProblemOutside},
		{"pipe.pdf", detailNotAFile, ProblemOutside},
		{"one.pdf/x", "not a directory", ProblemUnreadable},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := inspect(&shelf{root: root}, tt.name, "")
			want := Problem{}
			if tt.kind != "" {
				want = Problem{tt.name, tt.kind, tt.detail}
			}
			if diff := cmp.Diff(want, problem(t, err)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
