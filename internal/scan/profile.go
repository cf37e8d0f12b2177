package scan

import "math"

// A profile is how the ink of a line of text lies between its top and its
// foot: in rows, of which the middle ones are the band from the foot of small
// letters to their top.
const (
	outer = 10 // rows above the band, and below: 0.625 of its height
	inner = 16
	rows  = 2*outer + inner
)

// profile holds how much ink there is in a row, and how many strokes: of both,
// 1 is the mean of the band.
type profile [2 * rows]float64

// flipped is the profile of the line upside down.
func (p *profile) flipped() (q profile) {
	for i := range rows {
		q[i], q[rows+i] = p[rows-1-i], p[2*rows-1-i]
	}
	return q
}

// measured is a line with its profile.
type measured struct {
	profile profile
	band    float64 // its height, in pixels
	width   float64
}

const fine = 4 // rows of a raw profile in a pixel

// profiles are those of all lines in which a band can be told.
func (t *text) profiles() (all []measured) {
	raw := make([][2][]float64, len(t.lines))
	zero := make([]int, len(t.lines))
	for i, l := range t.lines {
		zero[i] = int(2.5*l.height) * fine
		for k := range raw[i] {
			raw[i][k] = make([]float64, 2*zero[i])
		}
	}
	t.dots()
	for _, u := range t.runs {
		i := t.blots[u.blot].line
		if i < 0 {
			continue
		}
		l := &t.lines[i]
		x := float64(u.from+u.to) / 2
		at := float64(zero[i]) + fine*(float64(u.y)-l.y-t.slope*(x-l.x))
		for k := range fine {
			if y := int(math.Floor(at+0.5)) + k; y >= 0 && y < len(raw[i][0]) {
				raw[i][0][y] += float64(u.to - u.from)
				raw[i][1][y]++
			}
		}
	}
	for i := range t.lines {
		top, foot, ok := band(raw[i][0], t.lines[i].height*fine)
		if !ok {
			continue
		}
		m := measured{band: float64(foot-top) / fine, width: t.lines[i].width}
		for k := range 2 {
			sum := 0.0
			for r := range rows {
				step := float64(foot-top) / inner
				v := mean(raw[i][k], float64(top)+0.5+step*float64(r-outer), step)
				m.profile[k*rows+r] = v
				if r >= outer && r < outer+inner {
					sum += v / inner
				}
			}
			for r := range rows {
				m.profile[k*rows+r] /= max(sum, 1e-9)
			}
		}
		all = append(all, m)
	}
	return all
}

// mean is that of a stretch of values, zero outside.
func mean(v []float64, from, length float64) float64 {
	sum := 0.0
	for i := int(math.Floor(from)); float64(i) < from+length; i++ {
		if i >= 0 && i < len(v) {
			sum += v[i] * (min(float64(i+1), from+length) - max(float64(i), from))
		}
	}
	return sum / length
}

// band finds where the ink of a line begins and ends to be that of small
// letters: where it grows and falls the most.
func band(ink []float64, height float64) (top, foot int, ok bool) {
	soft := make([]float64, len(ink))
	const half = fine / 2
	for y := half; y+half < len(ink); y++ {
		for k := -half; k <= half; k++ {
			soft[y] += ink[y+k]
		}
	}
	step := func(y int) float64 { return soft[y+half] - soft[y-half] }
	best := 0.0
	most, least := int(1.6*height), max(2*fine, int(0.5*height))
	for t := 2 * half; t+least+2*half < len(soft); t++ {
		up := step(t)
		if up <= 0 {
			continue
		}
		for f := t + least; f <= t+most && f+2*half < len(soft); f++ {
			if v := min(up, -step(f))*1.5 + up - step(f); v > best && step(f) < 0 {
				best, top, foot = v, t, f
			}
		}
	}
	return top, foot, best > 0
}

// dots gives dots and accents to the lines that they stand over or under, where
// there are not as many as only dirt makes.
func (t *text) dots() {
	if len(t.blots)*len(t.lines) > 50_000_000 {
		return
	}
	for i := range t.blots {
		b := &t.blots[i]
		if b.line >= 0 {
			continue
		}
		x, y := float64(b.Min.X+b.Max.X)/2, float64(b.Min.Y+b.Max.Y)/2
		best := math.Inf(1)
		for k := range t.lines {
			l := &t.lines[k]
			if x < l.x-l.width*0.6 || x > l.x+l.width*0.6 || float64(b.Dy()) > 0.6*l.height || float64(b.Dx()) > l.height {
				continue
			}
			if d := math.Abs(y - l.y - t.slope*(x-l.x)); d < 1.2*l.height && d < best {
				best, b.line = d, k
			}
		}
	}
}
