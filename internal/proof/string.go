package proof

import (
	"strings"
	"unicode/utf16"
)

// words is what a string for people says: UTF-16 or UTF-8 where it begins so,
// else PDFDocEncoding.
func (t text) words() string {
	switch {
	case strings.HasPrefix(string(t), "\xFE\xFF"):
		return wide(string(t[2:]), 0)
	case strings.HasPrefix(string(t), "\xFF\xFE"):
		return wide(string(t[2:]), 1)
	case strings.HasPrefix(string(t), "\xEF\xBB\xBF"):
		return strings.ToValidUTF8(string(t[3:]), "\uFFFD")
	}
	var b strings.Builder
	for _, c := range []byte(t) {
		switch {
		case c >= 0x18 && c < 0x20:
			b.WriteRune([]rune("˘ˇˆ˙˝˛˚˜")[c-0x18])
		case c >= 0x80 && c <= 0xA0:
			b.WriteRune([]rune("•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\uFFFD€")[c-0x80])
		default:
			b.WriteRune(rune(c))
		}
	}
	return b.String()
}

// wide is UTF-16; low is the place of the less significant byte, turned round.
func wide(s string, swapped int) string {
	units := make([]uint16, 0, len(s)/2)
	for ; len(s) >= 2; s = s[2:] {
		units = append(units, uint16(s[swapped])<<8|uint16(s[1-swapped]))
	}
	return string(utf16.Decode(units))
}
