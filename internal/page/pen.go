package page

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"mappe/internal/pdf"
	"mappe/internal/typeset"
)

// pen draws on pages. It measures from the upper corner at which reading
// begins: on a mirrored page that is the right one, and this is the one place
// that knows it. Shapes and words are kept apart, words above.
type pen struct {
	mirrored bool
	accent   ink // in place of blue
	tree     *tree
	pages    []layer
	figures  []layer
	words    [][]Word
	links    []Place
	slots    []Slot
	drawn    []Figure

	figure  int // leaf of the figure that is drawn, -1 for none
	running int // what is drawn is no part of the text: again or foot; 0: it is
}

// layer is a page of shapes.
type layer []shape

// shape is a line through its places or, if closed, the outline of a surface;
// with a radius, a disc about its one place. It is filled, then drawn round.
type shape struct {
	at     []spot
	closed bool
	radius unit
	fill   *ink // nil: not filled
	weight unit // of the line; 0: none
	ink    ink
}

type spot struct{ x, y unit }

// Word is a run of text on a page, in PDF user space: X and Y are the start of
// its baseline. Leaf is the leaf of the tag tree whose text it is, -1 for an
// artifact.
type Word struct {
	X, Y typeset.Unit
	Run  typeset.Run
	Ink  [3]uint8 // red, green, blue
	Leaf int
}

// page starts an A4 page.
func (p *pen) page() {
	p.pages = append(p.pages, nil)
	p.words = append(p.words, nil)
}

// number is that of the page that is drawn, from 1.
func (p *pen) number() int { return len(p.words) }

// from is the left edge of what begins at x and is w wide.
func (p *pen) from(x, w unit) unit {
	if p.mirrored {
		return a4Width - x - w
	}
	return x
}

// rect is a place on the page in PDF user space.
func (p *pen) rect(x, y, w, h unit) pdf.Rect {
	x = p.from(x, w)
	return pdf.Rect{x.Points(), (a4Height - y - h).Points(), (x + w).Points(), (a4Height - y).Points()}
}

// text draws a line that begins at x, with its baseline at y. Where it leads
// somewhere it is blue; outside the file it is underlined too.
func (p *pen) text(x, y unit, l typeset.Line, c ink) {
	runs := slices.Clone(l.Runs)
	slices.SortStableFunc(runs, func(a, b typeset.Run) int { return cmp.Compare(a.At, b.At) })
	at := &p.words[len(p.words)-1]
	for _, r := range runs {
		w := Word{p.from(x, l.Width) + r.X, a4Height - y, r, p.ink(c), r.Mark}
		switch link := p.tree.link(r.Mark); {
		case p.running < 0:
			w.Leaf = p.running
		case p.figure >= 0:
			w.Leaf = p.figure
		case link >= 0:
			w.Ink = p.accent
			p.link(link, w, r)
		}
		*at = append(*at, w)
	}
}

// link lays a link on a word, or more of it on the next word of the line.
func (p *pen) link(node int, w Word, r typeset.Run) {
	to := p.tree.nodes[node].To
	box := pdf.Rect{w.X.Points(), (w.Y - r.Size/4).Points(), (w.X + r.Width).Points(), (w.Y + r.Size*4/5).Points()}
	if !strings.HasPrefix(to, "#") {
		to = escapeURL(to)
		x := p.from(w.X, r.Width)
		p.line(x, a4Height-w.Y+r.Size/8, x+r.Width, a4Height-w.Y+r.Size/8, hair, blue)
	}
	text := strings.TrimSpace(strings.ReplaceAll(r.Text, "\n", " "))
	if n := len(p.links); n > 0 {
		if last := &p.links[n-1]; last.Node == node && last.Page == p.number() && last.Rect[1] == box[1] {
			last.Rect[0], last.Rect[2] = min(last.Rect[0], box[0]), max(last.Rect[2], box[2])
			last.Rect[3] = max(last.Rect[3], box[3])
			last.Text += r.Text
			return
		}
	}
	p.links = append(p.links, Place{Page: p.number(), Rect: box, To: to, Node: node, Text: text})
}

// ink is the colour that is drawn for c: the accent for blue, and a lighter one
// for the blue of bars.
func (p *pen) ink(c ink) ink {
	switch {
	case p.accent == blue:
	case c == blue:
		return p.accent
	case c == steel:
		for i, v := range p.accent {
			c[i] = uint8(int(v) + 38*(255-int(v))/100)
		}
	}
	return c
}

// shape draws s, whose places are those of the page.
func (p *pen) shape(s shape) {
	s.ink = p.ink(s.ink)
	if s.fill != nil {
		s.fill = new(p.ink(*s.fill))
	}
	if p.mirrored {
		s.at = slices.Clone(s.at)
		for i := range s.at {
			s.at[i].x = a4Width - s.at[i].x
		}
	}
	to := &p.pages[len(p.pages)-1]
	if p.figure >= 0 {
		to = &p.figures[len(p.figures)-1]
	}
	*to = append(*to, s)
}

func (p *pen) line(x0, y0, x1, y1, weight unit, c ink) {
	p.shape(shape{at: []spot{{x0, y0}, {x1, y1}}, weight: weight, ink: c})
}

func (p *pen) fill(x, y, w, h unit, c ink) {
	p.shape(shape{at: []spot{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}, closed: true, fill: &c})
}

func (p *pen) frame(x, y, w, h, weight unit, c ink) {
	p.shape(shape{at: []spot{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}, closed: true, weight: weight, ink: c})
}

// picture draws a Figure of the tag tree: what draw puts, shapes and words, is
// the one thing that the leaf holds.
func (p *pen) picture(leaf int, draw func()) {
	p.figures = append(p.figures, nil)
	p.drawn = append(p.drawn, Figure{Page: p.number(), Leaf: leaf})
	p.figure = leaf
	draw()
	p.figure = -1
}

// Leaves of words that are no part of the text.
const (
	again = -1 // they stood on an earlier page already
	foot  = -2 // they stand at the foot of every page
)

// artifact draws what is no part of the text.
func (p *pen) artifact(leaf int, draw func()) {
	p.running = leaf
	draw()
	p.running = 0
}

// escapeURL writes as %XX what may not stand bare in an address.
func escapeURL(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		if c <= ' ' || c >= 0x7F || strings.IndexByte("<>\"\\`", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

// slot notes a square place that the caller fills.
func (p *pen) slot(x, y, side unit, name string) {
	p.slots = append(p.slots, Slot{Page: p.number(), Rect: p.rect(x, y, side, side), Name: name})
}
