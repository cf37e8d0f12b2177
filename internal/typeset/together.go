package typeset

import "strings"

// Together is s for a printer of text that breaks lines by itself: a space on
// which a line had better not end, in a date, in an amount, between a number and
// what it counts, is one that does not break. One before a bracket may.
func Together(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return digit(r) || r == '§' }) {
		return s
	}
	t := text{runes: []rune(s)}
	t.breaks = make([]bool, len(t.runes)+1)
	for i, r := range t.runes {
		t.breaks[i+1] = r == ' '
	}
	t.hold()
	if len(t.held) == 0 {
		return s
	}
	for i, r := range t.runes {
		if r == ' ' && t.held[i+1] && t.runes[i+1] != '(' {
			t.runes[i] = '\u00A0'
		}
	}
	return string(t.runes)
}
