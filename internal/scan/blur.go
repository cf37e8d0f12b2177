package scan

import "slices"

// fewLetters are enough to tell how sharp they are.
const fewLetters = 30

// softness is how far the edges of letters are spread, in pixels, in the
// direction in which they are spread the most: the deviation of the Gaussian
// that would do that to a sharp edge. It asks the letters that stand in lines,
// or else all; ok is false where there are too few.
func (t *text) softness(p *paper) (s float64, ok bool) {
	var across, down []float64
	inLines := 0
	for _, i := range t.letters {
		if t.blots[i].line >= 0 {
			inLines++
		}
	}
	for _, i := range t.letters {
		b := &t.blots[i]
		if b.line < 0 && inLines >= fewLetters {
			continue
		}
		right, below := 1.0, 1.0
		r := b.Inset(-1).Intersect(p.inside)
		for y := r.Min.Y; y < r.Max.Y; y++ {
			row := p.ink[y*p.width:][:p.width]
			for x := r.Min.X; x+1 < r.Max.X; x++ {
				right = max(right, distance(row[x], row[x+1]))
				if y+1 < r.Max.Y {
					below = max(below, distance(row[x], p.ink[(y+1)*p.width+x]))
				}
			}
		}
		peak := float64(b.peak)
		across = append(across, peak/max(1, right-p.noise))
		down = append(down, peak/max(1, below-p.noise))
	}
	if len(across) < fewLetters {
		return 0, false
	}
	slices.Sort(across)
	slices.Sort(down)
	return 0.45 * max(across[len(across)/2], down[len(down)/2]), true
}

func distance(a, b byte) float64 { return float64(max(a, b) - min(a, b)) }
