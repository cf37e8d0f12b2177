package page

import (
	"fmt"
	"strconv"
	"strings"
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
	u := s.scale
	mark := func(i int) Words {
		if l.Numbered {
			return Plain(strconv.Itoa(i+1) + ".")
		}
		return Plain("•")
	}
	wide := face(false).width(mark(len(l.Items)-1).String(), sizeBody*u)
	in := left + wide + 7*u
	for i, it := range l.Items {
		text := s.column(in, right-in, it.Text, sizeBody, false, black)
		number := s.column(left, wide, mark(i), sizeBody, false, black)
		number.right = true
		bands := append(s.rows(number, text), s.under(in, it.Under)...)
		before := 3 * u
		if i == 0 {
			before = 6 * u
		}
		s.add(before, 0, s.together(bands)...)
	}
	return nil
}

// under are the small lines beneath an item or a check, from x on.
func (s *setter) under(x float64, lines []Words) []band {
	var out []band
	for _, w := range lines {
		out = append(out, s.rows(s.column(x, right-x, w, sizeSmall, false, grey))...)
	}
	return out
}

// together keeps bands on one page if they are no taller than a third of it.
func (s *setter) together(bands []band) []band {
	if tall(bands) <= s.room()/3 {
		return whole(bands)
	}
	return tidy(bands)
}
