package page

import (
	"strings"

	"mappe/internal/typeset"
)

// mark is the number of a bar above it.
type mark struct {
	text  typeset.Line
	x, w  unit
	level int // 0 is next to the bar
}

// mostLevels is how many marks may stand above each other.
const mostLevels = 3

// marks places the numbers of bars, each as near to the middle of its bar as
// its neighbours leave it: on one line if there is room, else on several. Where
// even that is too narrow the first and the last stand for all.
func (d *drafter) marks(bars []Bar, s *scale) (all []mark, levels int) {
	first, last := "", ""
	for _, b := range bars {
		if b.Mark == "" {
			continue
		}
		from, to := s.reach(b)
		all = append(all, d.mark(b.Mark, b.Look == Hatched, (from+to)/2))
		if first == "" {
			first = b.Mark
		}
		last = b.Mark
	}
	if len(all) == 0 {
		return nil, 0
	}
	from, to := s.at[0]+d.size(1), d.fig.w-d.size(1)
	for n := 1; n <= mostLevels; n++ {
		if placed, ok := d.spread(all, n, from, to); ok {
			return placed, n
		}
	}
	all, _ = d.spread([]mark{d.mark(first+" – "+last, true, (from+to)/2)}, 1, from, to)
	return all, 1
}

// mark sets the words of a mark about a place.
func (d *drafter) mark(words string, strong bool, middle unit) (m mark) {
	for _, l := range d.set(Words{{Text: words, Strong: strong}}, sizeTick, d.fig.w) {
		m.text, m.w = l, d.widest(l)
		break
	}
	m.x = middle - m.w/2
	return m
}

// spread puts marks in turn on n levels, moved so that none of a level touches
// another; ok tells whether there was room.
func (d *drafter) spread(all []mark, n int, from, to unit) (placed []mark, ok bool) {
	placed = append(placed, all...)
	ok = true
	for level := range n {
		free := from
		for i := level; i < len(placed); i += n {
			m := &placed[i]
			m.level, m.x = level, max(m.x, free)
			free = m.x + m.w + d.apart(*m)
		}
		end := to
		for i := level + (len(placed)-1-level)/n*n; i >= level && i < len(placed); i -= n {
			m := &placed[i]
			m.x = min(m.x, end-m.w)
			if i >= n {
				end = m.x - d.apart(placed[i-n])
			}
			ok = ok && m.x >= from
		}
	}
	return placed, ok
}

// apart is the space after a mark: numbers stand closer than words, which would
// read on.
func (d *drafter) apart(m mark) unit {
	for _, r := range m.text.Runs {
		if strings.ContainsAny(r.Text, " \u00a0") {
			return d.size(9)
		}
	}
	return d.size(3)
}
