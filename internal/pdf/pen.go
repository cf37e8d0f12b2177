package pdf

import (
	"math"
	"strconv"
	"strings"
)

// A pen writes the operators of an appearance.
type pen struct {
	b     []byte
	text  bool // the standard font is used
	state Dict // graphics state for all of it
}

// room tells whether more may be drawn: no comment needs as much as there is.
func (p *pen) room() bool { return len(p.b) < 8<<20 }

type point struct{ x, y float64 }

func (a point) plus(b point) point                { return point{a.x + b.x, a.y + b.y} }
func (a point) minus(b point) point               { return point{a.x - b.x, a.y - b.y} }
func (a point) times(f float64) point             { return point{a.x * f, a.y * f} }
func (a point) dot(b point) float64               { return a.x*b.x + a.y*b.y }
func (a point) size() float64                     { return math.Hypot(a.x, a.y) }
func (a point) between(b point, at float64) point { return a.plus(b.minus(a).times(at)) }

// op writes an operator behind its operands.
func (p *pen) op(operator string, numbers ...float64) {
	p.b = operands(p.b, numbers...)
	if len(numbers) > 0 {
		p.b = append(p.b, ' ')
	}
	p.b = append(append(p.b, operator...), '\n')
}

// fill and stroke set a colour of one, three or four parts.
func (p *pen) fill(colour []float64)   { p.colour(colour, "g", "rg", "k") }
func (p *pen) stroke(colour []float64) { p.colour(colour, "G", "RG", "K") }

func (p *pen) colour(colour []float64, operators ...string) {
	switch len(colour) {
	case 1:
		p.op(operators[0], colour...)
	case 3:
		p.op(operators[1], colour...)
	case 4:
		p.op(operators[2], colour...)
	}
}

// dash sets the pattern of lines; nil is solid.
func (p *pen) dash(pattern []float64) {
	if len(pattern) > 0 {
		p.b = append(operands(append(p.b, '['), pattern...), "] 0 d\n"...)
	}
}

func (p *pen) path(points ...point) {
	for i, at := range points {
		if i == 0 {
			p.op("m", at.x, at.y)
		} else {
			p.op("l", at.x, at.y)
		}
	}
}

// rectangle is a path along r.
func (p *pen) rectangle(r Rect) { p.op("re", r[0], r[1], r.Width(), r.Height()) }

// ellipse is a path that fills r.
func (p *pen) ellipse(r Rect) {
	const k = 0.5523 // a quarter of a circle as a curve
	x, y, a, b := (r[0]+r[2])/2, (r[1]+r[3])/2, r.Width()/2, r.Height()/2
	p.op("m", x+a, y)
	p.op("c", x+a, y+b*k, x+a*k, y+b, x, y+b)
	p.op("c", x-a*k, y+b, x-a, y+b*k, x-a, y)
	p.op("c", x-a, y-b*k, x-a*k, y-b, x, y-b)
	p.op("c", x+a*k, y-b, x+a, y-b*k, x+a, y)
	p.op("h")
}

// paint ends a path: filled, stroked, both or neither.
func (p *pen) paint(fill, stroke bool) {
	switch {
	case fill && stroke:
		p.op("B")
	case fill:
		p.op("f")
	case stroke:
		p.op("S")
	default:
		p.op("n")
	}
}

// letters writes in the standard font from a point on.
func (p *pen) letters(letters []byte, size float64, at point) {
	p.text = true
	p.b = append(p.b, "BT /Helv "...)
	p.op("Tf", size)
	p.op("Td", at.x, at.y)
	p.b = append(p.b, '<')
	for _, l := range letters {
		p.b = append(p.b, digits[l>>4], digits[l&15])
	}
	p.b = append(p.b, "> Tj ET\n"...)
}

// inset is r made smaller on all sides, never inside out.
func (r Rect) inset(by float64) Rect {
	x, y := min(by, r.Width()/2), min(by, r.Height()/2)
	return Rect{r[0] + x, r[1] + y, r[2] - x, r[3] - y}
}

// decimal reads a number as operators write it.
func decimal(s string) (float64, bool) {
	if strings.Trim(s, "+-.0123456789") != "" {
		return 0, false
	}
	n, err := strconv.ParseFloat(s, 64)
	return n, err == nil
}
