package page

import "strings"

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

// check draws: box, number, words, and the status at the right edge.
func (c Check) set(s *setter) error {
	u := s.scale
	measure := right - left
	side := 9 * u
	x := left + side + 7*u
	var number column
	if c.Number != "" {
		number = s.column(x, s.number-6*u, Plain(c.Number), sizeBody, true, black)
		x += s.number
	}
	end := right
	var status column
	if tail := c.tail(); tail != "" {
		w := min(face(false).width(printed(tail), sizeSmall*u)+0.01, measure/4)
		status = s.column(right-w, w, Plain(tail), sizeSmall, false, grey)
		status.right = true
		end -= w + 12*u
	}
	text := s.column(x, end-x, c.Text, sizeBody, false, black)
	if len(text.lines) == 0 {
		text.lines = []line{{}}
	}
	bands := s.rows(number, text, status)
	draw := bands[0].draw
	bands[0].draw = func(y float64) {
		s.box(left, y+(bands[0].h-side)/2, side, c.State)
		draw(y)
	}
	s.add(5*u, 4*u, s.together(append(bands, s.under(x, c.Under)...))...)
	return nil
}

// box draws a square to tick and the sign of a state in it, as strokes.
func (s *setter) box(x, y, side float64, state State) {
	s.pen.frame(x, y, side, side, 0.8, black)
	for _, l := range strokes[state] {
		s.pen.line(x+side*l[0], y+side*l[1], x+side*l[2], y+side*l[3], 1.4, blue)
	}
}

// strokes are the signs: a tick, an exclamation mark, an arrow, a question's
// wave, a dash.
var strokes = map[State][][4]float64{
	Have:    {{0.2, 0.52, 0.42, 0.76}, {0.42, 0.76, 0.84, 0.22}},
	Lacking: {{0.5, 0.2, 0.5, 0.6}, {0.5, 0.75, 0.5, 0.8}},
	Follows: {{0.2, 0.5, 0.8, 0.5}, {0.55, 0.25, 0.8, 0.5}, {0.55, 0.75, 0.8, 0.5}},
	Confirm: {{0.2, 0.58, 0.38, 0.42}, {0.38, 0.42, 0.62, 0.58}, {0.62, 0.58, 0.8, 0.42}},
	Excused: {{0.25, 0.5, 0.75, 0.5}},
}

// measure finds the width that the numbers of all checks need, so that their
// words start on one line.
func (s *setter) measure(blocks []Block) {
	for _, b := range blocks {
		if c, ok := b.(Check); ok && c.Number != "" {
			w := face(true).width(printed(c.Number), sizeBody*s.scale)
			s.number = max(s.number, min(w+8*s.scale, (right-left)/5))
		}
	}
}
