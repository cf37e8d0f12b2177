package page

// drafter lays a picture out.
type drafter struct {
	fig   figure
	scale float64 // of all sizes: large print
	loose bool    // for fonts that we do not know: every text may need more room
}

const sizeTick = 7.5

func (d *drafter) size(points float64) unit { return unit(points * d.scale * float64(point)) }

// set sets words in lines of at most width.
func (d *drafter) set(words Words, size float64, width unit) []line {
	return wrap(words, size*d.scale, false, d.fitting(width).points())
}

// fitting is the width of text that fits into room.
func (d *drafter) fitting(room unit) unit {
	if d.loose {
		return room * 8 / 9
	}
	return room
}

// widest is the room that lines need.
func widest(lines []line, d *drafter) (w unit) {
	for _, l := range lines {
		w = max(w, unit(l.w*float64(point))+1)
	}
	if d.loose {
		w = w * 9 / 8
	}
	return w
}

// put puts lines into a box whose upper left corner is at x and y.
func (d *drafter) put(lines []line, x, y, w unit, size float64, c ink, right bool) {
	tall := d.size(size * flagLeading)
	for _, l := range lines {
		own := widest([]line{l}, d)
		at := x
		if right {
			at = x + w - own
		}
		base := y + tall/2 + d.size(size*0.36)
		d.fig.labels = append(d.fig.labels, label{x: at, y: base, w: own, text: l, size: d.size(size), ink: c, right: right})
		y += tall
	}
}

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
	d.fly(all, y-d.size(9), y, row+d.size(2)+d.rulerHeight(s, t.Ticks))
	for _, x := range t.Spans {
		a, b := s.place(x.From), s.place(x.To)
		d.fig.box(a, y+d.size(4.5), b-a, d.size(10.5), &blue, 0, blue)
		if text := d.set(Plain(x.What), sizeTick, w); widest(text, d) <= b-a-d.size(6) {
			d.put(text, a+(b-a-widest(text, d))/2, y+d.size(4.8), widest(text, d), sizeTick, white, false)
		}
	}
	d.axis(s, y, r)
	for _, f := range all {
		d.fig.sign(f.sign, f.x, y, r)
	}
	d.fig.h = row + d.ruler(s, t.Ticks, row, through)
	if below > 0 {
		d.fig.h += d.size(2) + below
	}
}

// rulerHeight is the room that ruler will take.
func (d *drafter) rulerHeight(s *scale, ticks []Tick) unit {
	other := &drafter{fig: figure{w: d.fig.w}, scale: d.scale, loose: d.loose}
	return other.ruler(s, ticks, 0, nil)
}

// axis draws the line of time with its breaks.
func (d *drafter) axis(s *scale, y, r unit) {
	from := s.at[0] - 2*r
	thick := d.size(1.1)
	for i, cut := range s.cut[:len(s.cut)-1] {
		if !cut {
			continue
		}
		mid := (s.at[i] + s.at[i+1]) / 2
		d.fig.line(from, y, mid-d.size(2), y, thick, black)
		for _, x := range []unit{mid - d.size(2), mid + d.size(2)} {
			d.fig.line(x-d.size(2), y+d.size(4), x+d.size(2), y-d.size(4), d.size(0.9), black)
		}
		from = mid + d.size(2)
	}
	d.fig.line(from, y, s.at[len(s.at)-1]+2*r, y, thick, black)
}
