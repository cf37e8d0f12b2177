package page

import (
	"strings"

	"mappe/internal/typeset"
)

// Check is one line of a checklist: a box with a sign for its state, its
// number, its name, and small lines beneath.
type Check struct {
	State  State
	Number string // "4.2"
	Text   Words
	Status string // "have", "missing", …: the state in words, already spoken
	Who    string // who provides it
	Under  []Words
}

// State is how far a Check is. Each has a sign of its own, in the box on paper
// and as sign tells in text, so that none is told by colour alone.
type State int

// The states: an empty box to tick; there; required and not there; comes
// later; to be confirmed elsewhere; not needed, with a reason.
const (
	Open State = iota
	Have
	Lacking
	Follows
	Confirm
	Excused
)

// sign is the box of s in text.
func (s State) sign() string {
	return [...]string{"[ ]", "[x]", "[!]", "[>]", "[~]", "[-]"}[min(max(s, Open), Excused)]
}

func (c Check) name(int) string { return strings.TrimSpace("check " + c.Number) }

func (c Check) proof(p *proofer) {
	for _, s := range []string{c.Number, c.Status, c.Who} {
		p.text("", s)
	}
	p.words("", append([]Words{c.Text}, c.Under...)...)
	if c.State != Open && c.Status == "" {
		p.fail("", "box %s has no words; give it a status, for who does not see it", c.State.sign())
	}
}

func (c Check) typed(t *typist) {
	mark := c.State.sign() + " "
	if c.Number != "" {
		n := clean(c.Number)
		mark += n + strings.Repeat(" ", t.number-cells(n)+1)
	}
	text := c.Text.typed()
	if tail := c.tail(); tail != "" {
		text += " — " + clean(tail)
	}
	in := strings.Repeat(" ", cells(mark))
	if cells(mark) > t.width/2 {
		in = "    "
	}
	if text == "" {
		t.line(mark)
	}
	t.fill(mark, in, text)
	for _, u := range c.Under {
		t.fill(in, in, u.typed())
	}
}

// tail is what stands behind the words of a check: its state, who provides it.
func (c Check) tail() string {
	if c.Status == "" || c.Who == "" {
		return c.Status + c.Who
	}
	return c.Status + "\u00A0· " + c.Who
}

func (c Check) marked() string {
	mark := c.State.sign() + " "
	if c.Number != "" {
		mark += "**" + escape(c.Number, " ") + "** "
	}
	text := mark + c.Text.marked(newline)
	if tail := strings.TrimSpace(escape(c.tail(), " ")); tail != "" {
		text += " — *" + tail + "*"
	}
	return item("- ", text, c.Under)
}

func (c Check) html() string { return "check" }

func (c Check) set(s *setter) error { return checks{All: []Check{c}}.set(s) }

// checks are Checks that follow one another: one list.
type checks struct {
	Check
	All []Check
}

func (checks) html() string { return "checks" }

func (c checks) set(s *setter) error {
	s.tree.within(Node{Role: "L", Attributes: attribute("List", "ListNumbering", "Decimal")}, func() {
		s.gather(len(c.All), func(i int) { c.All[i].place(s) })
	})
	return nil
}

// measureCheck finds what all checks need, so that their words start on one
// line: the width of the numbers, and of what is told at the end.
func (s *setter) measureCheck(c Check) {
	if c.Number != "" {
		s.number = max(s.number, min(s.width(c.Number, styleBody.strong())+s.steps(4), wide(2)))
	}
	if c.tail() != "" && !s.large {
		word := max(s.longest(Plain(c.Status), styleTold), s.longest(Plain(c.Who), styleSmall))
		s.told = max(s.told, wide(3), min(word, wide(5)))
	}
}

// styleTold is the look of a state in words.
var styleTold = style{8500, 6 * step, true, black}

// place draws: box, number, words, and in a column at the end the state in
// words and who provides the paper. Large print has no room for that column;
// there it stands beneath the words.
func (c Check) place(s *setter) {
	s.tree.within(Node{Role: "LI"}, func() {
		side := s.scale(13 * point)
		x, end := left+side+s.steps(4), left+s.measure()
		if s.told > 0 {
			end = right - s.told - gutter
		}
		var number, text, tail column
		if c.Number != "" {
			s.tree.within(Node{Role: "Lbl"}, func() { number = s.value(x, s.number-s.steps(3), c.Number, styleBody.strong()) })
		}
		x += s.number
		s.tree.within(Node{Role: "LBody"}, func() {
			s.tree.within(Node{Role: "P"}, func() { text = s.column(x, end-x, c.Text, styleBody) })
			told, at, w := &tail, right-s.told, s.told
			if s.large {
				told, at, w = &text, x, end-x
			}
			tail = column{x: at, w: w}
			s.tree.within(Node{Role: "P"}, func() { told.then(0, s.column(at, w, Plain(c.Status), styleTold)) })
			s.tree.within(Node{Role: "P"}, func() { told.then(0, s.column(at, w, Plain(c.Who), styleSmall)) })
			for _, u := range c.Under {
				s.tree.within(Node{Role: "P"}, func() { text.then(s.steps(1)/2, s.column(x, end-x, u, styleSmall)) })
			}
		})
		if len(text.lines) == 0 {
			text.lines = []row{s.row(typeset.Line{}, s.scaled(styleBody))}
		}
		lines := s.rows(number, text, tail)
		pad, base := s.steps(3), lines[0].base
		s.add(0, s.steps(2), s.panel(lines, pad, s.room()/3, func(y, h unit, first, last bool) {
			if first {
				s.box(left, y+pad+base-s.scale(styleBody.size)*714/2000-side/2, side, c.State)
			}
			if last {
				s.pen.line(left, y+h, right, y+h, hair, rule)
			}
		})...)
	})
}

// box draws a square to tick, and the sign of a state in it.
func (s *setter) box(x, y, side unit, state State) {
	s.pen.fill(x, y, side, side, white)
	s.pen.frame(x, y, side, side, s.scale(thin), black)
	for _, path := range strokes(state) {
		var at []spot
		for _, p := range path {
			if s.pen.mirrored && state != Follows {
				p[0] = 1000 - p[0]
			}
			at = append(at, spot{x + side*p[0]/1000, y + side*p[1]/1000})
		}
		s.pen.shape(shape{at: at, weight: s.scale(thick), ink: blue})
	}
}

// strokes are the signs, in thousandths of the box: a tick, an exclamation
// mark, an arrow, a pencil, a dash.
func strokes(state State) [][][2]unit {
	switch state {
	case Have:
		return [][][2]unit{{{220, 540}, {430, 750}, {800, 260}}}
	case Lacking:
		return [][][2]unit{{{500, 190}, {500, 590}}, {{500, 800}, {500, 801}}}
	case Follows:
		return [][][2]unit{{{210, 500}, {780, 500}}, {{560, 280}, {790, 500}, {560, 720}}}
	case Confirm:
		return [][][2]unit{{{200, 800}, {270, 570}, {640, 200}, {800, 360}, {430, 730}, {200, 800}}}
	case Excused:
		return [][][2]unit{{{240, 500}, {760, 500}}}
	}
	return nil
}
