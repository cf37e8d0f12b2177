package typeset

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// What is found piece by piece is what UAX #14 says of the whole text.
func TestBreaksOfPieces(t *testing.T) {
	alphabet := []rune("  aæЖ19.,;:!?)(-/%§«»\"'–…€\n\u00A0\u00AD\u200B\u2060\u0301漢字カアあー、。ก́אב×÷")
	random := rand.New(rand.NewPCG(1, 2))
	for range 8000 {
		text := make([]rune, random.IntN(20))
		for i := range text {
			text[i] = alphabet[min(random.IntN(len(alphabet)), random.IntN(len(alphabet)))]
		}
		raw := string(text)
		p := newText(Paragraph{Spans: []Span{{Text: raw, Size: Point}}})
		if want := breaks(text); !slices.Equal(p.breaks[1:], want[1:]) && len(text) > 0 {
			t.Fatalf("%q: lines end before %v, want %v", raw, p.breaks, want)
		}
	}
}

// Words are shaped apart because no font kerns or joins over a space, and
// ideographs because none does with them.
func TestWordsStandAlone(t *testing.T) {
	s := takeShaper()
	defer s.back()
	sum := func(f *Font, text ...rune) (advance, glyphs int) {
		for _, g := range s.shape(hand{font: f, script: scriptOf(text[0]), lang: "da"}, text, 0, len(text)) {
			advance += int(g.advance)
			if g.cluster == nil {
				glyphs++
			} else {
				glyphs += len(g.cluster.parts)
			}
		}
		return advance, glyphs
	}
	for i := range families {
		f := &families[i]
		space, _ := sum(&f.regular, ' ')
		for r := '!'; r < 0x30000; r++ {
			if !f.covers(r) || blank(r) || clings(r) || !presentable(r) || r >= 0x3400 && r%101 != 0 {
				continue
			}
			alone, n := sum(&f.regular, r)
			if both, m := sum(&f.regular, r, ' ', r); both != 2*alone+space || m != 2*n+1 {
				t.Errorf("%s: %U is %d wide, and %d on both sides of a space", f.regular.Name, r, alone, both-space)
			}
			if !stands(r) {
				continue
			}
			for _, q := range "一か。（カ" {
				if !f.covers(q) {
					continue
				}
				beside, _ := sum(&f.regular, q)
				before, _ := sum(&f.regular, r, q)
				if behind, _ := sum(&f.regular, q, r); before != alone+beside || behind != alone+beside {
					t.Errorf("%s: %U is %d wide, and with %U %d and %d", f.regular.Name, r, alone, q, before-beside, behind-beside)
				}
			}
		}
	}
}
