package page

import (
	"fmt"
	"strings"
)

// Fields are label and value pairs, as on a data sheet. An empty value is an
// open line to write on.
type Fields struct{ Pairs []Pair }

// Pair is a label with its value.
type Pair struct{ Label, Value string }

func (f Fields) name(int) string { return "field" }

func (f Fields) proof(p *proofer) {
	for _, x := range f.Pairs {
		p.text("", x.Label)
		p.text(fmt.Sprintf("%q", short(x.Label)), x.Value)
	}
}

func (f Fields) typed(t *typist) {
	rows := make([][]Words, len(f.Pairs))
	for i, p := range f.Pairs {
		value := p.Value
		if value == "" {
			value = strings.Repeat("_", t.width/3)
		}
		rows[i] = []Words{Plain(p.Label), Plain(value)}
	}
	t.table(Table{Widths: []int{34, 66}, Rows: rows})
}

func (f Fields) marked() string {
	var pairs []string
	for _, p := range f.Pairs {
		value := escape(p.Value, newline)
		if value == "" {
			value = strings.Repeat(`\_`, 20)
		}
		pairs = append(pairs, item("- ", "**"+escape(p.Label, " ")+":** "+value, nil))
	}
	return strings.Join(pairs, "\n")
}

func (f Fields) html() string { return "fields" }

// fields are a column of labels and a column of values; an open line stands
// for a value that is still to be written.
func (f Fields) set(s *setter) error {
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
	return nil
}
