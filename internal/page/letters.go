package page

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/unicode/runenames"
)

// Unprintable finds the first character of s that PDF and Stamps refuse:
// every script but Latin, Greek and Cyrillic, combining marks that have no
// composed form, characters from U+FFF0 on, control and format characters
// (except a line feed), invalid UTF-8 (reported as U+FFFD) and whatever the
// embedded font has no glyph for. found is false when all of s prints.
func Unprintable(s string) (r rune, found bool) {
	for _, r := range printed(s) {
		if !printable(r) {
			return r, true
		}
	}
	return 0, false
}

func printable(r rune) bool {
	switch {
	case r == '\n', r >= ' ' && r <= '~':
		return true
	case r >= 0xFFF0, !unicode.IsGraphic(r), unicode.IsMark(r):
		return false
	case !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Common):
		return false
	}
	return regular().has(r) && bold().has(r)
}

// printed is s as it is drawn: composed (NFC), with a line feed alone for a
// line end, and without direction marks and isolates, which mean nothing
// among letters that all run left to right.
func printed(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r != '\n' && (r < ' ' || r > '~') }) {
		return s
	}
	s = strings.Map(func(r rune) rune {
		if steers(r) {
			return -1
		}
		return r
	}, strings.ReplaceAll(s, "\r\n", "\n"))
	return norm.NFC.String(s)
}

// steers tells whether r is LRM, RLM or an isolate: invisible, and about the
// direction of writing only.
func steers(r rune) bool {
	return r == '\u200E' || r == '\u200F' || r >= '\u2066' && r <= '\u2069'
}

// refuse is the error for a character of s that can't be printed, or nil.
func refuse(s string) error {
	r, found := Unprintable(s)
	if !found {
		return nil
	}
	name := runenames.Name(r)
	if r == utf8.RuneError {
		name = "damaged text"
	}
	return fmt.Errorf("cannot print %q (U+%04X %s, in %q): the PDF font has Latin, Greek and Cyrillic letters; write it in these",
		r, r, name, short(s))
}

// short is the beginning of s, for a message.
func short(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}
