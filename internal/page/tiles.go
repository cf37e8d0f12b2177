package page

import (
	"fmt"
	"slices"
	"strings"
)

// Tiles are up to three things to see first, side by side.
type Tiles []Tile

// Tile is a short value in large print, what it is above, small lines beneath.
type Tile struct {
	Label, Value string
	Under        []Words
}

func (t Tiles) name(int) string { return "tiles" }

func (t Tiles) proof(p *proofer) {
	if len(t) > 3 {
		p.fail("", "%d stand side by side; give at most three", len(t))
	}
	for _, x := range t {
		p.text("", x.Label)
		p.text(fmt.Sprintf("%q", short(x.Label)), x.Value)
		p.words(fmt.Sprintf("%q", short(x.Label)), x.Under...)
	}
}

// table of tiles: their labels are its head.
func (t Tiles) table() Table {
	table := Table{Rows: [][]Words{nil}}
	for _, x := range t {
		table.Head = append(table.Head, x.Label)
		cell := Words{{Text: x.Value, Strong: true}}
		for _, u := range x.Under {
			cell = append(append(cell, Span{Text: "\n"}), u...)
		}
		table.Rows[0] = append(table.Rows[0], cell)
	}
	return table
}

func (t Tiles) typed(y *typist) { y.table(t.table()) }

func (t Tiles) marked() string { return t.table().marked() }

func (t Tiles) html() string { return "tiles" }

func (t Tiles) set(s *setter) error {
	if len(t) == 0 {
		return nil
	}
	mark := len(s.tree.nodes)
	one, ok := t.cards(s)
	if !ok { // too much for cards
		s.tree.nodes = s.tree.nodes[:mark]
		return t.table().set(s)
	}
	s.add(s.steps(5), s.steps(5), one)
	return nil
}

// cards are tiles side by side, all as high as the highest. Their values are
// set as large as leaves every word whole; where another word would be cut, ok
// is false.
func (t Tiles) cards(s *setter) (one band, ok bool) {
	pad := s.steps(5)
	w := wide(columns / len(t))
	inner := w - 2*pad
	for _, x := range t {
		least := s.longest(Plain(x.Label), styleSmall.strong())
		for _, u := range x.Under {
			least = max(least, s.longest(u, styleSmall))
		}
		if least > inner {
			return band{}, false
		}
	}
	value := styleValue
	for _, st := range []style{styleValue, styleSection, styleHead.in(blue), styleBody.strong().in(blue)} {
		value = st
		if t.fit(s, st, inner) {
			break
		}
	}
	var cards []column
	var h unit
	s.tree.within(Node{Role: "L", Attributes: attribute("List", "ListNumbering", "None")}, func() {
		for i, x := range t {
			at := edge(i*columns/len(t)) + pad
			s.tree.within(Node{Role: "LI"}, func() {
				var c column
				s.tree.within(Node{Role: "Lbl"}, func() { c = s.column(at, inner, Plain(x.Label), styleSmall.strong()) })
				s.tree.within(Node{Role: "LBody"}, func() {
					c.then(s.steps(1), s.under(at, inner, Plain(x.Value), value, x.Under))
				})
				cards = append(cards, c)
				h = max(h, c.tall())
			})
		}
	})
	h += 2 * pad
	one = band{h: h, draw: func(y unit) {
		for i, c := range cards {
			x := edge(i * columns / len(t))
			s.pen.fill(x, y, w, h, tint)
			s.pen.fill(x, y, w, thick, blue)
			at := y + pad
			for j, l := range c.lines {
				s.line(c, j, at+l.base)
				at += l.h
			}
		}
	}}
	return one, h <= s.room()/2
}

// fit tells whether the words of all values are whole on lines of w, none has
// more than two lines, and those that say where theirs end keep to it.
func (t Tiles) fit(s *setter, st style, w unit) bool {
	for _, x := range t {
		if lines := strings.Split(x.Value, "\n"); len(lines) > 1 {
			if slices.ContainsFunc(lines, func(l string) bool { return s.width(l, st) > w }) {
				return false
			}
			continue
		}
		sum := unit(0)
		for word := range unbroken(x.Value) {
			wide := s.width(word, st)
			if wide > w {
				return false
			}
			sum += wide
		}
		if sum > 2*w-2*s.scale(st.size) {
			return false
		}
	}
	return true
}
