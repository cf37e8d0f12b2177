package isolation

import (
	"fmt"
	"regexp"
	"strings"
)

// ending is how sentences of a language end: the letters that they are of, and
// the mark.
type ending struct {
	letter *regexp.Regexp
	stop   string
}

var endings = map[string]ending{
	"hi":      {regexp.MustCompile(`\p{Devanagari}`), "।"},
	"ti":      {regexp.MustCompile(`\p{Ethiopic}`), "።"},
	"zh-Hans": {regexp.MustCompile(`\p{Han}`), "。"},
}

var (
	// foreign are words of another language: those that a page says it of, and
	// those that are quoted.
	foreign = regexp.MustCompile(`\x{2066}[^\x{2066}-\x{2069}]*\x{2069}|“[^”]*”`)
	// ends is where a sentence ends, with what closes behind its mark.
	ends = regexp.MustCompile(`[.!?…。！？।።][”’)）\x{2069}]*(?:\s+|$)|[。！？।።][”’）\x{2069}]*`)
	// apart is a space behind a mark that has one in itself.
	apart = regexp.MustCompile(`[。！？，；：、][”’）\x{2069}]*\s\p{Han}`)
)

// last is the last letter of a text, or the digit that it ends in.
var last = regexp.MustCompile(`\pL\pM*[^\pL\d]*$|\d[^\pL\d]*$`)

// of tells whether a sentence is of the language: it is none where its last word
// is of another, as in what people wrote themselves, nor where it is one word
// that is cut short.
func (e ending) of(before, says string) bool {
	end := last.FindString(before)
	words := strings.Contains(strings.TrimSpace(says), " ") || e.stop == "。"
	return words && e.letter.MatchString(says) && (e.letter.MatchString(end) || strings.ContainsAny(end, "0123456789"))
}

// Endings are the sentences of a text that end as those of another language do, or
// end twice, or stand apart from each other where the language has no spaces. Of
// languages that end with a full stop there are none.
func Endings(tag, text string) (faults []string) {
	e, ok := endings[tag]
	if !ok {
		return nil
	}
	text = foreign.ReplaceAllStringFunc(text, func(s string) string {
		if e.letter.MatchString(s) {
			return s
		}
		return "x"
	})
	for line := range strings.SplitSeq(text, "\n") {
		from := 0
		for _, at := range ends.FindAllStringIndex(line, -1) {
			says := line[from:at[1]]
			if from = at[1]; line[at[0]] == '.' && e.of(line[:at[0]], says) {
				faults = append(faults, fmt.Sprintf("a sentence ends in a full stop: %q", says))
			}
		}
		for _, twice := range []string{e.stop + e.stop, e.stop + ".", "." + e.stop} {
			if strings.Contains(line, twice) {
				faults = append(faults, fmt.Sprintf("a sentence ends twice: %q", line))
			}
		}
		if tag == "zh-Hans" && apart.MatchString(line) {
			faults = append(faults, fmt.Sprintf("sentences stand apart: %q", line))
		}
	}
	return faults
}
