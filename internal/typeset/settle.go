package typeset

import (
	"slices"
	"strings"
	"unicode"
)

// settle makes glyphs in visual order, which are read from right to left,
// readable one by one, since that is how the readers of a file turn them back:
// a joiner, which nothing is drawn of, becomes a glyph of its own between the
// letters, and so does a mark that is drawn as one with its letter; a mark
// stands where its letter does, also where kerning moved that.
func settle(glyphs []Glyph) []Glyph {
	out := make([]Glyph, 0, len(glyphs))
	joiners := func(text string) {
		if text != "" {
			out = append(out, Glyph{cluster: &cluster{text: text}})
		}
	}
	for _, g := range glyphs {
		c := g.cluster
		if c != nil {
			if letter, marks, ok := parted(c.text); ok {
				for _, m := range slices.Backward(marks) {
					out = append(out, Glyph{cluster: &cluster{text: string(m)}})
				}
				g.cluster = &cluster{c.piece, string(letter)}
				out = append(out, g)
				continue
			}
		}
		if c == nil || !strings.ContainsFunc(c.text, silent) {
			out = append(out, g)
			continue
		}
		from := strings.TrimLeftFunc(c.text, silent)
		text := strings.TrimRightFunc(from, silent)
		if text == "" {
			out = append(out, g)
			continue
		}
		g.cluster = &cluster{c.piece, text}
		joiners(from[len(text):])
		out = append(out, g)
		joiners(c.text[:len(c.text)-len(from)])
	}
	for i := len(out) - 2; i >= 0; i-- {
		g, shift := &out[i], out[i+1].shift
		if g.advance != 0 || shift == 0 {
			continue
		}
		c := &cluster{text: g.Text()}
		c.parts = []part{{id: int(g.id)}}
		if g.cluster != nil {
			c.parts = slices.Clone(g.cluster.parts)
		}
		for k := range c.parts {
			c.parts[k].dx -= int(shift - g.shift)
		}
		g.shift, g.cluster = shift, c
	}
	return out
}

// parted parts a letter from the marks on it.
func parted(text string) (letter rune, marks []rune, ok bool) {
	all := []rune(text)
	if len(all) < 2 || unicode.IsMark(all[0]) || silent(all[0]) {
		return 0, nil, false
	}
	for _, r := range all[1:] {
		if !unicode.IsMark(r) || silent(r) {
			return 0, nil, false
		}
	}
	return all[0], all[1:], true
}
