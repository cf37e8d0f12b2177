package typeset

import (
	"slices"
	"unicode"
)

// hold finds the places where a line ends only if it would end much too early
// otherwise: between a number and what it counts, in dates and amounts, in codes of
// forms, behind a hyphen that a word begins with or that parts a number from its
// ending, and inside short isolates, which are values put into a sentence.
func (t *text) hold() {
	t.held = t.held[:0]
	depth, start := 0, 0
	var last, second rune // before r, of those that are drawn
	for i, r := range t.runes {
		if ideographic := unicode.Is(unicode.Han, r); t.breaks[i] && (ideographic && (digit(last) || last == '个' && digit(second)) ||
			digit(r) && digit(second) && (last == '年' || last == '月')) { // 2026年11月22日, 12个月
			t.keep(i, i+1)
		}
		if !steers(r) {
			last, second = r, last
		}
		switch {
		case r == '\n':
			depth = 0
		case r == ' ' && i > 0 && i+1 < len(t.runes) && t.breaks[i+1]:
			if t.goesWith(i) {
				t.keep(i+1, i+2)
			}
		case r == '-' && i+1 < len(t.runes) && t.breaks[i+1] && (t.begins(i) || digit(t.runes[i-1]) && unicode.IsLetter(t.runes[i+1])): // --lang, 180-kii
			t.keep(i+1, i+2)
		case r == '/' && i > 0 && i+1 < len(t.runes) && t.breaks[i+1] && coded(t.runes[i-1]) && coded(t.runes[i+1]): // OD2/D
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
// breath: 14 days, 31. december 2026, November 30, 2030 (2030-11-30), § 9, DKK 2,880.
func (t *text) goesWith(i int) bool {
	from := i
	for from > 0 && i-from < farthest && t.runes[from-1] != ' ' && t.runes[from-1] != '\n' {
		from--
	}
	word := t.runes[from:i]
	for len(word) > 0 && (word[0] == '(' || steers(word[0])) {
		word = word[1:]
	}
	next, to := t.from(i + 1)
	if len(word) == 0 || len(next) == 0 {
		return false
	}
	bound := len(t.held) > 0 && t.held[from] // the word goes with the one before it
	last := word[len(word)-1]
	switch {
	case digit(word[0]) && !slices.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsSpace(r) }):
		switch {
		case bound && last == ',' && dayed(word): // November 30, 2030
			return yeared(next)
		case bound && yeared(word): // the end of a date
			return len(next) > 1 && next[0] == '(' && digit(next[1])
		case last == '.' && unicode.IsUpper(next[0]): // the end of a sentence, or 31. Dezember 2026
			after, _ := t.from(to + 1)
			return dayed(word) && yeared(after)
		case last == ',' || last == ')' || last == ':' || last == ';': // of a part of it
			return false
		}
		return unicode.IsLetter(next[0])
	case !digit(next[0]): // Danmark (DK)
		return len(next) >= 4 && next[0] == '(' && next[3] == ')' && coded(next[1]) && coded(next[2])
	case word[0] == '§', len(word) == 3 && !slices.ContainsFunc(word, func(r rune) bool { return !unicode.IsUpper(r) }):
		return true
	case next[len(next)-1] == ',' && dayed(next):
		after, _ := t.from(to + 1)
		return unicode.IsLetter(word[0]) && yeared(after)
	}
	return yeared(next) && unicode.IsLetter(word[0]) && bound
}

const farthest = 16 // longer words are no part of a date or an amount

// from is the word that begins at i, and where it ends.
func (t *text) from(i int) (word []rune, to int) {
	i = min(i, len(t.runes))
	for to = i; to < len(t.runes) && to-i < farthest && t.runes[to] != ' ' && t.runes[to] != '\n'; to++ {
	}
	return t.runes[i:to], to
}

// dayed tells whether a word is the day of a date, and a mark.
func dayed(word []rune) bool {
	return len(word) >= 2 && len(word) <= 3 && digit(word[0]) && (len(word) == 2 || digit(word[1]))
}

// yeared tells whether a word begins as a year does.
func yeared(word []rune) bool {
	return len(word) >= 4 && !slices.ContainsFunc(word[:4], func(r rune) bool { return !digit(r) })
}

// coded tells whether the code of a form may have a character.
func coded(r rune) bool { return digit(r) || r >= 'A' && r <= 'Z' }

func digit(r rune) bool { return r >= '0' && r <= '9' }
