package page

import "math"

// chart draws the picture, and beneath it the table.
func (s *setter) chart(c chart) error {
	d := &drafter{scale: s.scale}
	c.draft(d, unit(math.Round((right-left)*1000)))
	u := s.scale
	if c.caption() != "" {
		title := s.rows(s.column(left, right-left, Plain(c.caption()), sizeBody, true, black))
		for i := range title {
			title[i].keep = true
		}
		s.add(10*u, 4*u, title...)
	}
	s.add(10*u, 8*u, band{h: d.fig.h.points(), draw: func(y float64) { s.pen.figure(d.fig, left, y) }})
	if c.bare() {
		return nil
	}
	return c.table().set(s)
}

// figure draws f with its upper left corner at x and y.
func (p *pen) figure(f figure, x, y float64) {
	for _, s := range f.shapes {
		p.shape(s, x, y)
	}
	for _, l := range f.labels {
		for _, r := range l.text.runs {
			p.run(r, x+l.x.points(), y+l.y.points(), l.size.points(), l.ink)
		}
	}
}

// shape draws s, moved by x and y.
func (p *pen) shape(s shape, x, y float64) {
	p.drawn = true
	style := ""
	if s.fill != nil {
		p.f.SetFillColor(int(s.fill[0]), int(s.fill[1]), int(s.fill[2]))
		style = "F"
	}
	if s.weight > 0 {
		p.f.SetDrawColor(int(s.ink[0]), int(s.ink[1]), int(s.ink[2]))
		p.f.SetLineWidth(s.weight.points())
		style += "D"
	}
	if s.radius > 0 {
		p.f.Circle(x+s.at[0].x.points(), y+s.at[0].y.points(), s.radius.points(), style)
		return
	}
	p.f.MoveTo(x+s.at[0].x.points(), y+s.at[0].y.points())
	for _, at := range s.at[1:] {
		p.f.LineTo(x+at.x.points(), y+at.y.points())
	}
	if s.closed {
		p.f.ClosePath()
	}
	p.f.DrawPath(style)
}
