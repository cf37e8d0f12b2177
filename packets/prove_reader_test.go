package packets

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mappe/internal/page"
	"mappe/internal/proof"
	"mappe/internal/typeset"
)

// reread are the packets that the reader is tried on: the examples, and cases
// with names in other letters.
var reread = []string{
	"../examples/bf1-secondment/case.yaml", "../examples/bf23-paper/case.yaml", "../examples/mf4-family/case.yaml", "../examples/od2d-gaps/case.yaml",
	"../testdata/hard/scripts.yaml", "../testdata/hard/long-names.yaml",
}

func reopened(t testing.TB, file []byte) *proof.File {
	t.Helper()
	f, err := proof.Open(bytes.NewReader(file), int64(len(file)), "")
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// What the reader reads is what was planned: every label, stamp, link and line
// of every page, character for character.
func TestReaderReadsThePlan(t *testing.T) {
	for _, path := range reread {
		for _, tag := range []string{"da", "en"} {
			for i, k := range planned(t, path, tag, ForApplicant) {
				t.Run(fmt.Sprintf("%s/%d.%s", path, i, tag), func(t *testing.T) {
					f := reopened(t, whole(t, k))
					pages := k.list()
					first := starts(pages)
					if f.Count() != len(pages) || f.Title() != k.Title || f.Lang() != tag {
						t.Fatalf("%d pages of %d, %q in %q", f.Count(), len(pages), f.Title(), f.Lang())
					}
					if active, err := f.Active(); err != nil || active != nil {
						t.Errorf("active: %q, %v", active, err)
					}
					for n, p := range pages {
						s, err := f.Sheet(n + 1)
						if err != nil {
							t.Fatal(err)
						}
						if s.Label != p.label || s.Rotate != 0 || s.Active != nil {
							t.Errorf("page %d: label %q, want %q; turned by %d; active %q", n+1, s.Label, p.label, s.Rotate, s.Active)
						}
						if len(s.Stamp) != 2 || !stampedAs(s.Stamp[0], p.left) || s.Stamp[1] != read(p.right) {
							t.Errorf("page %d: stamp %q, want %q", n+1, s.Stamp, []string{read(p.left), read(p.right)})
						}
						if p.input == nil && p.piece.sheets.Words != nil {
							readsAs(t, f, n+1, p.piece.sheets, n-first[p.piece])
						}
					}
				})
			}
		}
	}
}

// read is text as the reader has it: without what only steers, one space
// between words.
func read(s string) string { return strings.Join(strings.Fields(unsteered.Replace(s)), " ") }

// stampedAs tells whether a stamp says s, or where there was no room the
// beginning of it.
func stampedAs(got, s string) bool {
	cut, short := strings.CutSuffix(got, "…")
	return got == read(s) || short && len(cut) > 40 && strings.HasPrefix(read(s), cut)
}

// readsAs compares the lines and links of a generated page with what was set.
func readsAs(t *testing.T, f *proof.File, n int, sheets page.Sheets, at int) {
	t.Helper()
	lines, err := f.Lines(n)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range lines {
		if l.Rect[1] > 20 { // above the stamp
			got = append(got, l.Text)
		}
	}
	if diff := cmp.Diff(set(sheets.Words[at]), got); diff != "" {
		t.Errorf("page %d: set (-), read (+): %s", n, diff)
	}
	s, err := f.Sheet(n)
	if err != nil {
		t.Fatal(err)
	}
	i := 0
	for _, l := range sheets.Links {
		if l.Page != at+1 {
			continue
		}
		if i == len(s.Links) || s.Links[i].Text != read(l.Text) {
			t.Errorf("page %d: link %d reads %q, want %q", n, i+1, s.Links[min(i, len(s.Links)-1)].Text, read(l.Text))
		}
		i++
	}
}

// set are the lines of a page's words, from the top down. What stands within
// the size of a letter of another word is one text with it, in the order in
// which it was set.
func set(words []page.Word) (lines []string) {
	type placed struct {
		page.Word
		at int
	}
	var all []placed
	for i, w := range words {
		all = append(all, placed{w, i})
	}
	slices.SortStableFunc(all, func(a, b placed) int { return int(b.Y - a.Y) })
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[0].Y-all[n].Y <= min(all[0].Run.Size, all[n].Run.Size)/5 {
			n++
		}
		row := all[:n]
		all = all[n:]
		slices.SortStableFunc(row, func(a, b placed) int { return int(a.X - b.X) })
		var said []string
		for len(row) > 0 {
			n, end := 1, row[0].X+row[0].Run.Width
			for n < len(row) && row[n].X-end < row[n].Run.Size {
				end = max(end, row[n].X+row[n].Run.Width)
				n++
			}
			slices.SortFunc(row[:n], func(a, b placed) int { return a.at - b.at })
			s := ""
			for i, w := range row[:n] {
				if i > 0 && !touches(row[i-1].Word, w.Word) {
					s += " "
				}
				s += w.Run.Text
			}
			said, row = append(said, s), row[n:]
		}
		if s := read(strings.Join(said, " ")); s != "" {
			lines = append(lines, s)
		}
	}
	return lines
}

// touches tells whether one of two words begins where the other ends.
func touches(a, b page.Word) bool {
	room := 15 * max(a.Run.Size, b.Run.Size) / 100
	far := func(x, y typeset.Unit) typeset.Unit { return max(x-y, y-x) }
	return min(far(a.X+a.Run.Width, b.X), far(b.X+b.Run.Width, a.X)) < room
}
