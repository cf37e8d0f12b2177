package typeset

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/bidi"
)

// sample is a character of each class; none is a bracket.
var sample = map[string]rune{
	"L": 'a', "R": 'א', "AL": 'ب', "EN": '1', "ES": '-', "ET": '%', "AN": '٣', "CS": ',', "B": '\u2029', "S": '\t',
	"WS": ' ', "ON": '!', "BN": '\u00AD', "NSM": '\u0300', "LRE": '\u202A', "RLE": '\u202B', "LRO": '\u202D', "RLO": '\u202E',
	"PDF": '\u202C', "LRI": '\u2066', "RLI": '\u2067', "FSI": '\u2068', "PDI": '\u2069',
}

func arrange(text []rune, base int8) (level []int8, visual []int) {
	level = levels(text, base)
	if base == auto {
		base = ltr
		if p := (embedding{text: text, class: classes(text)}); len(text) > 0 {
			p.pair()
			base = max(ltr, p.first(0, len(text)))
		}
	}
	trim(text, level, base)
	return level, order(level)
}

func classes(text []rune) []bidi.Class {
	out := make([]bidi.Class, len(text))
	for i, r := range text {
		p, _ := bidi.LookupRune(r)
		out[i] = p.Class()
	}
	return out
}

// An Arabic heading that begins with a form's code is Arabic all the same, and
// an isolated value keeps its order on it.
func TestBidiForced(t *testing.T) {
	for _, c := range []struct {
		text string
		base int8
		want string
	}{
		{"MF4 אבג", rtl, "גבא MF4"},
		{"MF4 אבג", ltr, "MF4 גבא"},
		{"اب \u206812-34567\u2069 ج", rtl, "ج \u206912-34567\u2068 با"},
		{"اب 12-34567 ج", ltr, "ج 34567-12 با"},
		{"to אב,\u2029 (ג) on", ltr, "to בא,\u2029 (ג) on"},
		{"", rtl, ""},
	} {
		text := []rune(c.text)
		_, visual := arrange(text, c.base)
		var b strings.Builder
		for _, i := range visual {
			b.WriteRune(text[i])
		}
		if b.String() != c.want {
			t.Errorf("%q on base %d reads %q, want %q", c.text, c.base, b.String(), c.want)
		}
	}
}

// straight text has no odd level on a base that runs from left to right.
func TestBidiStraight(t *testing.T) {
	seen := map[bool]int{}
	for _, a := range sample {
		for _, b := range sample {
			for _, c := range sample {
				text := []rune{a, b, c}
				odd := slices.ContainsFunc(levels(text, ltr), func(l int8) bool { return l&1 == 1 })
				s := straight(text)
				if seen[s]++; s && odd {
					t.Errorf("%U is straight, but has levels %v", text, levels(text, ltr))
				}
			}
		}
	}
	if seen[true] < 1000 || seen[false] < 1000 {
		t.Errorf("straight or not: %v", seen)
	}
	if !straight([]rune("Ole Ærø, Đặng Thị Ánh, 王小明, ไทย, हिन्दी")) {
		t.Error("text without right-to-left letters is not straight")
	}
}
