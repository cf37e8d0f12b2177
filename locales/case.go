package locales

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// Capital is s with a capital letter, as the beginning of a line.
func (p *Printer) Capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	switch {
	case size == 0:
		return ""
	case p.dotted():
		return string(unicode.TurkishCase.ToUpper(first)) + s[size:]
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// dotted tells whether i and ı are two letters of the language: İ and I are
// their capitals.
func (p *Printer) dotted() bool { return p.habits.base == "tr" }

// Choice is a word that may be typed, and what it means.
type Choice struct{ Word, Means string }

// Chosen is what a typed word means, however large its letters are. The first
// list that has the word decides, and in it the letters of the language before
// those of others: a Turkish reader may have another keyboard, on which i and ı
// are one letter. A word that has two meanings there has none.
func (p *Printer) Chosen(typed string, lists ...[]Choice) (means string, ok bool) {
	folds := []func(string) string{fold}
	if p.dotted() {
		lower, one := cases.Lower(language.Turkish), strings.NewReplacer("İ", "i", "ı", "i")
		folds = []func(string) string{
			func(s string) string { return fold(lower.String(norm.NFC.String(s))) },
			func(s string) string { return fold(one.Replace(norm.NFC.String(s))) },
		}
	}
	for _, list := range lists {
		for _, fold := range folds {
			word, found := fold(typed), false
			for _, c := range list {
				if fold(c.Word) != word {
					continue
				}
				if found && means != c.Means {
					return "", false
				}
				means, found = c.Means, true
			}
			if found {
				return means, true
			}
		}
	}
	return "", false
}

// fold is s as it is compared with others, by the case folding of Unicode.
func fold(s string) string { return norm.NFC.String(cases.Fold().String(norm.NFC.String(s))) }
