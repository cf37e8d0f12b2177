package locales

import (
	"strings"
	"testing"
)

// What a reader of each language expects, written by hand: a sentence, two of
// them, and one that had its mark.
func TestSentences(t *testing.T) {
	for tag, want := range map[string]string{
		"da":      "A b.|A b. C d.|Hvad?",
		"en":      "A b.|A b. C d.|Hvad?",
		"uk":      "A b.|A b. C d.|Hvad?",
		"ar":      "A b.|A b. C d.|Hvad?",
		"fa":      "A b.|A b. C d.|Hvad?",
		"tr":      "A b.|A b. C d.|Hvad?",
		"de":      "A b.|A b. C d.|Hvad?",
		"pl":      "A b.|A b. C d.|Hvad?",
		"hi":      "A b।|A b। C d।|Hvad?",
		"zh-Hans": "A b。|A b。C d。|Hvad?",
		"so":      "A b.|A b. C d.|Hvad?",
		"ti":      "A b።|A b። C d።|Hvad?",
	} {
		p := habitual(t, tag, "{}")
		got := strings.Join([]string{p.Sentence("a b"), p.Sentences(p.Sentence("a b"), "", p.Sentence("c d")), p.Sentence("hvad?")}, "|")
		if got != want {
			t.Errorf("%s: %q, want %q", tag, got, want)
		}
	}
}

// A sentence that has its mark gets no other: behind it a quotation or an
// isolate may end. A bracket is no end of a sentence.
func TestEnded(t *testing.T) {
	for _, c := range []struct{ tag, s, want string }{
		{"en", "it is 3.080 kr.", "it is 3.080 kr."},
		{"en", "no way!", "no way!"},
		{"en", "and so on …", "and so on …"},
		{"en", "it says “yes.”", "it says “yes.”"},
		{"en", "it says “yes”", "it says “yes”."},
		{"en", "for each (on 1 Dec.)", "for each (on 1 Dec.)."},
		{"en", "", "."},
		{"de", "es heißt „ja.“", "es heißt „ja.“"},
		{"uk", "до «Ні?»", "до «Ні?»"},
		{"ar", "قال \u2068Jr.\u2069", "قال \u2068Jr.\u2069"},
		{"ar", "قال \u2068DKK 3,080\u2069", "قال \u2068DKK 3,080\u2069."},
		{"ar", "لماذا؟", "لماذا؟"},
		{"fa", "\u2067متن\u2069", "\u2067متن\u2069."},
		{"fa", "\u2067\u2068Jr.\u2069\u2069", "\u2067\u2068Jr.\u2069\u2069"},
		{"hi", "हाँ।", "हाँ।"},
		{"hi", "हाँ", "हाँ।"},
		{"hi", "The rule says so.", "The rule says so."},
		{"ti", "እወ።", "እወ።"},
		{"ti", "እወ፧", "እወ፧"},
		{"ti", "እወ", "እወ።"},
		{"zh-Hans", "是。", "是。"},
		{"zh-Hans", "“是。”", "“是。”"},
		{"zh-Hans", "“是”", "“是”。"},
		{"zh-Hans", "（是）", "（是）。"},
		{"zh-Hans", "\u2068سارة\u2069", "\u2068سارة\u2069。"},
		{"zh-Hans", "是吗？", "是吗？"},
	} {
		if got := habitual(t, c.tag, "{}").Ended(c.s); got != c.want {
			t.Errorf("%s: %+q ends as %+q, want %+q", c.tag, c.s, got, c.want)
		}
	}
}

// Between two sentences stands a space, but where the mark has one in itself:
// a rule that is quoted in English has not.
func TestBetweenSentences(t *testing.T) {
	for _, c := range []struct {
		tag  string
		says []string
		want string
	}{
		{"zh-Hans", []string{"是。", "否。"}, "是。否。"},
		{"zh-Hans", []string{"是？", "“否。”", "是。"}, "是？“否。”是。"},
		{"zh-Hans", []string{"是（否）", "[S0-20]"}, "是（否）[S0-20]"},
		{"zh-Hans", []string{"So it is.", "否。", "Yes."}, "So it is. 否。Yes."},
		{"zh-Hans", []string{"“So it is.”", "否。"}, "“So it is.” 否。"},
		{"hi", []string{"हाँ।", "नहीं।"}, "हाँ। नहीं।"},
		{"da", []string{"", "Ja.", ""}, "Ja."},
		{"da", nil, ""},
	} {
		if got := habitual(t, c.tag, "{}").Sentences(c.says...); got != c.want {
			t.Errorf("%s: %q, want %q", c.tag, got, c.want)
		}
	}
}
