package typeset

import (
	"slices"
	"unicode"
)

// hold finds the places where a line ends only if it would end much too early
// otherwise: between a number and what it counts, in dates and amounts, behind a
// hyphen that a word begins with, and inside short isolates, which are values put
// into a sentence.
func (t *text) hold() {
	t.held = t.held[:0]
	depth, start := 0, 0
	for i, r := range t.runes {
		switch {
		case r == '\n':
			depth = 0
		case r == ' ' && i > 0 && i+1 < len(t.runes) && t.breaks[i+1]:
			if t.goesWith(i) {
				t.keep(i+1, i+2)
			}
		case r == '-' && i+1 < len(t.runes) && t.breaks[i+1] && t.begins(i): // --lang
			t.keep(i+1, i+2)
		case r >= '\u2066' && r <= '\u2068':
			if depth++; depth == 1 {
				start = i
			}
		case r == '\u2069' && depth > 0:
			// Longer values may be names or sentences.
			if depth--; depth == 0 && i-start <= 25 {
				t.keep(start+1, i+1)
			}
		}
	}
}

// begins tells whether nothing but hyphens stands between the hyphen i and the
// space before it.
func (t *text) begins(i int) bool {
	for i > 0 && (t.runes[i-1] == '-' || steers(t.runes[i-1])) {
		i--
	}
	return i == 0 || blank(t.runes[i-1]) || t.runes[i-1] == '\n'
}

// keep holds the places from one to before another.
func (t *text) keep(from, to int) {
	if len(t.held) == 0 {
		t.held = append(t.held, make([]bool, len(t.runes)+1)...)
	}
	for i := from; i < to; i++ {
		t.held[i] = true
	}
}

// goesWith tells whether the words on both sides of the space i are said in one
// breath: 14 days, 31. december 2026, § 9, DKK 2,880.
func (t *text) goesWith(i int) bool {
	const reach = 16 // longer words are none of these
	from, to := i, i+1
	for from > 0 && i-from < reach && t.runes[from-1] != ' ' && t.runes[from-1] != '\n' {
		from--
	}
	for to < len(t.runes) && to-i < reach && t.runes[to] != ' ' && t.runes[to] != '\n' {
		to++
	}
	word := t.runes[from:i]
	for len(word) > 0 && (word[0] == '(' || steers(word[0])) {
		word = word[1:]
	}
	next := t.runes[i+1 : to]
	switch {
	case len(word) == 0 || len(next) == 0:
		return false
	case digit(word[0]) && !slices.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsSpace(r) }):
		if last := word[len(word)-1]; last == '.' && unicode.IsUpper(next[0]) || last == ',' || last == ')' || last == ':' || last == ';' {
			return false // the end of a sentence, or of a part of it
		}
		return unicode.IsLetter(next[0])
	case !digit(next[0]):
		return false
	case word[0] == '§', len(word) == 3 && !slices.ContainsFunc(word, func(r rune) bool { return !unicode.IsUpper(r) }):
		return true
	}
	// The year of a date.
	year := len(next) >= 4 && digit(next[1]) && digit(next[2]) && digit(next[3])
	return year && unicode.IsLetter(word[0]) && len(t.held) > 0 && t.held[from]
}

func digit(r rune) bool { return r >= '0' && r <= '9' }
