package page

import "strconv"

func (s *setter) list(l List) {
	u := s.scale
	mark := func(i int) Words {
		if l.Numbered {
			return Plain(strconv.Itoa(i+1) + ".")
		}
		return Plain("•")
	}
	wide := face(false).width(mark(len(l.Items)-1).String(), sizeBody*u)
	in := left + wide + 7*u
	for i, it := range l.Items {
		text := s.column(in, right-in, it.Text, sizeBody, false, black)
		number := s.column(left, wide, mark(i), sizeBody, false, black)
		number.right = true
		bands := append(s.rows(number, text), s.under(in, it.Under)...)
		before := 3 * u
		if i == 0 {
			before = 6 * u
		}
		s.add(before, 0, s.together(bands)...)
	}
}

// under are the small lines beneath an item or a check, from x on.
func (s *setter) under(x float64, lines []Words) []band {
	var out []band
	for _, w := range lines {
		out = append(out, s.rows(s.column(x, right-x, w, sizeSmall, false, grey))...)
	}
	return out
}

// together keeps bands on one page if they are no taller than a third of it.
func (s *setter) together(bands []band) []band {
	if tall(bands) <= s.room()/3 {
		return whole(bands)
	}
	return tidy(bands)
}

// measure finds the width that the numbers of all checks need, so that their
// words start on one line.
func (s *setter) measure(blocks []Block) {
	for _, b := range blocks {
		if c, ok := b.(Check); ok && c.Number != "" {
			w := face(true).width(printed(c.Number), sizeBody*s.scale)
			s.number = max(s.number, min(w+8*s.scale, (right-left)/5))
		}
	}
}

// check draws: box, number, words, and the status at the right edge.
func (s *setter) check(c Check) {
	u := s.scale
	measure := right - left
	side := 9 * u
	x := left + side + 7*u
	var number column
	if c.Number != "" {
		number = s.column(x, s.number-6*u, Plain(c.Number), sizeBody, true, black)
		x += s.number
	}
	end := right
	var status column
	if tail := c.tail(); tail != "" {
		w := min(face(false).width(printed(tail), sizeSmall*u)+0.01, measure/4)
		status = s.column(right-w, w, Plain(tail), sizeSmall, false, grey)
		status.right = true
		end -= w + 12*u
	}
	text := s.column(x, end-x, c.Text, sizeBody, false, black)
	if len(text.lines) == 0 {
		text.lines = []line{{}}
	}
	bands := s.rows(number, text, status)
	draw := bands[0].draw
	bands[0].draw = func(y float64) {
		s.box(left, y+(bands[0].h-side)/2, side, c.State)
		draw(y)
	}
	s.add(5*u, 4*u, s.together(append(bands, s.under(x, c.Under)...))...)
}

// box draws a square to tick and the sign of a state in it, as strokes.
func (s *setter) box(x, y, side float64, state State) {
	s.pen.frame(x, y, side, side, 0.8, black)
	for _, l := range strokes[state] {
		s.pen.line(x+side*l[0], y+side*l[1], x+side*l[2], y+side*l[3], 1.4, blue)
	}
}

// strokes are the signs: a tick, an exclamation mark, an arrow, a question's
// wave, a dash.
var strokes = map[State][][4]float64{
	Have:    {{0.2, 0.52, 0.42, 0.76}, {0.42, 0.76, 0.84, 0.22}},
	Lacking: {{0.5, 0.2, 0.5, 0.6}, {0.5, 0.75, 0.5, 0.8}},
	Follows: {{0.2, 0.5, 0.8, 0.5}, {0.55, 0.25, 0.8, 0.5}, {0.55, 0.75, 0.8, 0.5}},
	Confirm: {{0.2, 0.58, 0.38, 0.42}, {0.38, 0.42, 0.62, 0.58}, {0.62, 0.58, 0.8, 0.42}},
	Excused: {{0.25, 0.5, 0.75, 0.5}},
}
