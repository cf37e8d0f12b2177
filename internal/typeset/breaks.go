package typeset

import "github.com/go-text/typesetting/segmenter"

// breaks tells before which characters a line may end (UAX #14). There is one
// more answer than there are characters.
func breaks(text []rune) []bool {
	out := make([]bool, len(text)+1)
	var s segmenter.Segmenter
	s.Init(text)
	for i := s.LineIterator(); i.Next(); {
		l := i.Line()
		out[l.Offset+len(l.Text)] = true
	}
	return out
}

// graphemes tells before which characters text may be cut (UAX #29).
func graphemes(text []rune) []bool {
	out := make([]bool, len(text)+1)
	var s segmenter.Segmenter
	s.Init(text)
	for i := s.GraphemeIterator(); i.Next(); {
		g := i.Grapheme()
		out[g.Offset+len(g.Text)] = true
	}
	return out
}
