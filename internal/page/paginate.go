package page

import "slices"

// paginate draws the bands, page after page.
func (s *setter) paginate() {
	openings := s.balanced(s.openings())
	y := top
	put := func(b band) {
		if y > top {
			y += b.gap
		}
		if b.title != nil {
			s.titles = append(s.titles, Title{*b.title, Spot{s.pen.number(), min(a4Height-y+2*step, a4Height)}})
		}
		b.draw(y)
		y += b.h
	}
	for i, b := range s.bands {
		if len(openings) > 0 && openings[0] == i {
			openings = openings[1:]
			s.pen.page()
			y = top
			s.note()
			s.pen.artifact(again, func() {
				for _, h := range b.head {
					put(h)
				}
			})
		}
		put(b)
	}
}

// openings are the bands that open a page, each page as full as can be. Bands
// kept together that no page can hold are parted.
func (s *setter) openings() (first []int) {
	y := top
	put := func(b band) {
		if y > top {
			y += b.gap
		}
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
				first = append(first, i+j)
				y = top
				for _, h := range b.head {
					put(h)
				}
			}
			put(b)
		}
		i = end
	}
	return first
}

// balanced gives a last page that would hold but a few lines more of what stands
// before them. Last are the page at the end and the one before each new start.
func (s *setter) balanced(first []int) []int {
	first = slices.Clone(first)
	for n := 1; n < len(first); n++ {
		end, last := len(s.bands), n == len(first)-1
		if !last {
			end = first[n+1]
		}
		if (last || s.bands[end].fresh) && !s.bands[first[n]].fresh {
			first[n] = s.fuller(first[n-1], first[n], end)
		}
	}
	return first
}

// fuller is where the last page opens whose bands are those from at to end, the
// page before it at from: where the section begins that ends there, if that takes
// no more than a third of a page; else where at least an eighth of one comes
// together. A page that holds as much already stays.
func (s *setter) fuller(from, at, end int) int {
	if tall(s.bands[at:end]) >= s.room()/8 {
		return at
	}
	enough := at
	for i := at - 1; i > from; i-- {
		if s.bands[i-1].keep {
			continue
		}
		h := tall(s.bands[i:end])
		for _, b := range s.bands[i].head {
			h += b.gap + b.h
		}
		if h > s.room()/3 {
			break
		}
		if s.bands[i].title != nil {
			return i
		}
		if enough == at && h >= s.room()/8 {
			enough = i
		}
	}
	return enough
}
