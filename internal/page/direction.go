package page

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

// Languages are written from left to right, but for these.
var leftward = []string{
	"ar", "arc", "arz", "azb", "bal", "ckb", "dv", "fa", "glk", "he", "ks", "lrc", "mzn", "nqo", "pnb", "prs", "ps",
	"sd", "sdh", "syr", "ug", "ur", "yi",
}

// The scripts that a tag may name in which every language is written so.
var leftwardScripts = []string{"adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"}

// writtenLeft tells whether a language is written from right to left.
func writtenLeft(lang string) bool {
	if lang == "en" || lang == "da" || lang == "" {
		return false
	}
	base, rest, _ := strings.Cut(strings.ToLower(lang), "-")
	for part := range strings.SplitSeq(rest, "-") {
		if len(part) == 4 && part[0] >= 'a' { // a script: a variant of four begins with a digit
			return slices.Contains(leftwardScripts, part)
		}
	}
	return slices.Contains(leftward, base)
}

// directed tells which way words run that say so of themselves, by their first
// letter that does (UAX #9, P2): left, from right to left. Digits alone run from
// left to right.
func directed(s string) (left bool) {
	depth := 0
	for _, r := range s {
		switch {
		case r >= '\u2066' && r <= '\u2068':
			depth++
		case r == '\u2069':
			depth = max(0, depth-1)
		case depth > 0:
		case rightToLeft(r):
			return true
		case unicode.IsLetter(r):
			return false
		}
	}
	return false
}

// runs tells which way a paragraph runs: the page's, unless it has letters and all
// of them run against it, such as a name, an amount or a sentence of a source.
// Several numbers without a letter run from left to right: 7–8. A number with
// what another language says of it runs as the page does.
func (w Words) runs(page bool) (left bool) {
	against, numbers, before := false, 0, ' '
	number, own := false, false // of the page's own language: a number, letters that run against it
	for _, s := range w {
		for _, r := range s.Text {
			switch left := rightToLeft(r) || r >= 0x590 && r < 0x900; { // commas and digits too
			case left == page && (left || unicode.IsLetter(r)):
				return page
			case left || unicode.IsLetter(r):
				against, own = true, own || s.Lang == ""
			case digit(r) && !digit(before):
				numbers, number = numbers+1, number || s.Lang == ""
			}
			before = r
		}
	}
	if number && !own && !page {
		return page
	}
	return page != (against || page && numbers > 1)
}

func digit(r rune) bool { return r >= '0' && r <= '9' }

// address tells whether s is nothing but the address that it leads to, whose
// strokes and dots must stay where they are.
func (s Span) address() bool { return s.To != "" && strings.TrimSpace(s.Text) == s.To }

// isolated is text whose lines keep to themselves, as they run from right to
// left or from left to right. Spaces before and behind it are not of it.
func isolated(s string, left bool) string {
	open, end := "\u2066", "\u2069"
	if left {
		open = "\u2067"
	}
	words := strings.Trim(s, " ")
	before, after, _ := strings.Cut(s, words)
	return before + open + strings.ReplaceAll(words, "\n", end+"\n"+open) + end + after
}

func rightToLeft(r rune) bool {
	if r < 0x590 {
		return false
	}
	p, _ := bidi.LookupRune(r)
	return p.Class() == bidi.R || p.Class() == bidi.AL
}

// airy tells whether the letters of a language are taller or denser than Latin
// ones, or reach further below the line, so that lines of them stand further
// apart.
func airy(lang string) bool {
	base, _, _ := strings.Cut(strings.ToLower(lang), "-")
	switch base {
	case "ar", "arz", "azb", "bal", "ckb", "fa", "glk", "ks", "lrc", "mzn", "pnb", "prs", "ps", "sd", "sdh", "ug", "ur", // Arabic
		"hi", "mr", "ne", "bn", "as", "gu", "pa", "ta", "te", "kn", "ml", "si", // Indic
		"am", "ti", "zh", "yue", "th", "lo", "km", "my":
		return true
	}
	return false
}

// air is how much further apart lines of such letters stand: a step more for
// every ten points of their size.
func air(size unit) unit { return max(1, (size+5*point)/(10*point)) * step }
