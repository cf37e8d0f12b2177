package packets

import (
	"strings"
	"unicode"

	"mappe/profile"
)

// cpr is a CPR number, or the day of birth alone.
func (s *formSheet) cpr(k profile.Key, number *string) {
	if number != nil && s.veil {
		short := veiled(*number)
		number = &short
	}
	s.text(k, number)
}

// veiled is a CPR number of which only the day of birth can be read, however it
// is written: 010190-****. It is as long as the whole, so no line moves.
func veiled(number string) string {
	if !strings.ContainsFunc(number, unicode.IsDigit) {
		return number // a word in its place
	}
	n := 0
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
		if n > 6 && !unicode.IsSpace(r) {
			return '*'
		}
		return r
	}, number)
}
