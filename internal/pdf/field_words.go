package pdf

import "strings"

// long is the words of a field or a comment: as Text has them, but of any
// length and with the ends of their lines.
func (s String) long() string {
	var runes []rune
	switch b := string(s[:min(len(s), 4*maxLetters)]); {
	case strings.HasPrefix(b, "\xFE\xFF"):
		runes = utf16Text(b[2:], 0, 1)
	case strings.HasPrefix(b, "\xFF\xFE"):
		runes = utf16Text(b[2:], 1, 0)
	case strings.HasPrefix(b, "\xEF\xBB\xBF"):
		return b[3:]
	default:
		for i := range len(b) {
			runes = append(runes, docEncoding[b[i]])
		}
	}
	return string(withoutLanguage(runes))
}
