package packets

import (
	"fmt"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Lengths in points.
const (
	mm       = 72 / 25.4
	a4Short  = 210 * mm
	a4Long   = 297 * mm
	strip    = 14 * mm    // kept free for the stamp at the foot
	margin   = 10 * mm    // round a picture
	maxSide  = 14400      // what readers accept
	perPixel = 72.0 / 150 // the most that a picture's pixel gets
)

// matrix maps points: a b c d e f as in the cm operator.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

func (m matrix) at(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

func (m matrix) String() string {
	s := num(m[0])
	for _, v := range m[1:] {
		s += " " + num(v)
	}
	return s
}

// num writes a number as operators take it, without exponent.
func num(v float64) string {
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// upright turns a box clockwise and moves it to the origin: the matrix, and
// the size that the box then has.
func upright(box [4]float64, rotate int) (m matrix, w, h float64) {
	w, h = box[2]-box[0], box[3]-box[1]
	switch rotate {
	case 90:
		return matrix{0, -1, 1, 0, -box[1], box[2]}, h, w
	case 180:
		return matrix{-1, 0, 0, -1, box[2], box[3]}, w, h
	case 270:
		return matrix{0, 1, -1, 0, box[3], -box[0]}, h, w
	}
	return matrix{1, 0, 0, 1, -box[0], -box[1]}, w, h
}

// paper is a sheet with its place known for everything on it.
type paper struct {
	width, height float64 // points
	ops           []byte
	named         types.Dict
}

// place lays a drawing upright on a sheet.
//
// With fit the sheet is A4, portrait or landscape as the drawing is, and the
// drawing stands in the middle of what the strip leaves, smaller if it must,
// never larger. Without, the sheet is as large as the drawing. A picture has
// no size of its own: it always goes on A4, within margins, at 150 dots per
// inch or more.
func place(d *drawing, rotate int, fit bool) paper {
	m, w, h := upright(d.box, quarter(d.rotate+rotate))
	w, h = w*d.unit, h*d.unit
	scale, x, y := 1.0, 0.0, 0.0
	p := paper{width: w, height: h, named: types.Dict{}}
	if fit || d.picture || w > maxSide || h > maxSide {
		p.width, p.height = a4Short, a4Long
		if w > h {
			p.width, p.height = a4Long, a4Short
		}
		free := [4]float64{0, strip, p.width, p.height}
		if d.picture {
			free = [4]float64{margin, strip, p.width - margin, p.height - margin}
			scale = perPixel
		}
		scale = min(scale, (free[2]-free[0])/w, (free[3]-free[1])/h)
		x = (free[0] + free[2] - w*scale) / 2
		y = (free[1] + free[3] - h*scale) / 2
	}
	s := scale * d.unit
	m = matrix{m[0] * s, m[1] * s, m[2] * s, m[3] * s, m[4]*s + x, m[5]*s + y}
	p.lay(d, m)
	return p
}

// stamp lays a stamp over the page: at its foot, in the middle, smaller if the
// paper is narrower.
func (p *paper) stamp(d *drawing) {
	m, w, _ := upright(d.box, d.rotate)
	s := min(1, p.width/w)
	p.lay(d, matrix{m[0] * s, m[1] * s, m[2] * s, m[3] * s, m[4]*s + (p.width-w*s)/2, m[5] * s})
}

// lay draws what is seen of d.
func (p *paper) lay(d *drawing, m matrix) {
	b := d.box
	p.ops = fmt.Appendf(p.ops, "q %s cm %s %s %s %s re W n\n", m, num(b[0]), num(b[1]), num(b[2]-b[0]), num(b[3]-b[1]))
	for _, part := range d.parts {
		name := fmt.Sprintf("X%d", len(p.named))
		p.named[name] = part.object
		p.ops = fmt.Appendf(p.ops, "q %s cm /%s Do Q\n", part.at, name)
	}
	p.ops = append(p.ops, "Q\n"...)
}
