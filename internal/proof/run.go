package proof

import (
	"fmt"
	"math"
)

// state is what operators change and q keeps.
type state struct {
	at                        matrix
	font                      *font
	size, chars, words, scale float64 // scale: 1 is as wide as the font has it
	lead, rise                float64
}

// A reader follows the operators of a page or form.
type reader struct {
	scanner
	v         *view
	resources dict
	depth     int // of forms
	state
	kept      []state
	tm, start matrix // of text, and of the line that it is on
	marked    []bool // marked content: whether it is a footer, or within one
}

const maxKept = 512 // q without Q, and content marked within content

// run follows the operators.
func (v *view) run(resources dict, at matrix, depth int) error {
	r := &v.reader
	*r = reader{
		scanner: scanner{parser: parser{b: v.ops, loose: true, slate: v.f.slate}, operands: r.operands, room: r.room},
		v:       v, resources: resources, depth: depth, kept: r.kept[:0], marked: r.marked[:0],
		state: state{at: at, scale: 1}, tm: unmoved, start: unmoved,
	}
	for {
		op, err := r.next()
		if err != nil {
			return fmt.Errorf("byte %d: %w", r.i, err)
		}
		if op == nil {
			return nil
		}
		if err := r.operator(op); err != nil {
			return fmt.Errorf("byte %d: %s: %w", r.i, clip(op), err)
		}
	}
}

// num is the operand i from the last one.
func (r *reader) num(i int) float64 {
	if i >= len(r.operands) {
		return 0
	}
	return r.operands[len(r.operands)-1-i].num
}

func (r *reader) called(i int) []byte {
	if i >= len(r.operands) || r.operands[len(r.operands)-1-i].kind != '/' {
		return nil
	}
	o := r.operands[len(r.operands)-1-i]
	return r.b[o.from:o.to]
}

func (r *reader) six() matrix {
	return matrix{r.num(5), r.num(4), r.num(3), r.num(2), r.num(1), r.num(0)}
}

func (r *reader) operator(op []byte) (err error) {
	switch string(op) {
	case "q":
		if len(r.kept) == maxKept {
			return fmt.Errorf("more than %d within one another", maxKept)
		}
		r.kept = append(r.kept, r.state)
	case "Q":
		if n := len(r.kept); n > 0 {
			r.state, r.kept = r.kept[n-1], r.kept[:n-1]
		}
	case "cm":
		r.at = r.six().then(r.at)
	case "BMC", "BDC":
		return r.mark(len(op) > 1 && op[1] == 'D')
	case "EMC":
		if n := len(r.marked); n > 0 {
			r.marked = r.marked[:n-1]
		}
	case "Do":
		r.v.paint(r.resource("XObject", r.called(0)), r.resources, r.at, r.depth)
	case "BT":
		r.tm, r.start = unmoved, unmoved
	case "Tf":
		r.size = r.num(0)
		r.font, err = r.v.f.font(r.resource("Font", r.called(1)))
	case "Tm":
		r.tm = r.six()
		r.start = r.tm
	case "Td":
		r.move(r.num(1), r.num(0))
	case "TD":
		r.lead = -r.num(0)
		r.move(r.num(1), r.num(0))
	case "T*":
		r.move(0, -r.lead)
	case "TL":
		r.lead = r.num(0)
	case "Tc":
		r.chars = r.num(0)
	case "Tw":
		r.words = r.num(0)
	case "Tz":
		r.scale = r.num(0) / 100
	case "Ts":
		r.rise = r.num(0)
	case "'":
		r.move(0, -r.lead)
		return r.show(r.operands)
	case "\"":
		r.words, r.chars = r.num(2), r.num(1)
		r.move(0, -r.lead)
		return r.show(r.operands[max(0, len(r.operands)-1):])
	case "Tj", "TJ":
		return r.show(r.operands)
	}
	return err
}

// move goes to another line.
func (r *reader) move(x, y float64) {
	r.start = matrix{1, 0, 0, 1, x, y}.then(r.start)
	r.tm = r.start
}

// resource is what operators call by a name; nil where there is none.
func (r *reader) resource(kind name, called []byte) any {
	all, err := r.v.f.dictAt(r.resources.get(kind), "")
	if err != nil {
		return nil
	}
	for _, e := range all {
		if string(e.key) == string(called) {
			return e.value
		}
	}
	return nil
}

// mark begins marked content.
func (r *reader) mark(described bool) error {
	n := len(r.marked)
	if n == maxKept {
		return fmt.Errorf("more than %d within one another", maxKept)
	}
	footer := n > 0 && r.marked[n-1]
	if described && len(r.operands) == 2 && string(r.called(1)) == "Artifact" && r.depth == 0 {
		d, is := r.said.(dict)
		if !is {
			d, _ = r.v.f.dictAt(r.resource("Properties", r.called(0)), "")
		}
		footer = footer || d.get("Subtype") == name("Footer")
	}
	r.marked = append(r.marked, footer)
	return nil
}

// show shows strings, and moves between them.
func (r *reader) show(parts []operand) error {
	if r.font == nil {
		return nil
	}
	v := r.v
	s := show{place: len(v.shows), at: matrix{1, 0, 0, 1, 0, r.rise}.then(r.tm).then(r.at), size: r.size}
	s.footer = len(r.marked) > 0 && r.marked[len(r.marked)-1]
	s.from, s.to = math.Inf(1), math.Inf(-1)
	x, from := 0.0, len(v.glyphs)
	for _, o := range parts {
		if o.kind != '(' {
			x -= o.num / 1000 * r.size * r.scale
			continue
		}
		for t := r.room[o.from:o.to]; len(t) > 0; {
			code, n := r.font.code(t)
			wide := r.font.width(code)/1000*r.size + r.chars
			if n == 1 && code == ' ' {
				wide += r.words
			}
			to := x + wide*r.scale
			if len(v.glyphs) == maxGlyphs {
				return fmt.Errorf("more than %d letters on a page", maxGlyphs)
			}
			g := glyph{r.font.sign(code), x, to}
			v.glyphs = append(v.glyphs, g)
			s.from, s.to, s.hand = min(s.from, x, to), max(s.to, x, to), max(s.hand, g.hand)
			x, t = to, t[n:]
		}
	}
	r.tm = matrix{1, 0, 0, 1, x, 0}.then(r.tm)
	if s.glyphs = v.glyphs[from:len(v.glyphs):len(v.glyphs)]; len(s.glyphs) > 0 {
		v.shows = append(v.shows, s)
	}
	return nil
}
