package scan

import "math"

// What is known of lines of Latin and Cyrillic text. Latin has more letters
// that rise above the small ones than letters that hang down; Cyrillic has
// fewer, and shows how it stands only by how its strokes lie inside the band.
// So a line is weighed for four outcomes, Latin or Cyrillic, upright or on its
// head. The weights stand in known.go, which TestFit makes.

// mostUnlike is the distance from usual text beyond which it may be of another
// script, and farUnlike the one beyond which it has no small letters that could
// be measured.
const (
	mostUnlike = 1.6
	farUnlike  = 3
)

// lean is how much more likely it is that a line stands upright than on its
// head: the logarithm of the odds.
func (p *profile) lean() float64 {
	q := p.flipped()
	return either(p.weighed(&latin), p.weighed(&cyrillic)-cyrillicRarer) -
		either(q.weighed(&latin), q.weighed(&cyrillic)-cyrillicRarer)
}

func (p *profile) weighed(weights *profile) (sum float64) {
	for i, v := range p {
		sum += (v - middle[i]) * weights[i]
	}
	return sum
}

// either is the logarithm of the sum of what two logarithms stand for.
func either(a, b float64) float64 {
	return max(a, b) + math.Log1p(math.Exp(-math.Abs(a-b)))
}

// distance is how unlike usual upright text a profile is: 1 for as unlike as
// pages commonly are.
func (p *profile) distance() float64 {
	sum := 0.0
	for i, v := range p {
		d := (v - usual[i]) / spread[i]
		sum += d * d
	}
	return math.Sqrt(sum / float64(len(p)))
}
