package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// clean is s for the printers of text: a terminal or a browser lays it out, but
// it may not give them orders. Line ends become LF; control characters and
// bidi overrides become U+FFFD; isolates and marks of direction go where no
// character runs from right to left, since they mean nothing there.
func clean(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x590 }) {
		return s // nothing here steers or controls
	}
	steered := strings.ContainsFunc(s, rightToLeft)
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t':
			return ' '
		case steers(r) && !steered:
			return -1
		case Orders(r):
			return utf8.RuneError
		}
		return r
	}, strings.ReplaceAll(s, "\r\n", "\n"))
}

// Orders tells whether r, printed, would do something to a screen: end the line,
// move, colour, or turn the direction of what follows.
func Orders(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp) || r >= '\u202A' && r <= '\u202E'
}

// Label is s as bookmarks and the titles of files say it: on one line, without
// what could give orders.
func Label(s string) string { return oneLine(clean(s)) }

// cells is the width of s on a terminal: ideographs and pictures take two
// places, marks and invisible characters none.
func cells(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r < 0x300 && r != '\u00ad':
			n++
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case double(r):
			n += 2
		default:
			n++
		}
	}
	return n
}

// blank is a space at which a line may end.
func blank(c rune) bool {
	return unicode.Is(unicode.Zs, c) && c != '\u00A0' && c != '\u2007' && c != '\u202F'
}
