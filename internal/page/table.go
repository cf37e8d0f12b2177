package page

import (
	"errors"
	"fmt"
	"strings"
)

// Table has a head (none, when empty) and rows of cells. Widths are shares of
// the line in percent; their sum is 100. A row is never split over two pages
// unless it is taller than one; the head is repeated on each page.
type Table struct {
	Head   []string
	Widths []int
	Rows   [][]Words
}

func (t Table) name(int) string { return "table" }

func (t Table) proof(p *proofer) {
	columns, err := t.columns()
	if err != nil {
		p.fail("", "%w", err)
	}
	for _, h := range t.Head {
		p.text("head", h)
	}
	for i, row := range t.Rows {
		place := fmt.Sprintf("row %d", i+1)
		if len(row) != len(columns) {
			p.fail(place, "has %d cells, the table %d columns; give every row the same number", len(row), len(columns))
		}
		p.words(place, row...)
	}
}

// columns are t's shares of the line: Widths, or equal ones where there are
// none.
func (t Table) columns() ([]int, error) {
	n := len(t.Head)
	if n == 0 && len(t.Rows) > 0 {
		n = len(t.Rows[0])
	}
	if n == 0 && len(t.Rows) > 0 {
		return nil, errors.New("its rows have no cells; leave it out")
	}
	if len(t.Widths) == 0 {
		equal := make([]int, n)
		for i := range equal {
			equal[i] = 100*(i+1)/n - 100*i/n
		}
		return equal, nil
	}
	sum := 0
	for _, w := range t.Widths {
		if w < 4 {
			return nil, fmt.Errorf("a column of %d %% is too narrow; give it at least 4", w)
		}
		sum += w
	}
	if len(t.Widths) != n && n > 0 || sum != 100 {
		return nil, fmt.Errorf("%d widths with sum %d for %d columns; give one each, together 100", len(t.Widths), sum, n)
	}
	return t.Widths, nil
}

func (t Table) typed(y *typist) { y.table(t) }

func (t Table) marked() string {
	columns := len(t.Head)
	if columns == 0 && len(t.Rows) > 0 {
		columns = len(t.Rows[0])
	}
	if columns == 0 {
		return ""
	}
	head := make([]string, columns) // empty where t has none: the format wants one
	for i, h := range t.Head {
		head[i] = escape(h, "<br>")
	}
	lines := []string{"| " + strings.Join(head, " | ") + " |", strings.Repeat("| --- ", columns) + "|"}
	for _, row := range t.Rows {
		cells := make([]string, columns)
		for i, c := range row {
			cells[i] = c.marked("<br>")
		}
		lines = append(lines, "| "+strings.Join(cells, " | ")+" |")
	}
	return strings.Join(lines, "\n")
}

func (t Table) html() string { return "table" }

const (
	cellSide = 5.0 // from the text of a cell to its edge, left and right
	cellPad  = 4.0 // above and below
)

func (t Table) set(s *setter) error {
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
