package packets

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"mappe/internal/pdf"
	"mappe/internal/proof"
)

// The sums that the writer tells of its sheets are those that the reader finds,
// encrypted or not.
func TestSumsOfBothSides(t *testing.T) {
	for _, path := range reread {
		for i, k := range planned(t, path, "da", ForApplicant) {
			t.Run(fmt.Sprintf("%s/%d", path, i), func(t *testing.T) {
				var out pdf.Memory
				p := newPress(k, &out, k.list())
				if err := p.run(); err != nil {
					t.Fatal(err)
				}
				want, err := p.w.Sums()
				if err != nil {
					t.Fatal(err)
				}
				if err := p.w.Close(); err != nil {
					t.Fatal(err)
				}
				plain := stored(t, "plain.pdf", out.Bytes())
				locked := filepath.Join(t.TempDir(), "locked.pdf")
				tool(t, "qpdf", "--stream-data=preserve", "--encrypt", "user", "owner", "256", "--", plain, locked)
				for path, password := range map[string]string{plain: "", locked: "owner"} {
					f := reopenedFile(t, path, password)
					if f.Count() != len(want) {
						t.Fatalf("%d sums of %d pages", len(want), f.Count())
					}
					for n := range want {
						got, err := f.Sum(n + 1)
						if err != nil {
							t.Fatal(err)
						}
						if got != want[n] {
							t.Errorf("%s: page %d: the reader's sum is %x, the writer's %x", filepath.Base(path), n+1, got, want[n])
						}
					}
				}
			})
		}
	}
}

func reopenedFile(t testing.TB, path, password string) *proof.File {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	info, err := file.Stat()
	if err != nil {
		t.Fatal(err)
	}
	f, err := proof.Open(file, info.Size(), password)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// reading is all that the reader reads of a file, but sums.
type reading struct {
	Title, Lang string
	Sheets      []proof.Sheet
	Lines       [][]proof.Line
	Marks       []proof.Mark
	Active      []string
}

func readingOf(t *testing.T, f *proof.File) (r reading) {
	t.Helper()
	r.Title, r.Lang = f.Title(), f.Lang()
	var err error
	if r.Marks, err = f.Marks(); err != nil {
		t.Fatal(err)
	}
	if r.Active, err = f.Active(); err != nil {
		t.Fatal(err)
	}
	for n := range f.Count() {
		s, err := f.Sheet(n + 1)
		if err != nil {
			t.Fatal(err)
		}
		lines, err := f.Lines(n + 1)
		if err != nil {
			t.Fatal(err)
		}
		r.Sheets, r.Lines = append(r.Sheets, *s), append(r.Lines, lines)
	}
	return r
}

// A packet that others have written anew reads as before, whichever way they
// write.
func TestReaderReadsWhatOthersWrote(t *testing.T) {
	dir := t.TempDir()
	var ours []string
	for _, path := range []string{"../examples/mf4-family/case.yaml", "../testdata/hard/scripts.yaml"} {
		ours = append(ours, stored(t, "packet.pdf", whole(t, planned(t, path, "da", ForApplicant)[0])))
	}
	for _, args := range [][]string{
		{"qpdf", "--object-streams=disable"},
		{"qpdf", "--object-streams=generate"},
		{"qpdf", "--linearize"},
		{"qpdf", "--linearize", "--object-streams=disable"},
		{"qpdf", "--qdf"},
		{"qpdf", "--stream-data=uncompress", "--normalize-content=y"},
		{"qpdf", "--coalesce-contents", "--recompress-flate", "--compression-level=9"},
		{"qpdf", "--encrypt", "", "owner", "256", "--"},
		{"qpdf", "--object-streams=generate", "--encrypt", "æble", "owner", "256", "--"},
		{"qpdf", "--encrypt", "æble", "owner", "256", "--cleartext-metadata", "--"},
		{"mutool", "clean", "-gggg"},
		{"mutool", "clean", "-z", "-ggg", "-s"},
	} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			for i, path := range ours {
				made := filepath.Join(dir, "made.pdf")
				tool(t, args[0], append(args[1:len(args):len(args)], path, made)...)
				a, b := readingOf(t, reopenedFile(t, path, "")), readingOf(t, reopenedFile(t, made, "æble"))
				if diff := cmp.Diff(a, b, cmpopts.EquateApprox(0, 0.02)); diff != "" { // mutool has few decimals
					t.Errorf("packet %d: written by us (-), by others (+): %s", i+1, diff)
				}
			}
		})
	}
}

