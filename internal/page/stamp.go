package page

import (
	"bytes"
	"fmt"
	"math"
)

// Stamp is the line at the foot of one page of a packet. Width and Height are
// that page's, in points; 0 is A4.
type Stamp struct {
	Left, Right   string
	Width, Height float64
}

const (
	sizeStamp = 8.0
	baseStamp = 8 * mm // above the lower edge
)

// Stamps prints a PDF to lay over a packet: page n has the words of lines[n-1]
// and nothing else. Left is shortened, ending in …, where it would run into
// Right. Characters are refused as in PDF; a page on which Right has no room
// is an error.
func Stamps(lines []Stamp) (pdf []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			pdf, err = nil, fmt.Errorf("stamps: drawing failed: %v", r)
		}
	}()
	if len(lines) == 0 {
		return nil, fmt.Errorf("stamps: none given; stamp at least one page")
	}
	p := newPen("", "")
	for i, l := range lines {
		if err := p.stamp(l); err != nil {
			return nil, fmt.Errorf("stamp %d: %w", i+1, err)
		}
	}
	var out bytes.Buffer
	if err := p.f.Output(&out); err != nil {
		return nil, fmt.Errorf("stamps: drawing failed: %w", err)
	}
	return out.Bytes(), nil
}

func (p *pen) stamp(l Stamp) error {
	if err := first(refuse("left", l.Left), refuse("right", l.Right)); err != nil {
		return err
	}
	w, h := l.Width, l.Height
	if w == 0 {
		w = a4Width
	}
	if h == 0 {
		h = a4Height
	}
	if !(w > 0 && w <= 14400) || !(h >= baseStamp+2*sizeStamp && h <= 14400) {
		return fmt.Errorf("page of %.6g by %.6g points; a stamp needs one from 0 by %.0f to 14400 by 14400", w, h, math.Ceil(baseStamp+2*sizeStamp))
	}
	const gap = 12
	margin := min(left, w/10)
	set := func(s string) (string, float64) {
		var text string
		for i, line := range wrap(Plain(s), sizeStamp, false, math.Inf(1)) {
			if i > 0 {
				text += " "
			}
			for _, r := range line.runs {
				text += r.text
			}
		}
		return text, regular().width(text, sizeStamp)
	}
	words, _ := set(l.Left)
	label, wide := set(l.Right)
	room := w - 2*margin
	if wide > room {
		return fmt.Errorf("%q does not fit a page %.0f points wide; use a shorter label", label, w)
	}
	p.page(w, h)
	y := h - baseStamp
	if label != "" {
		p.text(w-margin-wide, y, sizeStamp, false, black, label)
		room -= wide + gap
	}
	if words = shorten(words, room); words != "" {
		p.text(margin, y, sizeStamp, false, black, words)
	}
	return nil
}

// shorten cuts s to room points, ending in … when something is lost.
func shorten(s string, room float64) string {
	f := regular()
	if f.width(s, sizeStamp) <= room {
		return s
	}
	text := []rune(s)
	for n := len(text) - 1; n > 0; n-- {
		if t := string(text[:n]) + "…"; f.width(t, sizeStamp) <= room {
			return t
		}
	}
	return ""
}
