package pdf

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
)

// blank is a writer with n sheets of nothing.
func blank(t *testing.T, n int) (*Writer, *memory) {
	t.Helper()
	out := newMemory()
	w := NewWriter(out, Options{})
	for range n {
		if err := w.Sheet(&Sheet{Width: 100, Height: 200}); err != nil {
			t.Fatal(err)
		}
	}
	return w, out
}

// Our own reader finds what was bound, and so many sheets that every tree has
// several levels.
func TestManySheets(t *testing.T) {
	const n = 5000
	w, out := blank(t, n)
	for i := range n {
		w.Labels = append(w.Labels, Label{Sheet: i + 1, Style: "D", Start: n - i})
		w.Dests = append(w.Dests, Dest{Name: fmt.Sprint("d", i), Sheet: n - i})
		w.Outline = append(w.Outline, Mark{Title: fmt.Sprint(i), Sheet: i + 1, Top: 50})
	}
	w.Outline = append(w.Outline, Mark{Title: "nowhere", Open: true, Under: []Mark{{Title: "last", Sheet: n}}})
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	f := opened(t, out.bytes)
	if f.Pages() != n || f.Repaired() {
		t.Fatalf("%d pages, repaired %v; want %d", f.Pages(), f.Repaired(), n)
	}
	for i := range n {
		if page, ok := f.Destination(String(fmt.Sprint("d", i))); !ok || page != n-i {
			t.Fatalf("destination d%d leads to %d, want %d", i, page, n-i)
		}
	}
	items := f.Outline()
	if len(items) != n+1 || items[17].Page != 18 || items[17].Top != 50 || items[n].Page != 0 || !items[n].Open || items[n].Under[0].Page != n {
		t.Errorf("outline of %d entries, the last %+v", len(items), items[len(items)-1])
	}
	path := out.saved(t)
	contains(t, "check", tool(t, "qpdf", "--check", path), "No syntax or stream encoding errors found")
	contains(t, "labels", tool(t, "qpdf", "--json=1", "--json-key=pagelabels", path), `"index": 4999`, `"/St": 5000`)
	deepest := 0
	for node := f.Dict(f.Catalog().Get("Pages")); f.Name(node.Get("Type")) == "Pages"; deepest++ {
		kids := f.Array(node.Get("Kids"))
		if len(kids) > fanout {
			t.Errorf("a node has %d kids", len(kids))
		}
		node = f.Dict(kids[0])
	}
	if deepest != 3 {
		t.Errorf("the page tree is %d levels deep, want 3", deepest)
	}
}

