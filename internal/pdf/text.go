package pdf

import (
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// docEncoding is PDFDocEncoding where it isn't Latin-1.
var docEncoding = func() (t [256]rune) {
	for i := range t {
		t[i] = rune(i)
	}
	for i, r := range []rune("˘ˇˆ˙˝˛˚˜") {
		t[0x18+i] = r
	}
	for i, r := range []rune("•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\uFFFD€") {
		t[0x80+i] = r
	}
	t[0x7F], t[0xAD] = unicode.ReplacementChar, unicode.ReplacementChar
	return t
}()

const maxLine = 2000 // characters

// Text is the words that a text string means, as one line: control characters
// are spaces, those that change the direction of what follows are left out,
// and so is what is longer than any title.
func (s String) Text() string {
	runes := s[:min(len(s), 4*maxLine)].runes()
	var out strings.Builder
	for _, r := range runes[:min(len(runes), maxLine)] {
		switch {
		case unicode.Is(unicode.Bidi_Control, r) || r == '\uFEFF' || 0xE0000 <= r && r <= 0xE007F:
		case unicode.IsControl(r) || r == '\u2028' || r == '\u2029':
			out.WriteByte(' ')
		case !utf8.ValidRune(r):
			out.WriteRune(unicode.ReplacementChar)
		default:
			out.WriteRune(r)
		}
	}
	return strings.TrimSpace(out.String())
}

// long is the words of a field or a comment: as Text has them, but of any
// length and with the ends of their lines.
func (s String) long() string { return string(s[:min(len(s), 4*maxLetters)].runes()) }

// runes are the characters of a text string.
func (s String) runes() []rune {
	b := string(s)
	switch {
	case strings.HasPrefix(b, "\xFE\xFF"):
		return withoutLanguage(utf16Text(b[2:], 0, 1))
	case strings.HasPrefix(b, "\xFF\xFE"):
		return withoutLanguage(utf16Text(b[2:], 1, 0))
	case strings.HasPrefix(b, "\xEF\xBB\xBF"):
		return withoutLanguage([]rune(b[3:]))
	}
	runes := make([]rune, len(b))
	for i := range len(b) {
		runes[i] = docEncoding[b[i]]
	}
	return withoutLanguage(runes)
}

func utf16Text(b string, high, low int) []rune {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = uint16(b[2*i+high])<<8 | uint16(b[2*i+low])
	}
	return utf16.Decode(units)
}

// withoutLanguage leaves out the codes of languages, which stand between two
// escape characters.
func withoutLanguage(runes []rune) []rune {
	out := runes[:0]
	for i := 0; i < len(runes); i++ {
		if runes[i] == 0x1B {
			end := i + 1
			for end < len(runes) && end < i+8 && runes[end] != 0x1B {
				end++
			}
			if end < len(runes) && runes[end] == 0x1B {
				i = end
				continue
			}
		}
		out = append(out, runes[i])
	}
	return out
}
