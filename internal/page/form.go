package page

import (
	"strings"

	"mappe/internal/typeset"
)

// Form is numbered lines as on a form: what is asked, and the answer. An answer
// without text is an open line to write on.
type Form struct{ Lines []Line }

// Line is one of them, its number such as "1.7". Small lines beneath say what is
// asked in another language, and what else there is to the answer.
type Line struct {
	Number     string
	Asks, Says Item
}

func (f Form) name(int) string { return "form" }

func (f Form) proof(p *proofer) {
	for _, l := range f.Lines {
		p.text("", l.Number)
		p.words("line "+l.Number, append([]Words{l.Asks.Text}, l.Asks.Under...)...)
		p.words("line "+l.Number, append([]Words{l.Says.Text}, l.Says.Under...)...)
	}
}

// open tells whether the answer is still to be written.
func (l Line) open() bool { return strings.TrimSpace(l.Says.Text.String()) == "" }

func (f Form) typed(t *typist) {
	stacked := func(it Item) (w Words) {
		w = append(w, it.Text...)
		for _, u := range it.Under {
			w = append(append(w, Span{Text: "\n"}), u...)
		}
		return w
	}
	rows := make([][]Words, len(f.Lines))
	for i, l := range f.Lines {
		if l.open() {
			l.Says.Text = Plain(strings.Repeat("_", t.width/3))
		}
		rows[i] = []Words{Plain(l.Number), stacked(l.Asks), stacked(l.Says)}
	}
	t.table(Table{Widths: []int{6, 40, 54}, Rows: rows})
}

func (f Form) marked() string {
	var lines []string
	for _, l := range f.Lines {
		says := l.Says.Text.marked(newline)
		if l.open() {
			says = strings.Repeat(`\_`, 20)
		}
		asks := l.Asks.Text.marked(" ")
		for _, u := range l.Asks.Under {
			asks += " / " + u.marked(" ")
		}
		lines = append(lines, item("- ", strings.TrimSpace(escape(l.Number, " ")+" **"+asks+":** "+says), l.Says.Under))
	}
	return strings.Join(lines, "\n")
}

func (f Form) html() string { return "form" }

// A line is a row: its number and what is asked are the heads of the row.
func (f Form) set(s *setter) error {
	var wide unit
	for _, l := range f.Lines {
		wide = max(wide, s.width(l.Number, styleSmall)+1)
	}
	s.tree.within(Node{Role: "Table"}, func() {
		s.gather(len(f.Lines), func(i int) {
			s.tree.within(Node{Role: "TR"}, func() { f.Lines[i].place(s, wide) })
		})
	})
	s.after = max(s.after, s.steps(3))
	return nil
}

func (l Line) place(s *setter, wide unit) {
	head := Node{Role: "TH", Attributes: attribute("Table", "Scope", "Row")}
	in, x := left+wide+s.steps(4), edge(5)
	var number, asks, says column
	s.tree.within(head, func() { number = s.value(left, wide, l.Number, styleSmall) })
	s.tree.within(head, func() { asks = s.under(in, x-gutter-in, l.Asks.Text, styleSmall.in(black), l.Asks.Under) })
	before, open := 3, l.open()
	s.tree.within(Node{Role: "TD"}, func() {
		if !open {
			says = s.under(x, right-x, l.Says.Text, styleBody, l.Says.Under)
			return
		}
		before, says = 5, column{x: x, w: right - x}
		for _, u := range l.Says.Under {
			s.tree.within(Node{Role: "P"}, func() { says.then(s.steps(2), s.column(x, right-x, u, styleSmall)) })
		}
	})
	if open {
		says.lines = append([]row{s.row(typeset.Line{}, s.scaled(styleBody))}, says.lines...)
	}
	bands := s.rows(number, asks, says)
	if draw, at := bands[0].draw, bands[0].base+s.steps(1); open {
		bands[0].draw = func(y unit) {
			draw(y)
			s.pen.line(x, y+at, right, y+at, hair, grey)
		}
	}
	s.add(s.steps(before), 0, s.together(bands)...)
}
