package typeset

import (
	"fmt"
	"io"
	"testing"

	"mappe/internal/pdf"
)

// onePage is the text of a page of a checklist, as much as there is on one.
func onePage(seed int) []Paragraph {
	var page []Paragraph
	for i := range 40 {
		page = append(page, Paragraph{Lang: "da", Spans: []Span{
			{Text: fmt.Sprintf("%d.%d ", i/8+1, i%8+1), Size: 10 * Point, Bold: true},
			{Text: fmt.Sprintf("Kopi af alle sider i ansøgerens pas, også de tomme (%d-%d), ", seed, i), Size: 10 * Point},
			{Text: "fordi § 9 a, stk. 2, i udlændingeloven kræver det", Size: 10 * Point, Mark: 1},
		}})
	}
	return page
}

func BenchmarkLines(b *testing.B) {
	b.ReportAllocs()
	n := 0
	for i := 0; b.Loop(); i++ {
		for _, p := range onePage(i) {
			for _, l := range p.Lines(450 * Point) {
				n += len(l.Runs)
			}
		}
	}
	if n == 0 {
		b.Fatal("no runs")
	}
}

type discard struct{ io.Writer }

func (discard) WriteAt(p []byte, _ int64) (int, error) { return len(p), nil }

func BenchmarkCuts(b *testing.B) {
	var lines []Line
	for _, p := range onePage(1) {
		lines = append(lines, p.Lines(450*Point)...)
	}
	b.ReportAllocs()
	for b.Loop() {
		w := pdf.NewWriter(discard{}, pdf.Options{Title: "x", Workers: 1})
		c := NewCuts(w)
		s := &pdf.Sheet{Width: 100, Height: 100}
		var ops []byte
		for _, l := range lines {
			for _, r := range l.Runs {
				c.Font(r.Font)
				ops = c.Append(ops, r)
			}
		}
		s.Raw(ops)
		if err := c.Write(); err != nil {
			b.Fatal(err)
		}
		w.Sheet(s)
		if err := w.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// What it costs to draw the first word in a font: to open it, shape, and cut.
func BenchmarkFirstWord(b *testing.B) {
	for _, word := range []string{"Ansøgning", "محمد", "श्रीमती", "ክብሮም", "王小明", "김민준"} {
		b.Run(fontFor([]rune(word)[0], "", false).Name, func(b *testing.B) {
			known := fontFor([]rune(word)[0], "", false)
			for b.Loop() {
				f := &Font{Name: known.Name, file: known.file}
				var pieces []piece
				for _, r := range word {
					if id, ok := f.open().layout.NominalGlyph(r); ok {
						pieces = append(pieces, piece{[]part{{id: int(id)}}, f.open().advance(int(id))})
					}
				}
				if _, err := f.subset(pieces); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
