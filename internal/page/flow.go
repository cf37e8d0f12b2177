package page

// band is a slice of the page from margin to margin that is never split. Blocks
// become bands, bands fill pages.
type band struct {
	gap    float64         // space above, dropped at the top of a page
	h      float64         // height
	keep   bool            // on the same page as the next band
	fresh  bool            // starts a page
	head   []band          // drawn first when this band opens a page: a table's head
	anchor string          // a place that links lead to
	draw   func(y float64) // y is the band's upper edge
}

// tidy keeps the first two and the last two of lines together.
func tidy(lines []band) []band {
	if n := len(lines); n > 1 {
		lines[0].keep, lines[n-2].keep = true, true
	}
	return lines
}

// whole keeps all of bands on one page, if one can hold them.
func whole(bands []band) []band {
	for i := range len(bands) - 1 {
		bands[i].keep = true
	}
	return bands
}

// tall is the height of bands, without the space above the first.
func tall(bands []band) float64 {
	var h float64
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
func stack(bands []band, above, below float64, around func(y, h float64)) band {
	h := above + tall(bands) + below
	return band{h: h, draw: func(y float64) {
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

// paginate draws the bands, page after page, and returns the page of each
// anchor. Bands kept together that no page can hold are parted.
func (s *setter) paginate() map[string]int {
	anchors := map[string]int{}
	y := top
	open := func() {
		s.pen.page()
		y = top
		s.note()
	}
	put := func(b band) {
		if y > top {
			y += b.gap
		}
		if b.anchor != "" {
			anchors[b.anchor] = s.pen.number()
		}
		b.draw(y)
		y += b.h
	}
	for i := 0; i < len(s.bands); {
		end := i + 1
		for end < len(s.bands) && s.bands[end-1].keep && !s.bands[end].fresh {
			end++
		}
		group := s.bands[i:end]
		full := y > top && y+group[0].gap+tall(group) > s.floor
		for j, b := range group {
			if i == 0 && j == 0 || j == 0 && (b.fresh || full) || y > top && y+b.gap+b.h > s.floor {
				open()
				for _, h := range b.head {
					put(h)
				}
			}
			put(b)
		}
		i = end
	}
	return anchors
}
