package proof

import (
	"bytes"
	"fmt"
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
	v         *view
	resources dict
	depth     int // of forms
	state
	kept      []state
	tm, start matrix // of text, and of the line that it is on
	marked    []bool // marked content: whether it is a footer, or within one
	operands  []any
}

const (
	maxKept     = 512 // q without Q, and content marked within content
	maxOperands = 64
)

// run follows operators.
func (v *view) run(ops []byte, resources dict, at matrix, depth int) error {
	r := &reader{v: v, resources: resources, depth: depth, state: state{at: at, scale: 1}, tm: unmoved, start: unmoved}
	p := &parser{b: ops, loose: true}
	for p.skip() {
		from := p.i
		o, err := p.value(0)
		if err != nil {
			return fmt.Errorf("byte %d: %w", from, err)
		}
		op, ok := o.(keyword)
		if !ok {
			if len(r.operands) < maxOperands {
				r.operands = append(r.operands, o)
			}
			continue
		}
		if op == "BI" {
			if i := bytes.Index(p.b[p.i:], []byte("ID")); i >= 0 {
				p.i += i
				p.i += max(0, bytes.Index(p.b[p.i:], []byte("EI")))
			}
		}
		if err := r.operator(string(op)); err != nil {
			return fmt.Errorf("byte %d: %s: %w", from, clip([]byte(op)), err)
		}
		r.operands = r.operands[:0]
	}
	return nil
}

// num is the operand i from the last one.
func (r *reader) num(i int) float64 {
	if i >= len(r.operands) {
		return 0
	}
	v, _ := number(r.operands[len(r.operands)-1-i])
	return v
}

func (r *reader) name(i int) name {
	if i >= len(r.operands) {
		return ""
	}
	n, _ := r.operands[len(r.operands)-1-i].(name)
	return n
}

func (r *reader) operator(op string) (err error) {
	switch op {
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
		r.at = matrix{r.num(5), r.num(4), r.num(3), r.num(2), r.num(1), r.num(0)}.then(r.at)
	case "BMC", "BDC":
		return r.mark(op == "BDC")
	case "EMC":
		if n := len(r.marked); n > 0 {
			r.marked = r.marked[:n-1]
		}
	case "Do":
		return r.v.paint(r.resource("XObject", r.name(0)), r.resources, r.at, r.depth)
	case "BT":
		r.tm, r.start = unmoved, unmoved
	case "Tf":
		r.size = r.num(0)
		r.font, err = r.v.f.font(r.resource("Font", r.name(1)))
	case "Tm":
		r.tm = matrix{r.num(5), r.num(4), r.num(3), r.num(2), r.num(1), r.num(0)}
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
		return r.show()
	case "\"":
		r.words, r.chars = r.num(2), r.num(1)
		r.move(0, -r.lead)
		return r.show()
	case "Tj", "TJ":
		return r.show()
	}
	return err
}

// move goes to another line.
func (r *reader) move(x, y float64) {
	r.start = matrix{1, 0, 0, 1, x, y}.then(r.start)
	r.tm = r.start
}

// resource is what operators call by a name; errors are told where it is used.
func (r *reader) resource(kind, called name) any {
	all, err := r.v.f.dictAt(r.resources.get(kind), "/"+string(kind))
	if err != nil {
		return nil
	}
	return all.get(called)
}

// mark begins marked content.
func (r *reader) mark(described bool) error {
	n := len(r.marked)
	if n == maxKept {
		return fmt.Errorf("more than %d within one another", maxKept)
	}
	footer := n > 0 && r.marked[n-1]
	if described && len(r.operands) == 2 && r.name(1) == "Artifact" && r.depth == 0 {
		d, is := r.operands[1].(dict)
		if !is {
			d, _ = r.v.f.dictAt(r.resource("Properties", r.name(0)), "/Properties")
		}
		footer = footer || d.get("Subtype") == name("Footer")
	}
	r.marked = append(r.marked, footer)
	return nil
}

// show shows the strings of the last operand.
func (r *reader) show() error {
	if r.font == nil || len(r.operands) == 0 {
		return nil
	}
	s := show{place: len(r.v.shows), at: matrix{1, 0, 0, 1, 0, r.rise}.then(r.tm).then(r.at), size: r.size}
	s.footer = len(r.marked) > 0 && r.marked[len(r.marked)-1]
	x := 0.0
	parts, ok := r.operands[len(r.operands)-1].(array)
	if !ok {
		parts = r.operands[len(r.operands)-1:]
	}
	for _, o := range parts {
		t, ok := o.(text)
		if !ok {
			gap, _ := number(o)
			x -= gap / 1000 * r.size * r.scale
			continue
		}
		for len(t) > 0 {
			code, n := r.font.code(t)
			wide := r.font.width(code)/1000*r.size + r.chars
			if n == 1 && code == ' ' {
				wide += r.words
			}
			to := x + wide*r.scale
			if r.v.glyphs++; r.v.glyphs > maxGlyphs {
				return fmt.Errorf("more than %d letters on a page", maxGlyphs)
			}
			s.glyphs = append(s.glyphs, glyph{reads: r.font.text(code), from: x, to: to})
			x, t = to, t[n:]
		}
	}
	r.tm = matrix{1, 0, 0, 1, x, 0}.then(r.tm)
	if len(s.glyphs) > 0 {
		r.v.shows = append(r.v.shows, s)
	}
	return nil
}
