package scan

import (
	"math"
	"slices"
)

// Letters, in millimetres: how high they are, dots and accents apart. And how
// many a sheet may have: there are not so many in the smallest print.
const (
	leastLetter = 0.8
	mostLetter  = 9
	mostLetters = 20_000
)

// line is letters that stand in a row.
type line struct {
	letters []int // blots, from the left
	height  float64
	x, y    float64 // its middle
	width   float64
	slope   float64
}

// text is what of the ink looks like letters.
type text struct {
	blots   []blot
	runs    []run
	letters []int // from the left, also of text that lies on its side
	mm      float64
	right   []int // by letter: the index in letters of the next in its line, -1 for none
	beside  int   // letters whose nearest neighbour stands beside them
	below   int   // and below or above
	lines   []line
	slope   float64
}

// read finds letters and lines.
func read(p *paper, blots []blot, runs []run) *text {
	t := &text{blots: blots, runs: runs, mm: p.mm}
	for i, b := range blots {
		narrow, wide := float64(min(b.Dx(), b.Dy())), float64(max(b.Dx(), b.Dy()))
		if wide < leastLetter*p.mm || narrow > mostLetter*p.mm || wide > 12*narrow || b.area < 6 {
			continue
		}
		t.letters = append(t.letters, i)
	}
	if len(t.letters) > mostLetters {
		t.letters = nil
	}
	slices.SortFunc(t.letters, func(a, b int) int { return blots[a].Min.X - blots[b].Min.X })
	t.neighbours()
	t.chain()
	return t
}

// stands tells whether a letter is as high as those of lines that run across.
func (t *text) stands(b *blot) bool {
	h := float64(b.Dy())
	return h >= leastLetter*t.mm && h <= mostLetter*t.mm
}

// near tells whether two stretches, of blots that stand side by side, overlap
// as those of one line do, and the gap between the blots, in parts of their
// height.
func near(lo1, hi1, lo2, hi2, gap int) (float64, bool) {
	h1, h2 := hi1-lo1, hi2-lo2
	over := min(hi1, hi2) - max(lo1, lo2)
	if 5*over < 2*min(h1, h2) || h1 > 4*h2 || h2 > 4*h1 {
		return 0, false
	}
	g := float64(gap) / float64(max(h1, h2))
	return g, g > -0.3
}

const reach = 1.3 // in heights: the widest gap in a line

func (t *text) neighbours() {
	n := len(t.letters)
	t.right = make([]int, n)
	beside, below := make([]float64, n), make([]float64, n)
	for i := range n {
		t.right[i], beside[i], below[i] = -1, math.Inf(1), math.Inf(1)
	}
	for i, a := range t.letters {
		b := &t.blots[a]
		best := math.Inf(1)
		for j := i + 1; j < n; j++ {
			o := &t.blots[t.letters[j]]
			if o.Min.X > b.Max.X+int(reach*float64(max(b.Dy(), 2*b.Dx()))) {
				break
			}
			if g, ok := near(b.Min.Y, b.Max.Y, o.Min.Y, o.Max.Y, o.Min.X-b.Max.X); ok {
				if g < reach && g < best && o.Max.X > b.Max.X && t.stands(b) && t.stands(o) {
					best, t.right[i] = g, j
				}
				// Gaps are compared in pixels.
				d := float64(o.Min.X - b.Max.X)
				beside[i], beside[j] = min(beside[i], d), min(beside[j], d)
			}
			gap := max(o.Min.Y-b.Max.Y, b.Min.Y-o.Max.Y)
			if _, ok := near(b.Min.X, b.Max.X, o.Min.X, o.Max.X, gap); ok {
				d := float64(gap)
				below[i], below[j] = min(below[i], d), min(below[j], d)
			}
		}
	}
	for i := range n {
		switch {
		case beside[i] < below[i]:
			t.beside++
		case below[i] < beside[i]:
			t.below++
		}
	}
}

// chain makes lines of letters and their neighbours.
func (t *text) chain() {
	taken := map[int]int{} // who claims a letter as its neighbour
	gap := func(i int) int { return t.blots[t.letters[t.right[i]]].Min.X - t.blots[t.letters[i]].Max.X }
	for i, j := range t.right {
		if j < 0 {
			continue
		}
		if other, ok := taken[j]; ok && gap(other) <= gap(i) {
			t.right[i] = -1
			continue
		} else if ok {
			t.right[other] = -1
		}
		taken[j] = i
	}
	for i := range t.letters {
		if _, inner := taken[i]; inner || !t.stands(&t.blots[t.letters[i]]) {
			continue
		}
		var l line
		for j := i; j >= 0; j = t.right[j] {
			l.letters = append(l.letters, t.letters[j])
		}
		if t.measure(&l) {
			for _, k := range l.letters {
				t.blots[k].line = len(t.lines)
			}
			t.lines = append(t.lines, l)
		}
	}
	var slopes []float64
	for _, l := range t.lines {
		if l.width > 15*l.height {
			slopes = append(slopes, l.slope)
		}
	}
	if len(slopes) > 0 {
		slices.Sort(slopes)
		t.slope = slopes[len(slopes)/2]
	}
}

// measure tells whether letters are enough for a line.
func (t *text) measure(l *line) bool {
	n := float64(len(l.letters))
	if n < 4 {
		return false
	}
	var heights []int
	var sx, sy, sxx, sxy, ink float64
	for _, k := range l.letters {
		b := &t.blots[k]
		x, y := float64(b.Min.X+b.Max.X)/2, float64(b.Min.Y+b.Max.Y)/2
		heights = append(heights, b.Dy())
		sx, sy, sxx, sxy, ink = sx+x, sy+y, sxx+x*x, sxy+x*y, ink+float64(b.Dx())
	}
	slices.Sort(heights)
	l.height = float64(heights[len(heights)/2])
	l.x, l.y = sx/n, sy/n
	first, last := t.blots[l.letters[0]], t.blots[l.letters[len(l.letters)-1]]
	l.width = float64(last.Max.X - first.Min.X)
	if d := sxx - sx*sx/n; d > 0 {
		l.slope = (sxy - sx*sy/n) / d
	}
	return ink > 6*l.height && math.Abs(l.slope) < 0.15
}
