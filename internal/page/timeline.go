package page

// draft lays the picture out, w wide.
func (t Timeline) draft(d *drafter, w unit) {
	d.fig.w = w
	if len(t.Days) == 0 {
		return
	}
	var on []int
	for _, x := range t.Days {
		on = append(on, x.On)
	}
	for _, x := range t.Spans {
		on = append(on, x.From, x.To)
	}
	r := d.size(3.4)
	s := newScale(on, 2*r, w-2*r, d.size(11), true)
	all := d.flags(t.Days, s, w)
	above, below := d.raise(all)
	y := above + d.size(9)
	row := y
	if len(t.Spans) > 0 {
		row += d.size(17)
	} else {
		row += d.size(6)
	}
	var through []unit
	for _, f := range all {
		if f.left {
			through = append(through, f.x)
		}
	}
	// lines first, so that all else lies above them
	years := d.ruler(s, t.Ticks)
	d.fly(all, y-d.size(9), y, row+d.size(2)+years.height(d))
	for _, x := range t.Spans {
		a, b := s.place(x.From), s.place(x.To)
		d.fig.box(a, y+d.size(4.5), b-a, d.size(10.5), &blue, 0, blue)
		if text := d.set(Plain(x.What), sizeTick, w); d.widest(text...) <= b-a-d.size(6) {
			d.put(text, a+(b-a-d.widest(text...))/2, y+d.size(4.8), d.widest(text...), sizeTick, white, false)
		}
	}
	d.axis(s, y, r)
	for _, f := range all {
		d.fig.sign(f.sign, f.x, y, r)
	}
	d.rule(years, s, row, through)
	d.fig.h = row + years.height(d)
	if below > 0 {
		d.fig.h += d.size(2) + below
	}
}
