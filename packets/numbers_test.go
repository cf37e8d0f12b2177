package packets

import (
	"fmt"
	"testing"
)

// TestKinds: every page of a packet says what it is, and a page of a file says
// which one.
func TestKinds(t *testing.T) {
	seen := map[string]int{}
	for _, path := range []string{"../examples/mf4-family/case.yaml", "../examples/od2d-gaps/case.yaml", "../testdata/hard/eight-abroad.yaml"} {
		for _, k := range planned(t, path, "en", ForApplicant) {
			pages := k.list()
			if len(pages) != k.Front+k.Body {
				t.Errorf("%s: %d pages, want %d and %d", k.Name, len(pages), k.Front, k.Body)
			}
			for i, x := range pages {
				seen[x.kind]++
				want := roman(i + 1)
				if i >= k.Front {
					want = fmt.Sprint(i - k.Front + 1)
				}
				if x.label != want || (x.kind == PageFront || x.piece.front) != (i < k.Front) {
					t.Errorf("%s: page %d is %q, of kind %q", k.Name, i+1, x.label, x.kind)
				}
				if (x.kind == PageFile) != (x.input != nil) || (x.input != nil) != (x.page > 0) {
					t.Errorf("%s: page %s of kind %q is page %d of %v", k.Name, x.label, x.kind, x.page, x.input)
				}
				if (x.n == 0) != (x.kind == PageSeparator) || x.n > x.of {
					t.Errorf("%s: page %s of kind %q is %d of %d", k.Name, x.label, x.kind, x.n, x.of)
				}
				if (x.piece.line == nil) != (x.kind == PageFront || x.piece.front || x.kind == PageContents) {
					t.Errorf("%s: page %s of kind %q has the line %v", k.Name, x.label, x.kind, x.piece.line)
				}
			}
			at := starts(pages)
			for _, l := range k.lines {
				if first := pages[at[l.piece]]; first.piece.line != l || first.n != 1 && first.kind != PageSeparator || first.piece.anchor == "" {
					t.Errorf("%s: the line %s %q leads to page %s, the %d. of %s", k.Name, l.number, l.title, first.label, first.n, first.piece.item)
				}
			}
		}
	}
	for _, kind := range []string{PageFront, PageContents, PageData, PageSeparator, PageFile, PageHole, PageSlot} {
		if seen[kind] == 0 {
			t.Errorf("no page of kind %q in %v", kind, seen)
		}
	}
}
