package page

// ruler draws the months and years under a picture from y on, and tells how
// much room they take. A label that one of the lines that go down through it
// would cross is left out.
func (d *drafter) ruler(s *scale, ticks []Tick, y unit, through []unit) unit {
	months, years := split2(ticks)
	tall := d.size(sizeTick * 1.35)
	row := y + d.size(1)
	step := d.step(s, months)
	free := func(x, w unit) bool {
		for _, t := range through {
			if t > x-d.size(1.5) && t < x+w+d.size(1.5) {
				return false
			}
		}
		return true
	}
	if step > 0 {
		for i, t := range months {
			if !d.within(s, t.On) {
				continue
			}
			x := s.place(t.On)
			named := i%step == 0
			long := d.size(2.5)
			if named {
				long = d.size(5)
			}
			d.fig.line(x, y, x, y+long, d.size(0.5), grey)
			if !named {
				continue
			}
			next := x
			if i+step < len(months) {
				next = s.place(months[i+step].On)
			}
			text := d.set(Plain(t.Text), sizeTick, d.fig.w)
			if w := d.widest(text...); x+d.size(2.5)+w <= next && free(x+d.size(2.5), w) {
				d.put(text, x+d.size(2.5), row, w, sizeTick, grey, false)
			}
		}
		row += tall
	}
	for i, t := range years {
		for _, run := range s.pieces() {
			from, to := max(t.On, run[0]), run[1]
			if i+1 < len(years) {
				to = min(to, years[i+1].On-1)
			}
			if from > to {
				continue
			}
			x := s.place(from)
			if from == t.On {
				d.fig.line(x, y, x, row+tall, d.size(0.5), grey)
			}
			next := d.fig.w
			if i+1 < len(years) && years[i+1].On <= run[1] {
				next = s.place(years[i+1].On)
			}
			text := d.set(Plain(t.Text), sizeTick, d.fig.w)
			w := d.widest(text...)
			at := x + d.size(2.5)
			if next == d.fig.w { // nothing follows
				at = min(at, next-w)
			}
			for _, t := range through {
				if t > at-d.size(1.5) && t < at+w+d.size(1.5) {
					at = t + d.size(2.5)
				}
			}
			if at+w <= next && free(at, w) {
				d.put(text, at, row, w, sizeTick, grey, false)
			}
		}
	}
	return row + tall - y
}

// within tells whether a day lies in a piece of the line.
func (d *drafter) within(s *scale, day int) bool {
	for _, run := range s.pieces() {
		if run[0] <= day && day <= run[1] {
			return true
		}
	}
	return false
}

// step is every how many months one can be named: 1, 3 or 6, or 0 where months
// are too narrow to draw.
func (d *drafter) step(s *scale, months []Tick) int {
	var wide unit
	for _, m := range months {
		wide = max(wide, d.widest(d.set(Plain(m.Text), sizeTick, d.fig.w)...))
	}
	var days int
	var room unit
	for _, run := range s.pieces() {
		days += run[1] - run[0]
		room += s.place(run[1]) - s.place(run[0])
	}
	if days == 0 || len(months) == 0 {
		return 0
	}
	month := unit(30 * int(room) / days)
	for _, n := range []int{1, 3, 6} {
		if month*unit(n) >= wide+d.size(5) {
			return n
		}
	}
	return 0
}

func split2(ticks []Tick) (months, years []Tick) {
	for _, t := range ticks {
		if t.Year {
			years = append(years, t)
		} else {
			months = append(months, t)
		}
	}
	return months, years
}
