package typeset

import (
	"strings"
	"unicode"

	"github.com/go-text/typesetting/segmenter"
)

// breaksKept has room for some ten thousand pieces a generation.
var breaksKept = memory[string, []bool]{room: 1 << 18}

// findBreaks tells before which characters a line may end (UAX #14); there is
// one more answer than there are characters. Text is looked at in pieces:
// behind the spaces between plain words a line may always end, and what is on
// one side of them decides nothing on the other.
func (t *text) findBreaks() {
	t.breaks = append(t.breaks[:0], make([]bool, len(t.runes)+1)...)
	for from := 0; from < len(t.runes); {
		to, quiet := t.piece(from)
		if !quiet {
			copy(t.breaks[from+1:], t.known(from, to)[1:])
		}
		t.breaks[to] = true
		from = to
	}
}

// piece is where the piece ends that starts at from. It is quiet if a line can
// end nowhere in it.
func (t *text) piece(from int) (to int, quiet bool) {
	quiet = true
	closed := false // behind the letters of the piece
	for i := from; i < len(t.runes); i++ {
		r := t.runes[i]
		switch {
		case r == ' ':
			if i == from || !letter(t.runes[i-1]) && !closes(t.runes[i-1]) {
				quiet = false
				continue
			}
			end := i + 1
			for end < len(t.runes) && t.runes[end] == ' ' {
				end++
			}
			if end == len(t.runes) || letter(t.runes[end]) || t.runes[end] == '(' {
				return end, quiet
			}
			quiet, i = false, end-1
		case letter(r):
			quiet = quiet && !closed
		case closes(r) && i > from:
			closed = true
		case r == '(' && i == from:
		default:
			quiet = false
		}
	}
	return len(t.runes), quiet
}

// letter tells of many letters and digits that they are no more than that to
// UAX #14: its classes AL and NU.
func letter(r rune) bool {
	switch {
	case r < 0x80:
		return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9'
	case r < 0x250:
		return r >= 0xC0 && r != '×' && r != '÷'
	}
	return r >= 0x370 && r < 0x530 && unicode.IsLetter(r)
}

// closes tells of marks that no line starts with.
func closes(r rune) bool {
	switch r {
	case '.', ',', ':', ';', '!', '?', ')':
		return true
	}
	return false
}

// breaks tells before which characters of text a line may end; after its last
// one it always may.
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

// Unbroken are the parts of a text between the places where a line may end.
func Unbroken(text string) (parts []string) {
	runes, from := []rune(text), 0
	for i, ends := range breaks(runes) {
		if ends && i > from {
			parts, from = append(parts, string(runes[from:i])), i
		}
	}
	return parts
}

// known is breaks of t.runes[from:to].
func (t *text) known(from, to int) []bool {
	raw := t.source[t.at[from]:t.at[to]]
	if kept, ok := breaksKept.get(raw); ok {
		return kept
	}
	out := breaks(t.runes[from:to])
	if len(out) <= 1<<10 {
		breaksKept.put(strings.Clone(raw), out, len(out)+20)
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
