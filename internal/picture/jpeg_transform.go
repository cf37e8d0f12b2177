package picture

import "math"

// newBase is the transform to side by side pixels.
func newBase(side int) []float32 {
	base := make([]float32, side*side)
	for u := range side {
		a := math.Sqrt(2 / float64(side))
		if u == 0 {
			a = math.Sqrt(1 / float64(side))
		}
		for x := range side {
			base[u*side+x] = float32(a * math.Sqrt(float64(side)/8) * math.Cos(float64((2*x+1)*u)*math.Pi/float64(2*side)))
		}
	}
	return base
}

// transform makes pixels of the coefficients of a block, of which all behind
// last are zero.
func (l *lightener) transform(b *[64]float32, last int, pl *lightPlane, at int) {
	n := l.side
	width := pl.stride * n
	out := pl.pix[at/pl.stride*n*width+at%pl.stride*n:]
	if last == 0 {
		v := shade(b[0]/8 + 128)
		for y := range n {
			for x := range n {
				out[y*width+x] = v
			}
		}
		return
	}
	var t [64]float32
	for v := range last + 1 {
		for x := range n {
			sum := float32(0)
			for u := range last + 1 {
				sum += b[v*n+u] * l.base[u*n+x]
			}
			t[v*n+x] = sum
		}
	}
	for y := range n {
		row := out[y*width:][:n]
		for x := range n {
			sum := float32(128)
			for v := range last + 1 {
				sum += t[v*n+x] * l.base[v*n+y]
			}
			row[x] = shade(sum)
		}
	}
}

func shade(v float32) byte { return byte(max(0, min(255, v+0.5))) }

// zigzag is where a coefficient stands in its block.
var zigzag = [64]byte{
	0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5,
	12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
	35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51,
	58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
}
