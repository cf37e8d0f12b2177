package law

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// quickQuotes reads quotes.yaml where every entry stands on a line of its own,
// as mappe writes it:
//
//	S4-09: {source: "004", line: 33, quote: 'at the earliest, …'}
//
// Reading the whole of it as YAML would be half of what a command costs. Any
// other form, sound or not, is left to the YAML reader: ok is then false.
func quickQuotes(src []byte) (quotes []line[Quote], ok bool) {
	if !utf8.Valid(src) {
		return nil, false
	}
	seen := map[string]bool{}
	at := 0
	for text := range strings.Lines(string(src)) {
		at++
		text = strings.TrimSuffix(text, "\n")
		if text == "" || text[0] == '#' && plain(text) {
			continue
		}
		id, text, ok1 := strings.Cut(text, `: {source: "`)
		source, text, ok2 := strings.Cut(text, `", line: `)
		number, text, ok3 := strings.Cut(text, `, quote: '`)
		quote, ok4 := strings.CutSuffix(text, `'}`)
		n, err := strconv.Atoi(number)
		bare := strings.ReplaceAll(quote, "''", "")
		switch {
		case !ok1 || !ok2 || !ok3 || !ok4 || err != nil || !whole.MatchString(number):
			return nil, false
		case !word(id) || seen[id] || source != "" && !word(source) || strings.Contains(bare, "'") || !plain(bare):
			return nil, false
		}
		seen[id] = true
		value := Quote{Source: source, Line: n, Quote: strings.ReplaceAll(quote, "''", "'")}
		quotes = append(quotes, line[Quote]{name: id, file: "quotes.yaml", at: at, sound: true, value: value})
	}
	return quotes, len(quotes) > 0
}

// word tells whether s is letters, digits and hyphens, a letter first or within
// quotes: what YAML reads as it stands.
func word(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool {
		return r != '-' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z')
	}) && s[0] != '-'
}

// plain tells whether s has nothing that YAML could take for a line break or
// refuse.
func plain(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsPrint(r) && r != '\u00a0' })
}
