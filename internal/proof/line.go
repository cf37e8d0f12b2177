package proof

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
)

// A show is what one operator shows: glyphs from the left, at distances from
// where it starts.
type show struct {
	at     matrix
	size   float64
	font   *font
	footer bool
	glyphs []glyph
}

type glyph struct {
	reads    string
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

// A line is glyphs with their places, in parts with room between them, in the
// order in which they are read.
type line struct {
	rect  [4]float64
	parts [][]letter
}

type letter struct {
	reads string
	rect  [4]float64
	apart bool // room before it, as if a space stood there
}

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
		var text []string
		for _, part := range l.parts {
			for _, w := range words(part) {
				out.Words = append(out.Words, w)
				text = append(text, w.Text)
			}
		}
		if out.Text = strings.Join(text, " "); out.Text != "" {
			all = append(all, out)
		}
	}
	return all, nil
}

// words parts letters at spaces.
func words(part []letter) (all []Word) {
	open := false
	for _, l := range part {
		if strings.TrimSpace(l.reads) == "" {
			open = false
			continue
		}
		if !open || l.apart {
			all, open = append(all, Word{Rect: l.rect}), true
		}
		w := &all[len(all)-1]
		w.Text += l.reads
		w.Rect = around(w.Rect, l.rect)
	}
	return all
}

// all are the lines of the view, from the top down.
func (v *view) all() []line {
	if v.lines != nil {
		return v.lines
	}
	shows := slices.Clone(v.shows)
	slices.SortStableFunc(shows, func(a, b show) int {
		return cmp.Or(cmp.Compare(b.at[5], a.at[5]), cmp.Compare(a.at[4], b.at[4]))
	})
	for len(shows) > 0 {
		n := 1
		for n < len(shows) && beside(shows[0], shows[n]) {
			n++
		}
		row := shows[:n]
		slices.SortStableFunc(row, func(a, b show) int { return cmp.Compare(a.at[4], b.at[4]) })
		v.lines = append(v.lines, lineOf(row))
		shows = shows[n:]
	}
	return v.lines
}

// lineOf is a line of shows that stand beside each other, from the left.
func lineOf(row []show) (l line) {
	for len(row) > 0 {
		n := 1
		for n < len(row) && near(row[n-1], row[n], 1) {
			n++
		}
		part := ordered(row[:n])
		l.parts = append(l.parts, part)
		for _, x := range part {
			if l.rect == [4]float64{} {
				l.rect = x.rect
			}
			l.rect = around(l.rect, x.rect)
		}
		row = row[n:]
	}
	return l
}

// upright tells whether s is written from left to right, not turned.
func (s show) upright() bool {
	return s.at[0] > 0 && math.Abs(s.at[1]) < 1e-6 && math.Abs(s.at[2]) < 1e-6 && s.at[3] > 0
}

// beside tells whether two shows stand on one line.
func beside(a, b show) bool {
	return a.upright() && b.upright() && math.Abs(a.at[5]-b.at[5]) <= 0.2*min(a.size*a.at[3], b.size*b.at[3])
}

// near tells whether b begins where a ends, or so many heights of a letter
// behind.
func near(a, b show, room float64) bool {
	if !beside(a, b) {
		return false
	}
	end, _ := a.at.point(a.glyphs[len(a.glyphs)-1].to, 0)
	gap := b.at[4] - end
	em := max(a.size*a.at[0], b.size*b.at[0])
	return gap > -0.5*em && gap < room*em
}

// rect is where a glyph stands, from under its line to above it.
func (s show) rect(g glyph) [4]float64 {
	x0, y0 := s.at.point(g.from, -0.2*s.size)
	out := [4]float64{x0, y0, x0, y0}
	for _, p := range [][2]float64{{g.to, -0.2}, {g.from, 0.8}, {g.to, 0.8}} {
		x, y := s.at.point(p[0], p[1]*s.size)
		out = around(out, [4]float64{x, y, x, y})
	}
	return out
}

func around(a, b [4]float64) [4]float64 {
	return [4]float64{min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])}
}

// under are the words of which most stands in a rectangle.
func (v *view) under(r [4]float64) string {
	var all []string
	for _, l := range v.all() {
		if l.rect[0] > r[2] || l.rect[2] < r[0] || l.rect[1] > r[3] || l.rect[3] < r[1] {
			continue
		}
		for _, part := range l.parts {
			var inside []letter
			for _, x := range part {
				cx, cy := (x.rect[0]+x.rect[2])/2, (x.rect[1]+x.rect[3])/2
				if cx >= r[0] && cx <= r[2] && cy >= r[1] && cy <= r[3] {
					inside = append(inside, x)
				}
			}
			for _, w := range words(inside) {
				all = append(all, w.Text)
			}
		}
	}
	return strings.Join(all, " ")
}

// stamp is what footers say: shows that stand next to each other as one.
func (v *view) stamp() (all []string) {
	var run []show
	end := func() {
		if len(run) == 0 {
			return
		}
		var said []string
		for _, w := range words(ordered(run)) {
			said = append(said, w.Text)
		}
		if s := strings.Join(said, " "); s != "" {
			all = append(all, s)
		}
		run = nil
	}
	for _, s := range v.shows {
		if !s.footer {
			continue
		}
		if len(run) > 0 && !near(run[len(run)-1], s, 1) {
			end()
		}
		run = append(run, s)
	}
	end()
	return all
}
