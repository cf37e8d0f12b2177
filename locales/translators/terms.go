package translators

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mappe/locales"
)

// term is a word of the glossary; own is the translation's word for it, "" where
// no message is that word alone.
type term struct{ english, danish, own string }

func (t term) String() string {
	if t.own == "" {
		return t.english + " = " + t.danish
	}
	return t.english + " = " + t.danish + " = " + t.own
}

// readTerms reads the tables of the glossary: English, Danish, and more. Several
// words in a cell stand between semicolons.
func readTerms(glossary string, english []locales.Message, t *locales.Translation) (all []term) {
	own := map[string]string{}
	for _, m := range english {
		if said, ok := t.Messages[m.ID]; ok && !m.Plural && len(m.Variables()) == 0 {
			own[strings.ToLower(m.Forms["other"])] = said.Forms["other"]
		}
	}
	aside := regexp.MustCompile(` ?\([^)]*\)|\*`)
	for line := range strings.Lines(glossary) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		if len(cells) < 3 || strings.HasPrefix(strings.TrimSpace(cells[0]), "--") || strings.TrimSpace(cells[0]) == "English" {
			continue
		}
		words := func(cell, between string) (all []string) {
			for w := range strings.SplitSeq(aside.ReplaceAllString(cell, ""), between) {
				all = append(all, strings.TrimSpace(w))
			}
			return all
		}
		en, da := words(cells[0], ";"), words(cells[1], ";")
		for i, e := range en {
			danish := strings.Join(da, "; ")
			if len(en) == len(da) {
				danish = da[i]
			}
			alike, its := words(e, ","), words(danish, ",")
			if len(alike) > 2 { // a list of common words, with a sense of their own there
				continue
			}
			for i, e := range alike {
				if len(alike) == len(its) {
					danish = its[i]
				}
				all = append(all, term{e, danish, own[strings.ToLower(e)]})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b term) int { return len(b.english) - len(a.english) })
	return all
}

// termsIn are the words of the glossary that occur in a text, in its order; of
// words within words only the longest.
func termsIn(text string, terms []term) (found []term) {
	rest := strings.ToLower(text)
	at := map[string]int{}
	for _, t := range terms {
		i := wordAt(rest, strings.ToLower(t.english))
		if i < 0 || utf8.RuneCountInString(t.english) < 3 {
			continue
		}
		if _, twice := at[t.english]; twice {
			continue
		}
		at[t.english] = i
		found = append(found, t)
		rest = rest[:i] + strings.Repeat(" ", len(t.english)) + rest[i+len(t.english):]
	}
	slices.SortStableFunc(found, func(a, b term) int { return at[a.english] - at[b.english] })
	return found
}

// wordAt is where a word, or its plural, stands in a text by itself; -1 where it
// does not.
func wordAt(text, word string) int {
	for from := 0; ; {
		i := strings.Index(text[from:], word)
		if i < 0 || word == "" {
			return -1
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(strings.TrimPrefix(text[i+len(word):], "s"))
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return i
		}
		from = i + 1
	}
}
