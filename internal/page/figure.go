package page

import (
	"slices"

	"mappe/internal/typeset"
)

// figure is a picture that is laid out: shapes below, labels above, in a box
// of its own. It is measured from its upper left corner. All printers that
// draw print the same figure.
type figure struct {
	w, h   unit
	shapes []shape
	labels []label // in reading order
}

// label is a line of text whose left end and baseline are at x and y. Where
// more room is than the text needs, it keeps to its left end or to its right.
type label struct {
	x, y, w unit
	text    typeset.Line
	ink     ink
	right   bool
}

// line draws from one place to another.
func (f *figure) line(x0, y0, x1, y1, weight unit, c ink) {
	f.shapes = append(f.shapes, shape{at: []spot{{x0, y0}, {x1, y1}}, weight: weight, ink: c})
}

// box fills a rectangle, or draws round it, or both.
func (f *figure) box(x, y, w, h unit, fill *ink, weight unit, c ink) {
	f.shapes = append(f.shapes, shape{at: []spot{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}, closed: true, fill: fill, weight: weight, ink: c})
}

// hatch fills a rectangle with slanted lines, every step points one.
func (f *figure) hatch(x, y, w, h, step, weight unit, c ink) {
	for from := x - h + step/2; from < x+w; from += step {
		a, b := max(from, x), min(from+h, x+w) // along the slant, down to up
		if a < b {
			f.line(a, y+h-(a-from), b, y+h-(b-from), weight, c)
		}
	}
}

// sign draws the shape of a day about a place; r is its reach.
func (f *figure) sign(s Sign, x, y, r unit) {
	around := func(at ...spot) {
		f.shapes = append(f.shapes, shape{at: at, closed: true, fill: &white, weight: 3 * r / 4, ink: white}, // clear of what lies below
			shape{at: at, closed: true, fill: &black})
	}
	switch s {
	case Today:
		f.shapes = append(f.shapes, shape{at: []spot{{x, y}}, radius: r + r/4, fill: &white},
			shape{at: []spot{{x, y}}, radius: 3 * r / 4, fill: &white, weight: r / 2, ink: black})
	case Begins:
		around(spot{x, y - r}, spot{x + 3*r/2, y}, spot{x, y + r})
	case Due:
		around(spot{x, y - r}, spot{x + r, y}, spot{x, y + r}, spot{x - r, y})
	default:
		f.line(x, y-r, x, y+r, r/3, black)
	}
}

// mirror turns left and right about, for those who read from right to left.
func (f *figure) mirror() {
	for i := range f.shapes {
		f.shapes[i].at = slices.Clone(f.shapes[i].at)
		for j := range f.shapes[i].at {
			f.shapes[i].at[j].x = f.w - f.shapes[i].at[j].x
		}
	}
	for i := range f.labels {
		l := &f.labels[i]
		l.x, l.right = f.w-l.x-l.w, !l.right
	}
}
