package page

import (
	"fmt"
	"math"
	"strings"

	"mappe/internal/pdf"
)

// Stamp is the line at the foot of one page of a packet. Width and Height are
// that page's, in points; 0 is A4.
type Stamp struct {
	Left, Right   string
	Width, Height float64
}

const (
	sizeStamp = 8.0
	baseStamp = 5 * mm // above the lower edge
)

// Words are the line at the foot of the page. Left is shortened, ending in …,
// where it would run into Right. Characters are refused as in Print; a page on
// which Right has no room is an error.
func (l Stamp) Words() ([]Word, error) {
	if err := refuse(l.Left); err != nil {
		return nil, fmt.Errorf("left: %w", err)
	}
	if err := refuse(l.Right); err != nil {
		return nil, fmt.Errorf("right: %w", err)
	}
	w, h := l.Width, l.Height
	if w == 0 {
		w = a4Width
	}
	if h == 0 {
		h = a4Height
	}
	if !(w > 0 && w <= 14400) || !(h >= pdf.Strip && h <= 14400) {
		return nil, fmt.Errorf("page of %.6g by %.6g points; a stamp needs one from 0 by %.0f to 14400 by 14400", w, h, math.Ceil(pdf.Strip))
	}
	const gap = 12
	margin := min(left, w/10)
	words, label := oneLine(l.Left), oneLine(l.Right)
	wide := regular().width(label, sizeStamp)
	room := w - 2*margin
	if wide > room {
		return nil, fmt.Errorf("%q does not fit a page %.0f points wide; use a shorter label", label, w)
	}
	var out []Word
	if label != "" {
		out = append(out, Word{w - margin - wide, baseStamp, sizeStamp, false, black, label})
		room -= wide + gap
	}
	if words = shorten(words, room); words != "" {
		out = append([]Word{{margin, baseStamp, sizeStamp, false, black, words}}, out...)
	}
	return out, nil
}

// oneLine is s as it is drawn, with one space where its words end.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(printed(s), func(r rune) bool { return r == '\n' || blank(r) }), " ")
}

// shorten cuts s to room points, ending in … when something is lost.
func shorten(s string, room float64) string {
	f := regular()
	if f.width(s, sizeStamp) <= room {
		return s
	}
	room -= f.width("…", sizeStamp)
	for i, r := range s {
		if room -= f.width(string(r), sizeStamp); room < 0 {
			if i == 0 {
				return ""
			}
			return s[:i] + "…"
		}
	}
	return s
}
