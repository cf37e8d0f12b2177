package page

import (
	"errors"
	"strings"
)

// The scale, in points. Large print multiplies it.
const (
	sizeTitle   = 20.0
	sizeSection = 14.0
	sizeHead    = 11.0
	sizeBody    = 10.0
	sizeSmall   = 8.5
	leading     = 1.4 // lines to size
	largePrint  = 1.6
)

// setter turns blocks into bands.
type setter struct {
	pen    *pen
	scale  float64
	bands  []band
	after  float64 // space asked for below the last block
	close  bool    // the last block is a heading: its own space counts
	fresh  bool    // the next band starts a page
	foots  []line  // the note
	floor  float64 // where content ends
	number float64 // width of the column of the checks' numbers
}

func newSetter(p *pen, large bool) *setter {
	s := &setter{pen: p, scale: 1, floor: bottom}
	if large {
		s.scale = largePrint
	}
	return s
}

// room is the height of content that a page holds.
func (s *setter) room() float64 { return s.floor - top }

// add puts bands below the last block, at least before points away.
func (s *setter) add(before, after float64, bands ...band) {
	if len(bands) == 0 {
		return
	}
	gap := max(before, s.after)
	if s.close {
		gap = s.after
	}
	bands[0].gap, bands[0].fresh = gap, s.fresh
	s.after, s.close, s.fresh = after, false, false
	s.bands = append(s.bands, bands...)
}

// column is wrapped text beside other text.
type column struct {
	x, w  float64
	lines []line
	size  float64
	ink   ink
	right bool // flush with the right edge
}

func (s *setter) column(x, w float64, words Words, size float64, strong bool, c ink) column {
	size *= s.scale
	return column{x: x, w: w, lines: wrap(words, size, strong, w), size: size, ink: c}
}

// rows are the lines of columns side by side, as bands; baselines agree.
func (s *setter) rows(columns ...column) []band {
	var n int
	var size float64
	for _, c := range columns {
		n = max(n, len(c.lines))
		if len(c.lines) > 0 {
			size = max(size, c.size)
		}
	}
	base := (leading-ascent-descent)/2*size + ascent*size
	out := make([]band, n)
	for i := range out {
		out[i] = band{h: leading * size, draw: func(y float64) {
			for _, c := range columns {
				if i >= len(c.lines) {
					continue
				}
				x := c.x
				if c.right {
					x += c.w - c.lines[i].w
				}
				for _, r := range c.lines[i].runs {
					s.pen.run(r, x, y+base, c.size, c.ink)
				}
			}
		}}
	}
	return out
}

// panel pads lines above and below and makes one band of them; a panel taller
// than room stays in lines. below draws behind each part, edge its borders.
func (s *setter) panel(lines []band, pad, room float64, below func(y, h float64), edge func(y, h float64, first, last bool)) []band {
	if len(lines) == 0 {
		return nil
	}
	draw := func(first, last bool) func(y, h float64) {
		return func(y, h float64) {
			if below != nil {
				below(y, h)
			}
			edge(y, h, first, last)
		}
	}
	if one := stack(lines, pad, pad, draw(true, true)); one.h <= room {
		return []band{one}
	}
	for i, l := range lines {
		first, last := i == 0, i == len(lines)-1
		above, under := 0.0, 0.0
		if first {
			above = pad
		}
		if last {
			under = pad
		}
		lines[i] = stack([]band{l}, above, under, draw(first, last))
	}
	return lines
}

// foot takes the small line at the foot of every page.
func (s *setter) foot(note string) error {
	s.foots = wrap(Plain(strings.TrimSpace(note)), sizeSmall*s.scale, false, right-left)
	if len(s.foots) > 3 {
		return errors.New("note: takes more than 3 lines; shorten it")
	}
	if len(s.foots) > 0 {
		s.floor -= float64(len(s.foots))*leading*sizeSmall*s.scale + 8*s.scale
	}
	return nil
}

// note draws the foot of the current page.
func (s *setter) note() {
	c := column{x: left, w: right - left, lines: s.foots, size: sizeSmall * s.scale, ink: grey}
	y := bottom - float64(len(s.foots))*leading*c.size
	for _, b := range s.rows(c) {
		b.draw(y)
		y += b.h
	}
}
