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
	Small  bool // rows in the size of sources and quotations
	Named  bool // the first cell of a row says what the others are about
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

func (t Table) set(s *setter) (err error) {
	s.tree.within(Node{Role: "Table"}, func() { err = t.place(s) })
	return err
}

func (t Table) place(s *setter) error {
	shares, err := t.columns()
	if err != nil || len(shares) == 0 {
		return err
	}
	pad := s.steps(2)
	headed, look := styleSmall.strong().in(blue), styleBody
	if t.Small {
		look = styleSmall.in(black)
	}
	widths := s.widths(t, shares, headed, look)
	named := Node{Role: "TH", Attributes: attribute("Table", "Scope", "Row")}
	cells := func(cell Node, row []Words, st style) (lines []band, err error) {
		s.tree.within(Node{Role: "TR"}, func() {
			var cols []column
			x := left
			for i, words := range row {
				w := widths[i]
				if w < s.scale(st.size) {
					err = fmt.Errorf("column %d is too narrow for its text; give it more than %d %%", i+1, shares[i])
					return
				}
				role := cell
				if i == 0 && t.Named && cell.Role == "TD" {
					role = named
				}
				s.tree.within(role, func() { cols = append(cols, s.column(x, w, words, st)) })
				x += w + gutter
			}
			lines = s.rows(cols...)
		})
		if len(lines) == 0 {
			lines = []band{{h: s.scale(st.leading)}}
			lines[0].draw = func(unit) {}
		}
		return lines, err
	}
	before := s.steps(4)
	var heads []band
	if len(t.Head) > 0 {
		var lines []band
		s.tree.within(Node{Role: "THead"}, func() {
			names := make([]Words, len(t.Head))
			for i, h := range t.Head {
				names[i] = Plain(h)
			}
			lines, err = cells(Node{Role: "TH", Attributes: attribute("Table", "Scope", "Column")}, names, headed)
		})
		if err != nil {
			return err
		}
		one := stack(lines, 0, pad, func(y, h unit) { s.pen.line(left, y+h, right, y+h, thin, blue) })
		one.keep = true
		if one.h > s.room()/2 {
			return errors.New("head is taller than half a page; shorten it")
		}
		heads = []band{one}
		s.add(before, 0, one)
		before = 0
	}
	var all []band
	s.tree.within(Node{Role: "TBody"}, func() {
		for _, row := range t.Rows {
			var lines []band
			if lines, err = cells(Node{Role: "TD"}, row, look); err != nil {
				return
			}
			all = append(all, s.panel(lines, pad, s.room()-tall(heads), func(y, h unit, _, last bool) {
				if last {
					s.pen.line(left, y+h, right, y+h, hair, rule)
				}
			})...)
		}
	})
	if err != nil {
		return err
	}
	for i := range all {
		all[i].head = heads
	}
	s.add(before, s.steps(8), tidy(all, few)...)
	return nil
}
