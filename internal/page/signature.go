package page

import (
	"errors"
	"slices"
	"strings"

	"mappe/internal/typeset"
)

// Signature is three lines to write on; Place, Date and Name are the captions
// beneath them.
type Signature struct{ Place, Date, Name string }

func (g Signature) name(int) string { return "signature" }

func (g Signature) proof(p *proofer) {
	for _, s := range []string{g.Place, g.Date, g.Name} {
		p.text("", s)
	}
}

func (g Signature) typed(t *typist) {
	shares := []int{32, 22, 46}
	open := make([]Words, len(shares))
	for i, n := range shares {
		open[i] = Plain(strings.Repeat("_", (t.width-2*between)*n/100))
	}
	t.table(Table{Widths: shares, Rows: [][]Words{open, {Plain(g.Place), Plain(g.Date), Plain(g.Name)}}})
}

func (g Signature) marked() string {
	var lines []string
	for _, s := range []string{g.Place, g.Date, g.Name} {
		lines = append(lines, strings.TrimSpace(escape(s, " ")+" "+strings.Repeat(`\_`, 24)))
	}
	return strings.Join(lines, newline)
}

func (g Signature) html() string { return "signature" }

// Three lines to write on, with their captions beneath.
func (g Signature) set(s *setter) error {
	cut := func(first, n int, caption string) (c column) {
		s.tree.within(Node{Role: "P"}, func() { c = s.column(edge(first), wide(n), Plain(caption), styleSmall) })
		if len(c.lines) == 0 {
			c.lines = []row{s.row(typeset.Line{}, s.scaled(styleSmall))}
		}
		return c
	}
	cuts := []column{cut(0, 4, g.Place), cut(4, 3, g.Date), cut(7, 5, g.Name)}
	one := stack(s.rows(slices.Clone(cuts)...), s.steps(16), 0, func(y, _ unit) {
		for _, c := range cuts {
			s.pen.line(c.x, y+s.steps(15), c.x+c.w, y+s.steps(15), thin, black)
		}
	})
	if one.h > s.room()/2 {
		return errors.New("its captions are taller than half a page; shorten them")
	}
	if n := len(s.bands); n > 0 { // with what is signed
		from := n - 1
		if s.section >= 0 && tall(s.bands[s.section:]) <= s.room()/2 {
			from = s.section
		}
		whole(s.bands[from:])
		s.bands[n-1].keep = true
	}
	one.keep = true // with what is said of it
	s.add(s.steps(6), s.steps(5), one)
	return nil
}
