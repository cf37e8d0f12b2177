package page

import (
	"fmt"

	"mappe/internal/pdf"
)

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
	var element, leaf int
	s.tree.within(Node{Role: "Figure", Alt: c.words()}, func() { leaf, element = s.tree.leaf(), s.tree.open })
	s.add(s.steps(5), s.steps(4), band{h: d.fig.h, keep: !c.bare(), draw: func(y unit) {
		box := s.pen.rect(left, y, d.fig.w, d.fig.h)
		s.tree.nodes[element].Attributes = pdf.Dict{{Key: "O", Value: pdf.Name("Layout")}, {Key: "BBox", Value: array(box)}}
		s.pen.picture(leaf, func() { s.figure(d.fig, left, y) })
	}})
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

func array(r pdf.Rect) (a pdf.Array) {
	for _, v := range r {
		a = append(a, pdf.Real(v))
	}
	return a
}