func TestFont(t *testing.T) {
	program, err := os.ReadFile("../typeset/fonts/NotoSans-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	out := newMemory()
	w := NewWriter(out, Options{})
	font := w.Reserve()
	s := &Sheet{Width: 300, Height: 100}
	s.Op("BT")
	s.Op("Tf", s.Use("Font", font), Int(12))
	s.Op("Td", Int(10), Int(10))
	s.Op("Tj", String("\x00\x25\x00\x26\x00\x27\x00\x28\x00\x29"))
	s.Op("ET")
	if err := w.Sheet(s); err != nil {
		t.Fatal(err)
	}
	f := Font{Name: "ABCDEF+NotoSans-Regular", Program: program, Ascent: 1069, Descent: -293, CapHeight: 714, StemV: 80, Box: Rect{-621, -389, 2800, 1067}}
	for i, text := range []string{"H", "å", "日", "ffi", "😀"} {
		f.Glyphs = append(f.Glyphs, Glyph{ID: 0x25 + uint16(i), Width: 600 + float64(i%2), Text: text})
	}
	for id := range uint16(500) { // more than one block of the map
		f.Glyphs = append(f.Glyphs, Glyph{ID: 1000 + id, Width: 500, Text: "x"})
	}
	w.SetFont(font, f)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	path := out.saved(t)
	contains(t, "text", tool(t, "pdftotext", path, "-"), "Hå日ffi😀")
	fonts := strings.Join(strings.Fields(tool(t, "pdffonts", path)), " ")
	contains(t, "fonts", fonts, "ABCDEF+NotoSans-Regular CID TrueType Identity-H yes yes yes")
}

// A reader that knows the usual width and the list gets every width back.
func TestWidths(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 1000 {
		want := map[int]float64{}
		var glyphs []Glyph
		for id := r.IntN(5); id < 300; id += 1 + r.IntN(3)*r.IntN(2) {
			g := Glyph{ID: uint16(id), Width: float64(500 + r.IntN(1+r.IntN(3)))}
			if n := len(glyphs); n > 0 && r.IntN(2) == 0 {
				g.Width = glyphs[n-1].Width
			}
			glyphs = append(glyphs, g)
			want[id] = g.Width
		}
		usual := usualWidth(glyphs)
		got := map[int]float64{}
		for list := widths(glyphs, usual); len(list) > 0; {
			first := int(list[0].(Int))
			switch second := list[1].(type) {
			case Array:
				for i, v := range second {
					got[first+i] = float64(v.(Real))
				}
				list = list[2:]
			case Int:
				for id := first; id <= int(second); id++ {
					got[id] = float64(list[2].(Real))
				}
				list = list[3:]
			}
		}
		for id, v := range want {
			if is, listed := got[id]; listed && is != v || !listed && v != usual {
				t.Fatalf("glyph %d is %g wide (listed: %v, usual %g), want %g", id, is, listed, usual, v)
			}
		}
		for id := range got {
			if _, ok := want[id]; !ok {
				t.Fatalf("glyph %d is listed, but not in the font", id)
			}
		}
	}
}

func TestMistakes(t *testing.T) {
	tagged := func(w *Writer) {
		s := &Sheet{Width: 1, Height: 1, Links: []Link{{Sheet: 1}}}
		s.Tag("P", func() {})
		_ = w.Sheet(s)
	}
	for want, mistake := range map[string]func(*Writer){
		`bookmark "far" leads to sheet 3 of 2`:           func(w *Writer) { w.Outline = []Mark{{Title: "far", Sheet: 3}} },
		`destination "x" leads to sheet 0 of 2`:          func(w *Writer) { w.Dests = []Dest{{Name: "x"}} },
		`destination "x" is given twice`:                 func(w *Writer) { w.Dests = []Dest{{Name: "x", Sheet: 1}, {Name: "x", Sheet: 2}} },
		"label 2 starts at sheet 1 of 2":                 func(w *Writer) { w.Labels = []Label{{Sheet: 2}, {Sheet: 1}} },
		"sheet 3: link 1 leads to sheet -1 of 3":         func(w *Writer) { _ = w.Sheet(&Sheet{Width: 1, Height: 1, Links: []Link{{Sheet: -1}}}) },
		"sheet 3: marked content 0 stands in no element": tagged,
		"marked content 0 of sheet 3 stands in two elements": func(w *Writer) {
			tagged(w)
			w.Tags = []Elem{{Role: "P", Kids: []Kid{Marked{3, 0}, Marked{3, 0}}}}
		},
		"link 0 of sheet 3 stands in two elements": func(w *Writer) {
			tagged(w)
			w.Tags = []Elem{{Role: "P", Kids: []Kid{Marked{3, 0}, Linked{3, 0}, Elem{Role: "Link", Kids: []Kid{Linked{3, 0}}}}}}
		},
		"sheet 2 has no marked content 0": func(w *Writer) { w.Tags = []Elem{{Role: "P", Kids: []Kid{Marked{2, 0}}}} },
		"sheet 9 has no link 0":           func(w *Writer) { w.Tags = []Elem{{Role: "P", Kids: []Kid{Linked{9, 0}}}} },
		"object 1 is set twice":           func(w *Writer) { r := w.Add(nil); w.spots[1] = w.spots[r.Num]; w.Set(Ref{Num: 1}, nil) },
		"object 9000 was not reserved":    func(w *Writer) { w.Set(Ref{Num: 9000}, nil) },
		"object 6 is set to a reference":  func(w *Writer) { w.Add(Ref{Num: 1}) },
		"scan: bytes 2 to 12 are wanted of 10": func(w *Writer) {
			src := Bytes(make([]byte, 10))
			src.Name = "scan"
			w.Add(&Stream{Body: Body{{From: src, At: 2, Size: 10}}})
		},
	} {
		w, _ := blank(t, 2)
		mistake(w)
		if err := w.Close(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
	if w, _ := blank(t, 0); w.Close() == nil {
		t.Error("a file without sheets was written")
	}
	w, _ := blank(t, 1)
	if err := w.Sheet(&Sheet{}); err == nil {
		t.Error("a sheet without a size was taken")
	}
	if err := w.Close(); err != nil {
		t.Error(err)
	}
}
