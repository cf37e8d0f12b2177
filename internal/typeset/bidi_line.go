package typeset

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// trim puts tabs, line ends, and the blanks before them and at the end of a
// line, on the paragraph's level (L1): level is that of the line's text alone.
func trim(line []rune, level []int8, base int8) {
	blank := true
	for i := len(line) - 1; i >= 0; i-- {
		p, _ := bidi.LookupRune(line[i])
		switch c := p.Class(); {
		case c == bidi.B || c == bidi.S:
			blank = true
		case c == bidi.WS || isolates(c) || c == bidi.PDI || removed(c):
		default:
			blank = false
		}
		if blank {
			level[i] = base
		}
	}
}

// order answers in which order things of these levels stand on a line, from
// the left (L2): from the highest level to the lowest odd one, what is on that
// level or a higher one is turned round.
func order(level []int8) []int {
	out := make([]int, len(level))
	highest, lowest := int8(0), int8(deepest+1)
	for i, l := range level {
		out[i] = i
		highest = max(highest, l)
		if l&1 == 1 {
			lowest = min(lowest, l)
		}
	}
	for l := highest; l >= lowest; l-- {
		for from := 0; from < len(level); from++ {
			to := from
			for to < len(level) && level[to] >= l {
				to++
			}
			slices.Reverse(out[from:to])
			from = to
		}
	}
	return out
}
