package main

import (
	"math"
	"strings"
)

// face is one of the three typefaces that a sheet is set in.
type face int

const (
	plain face = iota
	bold
	typewriter
)

// op is one mark on a sheet: a text with its baseline's left end at x, y, or,
// where text is empty, a filled rectangle with its upper left corner there.
type op struct {
	x, y, w, h float64 // mm
	text       string
	size       float64 // points
	face       face
	ink        uint8 // 0 black, 255 white
}

// sheet is one side of paper, measured in millimetres from its upper left
// corner. It can be rastered like a scan or written as vectors into a PDF.
type sheet struct {
	w, h float64
	ops  []op
}

func a4() *sheet { return &sheet{w: 210, h: 297} }

func (s *sheet) text(x, y, size float64, f face, text string) {
	if text != "" {
		s.ops = append(s.ops, op{x: x, y: y, size: size, face: f, text: text})
	}
}

func (s *sheet) faint(x, y, size float64, text string) {
	s.ops = append(s.ops, op{x: x, y: y, size: size, face: bold, text: text, ink: 222})
}

func (s *sheet) fill(x, y, w, h float64, ink uint8) {
	s.ops = append(s.ops, op{x: x, y: y, w: w, h: h, ink: ink})
}

func (s *sheet) rule(x, y, w float64) { s.fill(x, y, w, 0.25, 60) }

func (s *sheet) frame(x, y, w, h float64) {
	s.rule(x, y, w)
	s.rule(x, y+h, w)
	s.fill(x, y, 0.25, h, 60)
	s.fill(x+w, y, 0.25, h+0.25, 60)
}

// disc fills an ellipse, strip by strip.
func (s *sheet) disc(x, y, rx, ry float64, ink uint8) {
	const strip = 0.3
	for dy := -ry; dy < ry; dy += strip {
		half := rx * math.Sqrt(1-dy*dy/(ry*ry))
		s.fill(x-half, y+dy, 2*half, strip+0.05, ink)
	}
}

// para sets text in lines of at most width characters and returns the
// baseline of the line after it.
func (s *sheet) para(x, y, size float64, width int, text string) float64 {
	step := size * 0.52
	line := ""
	for _, word := range strings.Fields(text) {
		switch {
		case line == "":
			line = word
		case len([]rune(line))+1+len([]rune(word)) > width:
			s.text(x, y, size, plain, line)
			y += step
			line = word
		default:
			line += " " + word
		}
	}
	s.text(x, y, size, plain, line)
	return y + step
}

// field is a small label with its value below it, on a line.
func (s *sheet) field(x, y, w float64, label, value string) {
	s.text(x, y, 6.5, plain, label)
	s.text(x+1, y+5.2, 10.5, typewriter, value)
	s.rule(x, y+6.6, w)
}

// specimen marks the sheet, whatever it shows, as an invention.
func (s *sheet) specimen() {
	big := s.w / 3.1
	s.faint(s.w*0.08, s.h*0.36, big, "SPECIMEN")
	s.faint(s.w*0.08, s.h*0.72, big, "SPECIMEN")
	s.text(s.w*0.08, s.h-3.5, 6.5, bold, "SPECIMEN. Invented data, no legal effect.")
}

// under moves what was drawn since mark below everything else.
func (s *sheet) under(mark int) *sheet {
	s.ops = append(append([]op(nil), s.ops[mark:]...), s.ops[:mark]...)
	return s
}

// marked finishes a sheet: the specimen marks go below what it shows.
func (s *sheet) marked() *sheet {
	mark := len(s.ops)
	s.specimen()
	return s.under(mark)
}
