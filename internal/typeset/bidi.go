package typeset

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// UAX #9, the Unicode Bidirectional Algorithm. A paragraph of forced or
// automatic base direction gets its levels once (to rule I2); each line that it
// is then broken into is trimmed (L1) and put in order (L2). Rule L3, marks
// after their base, and L4, mirrored brackets, are the shaper's.

// The base direction of a paragraph. auto takes it from the first strong
// character (P2, P3); mappe forces it, since a heading in Arabic that begins
// with "MF4" is still Arabic.
const (
	ltr  int8 = 0
	rtl  int8 = 1
	auto int8 = -1
)

const (
	deepest = 125 // BD2
	noMatch = -1
)

// straight tells that no character of text is, or can make others be, set from
// right to left: on the base level ltr such text needs no levels.
func straight(text []rune) bool {
	for _, r := range text {
		if r < 0x590 { // Hebrew is the first
			continue
		}
		switch p, _ := bidi.LookupRune(r); p.Class() {
		case bidi.R, bidi.AL, bidi.AN, bidi.RLE, bidi.RLO, bidi.RLI:
			return false
		}
	}
	return true
}

// levels answers the embedding level of each character: even levels run from
// left to right, odd ones from right to left. Paragraph separators part
// paragraphs of the same base (P1). What the algorithm removes (X9) has the
// level of the character before it, so that it parts nothing. The time is
// linear in the text.
func levels(text []rune, base int8) []int8 {
	class := make([]bidi.Class, len(text))
	level := make([]int8, len(text))
	for i, r := range text {
		p, _ := bidi.LookupRune(r)
		class[i] = p.Class()
	}
	now := slices.Clone(class)
	var p embedding
	for from, to := 0, 0; from < len(text); from = to {
		for to = from + 1; to < len(text) && class[to-1] != bidi.B; to++ {
		}
		p.text, p.class, p.now, p.level = text[from:to], class[from:to], now[from:to], level[from:to]
		p.pair()
		if p.base = base; base == auto {
			p.base = max(ltr, p.first(0, to-from))
		}
		p.explicit()
		p.resolve()
		p.fill()
	}
	return level
}

// embedding is one paragraph on its way through the rules.
type embedding struct {
	text  []rune
	class []bidi.Class // the characters'
	now   []bidi.Class // what the rules have made of it
	level []int8
	match []int // of an isolate's ends, each other's index or noMatch (BD9); nil if there are none
	base  int8

	kept, sequence, closer []int // scratch of resolve and brackets
}

func isolates(c bidi.Class) bool { return c == bidi.LRI || c == bidi.RLI || c == bidi.FSI }

// removed are the classes that rule X9 takes out.
func removed(c bidi.Class) bool {
	switch c {
	case bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.PDF, bidi.BN:
		return true
	}
	return false
}

// pair finds the ends of isolates.
func (p *embedding) pair() {
	p.match = nil
	var open []int
	for i, c := range p.class {
		if !isolates(c) && c != bidi.PDI {
			continue
		}
		if p.match == nil {
			p.match = make([]int, len(p.class))
		}
		p.match[i] = noMatch
		if isolates(c) {
			open = append(open, i)
		} else if n := len(open); n > 0 {
			p.match[i], p.match[open[n-1]] = open[n-1], i
			open = open[:n-1]
		}
	}
}

// first is the level that the first strong character in a range asks for
// (P2, P3), or noMatch. Isolates are jumped over, so that each character is
// looked at by one isolate alone.
func (p *embedding) first(from, to int) int8 {
	for i := from; i < to; i++ {
		switch c := p.class[i]; {
		case c == bidi.L:
			return ltr
		case c == bidi.R || c == bidi.AL:
			return rtl
		case isolates(c):
			if i = p.match[i]; i == noMatch {
				return noMatch
			}
		}
	}
	return noMatch
}

// fill gives what was removed the level before it.
func (p *embedding) fill() {
	last := p.base
	for i, c := range p.class {
		if removed(c) {
			p.level[i] = last
		}
		last = p.level[i]
	}
}
