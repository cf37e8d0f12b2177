package page

import (
	"errors"
	"strings"
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

// signature is three lines to write on, with their captions beneath.
func (g Signature) set(s *setter) error {
	u, w, between := s.scale, right-left, 16*s.scale
	cut := func(from, to float64, caption string) column {
		return s.column(left+w*from, w*(to-from)-between, Plain(caption), sizeSmall, false, grey)
	}
	columns := []column{cut(0, 0.3, g.Place), cut(0.3, 0.52, g.Date), cut(0.52, 1, g.Name)}
	columns[2].w += between
	for i := range columns {
		if len(columns[i].lines) == 0 {
			columns[i].lines = []line{{}}
		}
	}
	one := stack(s.rows(columns...), 30*u, 0, func(y, _ float64) {
		for _, c := range columns {
			s.pen.line(c.x, y+29*u, c.x+c.w, y+29*u, 0.6, black)
		}
	})
	if one.h > s.room()/2 {
		return errors.New("its captions are taller than half a page; shorten them")
	}
	s.add(12*u, 10*u, one)
	return nil
}
