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
func (l Stamp) Words() ([]Word, error) { return l.words(new(shaped)) }

// shaped is the left part of the stamp that was set last. The pages of an item
// have the same one.
type shaped struct {
	left, lang string
	large      bool
	words      string // on one line
	line       typeset.Line
	known      bool
}

func (l Stamp) words(last *shaped) ([]Word, error) {
	if !last.known || last.left != l.Left || last.lang != l.Lang || last.large != l.Large {
		if err := refuse(l.Left); err != nil {
			return nil, fmt.Errorf("left: %w", err)
		}
		words := oneLine(l.Left)
		*last = shaped{l.Left, l.Lang, l.Large, words, l.set(words, l.runs(words)), true}
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
	words, label := oneLine(l.Right), last.line
	right := l.set(words, directed(words))
	room := page - 2*margin
	if right.Width > room {
		return nil, fmt.Errorf("%q does not fit a page %.0f points wide; use a shorter label", words, w)
	}
	if right.Width > 0 {
		room -= right.Width + gutter
	}
	if label.Width > room {
		label = l.set(l.shorten(last.words, room), l.runs(last.words))
	}
	turned := writtenLeft(l.Lang)
	var out []Word
	put := func(line typeset.Line, end bool) {
		x := margin
		if end != turned {
			x = page - margin - line.Width
		}
		runs := slices.SortedStableFunc(slices.Values(line.Runs), func(a, b typeset.Run) int { return cmp.Compare(a.At, b.At) })
		for _, r := range runs { // in the order in which they are read
			out = append(out, Word{x + r.X, baseStamp, r, black, -1})
		}
	}
	put(label, false)
	put(right, true)
	return out, nil
}

// set is s as one line, however long, that runs from right to left or doesn't.
func (l Stamp) set(s string, left bool) typeset.Line {
	if s == "" {
		return typeset.Line{}
	}
	lines := typeset.Paragraph{Spans: []typeset.Span{{Text: s, Size: l.size(), Mark: -1}}, Lang: l.Lang, RTL: left}.Lines(math.MaxInt32)
	return lines[0]
}

// runs tells which way words of the left part run.
func (l Stamp) runs(words string) (left bool) { return Plain(words).runs(writtenLeft(l.Lang)) }

// oneLine is s with one space where its words or lines end.
func oneLine(s string) string {
	if neat(s) {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' || blank(r) }), " ")
}

// neat tells whether the words of s are on one line, and one space apart.
func neat(s string) bool {
	before := ' '
	for _, r := range s {
		if r == ' ' && before == ' ' || r == '\n' || r == '\r' || r > 0x7f && blank(r) {
			return false
		}
		before = r
	}
	return s == "" || before != ' '
}

func (l Stamp) width(s string) unit {
	return typeset.Measure(typeset.Span{Text: s, Size: l.size()}, l.Lang)
}

// shorten cuts s to room, ending in … when something is lost.
func (l Stamp) shorten(s string, room unit) string {
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
