package page

import (
	"iter"
	"strings"

	"mappe/internal/typeset"
)

// longest is the width of the longest word of words: no line of them is cut if
// it is as wide.
func (s *setter) longest(words Words, st style) unit {
	var most unit
	for _, span := range words {
		look := st
		look.bold = st.bold || span.Strong
		for word := range unbroken(span.Text) {
			for part := range strings.SplitAfterSeq(word, "-") {
				most = max(most, s.width(part, look)+1) // it is rounded
			}
		}
	}
	return most
}

// unbroken are the words of a text, and of one without spaces the parts in which no
// line ends.
func unbroken(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for word := range strings.FieldsSeq(text) {
			if !strings.ContainsFunc(word, func(r rune) bool { return r >= '\u2E80' }) {
				if !yield(word) {
					return
				}
				continue
			}
			for _, part := range typeset.Unbroken(word) {
				if !yield(part) {
					return
				}
			}
		}
	}
}

// widths are how wide the columns of a table are, gutters aside: their shares
// of the line, but none narrower than its longest word while others are wider
// than theirs. Of a word that is wider than half of the line no more is heeded.
func (s *setter) widths(t Table, shares []int, head, look style) []unit {
	widths, least := make([]unit, len(shares)), make([]unit, len(shares))
	line := right - left + gutter
	sum := 0
	for i, share := range shares {
		from := line * unit(sum) / 100
		sum += share
		widths[i] = line*unit(sum)/100 - from - gutter
		if len(t.Head) > 0 {
			least[i] = s.longest(Plain(t.Head[i]), head)
		}
		for _, row := range t.Rows {
			least[i] = max(least[i], s.longest(row[i], look))
		}
		least[i] = min(least[i], line/2)
	}
	var wanted, spare unit
	for i, w := range widths {
		wanted, spare = wanted+max(0, least[i]-w), spare+max(0, w-least[i])
	}
	if wanted == 0 || spare == 0 {
		return widths
	}
	given := min(wanted, spare)
	for i, w := range widths {
		if w < least[i] {
			widths[i] += given * (least[i] - w) / wanted
		} else {
			widths[i] -= given * (w - least[i]) / spare
		}
	}
	return widths
}
