package page

import (
	"fmt"
	"strconv"
	"strings"

	"mappe/internal/pdf"
)

// List has one line of text per item, numbered or with bullets.
type List struct {
	Numbered bool
	Items    []Item
}

// Item is a line of a list, with small lines beneath it.
type Item struct {
	Text  Words
	Under []Words
}

func (l List) name(int) string { return "list" }

func (l List) proof(p *proofer) {
	for i, it := range l.Items {
		p.words(fmt.Sprintf("item %d", i+1), append([]Words{it.Text}, it.Under...)...)
	}
}

func (l List) typed(t *typist) {
	for i, it := range l.Items {
		mark := "- "
		if l.Numbered {
			mark = fmt.Sprintf("%*d. ", len(fmt.Sprint(len(l.Items))), i+1)
		}
		in := strings.Repeat(" ", len(mark))
		t.fill(mark, in, it.Text.typed())
		for _, u := range it.Under {
			t.fill(in, in, u.typed())
		}
	}
}

func (l List) marked() string {
	var items []string
	for i, it := range l.Items {
		mark := "- "
		if l.Numbered {
			mark = fmt.Sprintf("%d. ", i+1)
		}
		items = append(items, item(mark, it.Text.marked(newline), it.Under))
	}
	return strings.Join(items, "\n")
}

func (l List) html() string {
	if l.Numbered {
		return "ol"
	}
	return "ul"
}

func (l List) set(s *setter) error {
	numbering := pdf.Name("Disc")
	if l.Numbered {
		numbering = "Decimal"
	}
	s.tree.within(Node{Role: "L", Attributes: attribute("List", "ListNumbering", numbering)}, func() { l.place(s) })
	return nil
}

func (l List) place(s *setter) {
	mark := func(i int) Words {
		if l.Numbered {
			return Plain(strconv.Itoa(i+1) + ".")
		}
		return Plain("•")
	}
	w := s.width(mark(len(l.Items)-1).String(), styleBody) + 1
	in := left + w + s.steps(4)
	s.gather(len(l.Items), func(i int) {
		it, before := l.Items[i], 2
		if i == 0 {
			before = 3
		}
		s.tree.within(Node{Role: "LI"}, func() {
			var number, text column
			s.tree.within(Node{Role: "Lbl"}, func() { number = s.column(left, w, mark(i), styleBody) })
			number.align = atEnd
			s.tree.within(Node{Role: "LBody"}, func() { text = s.under(in, left+s.measure()-in, it.Text, styleBody, it.Under) })
			s.add(s.steps(before), 0, s.together(s.rows(number, text))...)
		})
	})
}

// under is a text with small lines beneath it.
func (s *setter) under(x, w unit, text Words, st style, lines []Words) column {
	if len(lines) == 0 {
		return s.column(x, w, text, st)
	}
	c := column{x: x, w: w}
	s.tree.within(Node{Role: "P"}, func() { c = s.column(x, w, text, st) })
	for _, u := range lines {
		s.tree.within(Node{Role: "P"}, func() { c.then(s.steps(1)/2, s.column(x, w, u, styleSmall)) })
	}
	return c
}
