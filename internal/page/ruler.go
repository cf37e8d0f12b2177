package page

import "mappe/internal/typeset"

// ruler is the months and years under a picture.
type ruler struct {
	months, years []Tick
	step          int // every how many months one is named, 0 where none is drawn
	tall          unit
}

// ruler chooses what there is room to say.
func (d *drafter) ruler(s *scale, ticks []Tick) ruler {
	r := ruler{tall: d.size(sizeTick * 1.35)}
	for _, t := range ticks {
		if t.Year {
			r.years = append(r.years, t)
		} else {
			r.months = append(r.months, t)
		}
	}
	var words, room unit
	for _, m := range r.months[:min(len(r.months), 12)] {
		words = max(words, d.widest(d.tick(m.Text)))
	}
	days := 0
	for _, run := range s.pieces() {
		days += run[1] - run[0]
		room += s.place(run[1]) - s.place(run[0])
	}
	if days == 0 || len(r.months) == 0 {
		return r
	}
	month := unit(30 * int(room) / days)
	for _, n := range []int{1, 3, 6} {
		if month*unit(n) >= words+d.size(5) {
			r.step = n
			break
		}
	}
	return r
}

// height is the room that r takes.
func (r ruler) height(d *drafter) unit {
	if r.step > 0 {
		return d.size(1) + 2*r.tall
	}
	return d.size(1) + r.tall
}

// tick is a word of the ruler, which often comes again.
func (d *drafter) tick(text string) typeset.Line {
	if l, set := d.ticks[text]; set {
		return l
	}
	if d.ticks == nil {
		d.ticks = map[string]typeset.Line{}
	}
	for _, l := range d.set(Plain(text), sizeTick, d.fig.w) {
		d.ticks[text] = l
		break
	}
	return d.ticks[text]
}

// rule draws r from y on. A label that one of the lines that go down through it
// would cross moves behind that, or is left out.
func (d *drafter) rule(r ruler, s *scale, y unit, through []unit) {
	row := y + d.size(1)
	if r.step > 0 {
		d.months(r, s, y, row, through)
		row += r.tall
	}
	for _, run := range s.pieces() {
		for i, t := range r.years {
			from, next := max(t.On, run[0]), d.fig.w
			if i+1 < len(r.years) && r.years[i+1].On <= run[1] {
				next = s.place(r.years[i+1].On)
			}
			if from > run[1] || i+1 < len(r.years) && r.years[i+1].On <= from {
				continue
			}
			x := s.place(from)
			if from == t.On {
				d.fig.line(x, y, x, row+r.tall, d.size(0.5), grey)
			}
			text := d.tick(t.Text)
			w, at := d.widest(text), x+d.size(2.5)
			if next == d.fig.w && from == run[0] && from != t.On { // it may stand before what was cut out
				at = min(at, next-w)
			}
			for _, t := range through {
				if d.crosses(t, at, w) {
					at = t + d.size(2.5)
				}
			}
			free := at+w <= next-d.size(1) || at+w <= next && next == d.fig.w
			for _, t := range through {
				free = free && !d.crosses(t, at, w)
			}
			if free {
				d.put([]typeset.Line{text}, at, row, w, sizeTick, grey, false)
			}
		}
	}
}

// months draws the months of r, whose words stand at row.
func (d *drafter) months(r ruler, s *scale, y, row unit, through []unit) {
	for _, run := range s.pieces() {
		for i, t := range r.months {
			if t.On < run[0] || t.On > run[1] {
				continue
			}
			x, long := s.place(t.On), d.size(2.5)
			if i%r.step == 0 {
				long *= 2
			}
			d.fig.line(x, y, x, y+long, d.size(0.5), grey)
			if i%r.step > 0 {
				continue
			}
			next := s.place(run[1])
			if i+r.step < len(r.months) {
				next = s.place(min(r.months[i+r.step].On, run[1]))
			}
			text := d.tick(t.Text)
			w, at := d.widest(text), x+d.size(2.5)
			free := at+w <= next
			for _, t := range through {
				free = free && !d.crosses(t, at, w)
			}
			if free {
				d.put([]typeset.Line{text}, at, row, w, sizeTick, grey, false)
			}
		}
	}
}

// crosses tells whether a line at x would touch words from at on.
func (d *drafter) crosses(x, at, w unit) bool { return x > at-d.size(1.5) && x < at+w+d.size(1.5) }
