package page

import (
	"errors"
	"fmt"
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

func (s *setter) block(b Block) error {
	u := s.scale
	switch b := b.(type) {
	case Heading:
		s.heading(b)
	case Paragraph:
		s.paragraph(b)
	case List:
		s.list(b)
	case Table:
		return s.table(b)
	case Check:
		s.check(b)
	case Tiles:
		if len(b) > 0 {
			return s.table(b.table())
		}
	case Fields:
		s.fields(b)
	case Signature:
		return s.signature(b)
	case Center:
		s.center(b)
	case Rule:
		s.add(8*u, 8*u, band{h: 1, draw: func(y float64) { s.pen.line(left, y, right, y, 0.6, rule) }})
	case Break:
		s.fresh = true
	default:
		return fmt.Errorf("no printer for %T", b)
	}
	return nil
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

func (s *setter) heading(h Heading) {
	size, before, after, c := sizeHead, 13.0, 2.0, black
	switch h.Level {
	case 1:
		size, before, after, c = sizeTitle, 24, 12, blue
	case 2:
		size, before, after, c = sizeSection, 20, 4, blue
	}
	bands := s.rows(s.column(left, right-left, Plain(h.Text), size, true, c))
	if len(bands) == 0 {
		return
	}
	if h.Level == 1 {
		bands = append(bands, band{gap: 4, h: 1.2, draw: func(y float64) { s.pen.fill(left, y, right-left, 1.2, blue) }})
	}
	for i := range bands {
		bands[i].keep = true
	}
	bands[0].anchor = h.Anchor
	s.add(before*s.scale, after*s.scale, bands...)
	s.close = true
}

func (s *setter) paragraph(p Paragraph) {
	size, before, c := sizeBody, 6.0, black
	if p.Small {
		size, before, c = sizeSmall, 3, grey
	}
	if !p.Box {
		s.add(before*s.scale, 0, tidy(s.rows(s.column(left, right-left, p.Text, size, p.Strong, c)))...)
		return
	}
	const inset, pad = 10.0, 7.0
	lines := s.rows(s.column(left+inset, right-left-2*inset, p.Text, size, p.Strong, c))
	s.add(10*s.scale, 8*s.scale, s.panel(lines, pad, s.room(), func(y, h float64) {
		s.pen.fill(left, y, right-left, h, tint)
		s.pen.fill(left, y, 2.5, h, blue)
	}, func(y, h float64, first, last bool) {
		s.pen.line(right, y, right, y+h, 0.6, blue)
		if first {
			s.pen.line(left, y, right, y, 0.6, blue)
		}
		if last {
			s.pen.line(left, y+h, right, y+h, 0.6, blue)
		}
	})...)
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