// What the reader reads is what qpdf and poppler read.
func TestOthersReadTheSame(t *testing.T) {
	for _, path := range reread {
		t.Run(path, func(t *testing.T) {
			file := stored(t, "packet.pdf", whole(t, planned(t, path, "en", ForApplicant)[0]))
			f := reopenedFile(t, file, "")
			var q struct {
				Pages []struct {
					Label    struct{ Index int }
					Outlines []struct{ Title string }
				}
				Outlines []qpdfMark
			}
			if err := json.Unmarshal([]byte(tool(t, "qpdf", "--json=2", "--json-key=pages", "--json-key=outlines", file)), &q); err != nil {
				t.Fatal(err)
			}
			var want []proof.Mark
			var flat func(marks []qpdfMark, depth int)
			flat = func(marks []qpdfMark, depth int) {
				for _, m := range marks {
					want = append(want, proof.Mark{Depth: depth, Title: m.Title, Sheet: m.Page})
					flat(m.Kids, depth+1)
				}
			}
			flat(q.Outlines, 0)
			if got, err := f.Marks(); err != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("bookmarks %v, %v; qpdf has %v", got, err, want)
			}
			info := tool(t, "pdfinfo", "-l", "9999", file)
			if got := informed(info, "Pages"); got != fmt.Sprint(f.Count()) || len(q.Pages) != f.Count() {
				t.Errorf("%d pages; pdfinfo has %s, qpdf %d", f.Count(), got, len(q.Pages))
			}
			if got := informed(info, "Title"); got != f.Title() {
				t.Errorf("title %q; pdfinfo has %q", f.Title(), got)
			}
			for n := 1; n <= f.Count(); n++ {
				s, err := f.Sheet(n)
				if err != nil {
					t.Fatal(err)
				}
				if got := informed(info, fmt.Sprintf(`Page +%d size`, n)); !strings.HasPrefix(got, strconv.FormatFloat(s.Width, 'g', 6, 64)+" x "+strconv.FormatFloat(s.Height, 'g', 6, 64)) {
					t.Errorf("page %d: %v by %v; pdfinfo has %s", n, s.Width, s.Height, got)
				}
				text := strings.Join(strings.Fields(directions.Replace(tool(t, "pdftotext", "-f", fmt.Sprint(n), "-l", fmt.Sprint(n), file, "-"))), " ")
				for _, stamp := range s.Stamp {
					if straight(stamp) && !strings.Contains(text, stamp) {
						t.Errorf("page %d: stamp %q is not in what pdftotext reads: %q", n, stamp, text)
					}
				}
			}
		})
	}
}

type qpdfMark struct {
	Title string
	Page  int `json:"destpageposfrom1"`
	Kids  []qpdfMark
}

// informed is what pdfinfo says of something.
func informed(info, of string) string {
	m := regexp.MustCompile(`(?m)^` + of + `: +(.*)$`).FindStringSubmatch(info)
	if m == nil {
		return ""
	}
	return strings.TrimSpace(m[1])
}

// directions are the characters by which pdftotext tells them.
var directions = strings.NewReplacer("\u202A", "", "\u202B", "", "\u202C", "")

// straight tells whether s has nothing that is written from right to left.
func straight(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x590 && r < 0x900 })
}
