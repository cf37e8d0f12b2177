package proof

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// A show is what one operator shows: glyphs from the left, at distances from
// where it starts.
type show struct {
	place  int // among all that the page shows
	at     matrix
	size   float64
	footer bool
	hand   hand
	from   float64 // of all glyphs
	to     float64
	glyphs []glyph
}

type glyph struct {
	*sign
	from, to float64
}

// Line is a line of words on a page.
type Line struct {
	Rect  [4]float64 // left, bottom, right, top
	Text  string     // the words, a space between them
	Words []Word
}

// Word is a word, with its place.
type Word struct {
	Rect [4]float64
	Text string
}

// A line is letters with their places, in parts with room between them.
type line struct {
	rect  [4]float64
	parts []part
}

// A part is letters in the order in which they are read.
type part struct {
	rect    [4]float64
	letters []letter
	place   int // of its first show
	footer  bool
}

type letter struct {
	*glyph
	of    *show
	apart bool // room before it, as if a space stood there
}

func (x *letter) rect() [4]float64 { return x.of.rect(x.from, x.to) }

// Lines are the words of a page, from the top down, without those of forms: a
// page of a file is one.
func (f *File) Lines(n int) ([]Line, error) {
	page, err := f.page(n)
	if err != nil {
		return nil, fmt.Errorf("page %d: %w", n, err)
	}
	v, err := f.view(page)
	if err != nil {
		return nil, fmt.Errorf("page %d: %w", n, err)
	}
	var all []Line
	for _, l := range v.all() {
		out := Line{Rect: l.rect}
		v.saying = v.saying[:0]
		for _, part := range l.parts {
			from := 0
			each(part.letters, nil, func(word []letter) {
				if len(v.saying) > 0 {
					v.saying = append(v.saying, ' ')
				}
				from = len(v.saying)
				w := Word{Rect: word[0].rect()}
				for i := range word {
					w.Rect = around(w.Rect, word[i].rect())
					v.saying = append(v.saying, word[i].text...)
				}
				w.Text = string(v.saying[from:])
				out.Words = append(out.Words, w)
			})
		}
		if out.Text = string(v.saying); out.Text != "" {
			all = append(all, out)
		}
	}
	return all, nil
}

// each calls say with every word of letters: what stands between spaces, as far
// as its middle is within a rectangle.
func each(all []letter, within *[4]float64, say func(word []letter)) {
	from := 0
	end := func(to int) {
		if to > from {
			say(all[from:to])
		}
	}
	for i := range all {
		switch x := &all[i]; {
		case x.blank || within != nil && !inside(x.rect(), *within):
			end(i)
			from = i + 1
		case x.apart:
			end(i)
			from = i
		}
	}
	end(len(all))
}

// inside tells whether the middle of a is in b.
func inside(a, b [4]float64) bool {
	x, y := (a[0]+a[2])/2, (a[1]+a[3])/2
	return x >= b[0] && x <= b[2] && y >= b[1] && y <= b[3]
}

// covers tells whether b is in a.
func covers(a, b [4]float64) bool {
	return b[0] >= a[0] && b[1] >= a[1] && b[2] <= a[2] && b[3] <= a[3]
}

// all are the lines of the view, from the top down.
func (v *view) all() []line {
	if len(v.lines) > 0 || len(v.shows) == 0 {
		return v.lines
	}
	left := v.row[:0]
	for i := range v.shows {
		left = append(left, &v.shows[i])
	}
	v.row = left
	slices.SortStableFunc(left, func(a, b *show) int { return cmp.Compare(b.at[5], a.at[5]) })
	for len(left) > 0 {
		n := 1
		for n < len(left) && beside(left[0], left[n]) {
			n++
		}
		v.lines = append(v.lines, v.line(left[:n]))
		left = left[n:]
	}
	return v.lines
}

