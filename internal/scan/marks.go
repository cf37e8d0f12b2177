package scan

import (
	"math"
	"slices"
)

// threshold is how dark a pixel is that counts as ink: half as dark as the
// darkest things on the sheet, but not paper, what shines through it, or noise.
func (p *paper) threshold() byte {
	var counts [256]int
	for y := p.inside.Min.Y; y < p.inside.Max.Y; y++ {
		for _, v := range p.ink[y*p.width+p.inside.Min.X : y*p.width+p.inside.Max.X] {
			counts[v]++
		}
	}
	floor := min(120, max(24, 5*p.noise))
	for v := range int(floor) {
		counts[v] = 0
	}
	dark := float64(share(counts[:], 0.9))
	return byte(min(200, max(floor, 0.45*dark)))
}

// marks are the blots that somebody put on the sheet: not dust, not the holes
// for a ring binder, not what shines through from the back, not the shadow at
// an edge.
func (p *paper) marks(blots []blot) (marks []int) {
	for i, b := range blots {
		w, h := float64(b.Dx())/p.mm, float64(b.Dy())/p.mm
		edge := min(b.Min.X-p.inside.Min.X, b.Min.Y-p.inside.Min.Y, p.inside.Max.X-b.Max.X, p.inside.Max.Y-b.Max.Y)
		switch {
		case float64(b.peak) < faintInk:
		case max(w, h) < 1.0 || b.area < 8: // dust
		case float64(edge) < 2*p.mm: // a shadow, a staple, the next sheet
		case hole(w, h, float64(b.area)/p.mm/p.mm) && float64(edge) < 20*p.mm:
		default:
			marks = append(marks, i)
		}
	}
	if len(marks) == 1 { // a hair, a crumb
		if b := blots[marks[0]]; float64(b.Dx()+b.Dy()) < 10*p.mm && float64(b.area) < 4*p.mm*p.mm {
			return nil
		}
	}
	return marks
}

// hole tells whether a blot of so many millimetres may be one.
func hole(w, h, area float64) bool {
	return w > 3.5 && w < 9 && h > 3.5 && h < 9 && math.Abs(w-h) < 0.25*w && area > 0.6*w*h
}

// pale tells whether the letters are hardly darker than the paper.
func pale(t *text) bool {
	var peaks []int
	for _, i := range t.letters {
		if t.blots[i].line >= 0 {
			peaks = append(peaks, int(t.blots[i].peak))
		}
	}
	if len(peaks) < 20 {
		return false
	}
	slices.Sort(peaks)
	return float64(peaks[len(peaks)*3/4]) < paleInk
}
