package pdf

import (
	"fmt"
	"testing"
)

// The structure of 2,500 scanned pages costs little of the file.
func TestStructureIsSmall(t *testing.T) {
	const n = 2500
	size := func(tagged bool) int {
		w, out := blank(t, 0)
		document := Elem{Role: "Document"}
		for i := range n {
			s := &Sheet{Width: 595, Height: 842}
			if tagged {
				document.Kids = append(document.Kids, Elem{
					Role: "Figure", Alt: fmt.Sprintf("2.1 Copy of passport, page %d of %d, scanned image", i+1, n),
					Attributes: Dict{{"O", Name("Layout")}, {"BBox", reals(28.346457, 28.346457, 566.929134, 813.543307)}},
					Kids:       []Kid{Marked{i + 1, s.Tag("Figure", func() {})}},
				})
			}
			if err := w.Sheet(s); err != nil {
				t.Fatal(err)
			}
		}
		if tagged {
			w.Tags = []Elem{document}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return len(out.bytes)
	}
	if a := (size(true) - size(false)) / n; a > 80 {
		t.Errorf("the structure takes %d bytes a page", a)
	}
}
