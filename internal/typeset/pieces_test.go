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
	for range 20000 {
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