// line is a line of shows that stand beside each other, its parts from the
// left.
func (v *view) line(row []*show) (l line) {
	slices.SortStableFunc(row, func(a, b *show) int { return cmp.Compare(a.at[4], b.at[4]) })
	from := len(v.parts)
	for len(row) > 0 {
		n, end := 1, row[0].end()
		for n < len(row) && row[n].at[4]-end < row[n].em() && row[n].footer == row[0].footer {
			end = max(end, row[n].end())
			n++
		}
		slices.SortFunc(row[:n], func(a, b *show) int { return cmp.Compare(a.place, b.place) })
		at := len(v.letters)
		v.letters = ordered(row[:n], v.letters)
		p := part{row[0].frame(), v.letters[at:len(v.letters):len(v.letters)], row[0].place, row[0].footer}
		for _, s := range row[1:n] {
			p.rect = around(p.rect, s.frame())
		}
		if v.parts = append(v.parts, p); len(v.parts) == from+1 {
			l.rect = p.rect
		}
		l.rect, row = around(l.rect, p.rect), row[n:]
	}
	l.parts = v.parts[from:len(v.parts):len(v.parts)]
	return l
}

// upright tells whether s is written from left to right, not turned.
func (s *show) upright() bool {
	return s.at[0] > 0 && math.Abs(s.at[1]) < 1e-6 && math.Abs(s.at[2]) < 1e-6 && s.at[3] > 0
}

// em is the size of the letters, and end where the last one does.
func (s *show) em() float64  { return s.size * s.at[0] }
func (s *show) end() float64 { return s.at[4] + s.at[0]*s.glyphs[len(s.glyphs)-1].to }

// beside tells whether two shows stand on one line.
func beside(a, b *show) bool {
	return a.upright() && b.upright() && math.Abs(a.at[5]-b.at[5]) <= 0.2*min(a.size*a.at[3], b.size*b.at[3])
}

// touching tells whether one of two shows begins where the other ends.
func touching(a, b *show) bool {
	if !beside(a, b) {
		return false
	}
	room := 0.15 * max(a.em(), b.em())
	return math.Abs(b.at[4]-a.end()) < room || math.Abs(a.at[4]-b.end()) < room
}

// frame is around all that s shows.
func (s *show) frame() [4]float64 { return s.rect(s.from, s.to) }

// rect is where glyphs stand, from under their line to above it.
func (s *show) rect(from, to float64) [4]float64 {
	if s.at[1] == 0 && s.at[2] == 0 && s.at[0] > 0 && s.at[3] > 0 {
		high := s.at[3] * s.size
		return [4]float64{s.at[4] + s.at[0]*from, s.at[5] - 0.2*high, s.at[4] + s.at[0]*to, s.at[5] + 0.8*high}
	}
	x0, y0 := s.at.point(from, -0.2*s.size)
	out := [4]float64{x0, y0, x0, y0}
	for _, p := range [][2]float64{{to, -0.2}, {from, 0.8}, {to, 0.8}} {
		x, y := s.at.point(p[0], p[1]*s.size)
		out = around(out, [4]float64{x, y, x, y})
	}
	return out
}

func around(a, b [4]float64) [4]float64 {
	return [4]float64{min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])}
}

// say puts the words of a part, a space between them and before them.
func (v *view) say(all []letter, within *[4]float64) {
	out, space := v.saying, true
	for i := range all {
		x := &all[i]
		if x.blank || within != nil && !inside(x.rect(), *within) {
			space = true
			continue
		}
		if (space || x.apart) && len(out) > 0 {
			out = append(out, ' ')
		}
		out, space = append(out, x.text...), false
	}
	v.saying = out
}

// under are the words of which most stands in a rectangle.
func (v *view) under(r [4]float64) (string, error) {
	lines := v.all()
	if err := v.f.spend(int64(len(v.letters))); err != nil {
		return "", err
	}
	v.saying = v.saying[:0]
	for _, l := range lines {
		if l.rect[0] > r[2] || l.rect[2] < r[0] || l.rect[1] > r[3] || l.rect[3] < r[1] {
			continue
		}
		for _, part := range l.parts {
			if covers(r, part.rect) {
				v.say(part.letters, nil)
			} else {
				v.say(part.letters, &r)
			}
		}
	}
	return string(v.saying), nil
}

// stamp is what footers say, in the order of the page.
func (v *view) stamp() (said []string) {
	v.feet = v.feet[:0]
	for _, l := range v.all() {
		for _, p := range l.parts {
			if p.footer {
				v.feet = append(v.feet, p)
			}
		}
	}
	slices.SortFunc(v.feet, func(a, b part) int { return cmp.Compare(a.place, b.place) })
	for _, p := range v.feet {
		v.saying = v.saying[:0]
		if v.say(p.letters, nil); len(v.saying) > 0 {
			said = append(said, string(v.saying))
		}
	}
	return said
}
