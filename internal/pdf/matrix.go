package pdf

import "math"

// Matrix maps points: a b c d e f as the cm operator takes them.
type Matrix [6]float64

// Identity leaves every point where it is.
var Identity = Matrix{1, 0, 0, 1, 0, 0}

// At is where m puts a point.
func (m Matrix) At(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// Then is m followed by n.
func (m Matrix) Then(n Matrix) Matrix {
	e, f := n.At(m[4], m[5])
	return Matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		e, f,
	}
}

// Rect is the upright rectangle round what m makes of r.
func (m Matrix) Rect(r Rect) Rect {
	out := Rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, corner := range [4][2]float64{{r[0], r[1]}, {r[0], r[3]}, {r[2], r[1]}, {r[2], r[3]}} {
		x, y := m.At(corner[0], corner[1])
		out = Rect{min(out[0], x), min(out[1], y), max(out[2], x), max(out[3], y)}
	}
	return out
}

// finite tells whether m can be written and does not fold the plane.
func (m Matrix) finite() bool {
	for _, v := range m {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	det := m[0]*m[3] - m[1]*m[2]
	return det != 0 && !math.IsNaN(det) && !math.IsInf(det, 0)
}

// String is m as operators take it.
func (m Matrix) String() string { return string(m.append(nil)) }

func (m Matrix) append(b []byte) []byte { return operands(b, m[:]...) }

// array is m as a value of a dictionary.
func (m Matrix) array() Array { return reals(m[:]...) }

// operands writes numbers with blanks between them.
func operands(b []byte, numbers ...float64) []byte {
	for i, v := range numbers {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendReal(b, v)
	}
	return b
}

// reals are numbers as an array.
func reals(numbers ...float64) Array {
	a := make(Array, len(numbers))
	for i, v := range numbers {
		a[i] = Real(v)
	}
	return a
}
