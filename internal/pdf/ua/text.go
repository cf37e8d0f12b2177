package ua

import (
	"math"
	"strings"

	"mappe/internal/pdf"
)

// pen is the state of text.
type pen struct {
	font     *font
	size     float64
	leading  float64
	line, at [2]float64 // where the line starts, and what comes next
	scale    float64    // of the text matrix, along the line
	last     [2]float64 // where the text before ended
	before   bool       // there was some in this BT
	spacing  float64
}

func newPen() pen { return pen{scale: 1} }

// write runs an operator of text.
func (x *interpreter) write(op string, operands []pdf.Object) {
	n := make([]float64, 6)
	for i := range min(len(operands), 6) {
		n[i], _ = x.d.f.Number(operands[i])
	}
	p := &x.pen
	move := func(dx, dy float64) {
		p.line = [2]float64{p.line[0] + dx*p.scale, p.line[1] + dy*p.scale}
		p.at = p.line
	}
	switch op {
	case "BT":
		p.line, p.at, p.scale = [2]float64{}, [2]float64{}, 1
	case "Tf":
		p.font, p.size = x.d.font(x.resource("Font", operands)), n[1]
	case "TL":
		p.leading = n[0]
	case "Tc":
		p.spacing = n[0]
	case "Td", "TD":
		if op == "TD" {
			p.leading = -n[1]
		}
		move(n[0], n[1])
	case "Tm":
		p.scale = math.Hypot(n[0], n[1])
		p.line = [2]float64{n[4], n[5]}
		p.at = p.line
	case "T*":
		move(0, -p.leading)
	case "'", "\"":
		move(0, -p.leading)
		x.show(operands[len(operands)-1])
	case "Tj":
		x.show(pdf.Array(operands))
	case "TJ":
		if len(operands) == 1 {
			x.show(operands[0])
		}
	}
}

// show notes what is shown.
func (x *interpreter) show(o pdf.Object) {
	all, ok := o.(pdf.Array)
	if !ok {
		all = pdf.Array{o}
	}
	p := &x.pen
	if p.font == nil {
		x.d.complain("resources", x.place, "text is shown without a font")
		return
	}
	var text strings.Builder
	for _, o := range all {
		if v, ok := x.d.f.Number(o); ok {
			p.at[0] -= v / 1000 * p.size * p.scale
			continue
		}
		s, _ := o.(pdf.String)
		if p.before && s != "" && text.Len() == 0 && x.apart() {
			text.WriteByte(' ')
		}
		for _, code := range p.font.codes(s) {
			p.font.use(code, x.place)
			text.WriteString(p.font.unicode[code])
			p.at[0] += (p.font.width(code)/1000*p.size + p.spacing) * p.scale
		}
	}
	p.last, p.before = p.at, true
	h := x.holder()
	switch {
	case h == nil:
	case h.mark != nil:
		h.mark.text += text.String()
	case h.artifact && !h.running:
		x.d.complain("running", x.place, "the artifact %q has words and is no head or foot", text.String())
	}
}

// apart tells whether what comes next stands away from the text before.
func (x *interpreter) apart() bool {
	p := &x.pen
	return math.Abs(p.at[1]-p.last[1]) > p.size/4 || math.Abs(p.at[0]-p.last[0]) > p.size/8
}
