package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"mappe/internal/typeset"
)

// fold breaks s into lines that are at most so many places wide, at spaces and
// where a line may end in Chinese; LF breaks too. What no line ends in and is
// wider has a line of its own. In each line every isolate ends that begins there.
func fold(s string, places int) []string {
	var out []string
	if strings.TrimFunc(s, func(r rune) bool { return r == '\n' || blank(r) }) == "" {
		return nil
	}
	for part := range strings.SplitSeq(strings.TrimRight(s, "\n"), "\n") {
		line, wide := "", 0
		for word := range strings.FieldsFuncSeq(part, blank) {
			gap := " "
			for _, piece := range pieces(word) {
				n := cells(piece)
				switch {
				case line == "":
					line, wide = piece, n
				case wide+len(gap)+n <= places:
					line, wide = line+gap+piece, wide+len(gap)+n
				default:
					out = append(out, line)
					line, wide = piece, n
				}
				gap = ""
			}
		}
		out = append(out, line)
	}
	return balanced(out)
}

// chop breaks lines that are wider: in a table a long word must not push its
// neighbours out of line. A day is broken between its numbers, if that is enough.
func chop(lines []string, places int) []string {
	var out []string
	for _, l := range lines {
		if cells(l) <= places {
			out = append(out, l)
			continue
		}
		parts := []string{l}
		if strings.ContainsFunc(l, double) {
			parts = typeset.Unbroken(l)
		}
		line, wide := "", 0
		for _, part := range parts {
			if n := cells(part); n <= places && wide+n > places {
				out = append(out, line)
				line, wide = "", 0
			}
			for _, r := range part {
				n := cells(string(r))
				if wide+n > places && wide > 0 {
					out = append(out, line)
					line, wide = "", 0
				}
				line, wide = line+string(r), wide+n
			}
		}
		out = append(out, line)
	}
	return balanced(out)
}

// pieces are the parts of a word in which no line ends: where it has letters two
// places wide a line may end before and behind these, as UAX #14 lets it.
func pieces(word string) (out []string) {
	if !strings.ContainsFunc(word, double) {
		return []string{word}
	}
	for _, part := range typeset.Unbroken(word) {
		if n := len(out); n > 0 && joined(out[n-1], part) {
			out[n-1] += part
		} else {
			out = append(out, part)
		}
	}
	return out
}

// joined tells whether no line ends between two parts of a word: both are of
// another script, or one is a number and the other what it counts, as in a day.
func joined(a, b string) bool {
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(a, hidden))
	after, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(b, hidden))
	switch {
	case digit(before) && unicode.IsLetter(after), digit(after) && strings.ContainsRune("年月第", before):
		return true
	}
	return !double(before) && !double(after)
}

func hidden(r rune) bool { return cells(string(r)) == 0 }

// double tells whether r takes two places on a terminal.
func double(r rune) bool {
	if r < 0x1100 {
		return false
	}
	k := width.LookupRune(r).Kind()
	return k == width.EastAsianWide || k == width.EastAsianFullwidth
}
