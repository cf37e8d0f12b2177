package page

import (
	"fmt"
	"strings"
	"testing"

	"mappe/internal/pdf"
)

// printed are Docs that are laid out in every way there is.
func printed(t *testing.T) map[string]Sheets {
	t.Helper()
	all := map[string]Sheets{}
	for name, d := range map[string]Doc{
		"sample":     sample(),
		"long words": everywhereBut(strings.Repeat("Rechtsschutzversicherungsgesellschaft/", 8)),
		"much text":  everywhereBut(strings.Repeat("word ", 700)),
	} {
		for _, lang := range []string{"en", "ar", "fa"} {
			if d := d; name == "sample" && lang != "en" {
				all["sample said in "+lang] = mustPDF(t, said(t, d, lang), Options{}).Sheets
			}
			for _, large := range []bool{false, true} {
				d.Lang = lang
				all[fmt.Sprintf("%s, %s, large %v", name, lang, large)] = mustPDF(t, d, Options{Large: large}).Sheets
			}
		}
	}
	return all
}

// No word touches another, whatever is set.
func TestWordsKeepApart(t *testing.T) {
	for name, s := range printed(t) {
		for i, words := range s.Words {
			for j, a := range words {
				for _, b := range words[:j] {
					apart := a.X+a.Run.Width <= b.X+1 || b.X+b.Run.Width <= a.X+1 ||
						a.Y+7*a.Run.Size/10 <= b.Y-2*b.Run.Size/10 || b.Y+7*b.Run.Size/10 <= a.Y-2*a.Run.Size/10
					if !apart {
						t.Fatalf("%s: page %d: %q lies on %q", name, i+1, a.Run.Text, b.Run.Text)
					}
				}
			}
		}
	}
}

// What belongs to one leaf is together on a page, in the order in which it is
// read, and no leaf goes on after the next one of its column has begun.
func TestWordsAreInReadingOrder(t *testing.T) {
	for name, s := range printed(t) {
		for i, words := range s.Words {
			for j, w := range words[1:] {
				last := words[j]
				if w.Leaf < last.Leaf {
					t.Fatalf("%s: page %d: %q stands before %q", name, i+1, last.Run.Text, w.Run.Text)
				}
				if w.Leaf == last.Leaf && w.Leaf >= 0 && w.Run.At < last.Run.At {
					t.Fatalf("%s: page %d: %q is read after %q", name, i+1, last.Run.Text, w.Run.Text)
				}
			}
		}
		var read []string
		for leaf := range s.Tree {
			for _, words := range s.Words {
				for _, w := range words {
					if w.Leaf == leaf {
						read = append(read, w.Run.Text)
					}
				}
			}
		}
		if strings.HasPrefix(name, "sample, ") {
			const want = "Name Марія Коваленко (Mariia Kovalenko) Born 3 February 1990 Address Nørre Voldgade 1, 2. th 1358 København K Alien number"
			if got := strings.Join(strings.Fields(strings.Join(read, " ")), " "); !strings.Contains(got, want) {
				t.Errorf("%s: reads\n%s", name, got)
			}
		}
	}
}

// A paragraph over two pages is one element of two pieces.
func TestParagraphOverPages(t *testing.T) {
	d := Doc{Lang: "en", Blocks: []Block{Paragraph{Text: Plain(strings.Repeat("word ", 1500))}, Paragraph{Text: Plain("end")}}}
	sheets, err := Print(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var out pdf.Memory
	p := NewPress(pdf.NewWriter(&out, pdf.Options{}))
	elems, err := p.Print(sheets, nil, func(*pdf.Sheet, int) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	if n := len(sheets.Words); len(elems) != 2 || n < 2 || len(elems[0].Kids) != n || len(elems[1].Kids) != 1 {
		t.Errorf("%d pages, elements %+v", n, elems)
	}
}

// A link leads to the line, and a slot is free of words.
func TestSpotsAndSlots(t *testing.T) {
	d := Doc{Lang: "en", Blocks: []Block{Paragraph{Text: Plain("first")}, Heading{Level: 2, Text: "Here", Anchor: "here"}, Center{Code: "1", Slot: "code"}}}
	s := mustPDF(t, d, Options{}).Sheets
	spot := s.Anchors["here"]
	w := s.Words[0][1]
	if spot.Page != 1 || w.Run.Text != "Here" || spot.Top < w.Y+w.Run.Size || spot.Top > w.Y+3*w.Run.Size {
		t.Errorf("%+v, but %q is at %d", spot, w.Run.Text, w.Y)
	}
	if len(s.Slots) != 1 || s.Slots[0].Page != 2 || s.Slots[0].Name != "code" {
		t.Fatalf("slots %+v", s.Slots)
	}
	r := s.Slots[0].Rect
	if w := r.Width(); w < 30*mm || w != r.Height() {
		t.Errorf("a slot of %.1f by %.1f", w, r.Height())
	}
	for _, w := range s.Words[1] {
		if w.Y.Points() < r[3] && (w.Y+w.Run.Size).Points() > r[1] {
			t.Errorf("%q stands in the slot", w.Run.Text)
		}
	}
}

// Nothing stands alone at the edge of a page, wherever the page ends.
func TestItemsKeepTogether(t *testing.T) {
	for filler := 30; filler < 60; filler++ {
		var blocks []Block
		for range filler {
			blocks = append(blocks, Paragraph{Text: Plain("filler")})
		}
		blocks = append(blocks, Heading{Level: 2, Text: "Head"}, List{Items: []Item{{Text: Plain("i1")}, {Text: Plain("i2")}, {Text: Plain("i3")}}},
			Paragraph{Text: Plain("signed")}, Signature{Name: "name"})
		at := map[string]int{}
		for i, words := range mustPrint(t, Doc{Lang: "en", Blocks: blocks}).Words {
			for _, w := range words {
				at[strings.TrimSpace(w.Run.Text)] = i
			}
		}
		if at["Head"] != at["i1"] || at["i1"] != at["i2"] || at["i2"] != at["i3"] || at["signed"] != at["name"] {
			t.Errorf("%d lines before: %v", filler, at)
		}
	}
}

func mustPrint(t *testing.T, d Doc) Sheets {
	t.Helper()
	s, err := Print(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func BenchmarkPDF(b *testing.B) {
	for b.Loop() {
		if err := PDF(&strings.Builder{}, sample(), Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// A file of its own has a bookmark for each heading, which leads to its line.
func TestOutline(t *testing.T) {
	d := Doc{Title: "x", Lang: "en", Blocks: []Block{
		Heading{Level: 1, Text: "A"}, Heading{Level: 3, Text: "a"}, Heading{Level: 2, Text: "b"}, Heading{Level: 3, Text: "c"}, Heading{Level: 1, Text: "B"},
	}}
	p := mustPDF(t, d, Options{})
	f, err := pdf.Open(pdf.Bytes(p.PDF), "")
	if err != nil {
		t.Fatal(err)
	}
	var show func(items []pdf.Item) string
	top := a4Height.Points() + 1
	show = func(items []pdf.Item) (s string) {
		for _, it := range items {
			if it.Page != 1 || it.Top >= top {
				t.Errorf("%q leads to %v of page %d", it.Title, it.Top, it.Page)
			}
			top = it.Top
			s += it.Title + "(" + show(it.Under) + ")"
		}
		return s
	}
	if got, want := show(f.Outline()), "A(a()b(c()))B()"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
