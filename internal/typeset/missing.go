package typeset

import (
	"unicode"
	"unicode/utf8"
)

// Missing finds the first character of s that no font draws, or that may not
// stand in text: control characters except the line feed, and those that
// override the direction of others. Damaged UTF-8 is found as U+FFFD.
func Missing(s string) (r rune, found bool) {
	for _, r := range s {
		if r >= ' ' && r < 0x7F || r == '\n' {
			continue
		}
		if !presentable(r) {
			return r, true
		}
	}
	return 0, false
}

func presentable(r rune) bool {
	switch {
	case r == utf8.RuneError, r >= 0x202A && r <= 0x202E, unicode.Is(unicode.Cc, r):
		return false
	case steers(r), silent(r):
		return true
	}
	return drawable(r)
}

// silent tells whether r says how its neighbours are drawn, and needs no glyph.
func silent(r rune) bool {
	return r == '\u200C' || r == '\u200D' || r == '\u034F' || r >= 0xFE00 && r <= 0xFE0F
}
