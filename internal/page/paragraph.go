package page

import "fmt"

// Paragraph is running text. Strong sets it bold; Small is for sources and
// quotations; Box draws a frame round it (a warning, a working-copy mark); Apart
// keeps its distance, as an address at the head of a letter does.
type Paragraph struct {
	Text   Words
	Strong bool
	Small  bool
	Box    bool
	Apart  bool
}

func (p Paragraph) name(n int) string { return fmt.Sprintf("paragraph (block %d)", n) }

func (p Paragraph) proof(r *proofer) { r.words("", p.Text) }

func (p Paragraph) typed(t *typist) {
	bar := ""
	if p.Box {
		bar = "| "
	}
	t.fill(bar, bar, p.Text.typed())
}

func (p Paragraph) marked() string {
	text := p.Text
	if p.Strong {
		text = make(Words, len(p.Text))
		for i, s := range p.Text {
			s.Strong = true
			text[i] = s
		}
	}
	if p.Box {
		return indent(text.marked(newline), "> ", "> ")
	}
	return text.marked(newline)
}

func (p Paragraph) html() string {
	if p.Box {
		return "box"
	}
	return "paragraph"
}

func (p Paragraph) set(s *setter) (err error) {
	s.tree.within(Node{Role: "P"}, func() { p.place(s) })
	return nil
}

func (p Paragraph) place(s *setter) {
	st, before, after := styleBody, 3, 0
	if p.Small {
		st, before = styleSmall, 2
	}
	if p.Apart {
		before, after = 10, 10
	}
	if p.Strong {
		st = st.strong()
	}
	if !p.Box {
		lines := tidy(s.rows(s.column(left, s.measure(), p.Text, st)), few)
		if n := len(lines); n > 0 && p.Strong {
			lines[n-1].keep = true // it leads in to what follows
		}
		s.add(s.steps(before), s.steps(after), lines...)
		return
	}
	pad, side := s.steps(4), s.steps(7)
	in := left + side + 2*pad
	lines := s.rows(s.column(in, right-in-pad, p.Text, st))
	s.add(s.steps(5), s.steps(4), s.panel(lines, pad, s.room(), func(y, h unit, first, _ bool) {
		s.pen.fill(left, y, right-left, h, tint)
		s.pen.fill(left, y, thick, h, blue)
		if first {
			s.heed(left+pad+side/2, y+pad+lines[0].h/2, side, p.Strong)
		}
	})...)
}

// heed draws the sign of a box about a place: a warning's is a triangle, a
// note's a disc.
func (s *setter) heed(x, y, side unit, warning bool) {
	weight := s.scale(thick)
	if !warning {
		s.pen.shape(shape{at: []spot{{x, y}}, radius: side / 2, fill: &blue})
		s.pen.line(x, y-side/20, x, y+side/4, weight, white)
		s.pen.line(x, y-side/4, x, y-side/4+1, weight, white)
		return
	}
	s.pen.shape(shape{at: []spot{{x, y - side/2}, {x + 9*side/16, y + side/2}, {x - 9*side/16, y + side/2}}, closed: true, fill: &blue, weight: weight / 2, ink: blue})
	s.pen.line(x, y-side/6, x, y+side/8, weight, white)
	s.pen.line(x, y+3*side/8, x, y+3*side/8+1, weight, white)
}
