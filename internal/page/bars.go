package page

import "mappe/internal/typeset"

// Measures of a picture of bars, in points.
const (
	barTall = 10.0
	barMark = 11.0 // of the numbers above bars
	barGap  = 7.0  // between rows
	barName = 26   // percent of the width that the names take
)

var steel = ink{0x6B, 0x82, 0xA9}

// draft lays the picture out, w wide.
func (b Bars) draft(d *drafter, w unit) {
	d.fig.w = w
	names := w * barName / 100
	r := d.size(3.4)
	on := []int{b.From, b.To}
	for _, x := range b.Days {
		on = append(on, x.On)
	}
	s := newScale(on, names+d.size(10), w-2*r, d.size(8), false)
	all := d.flags(b.Days, s, w)
	above, below := d.raise(all)
	y := above + d.size(9)
	first := y + d.size(6)
	foot := first
	var rows []rowPlan
	for _, row := range b.Rows {
		p := d.plan(row, s, names)
		rows = append(rows, p)
		foot += p.h
	}
	var through []unit
	for _, f := range all {
		if f.left {
			through = append(through, f.x)
		}
		d.fig.line(f.x, y, f.x, foot, d.size(0.5), grey)
	}
	years := d.ruler(s, b.Ticks)
	d.fly(all, y-d.size(9), y, foot+years.height(d)+d.size(2))
	if above > 0 { // a line that days stand on
		d.fig.line(s.at[0], y, s.at[len(s.at)-1], y, d.size(1.1), black)
	}
	for _, f := range all {
		d.fig.sign(f.sign, f.x, y, r)
	}
	at := first
	for _, p := range rows {
		d.row(p, s, at)
		at += p.h
	}
	d.fig.line(s.at[0], foot, s.at[len(s.at)-1], foot, d.size(0.5), grey)
	d.rule(years, s, foot, through)
	d.fig.h = foot + years.height(d)
	if below > 0 {
		d.fig.h += d.size(2) + below
	}
	if b.Key != "" && b.hatched() {
		d.fig.h += d.size(3)
		tall, side := d.size(sizeLabel*flagLeading), d.size(barTall)
		d.hatched(s.at[0], d.fig.h+(tall-side)/2, 2*side, side)
		x := s.at[0] + 2*side + d.size(4)
		lines := d.set(Plain(b.Key), sizeLabel, w-x)
		d.put(lines, x, d.fig.h, d.widest(lines...), sizeLabel, black, false)
		d.fig.h += tall * unit(len(lines))
	}
}

func (b Bars) hatched() bool {
	for _, row := range b.Rows {
		for _, x := range row.Bars {
			if x.Look == Hatched {
				return true
			}
		}
	}
	return false
}

// rowPlan is a row with its name set beside the middle of its bars.
type rowPlan struct {
	BarRow
	name   []typeset.Line
	tall   unit // height of the name
	marks  []mark
	levels int  // of marks above each other
	bar, h unit // how far down in the row its bars are, and its height
}

func (d *drafter) plan(row BarRow, s *scale, names unit) rowPlan {
	p := rowPlan{BarRow: row, name: d.set(Plain(row.Name), sizeLabel, names)}
	p.tall = d.size(sizeLabel*flagLeading) * unit(len(p.name))
	half := d.size(barTall / 2)
	p.marks, p.levels = d.marks(row.Bars, s)
	p.bar = max(d.size(barMark)*unit(p.levels), p.tall/2-half)
	p.h = p.bar + half + max(half, p.tall/2) + d.size(barGap)
	return p
}

// row draws a row from y on: its name, its bars, their marks above them.
func (d *drafter) row(row rowPlan, s *scale, y unit) {
	bar := y + row.bar
	d.put(row.name, 0, bar+d.size(barTall/2)-row.tall/2, d.widest(row.name...), sizeLabel, black, false)
	if row.Blank != "" {
		text := d.set(Plain(row.Blank), sizeLabel, d.fig.w-s.at[0])
		w := d.widest(text...)
		at := bar + d.size(barTall/2) - d.size(sizeLabel*flagLeading)/2
		d.fig.box(s.at[0], at, w+d.size(4), d.size(sizeLabel*flagLeading), &white, 0, white)
		d.put(text, s.at[0]+d.size(2), at, w, sizeLabel, grey, false)
		return
	}
	for _, x := range row.Bars {
		a, b := s.reach(x)
		w, h := b-a, d.size(barTall)
		switch x.Look {
		case Full:
			d.fig.box(a, bar, w, h, &steel, 0, steel)
		case Hollow:
			d.fig.box(a, bar, w, h, &white, d.size(0.7), steel)
		case Hatched:
			d.hatched(a, bar, w, h)
		}
	}
	for _, m := range row.marks {
		at := bar - d.size(barMark)*unit(m.level+1)
		tall := d.size(sizeTick * flagLeading)
		d.fig.box(m.x-d.size(1), at, m.w+d.size(2), tall, &white, 0, white)
		d.put([]typeset.Line{m.text}, m.x, at, m.w, sizeTick, black, false)
	}
}

// hatched draws what is to be proved.
func (d *drafter) hatched(x, y, w, h unit) {
	d.fig.box(x, y, w, h, &white, 0, blue)
	d.fig.hatch(x, y, w, h, d.size(3.2), d.size(0.8), blue)
	d.fig.box(x, y, w, h, nil, d.size(0.9), blue)
}
