package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Missing finds the first character of s that no font draws where it stands, or
// that may not stand in text: control characters except the line feed, and
// those that override the direction of others. Damaged UTF-8 is found as
// U+FFFD.
func Missing(s string) (r rune, found bool) {
	if !strings.ContainsFunc(s, func(r rune) bool { return !usual(r) }) {
		return 0, false
	}
	text := []rune(s)
	for i, end := 0, 0; i < len(text); i = end {
		if r := text[i]; !usual(r) && !presentable(r) {
			return r, true
		}
		if end = clusterEnd(text, i); end == i+1 {
			continue
		}
		f, whole := together(text[i:end], "")
		for i++; i < end; i++ {
			if r := text[i]; !presentable(r) || !whole && !f.has(text[i:i+1]) {
				return r, true
			}
		}
	}
	return 0, false
}

// usual tells of the characters of most text that they are drawn.
func usual(r rune) bool {
	return r >= ' ' && r < 0x7F || r == '\n' || r >= 0xC0 && r < 0x250
}

func presentable(r rune) bool {
	switch {
	case r == utf8.RuneError, r >= 0x202A && r <= 0x202E, unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp):
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
