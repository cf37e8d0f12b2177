package page

import "fmt"

// chart draws the picture, and beneath it the table.
func (s *setter) chart(c chart) error {
	d := &drafter{lang: s.lang, rtl: s.pen.mirrored, large: s.large}
	c.draft(d, right-left)
	if c.caption() != "" {
		s.tree.within(Node{Role: "P"}, func() {
			title := s.rows(s.column(left, right-left, Plain(c.caption()), styleBody.strong()))
			for i := range title {
				title[i].keep = true
			}
			s.add(s.steps(5), s.steps(2), title...)
		})
	}
	if d.fig.h > s.room() {
		return fmt.Errorf("its picture is %d points high, a page %d; give it fewer days or shorter words", d.fig.h/point, s.room()/point)
	}
	picture := s.picture(c.words(), d.fig.h, func(y unit) { s.figure(d.fig, left, y) })
	picture.keep = !c.bare()
	s.add(s.steps(5), s.steps(7), picture)
	if c.bare() {
		return nil
	}
	return c.table().set(s)
}

// figure draws f with its upper corner, where reading begins, at x and y.
func (s *setter) figure(f figure, x, y unit) {
	for _, sh := range f.shapes {
		at := make([]spot, len(sh.at))
		for i, p := range sh.at {
			at[i] = spot{x + p.x, y + p.y}
		}
		sh.at = at
		s.pen.shape(sh)
	}
	for _, l := range f.labels {
		s.pen.text(x+l.x, y+l.y, l.text, l.ink)
	}
}
