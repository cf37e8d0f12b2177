package page

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"mappe/internal/pdf"
	"mappe/internal/typeset"
)

// Stamp is the line at the foot of one page of a packet. Width and Height are
// that page's, in points; 0 is A4. Lang is the language of its words: where
// that is written from right to left, so is the stamp.
type Stamp struct {
	Left, Right   string // where the line begins, and where it ends
	Lang          string
	Large         bool // in large print, as far as the strip has room
	Width, Height float64
}

const baseStamp = unit(14173) // above the lower edge: 5 mm

// size is that of the line.
func (l Stamp) size() unit {
	if l.Large {
		return 11 * point
	}
	return 8 * point
}

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
		w = a4Width.Points()
	}
	if h == 0 {
		h = a4Height.Points()
	}
	if !(w > 0 && w <= 14400) || !(h >= pdf.Strip && h <= 14400) {
		return nil, fmt.Errorf("page of %.6g by %.6g points; a stamp needs one from 0 by %.0f to 14400 by 14400", w, h, math.Ceil(pdf.Strip))
	}
	page := unit(math.Round(w * 1000))
	margin := min(left, page/10)
	words, label := oneLine(l.Left), oneLine(l.Right)
	wide, room := l.width(label), page-2*margin
	if wide > room {
		return nil, fmt.Errorf("%q does not fit a page %.0f points wide; use a shorter label", label, w)
	}
	turned := writtenLeft(l.Lang)
	var out []Word
	put := func(s string, end bool) {
		if s == "" {
			return
		}
		for _, line := range (typeset.Paragraph{Spans: []typeset.Span{{Text: s, Size: l.size(), Mark: -1}}, Lang: l.Lang, RTL: turned}).Lines(2 * page) {
			x := margin
			if end != turned {
				x = page - margin - line.Width
			}
			runs := slices.SortedStableFunc(slices.Values(line.Runs), func(a, b typeset.Run) int { return cmp.Compare(a.At, b.At) })
			for _, r := range runs { // in the order in which they are read
				out = append(out, Word{x + r.X, baseStamp, r, black, -1})
			}
		}
	}
	if wide > 0 {
		room -= wide + gutter
	}
	put(l.shorten(words, room), false)
	put(label, true)
	return out, nil
}

// oneLine is s with one space where its words or lines end.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' || blank(r) }), " ")
}

func (l Stamp) width(s string) unit {
	return typeset.Measure(typeset.Span{Text: s, Size: l.size()}, l.Lang)
}

// shorten cuts s to room, ending in … when something is lost.
func (l Stamp) shorten(s string, room unit) string {
	if l.width(s) <= room {
		return s
	}
	var ends []int // of whole characters
	for i := range s {
		ends = append(ends, i)
	}
	n := sort.Search(len(ends), func(i int) bool { return l.width(s[:ends[i]]+"…") > room }) - 1
	if n <= 0 {
		return ""
	}
	s = s[:ends[n]]
	for r, size := utf8.DecodeLastRuneInString(s); r == ' ' || r == '·'; r, size = utf8.DecodeLastRuneInString(s) {
		s = s[:len(s)-size]
	}
	return s + "…"
}
