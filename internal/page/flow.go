package page

// band is a slice of the page from margin to margin that is never split. Blocks
// become bands, bands fill pages.
type band struct {
	gap   unit         // space above, dropped at the top of a page
	h     unit         // height
	base  unit         // baseline of its first line
	keep  bool         // on the same page as the next band
	fresh bool         // starts a page
	head  []band       // drawn first when this band opens a page: a table's head
	title *Heading     // whose first line it is: a place that links and bookmarks lead to
	draw  func(y unit) // y is the band's upper edge
}

// tidy keeps the first least of bands together, and the last.
func tidy(bands []band, least int) []band {
	for i := range len(bands) - 1 {
		if i < least-1 || i >= len(bands)-least {
			bands[i].keep = true
		}
	}
	return bands
}

// Lines of a paragraph, or rows of a table, that stand on either of two pages,
// at least; and lines of an item.
const (
	few  = 2
	some = 3
)

// whole keeps all of bands on one page, if one can hold them.
func whole(bands []band) []band {
	for i := range len(bands) - 1 {
		bands[i].keep = true
	}
	return bands
}

// together keeps bands on one page if they are no taller than a third of it.
func (s *setter) together(bands []band) []band {
	if tall(bands) <= s.room()/3 {
		return whole(bands)
	}
	return tidy(bands, some)
}

// gather adds n items, of which put adds each, and keeps the first two and the
// last two together where they are small: no line stands alone at the edge of a
// page.
func (s *setter) gather(n int, put func(i int)) {
	ends := []int{len(s.bands)}
	for i := range n {
		put(i)
		if end := len(s.bands); end > ends[len(ends)-1] {
			ends = append(ends, end)
		}
	}
	bind := func(from, end, to int) {
		if end > 0 && tall(s.bands[from:to]) <= s.room()/8 {
			s.bands[end-1].keep = true
		}
	}
	if n := len(ends) - 1; n > 1 {
		bind(ends[0], ends[1], ends[2])
		bind(ends[n-2], ends[n-1], ends[n])
	}
}

// tall is the height of bands, without the space above the first.
func tall(bands []band) (h unit) {
	for i, b := range bands {
		if i > 0 {
			h += b.gap
		}
		h += b.h
	}
	return h
}

// stack makes one band of bands, with space above and below; around draws
// what lies behind them.
func stack(bands []band, above, below unit, around func(y, h unit)) band {
	h := above + tall(bands) + below
	return band{h: h, base: above + bands[0].base, draw: func(y unit) {
		if around != nil {
			around(y, h)
		}
		y += above
		for i, b := range bands {
			if i > 0 {
				y += b.gap
			}
			b.draw(y)
			y += b.h
		}
	}}
}

// panel pads lines above and below and makes one band of them; a panel taller
// than room stays in lines. around draws what lies behind each part.
func (s *setter) panel(lines []band, pad, room unit, around func(y, h unit, first, last bool)) []band {
	if len(lines) == 0 {
		return nil
	}
	if one := stack(lines, pad, pad, func(y, h unit) { around(y, h, true, true) }); one.h <= room {
		return []band{one}
	}
	for i, l := range lines {
		first, last := i == 0, i == len(lines)-1
		var above, below unit
		if first {
			above = pad
		}
		if last {
			below = pad
		}
		lines[i] = stack([]band{l}, above, below, func(y, h unit) { around(y, h, first, last) })
	}
	return tidy(lines, some)
}

// leadIn keeps what stands between a heading and the table, list, check or
// fields that it is about on one page with their beginning, as long as that is
// no more than half a page. A chart with its own table is such a thing, one
// without leads in to another. The bands of b begin at from.
func (s *setter) leadIn(b Block, from int) {
	about := false
	switch b := b.(type) {
	case Heading:
		s.section = from
		if s.lead < 0 {
			s.lead = from
		}
	case Table, List, checks, Fields:
		about = true
	case chart:
		about = !b.bare()
	case Break, Center:
		s.lead, s.section = -1, -1
	case Rule, Signature:
		s.lead = -1
	}
	if !about {
		return
	}
	if s.lead >= 0 && tall(s.bands[s.lead:from]) <= s.room()/2 {
		for i := s.lead; i < from; i++ {
			s.bands[i].keep = true
		}
	}
	s.lead = -1
}
