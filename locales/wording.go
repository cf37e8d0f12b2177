package locales

import (
	"regexp"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// flaw is what is wrong with the wording of a text in any language, and what to
// do about it.
type flaw struct{ says, remedy string }

// flawOf is the first flaw of a text, nil if it has none.
func flawOf(text string) *flaw {
	switch {
	case strings.TrimSpace(text) == "":
		return &flaw{"is empty", "translate it"}
	case strings.TrimSpace(text) != text:
		return &flaw{"begins or ends with a space", "take it away"}
	case strings.ContainsAny(bare(text), "{}"):
		return &flaw{"has other template syntax than {{.Name}}", "copy the variable from the English text, letter by letter"}
	case strings.Contains(text, "  "):
		return &flaw{"has two spaces in a row", "write one"}
	case strings.ContainsAny(text, "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"):
		return &flaw{"has directional controls, which are Isolated's to add", "type the text anew without them"}
	case strings.Contains(text, "<no value>"):
		return &flaw{"speaks of no value", "take <no value> away"}
	case strings.ContainsFunc(text, func(r rune) bool { return r > '9' && unicode.Is(unicode.Nd, r) }):
		return &flaw{"has digits other than 0 to 9", "write 0 to 9, which are copied onto Danish forms"}
	case !norm.NFC.IsNormalString(text):
		return &flaw{"is not in normal form (NFC)", "type the accented letters anew, each as one character"}
	}
	return nil
}

// variable finds the variables of a text.
var variable = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\{\{\.[A-Z][A-Za-z]*\}\}`) })

// bare is a text without its variables.
func bare(text string) string { return variable().ReplaceAllString(text, "") }

// strangers are the marks and letters that a courtesy language does not have:
// other quotation marks, the commas and stops of other scripts, and the letters
// of a neighbour.
var strangers = [...]struct{ tag, pattern string }{
	{"ar", `["'‘„]|\p{Arabic}[,;?]|[کی]`},
	{"de", `["'”«»]`},
	{"fa", `["'‘„]|\p{Arabic}[,;?]|[كيى]`},
	{"hi", `["'„«»]`},
	{"pl", `["'“‘]`},
	{"so", `["'„«»]`},
	{"ti", `["'„]|\p{Ethiopic}{2}([,;]|\.$)`},
	{"tr", `["'„«»]`},
	{"uk", `["'”‘]|[ыэёъЫЭЁЪ]`},
	{"zh-Hans", `["'„«»]|\p{Han}[,;:?!.]|[們個這為請證國學說時過發會關於]`},
}

// strange finds what is strange to a courtesy language, nil where nobody has
// said what is.
func strange(tag string) *regexp.Regexp {
	for _, s := range strangers {
		if s.tag == tag {
			return regexp.MustCompile(s.pattern)
		}
	}
	return nil
}

// codes finds what is written alike in every language: the names of forms, and
// numbers of several digits.
func codes() *regexp.Regexp {
	return regexp.MustCompile(`\b(MF4|BF[123](-3)?(/US)?|OD2/D|SIRI|MitID|CPR|F-104)\b|\b\d{2,}\b`)
}
