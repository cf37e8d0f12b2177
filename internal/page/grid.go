package page

import (
	"errors"
	"fmt"
)

const (
	cellSide = 5.0 // from the text of a cell to its edge, left and right
	cellPad  = 4.0 // above and below
)

func (s *setter) table(t Table) error {
	widths, err := t.columns()
	if err != nil {
		return err
	}
	u := s.scale
	cells := func(row []Words, size float64, strong bool) ([]band, error) {
		x := left
		var columns []column
		for i, words := range row {
			w := (right - left) * float64(widths[i]) / 100
			inner := w - 2*cellSide*u
			if inner < size*u {
				return nil, fmt.Errorf("column %d is too narrow for its text; give it more than %d %%", i+1, widths[i])
			}
			columns = append(columns, s.column(x+cellSide*u, inner, words, size, strong, black))
			x += w
		}
		lines := s.rows(columns...)
		if len(lines) == 0 {
			lines = []band{{h: leading * size * u, draw: func(float64) {}}}
		}
		return lines, nil
	}
	var head []band
	var names []Words
	for _, h := range t.Head {
		names = append(names, Plain(h))
	}
	if len(names) > 0 {
		lines, err := cells(names, sizeSmall, true)
		if err != nil {
			return err
		}
		one := stack(lines, cellPad*u, cellPad*u, func(y, h float64) {
			s.pen.fill(left, y, right-left, h, tint)
			s.pen.line(left, y+h, right, y+h, 0.9, blue)
		})
		one.keep = true
		if one.h > s.room()/2 {
			return errors.New("head is taller than half a page; shorten it")
		}
		head = []band{one}
		s.add(8*u, 0, one)
	}
	for i, row := range t.Rows {
		lines, err := cells(row, sizeBody, false)
		if err != nil {
			return err
		}
		bands := s.panel(lines, cellPad*u, s.room()-tall(head), nil, func(y, h float64, _, last bool) {
			if last {
				s.pen.line(left, y+h, right, y+h, 0.5, rule)
			}
		})
		for j := range bands {
			bands[j].head = head
		}
		before := 0.0
		if i == 0 && len(head) == 0 {
			before = 8 * u
		}
		s.add(before, 0, bands...)
	}
	s.after = 8 * u
	return nil
}

// fields are a column of labels and a column of values; an open line stands
// for a value that is still to be written.
func (s *setter) fields(f Fields) {
	u := s.scale
	const share = 0.34
	x := left + (right-left)*share
	for _, p := range f.Pairs {
		label := s.column(left, (right-left)*share-12*u, Plain(p.Label), sizeSmall, false, grey)
		value := s.column(x, right-x, Plain(p.Value), sizeBody, false, black)
		before, open := 3*u, len(value.lines) == 0
		if open {
			value.lines, before = []line{{}}, 9*u
		}
		bands := s.rows(label, value)
		if draw := bands[0].draw; open {
			bands[0].draw = func(y float64) {
				draw(y)
				s.pen.line(x, y+bands[0].h, right, y+bands[0].h, 0.5, grey)
			}
		}
		s.add(before, 0, s.together(bands)...)
	}
	s.after = 6 * u
}

// signature is three lines to write on, with their captions beneath.
func (s *setter) signature(g Signature) error {
	u, w, between := s.scale, right-left, 16*s.scale
	cut := func(from, to float64, caption string) column {
		return s.column(left+w*from, w*(to-from)-between, Plain(caption), sizeSmall, false, grey)
	}
	columns := []column{cut(0, 0.3, g.Place), cut(0.3, 0.52, g.Date), cut(0.52, 1, g.Name)}
	columns[2].w += between
	for i := range columns {
		if len(columns[i].lines) == 0 {
			columns[i].lines = []line{{}}
		}
	}
	one := stack(s.rows(columns...), 30*u, 0, func(y, _ float64) {
		for _, c := range columns {
			s.pen.line(c.x, y+29*u, c.x+c.w, y+29*u, 0.6, black)
		}
	})
	if one.h > s.room()/2 {
		return errors.New("its captions are taller than half a page; shorten them")
	}
	s.add(12*u, 10*u, one)
	return nil
}

// center fills a page: a code as large as fits, a title, lines beneath, a
// little above the middle.
func (s *setter) center(c Center) {
	u, w := s.scale, right-left
	var bands []band
	put := func(gap float64, words string, size float64, strong bool, colour ink) {
		col := s.column(left, w, Plain(words), size, strong, colour)
		for i, l := range col.lines {
			shift := (w - l.w) / 2
			for j := range l.runs {
				col.lines[i].runs[j].x += shift
			}
		}
		rows := s.rows(col)
		if len(rows) > 0 {
			rows[0].gap = gap * u
		}
		bands = append(bands, rows...)
	}
	if c.Code != "" {
		big := 84.0
		if wide := face(true).width(printed(c.Code), big*u); wide > w {
			big = max(sizeTitle, big*w/wide*0.999)
		}
		put(0, c.Code, big, true, blue)
	}
	put(6, c.Title, sizeTitle, true, black)
	for _, l := range c.Lines {
		put(6, l, sizeHead, false, grey)
	}
	if len(bands) == 0 {
		return
	}
	bands = whole(bands)
	if free := s.room() - tall(bands); free > 0 {
		bands[0] = stack([]band{bands[0]}, free*0.4, 0, nil)
		bands[0].keep = len(bands) > 1
	}
	s.fresh = true
	s.add(0, 0, bands...)
	s.fresh = true
}
