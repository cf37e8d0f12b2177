package page

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/runenames"

	"mappe/internal/typeset"
)

// Unprintable finds the first character of s that pages and stamps refuse: one
// that no font draws, a control character other than a line feed, damaged text
// (found as U+FFFD). found is false when all of s prints.
func Unprintable(s string) (r rune, found bool) { return typeset.Missing(s) }

// Drawable is s with a box in the place of each character that is Unprintable:
// for the names of files, which are as other people and programs made them.
func Drawable(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "□"), "\n", "□")
	for r, found := Unprintable(s); found; r, found = Unprintable(s) {
		s = strings.ReplaceAll(s, string(r), "□")
	}
	return s
}

// A LetterError is why a character can't be printed.
type LetterError struct {
	Rune   rune
	Letter bool   // which only the fonts lack
	Words  string // that it stands in
	text   string
}

func (e *LetterError) Error() string { return e.text }

// refuse is the error for a character of s that can't be printed, or nil.
func refuse(s string) error {
	r, found := Unprintable(s)
	if !found {
		return nil
	}
	e := &LetterError{Rune: r, Words: s}
	name, why := runenames.Name(r), ""
	switch {
	case r == utf8.RuneError:
		name, why = "damaged text", "it is no character; write it anew"
	case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp):
		why = "it is an order, not a letter; leave it out"
	default:
		e.Letter, why = true, "no font has it; write it otherwise"
	}
	e.text = fmt.Sprintf("cannot print %q (U+%04X %s, in %q): %s", r, r, name, short(s), why)
	return e
}

// steers tells whether r is LRM, RLM or an isolate: invisible, and about the
// direction of writing only.
func steers(r rune) bool {
	return r == '\u200E' || r == '\u200F' || r >= '\u2066' && r <= '\u2069'
}

// short is the beginning of s, for a message.
func short(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}
