package scan

// How far the lines of a page must lean to one side for it to be told how it
// stands.
const (
	leastLines   = 4
	leastLetters = 40
	leastLean    = 1.0  // of the mean line
	leastShare   = 0.75 // of the text that leans the same way
)

// posture is how text stands.
type posture struct {
	lines int
	lean  float64 // of the mean line: upright where it is positive, else on its head
	share float64 // of the text that leans that way
	band  float64 // the height of small letters, in pixels
	fit   float64 // how unlike Latin and Cyrillic text the lines are
}

// stance measures how text stands whose lines run across.
func (t *text) stance() (s posture) {
	all := t.profiles()
	s.lines = len(all)
	var whole, way float64
	var sum profile
	for _, m := range all {
		if m.profile.lean() > 0 {
			way += m.width
		}
		s.band += m.band * m.width
		whole += m.width
		for i, v := range m.profile {
			sum[i] += v * m.width
		}
	}
	if whole == 0 {
		return s
	}
	for i := range sum {
		sum[i] /= whole
	}
	s.lean, s.share, s.band = sum.lean(), way/whole, s.band/whole
	if s.lean < 0 {
		s.share, sum = 1-s.share, sum.flipped()
	}
	s.fit = sum.distance()
	return s
}

// told is the turn that makes text stand upright whose lines run across: 0 or
// 180. It is unsure of little text, of what leans too little, and of scripts
// that it doesn't know.
func (s posture) told() (turn int, sure bool) {
	if s.lines < leastLines || s.share < leastShare || s.fit > mostUnlike {
		return 0, false
	}
	switch {
	case s.lean > leastLean:
		return 0, true
	case s.lean < -leastLean:
		return 180, true
	}
	return 0, false
}

// runsAcross and runsDown tell which way the lines of a text run, by where the
// letters have their nearest neighbours.
func (t *text) runsAcross() bool {
	return t.beside+t.below >= leastLetters && t.beside > 3*t.below
}

func (t *text) runsDown() bool {
	return t.beside+t.below >= leastLetters && t.below > 3*t.beside
}

// upright is the text, and its paper, with lines that run across: turned a
// quarter clockwise where they run down.
func (t *text) upright(p *paper, least byte) (*text, *paper, bool) {
	if !t.runsDown() {
		return t, p, false
	}
	q := p.turned()
	if blots, runs, ok := q.blots(least); ok {
		if u := read(q, blots, runs); u.runsAcross() {
			return u, q, true
		}
	}
	return t, p, false
}
