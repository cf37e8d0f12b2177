package page

import (
	"fmt"
	"strings"

	"mappe/internal/typeset"
)

// Fields are label and value pairs, as on a data sheet. An empty value is an
// open line to write on.
type Fields struct{ Pairs []Pair }

// Pair is a label with its value, and the BCP 47 tag of the value's language
// where that is not the Doc's.
type Pair struct{ Label, Value, Lang string }

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

// A pair is a row: its label the head of the row. An open line stands for a
// value that is still to be written.
func (f Fields) set(s *setter) error {
	s.tree.within(Node{Role: "Table"}, func() {
		s.gather(len(f.Pairs), func(i int) {
			s.tree.within(Node{Role: "TR"}, func() { f.Pairs[i].place(s) })
		})
	})
	s.after = max(s.after, s.steps(3))
	return nil
}

func (p Pair) says(s *setter, x, w unit) column {
	if p.Lang == "" {
		return s.value(x, w, p.Value, styleBody)
	}
	return s.column(x, w, Words{{Text: p.Value, Lang: p.Lang}}, styleBody)
}

func (p Pair) place(s *setter) {
	var label, says column
	x := edge(4)
	s.tree.within(Node{Role: "TH", Attributes: attribute("Table", "Scope", "Row")}, func() {
		label = s.column(left, wide(4), Plain(p.Label), styleSmall)
	})
	s.tree.within(Node{Role: "TD"}, func() { says = p.says(s, x, right-x) })
	before, open := 2, len(says.lines) == 0
	if open {
		before = 4
		says.lines = []row{s.row(typeset.Line{}, s.scaled(styleBody))}
	}
	bands := s.rows(label, says)
	if draw, at := bands[0].draw, bands[0].base+s.steps(1); open {
		bands[0].draw = func(y unit) {
			draw(y)
			s.pen.line(x, y+at, right, y+at, hair, grey)
		}
	}
	s.add(s.steps(before), 0, s.together(bands)...)
}
