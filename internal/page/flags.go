package page

import (
	"slices"

	"mappe/internal/typeset"
)

// pennant is the words of a day at the end of a line that leads to it. Words to
// the right of their line stand above the picture, words to the left of it
// below, so that no line crosses words: of those above, a flag over which an
// earlier one reaches is the lower; below it is the other way round.
type pennant struct {
	x     unit // of its line
	lines []typeset.Line
	w, h  unit
	left  bool // words to the left, below
	clear unit // how far from the picture the words begin
	sign  Sign
	ink   ink
}

// flags makes flags of days, where each reaches neither over 0 nor over width.
func (d *drafter) flags(days []Day, s *scale, width unit) []*pennant {
	days = slices.Clone(days)
	slices.SortStableFunc(days, func(a, b Day) int { return a.On - b.On })
	var all []*pennant
	for i := 0; i < len(days); {
		words := Words{{Text: days[i].Date, Strong: true}}
		f := &pennant{x: s.place(days[i].On), ink: black}
		j := i
		for ; j < len(days) && days[j].On == days[i].On; j++ {
			text := "\u2002" + days[j].What
			if j > i {
				text = " · " + days[j].What
			}
			words = append(words, Span{Text: text})
			f.sign = max(f.sign, days[j].Sign)
		}
		i = j
		after, before := width-f.x-d.size(flagAside), f.x-d.size(flagAside)
		f.lines = d.set(words, sizeLabel, max(after, before))
		f.w = d.widest(f.lines...)
		f.left = f.w > after
		f.h = d.size(sizeLabel*flagLeading) * unit(len(f.lines))
		all = append(all, f)
	}
	return all
}

const (
	flagAside   = 3.5 // from a line to its words
	flagLeading = 1.32
	flagGap     = 1.5 // between flags
)

// raise finds how far from the picture the words of the flags begin, and how
// much room they take above and below it.
func (d *drafter) raise(all []*pennant) (above, below unit) {
	reach := d.size(flagAside) + d.size(2)
	for i := len(all) - 1; i >= 0; i-- {
		f := all[i]
		if f.left {
			continue
		}
		for _, g := range all[i+1:] {
			if !g.left && g.x <= f.x+f.w+reach {
				f.clear = max(f.clear, g.clear+g.h+d.size(flagGap))
			}
		}
		above = max(above, f.clear+f.h)
	}
	for i, f := range all {
		if !f.left {
			continue
		}
		for _, g := range all[:i] {
			if g.left && g.x >= f.x-f.w-reach {
				f.clear = max(f.clear, g.clear+g.h+d.size(flagGap))
			}
		}
		below = max(below, f.clear+f.h)
	}
	return above, below
}

// fly draws the flags: the words of those above end at top, of those below
// begin at foot; their lines come from y.
func (d *drafter) fly(all []*pennant, top, y, foot unit) {
	for _, f := range all {
		if f.left {
			upper := foot + f.clear
			d.fig.line(f.x, y, f.x, upper+f.h-d.size(1.5), d.size(0.5), grey)
			d.put(f.lines, f.x-d.size(flagAside)-f.w, upper, f.w, sizeLabel, f.ink, true)
			continue
		}
		upper := top - f.clear - f.h
		d.fig.line(f.x, y, f.x, upper+d.size(1.5), d.size(0.5), grey)
		d.put(f.lines, f.x+d.size(flagAside), upper, f.w, sizeLabel, f.ink, false)
	}
}
