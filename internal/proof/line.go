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
	place  int // among all that the page shows
	at     matrix
	size   float64
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
		for _, part := range l.parts {
			out.Words = append(out.Words, words(part)...)
		}
		if out.Text = joined(out.Words); out.Text != "" {
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
	if v.lines == nil {
		for _, row := range rows(v.shows, func(*show) bool { return true }) {
			var l line
			for _, part := range row {
				l.parts = append(l.parts, ordered(part))
			}
			l.rect = frame(slices.Concat(l.parts...))
			v.lines = append(v.lines, l)
		}
	}
	return v.lines
}

// rows are shows by lines, from the top down, and each line in parts with room
// between them, from the left. A part is in the order of the page.
func rows(all []show, want func(*show) bool) (rows [][][]*show) {
	var left []*show
	for i := range all {
		if want(&all[i]) {
			left = append(left, &all[i])
		}
	}
	slices.SortStableFunc(left, func(a, b *show) int { return cmp.Compare(b.at[5], a.at[5]) })
	for len(left) > 0 {
		n := 1
		for n < len(left) && beside(left[0], left[n]) {
			n++
		}
		line := left[:n]
		left = left[n:]
		slices.SortStableFunc(line, func(a, b *show) int { return cmp.Compare(a.at[4], b.at[4]) })
		var row [][]*show
		for len(line) > 0 {
			n, end := 1, line[0].end()
			for n < len(line) && line[n].at[4]-end < line[n].em() {
				end = max(end, line[n].end())
				n++
			}
			slices.SortFunc(line[:n], func(a, b *show) int { return cmp.Compare(a.place, b.place) })
			row, line = append(row, line[:n]), line[n:]
		}
		rows = append(rows, row)
	}
	return rows
}

// frame is around letters.
func frame(all []letter) (r [4]float64) {
	for i, x := range all {
		if i == 0 {
			r = x.rect
		}
		r = around(r, x.rect)
	}
	return r
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

// rect is where a glyph stands, from under its line to above it.
func (s *show) rect(g glyph) [4]float64 {
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
	var all []Word
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
			all = append(all, words(inside)...)
		}
	}
	return joined(all)
}

// stamp is what footers say, in the order of the page.
func (v *view) stamp() (said []string) {
	var parts [][]*show
	for _, row := range rows(v.shows, func(s *show) bool { return s.footer }) {
		parts = append(parts, row...)
	}
	slices.SortFunc(parts, func(a, b []*show) int { return cmp.Compare(a[0].place, b[0].place) })
	for _, part := range parts {
		if s := joined(words(ordered(part))); s != "" {
			said = append(said, s)
		}
	}
	return said
}

// joined are words with a space between them.
func joined(all []Word) string {
	var b strings.Builder
	for i, w := range all {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.Text)
	}
	return b.String()
}
