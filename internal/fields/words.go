package fields

import (
	"fmt"
	"strconv"
	"unicode"

	"mappe/internal/typeset"
)

func decimal(n int) string { return strconv.Itoa(n) }

// number is a length as operators have it.
func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// unknownLetter is the first letter that no font draws.
func unknownLetter(s string) (rune, bool) { return typeset.Missing(s) }

// letter names a letter, so that one that can't be drawn can be found.
func letter(r rune) string {
	if unicode.IsPrint(r) {
		return fmt.Sprintf("%c (U+%04X)", r, r)
	}
	return fmt.Sprintf("U+%04X", r)
}

// rightToLeft tells whether words begin in a script that runs from right to left.
func rightToLeft(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Adlam)
		}
	}
	return false
}

// cells are the letters of words, each with the marks on it.
func cells(s string) (all []string) {
	for _, r := range s {
		if n := len(all); n > 0 && unicode.In(r, unicode.Mn, unicode.Me) {
			all[n-1] += string(r)
			continue
		}
		all = append(all, string(r))
	}
	return all
}
