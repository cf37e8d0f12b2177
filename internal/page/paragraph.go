package page

import "fmt"

// Paragraph is running text. Strong sets it bold; Small is for sources and
// quotations; Box draws a frame round it (a warning, a working-copy mark).
type Paragraph struct {
	Text   Words
	Strong bool
	Small  bool
	Box    bool
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

func (p Paragraph) html() string { return "paragraph" }

func (p Paragraph) set(s *setter) error {
	size, before, c := sizeBody, 6.0, black
	if p.Small {
		size, before, c = sizeSmall, 3, grey
	}
	if !p.Box {
		s.add(before*s.scale, 0, tidy(s.rows(s.column(left, right-left, p.Text, size, p.Strong, c)))...)
		return nil
	}
	const inset, pad = 10.0, 7.0
	lines := s.rows(s.column(left+inset, right-left-2*inset, p.Text, size, p.Strong, c))
	s.add(10*s.scale, 8*s.scale, s.panel(lines, pad, s.room(), func(y, h float64) {
		s.pen.fill(left, y, right-left, h, tint)
		s.pen.fill(left, y, 2.5, h, blue)
	}, func(y, h float64, first, last bool) {
		s.pen.line(right, y, right, y+h, 0.6, blue)
		if first {
			s.pen.line(left, y, right, y, 0.6, blue)
		}
		if last {
			s.pen.line(left, y+h, right, y+h, 0.6, blue)
		}
	})...)
	return nil
}
