package typeset

import (
	"slices"
	"strings"
)

// settle makes glyphs in visual order, which are read from right to left,
// readable one by one, since that is how the readers of a file turn them back:
// a joiner, which nothing is drawn of, becomes a glyph of its own between the
// letters, and a mark stands where its letter does, also where kerning moved
// that.
func settle(glyphs []Glyph) []Glyph {
	out := make([]Glyph, 0, len(glyphs))
	joiners := func(text string) {
		if text != "" {
			out = append(out, Glyph{cluster: &cluster{text: text}})
		}
	}
	for _, g := range glyphs {
		c := g.cluster
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
