package locales

import (
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"unicode"
)

// Pseudo is the printer of en-XA, a language that nobody speaks and that New
// and Tags do not know: every message of the English file in brackets, its
// letters under accents and its vowels doubled, which makes it about a third
// longer. Variables, plurals, dates and numbers are as in English. Pages set in
// it show words that are not in the message file, lines that are cut, and
// columns that only fit short words.
func Pseudo() (*Printer, error) {
	words, err := pseudo()
	if err != nil {
		return nil, err
	}
	h := known[named("en")]
	h.tag = pseudoTag
	return &Printer{habits: &h, words: words, reviewed: true}, nil
}

const pseudoTag = "en-XA"

var pseudo = sync.OnceValues(func() (*catalogue, error) {
	data, err := files.ReadFile(file("en"))
	if err != nil {
		return nil, err
	}
	raw, err := messages(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file("en"), err)
	}
	for id, text := range raw {
		if raw[id], err = disguised(text); err != nil {
			return nil, fmt.Errorf("%s: message %q: %w", file("en"), id, err)
		}
	}
	return prepare(pseudoTag, raw)
})

// disguised is a message of a file, or each of its plurals, in disguise.
func disguised(message json.RawMessage) (json.RawMessage, error) {
	if message[0] == '"' {
		var text string
		if err := json.Unmarshal(message, &text); err != nil {
			return nil, err
		}
		text, err := disguise(text)
		if err != nil {
			return nil, err
		}
		return json.Marshal(text)
	}
	var plurals map[string]string
	if err := json.Unmarshal(message, &plurals); err != nil {
		return nil, err
	}
	for form, text := range plurals {
		var err error
		if plurals[form], err = disguise(text); err != nil {
			return nil, err
		}
	}
	return json.Marshal(plurals)
}

// disguise puts accents on all of text but its variables.
func disguise(text string) (string, error) {
	parts, err := cut(text)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	b.WriteByte('[')
	for _, p := range parts {
		for _, r := range p.text {
			low, other := unicode.ToLower(r), r
			if 'a' <= low && low <= 'z' {
				other = accented[low-'a']
				if low != r {
					other = unicode.ToUpper(other)
				}
			}
			b.WriteRune(other)
			if strings.ContainsRune("aeiouy", low) {
				b.WriteRune(unicode.ToLower(other))
			}
		}
		if p.variable != "" {
			b.WriteString("{{." + p.variable + "}}")
		}
	}
	b.WriteByte(']')
	return b.String(), nil
}

// accented are letters that can be read as a to z, and that no message has.
var accented = [...]rune{'ȧ', 'ḅ', 'ç', 'ḍ', 'ë', 'ḟ', 'ğ', 'ħ', 'ï', 'ĵ', 'ķ', 'ļ', 'ṃ',
	'ñ', 'ö', 'ṗ', 'ɋ', 'ř', 'š', 'ţ', 'ü', 'ṽ', 'ŵ', 'ẋ', 'ÿ', 'ž'}
