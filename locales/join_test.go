package locales

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mappe/internal/civil"
)

// What a reader of each language expects, written by hand: the three marks, an
// "and" and an "or" behind a mark, alternatives of two and three.
func TestJoins(t *testing.T) {
	for tag, want := range map[string]string{
		"da":      "a, b; c: d|a, og b|a; eller b|a eller b|a, b eller c",
		"en":      "a, b; c: d|a, and b|a; or b|a or b|a, b or c",
		"uk":      "a, b; c: d|a, і b|a; або b|a або b|a, b або c",
		"ar":      "a، b؛ c: d|a، وb|a؛ أو b|a أو b|a أو b أو c",
		"fa":      "a، b؛ c: d|a، و b|a؛ یا b|a یا b|a، b، یا c",
		"tr":      "a, b; c: d|a, ve b|a; veya b|a veya b|a, b veya c",
		"de":      "a, b; c: d|a, und b|a; oder b|a oder b|a, b oder c",
		"pl":      "a, b; c: d|a, i b|a; lub b|a lub b|a, b lub c",
		"hi":      "a, b; c: d|a, और b|a; या b|a या b|a, b या c",
		"zh-Hans": "a，b；c：d|a，和b|a；或b|a或b|a、b或c",
		"so":      "a, b; c: d|a, iyo b|a; ama b|a ama b|a, b ama c",
		"ti":      "a፣ b፤ c፦ d|a፣ ን b|a፤ ወይ b|a ወይ b|a፣ b ወይ c",
	} {
		p := habitual(t, tag, "{}")
		and := strings.Trim(between(p.habits.pair, "", ""), " ")
		if tag == "ti" {
			and = "ን"
		}
		or := strings.Trim(between(p.habits.orPair, "", ""), " ")
		got := []string{
			p.Join(Semicolon, p.Join(Comma, "a", "b"), p.Join(Colon, "c", "d")),
			p.Link(Comma, and, "a", "b"), p.Link(Semicolon, or, "a", "b"),
			p.Or([]string{"a", "b"}), p.Or([]string{"a", "b", "c"}),
		}
		if diff := cmp.Diff(strings.Split(want, "|"), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tag, diff)
		}
		for _, none := range []string{p.Join(Comma), p.Or(nil), p.List(nil), p.Link(Comma, and)} {
			if none != "" {
				t.Errorf("%s: nothing is %q", tag, none)
			}
		}
	}
}

// A value stands apart where text runs from right to left, and as it is elsewhere.
func TestApart(t *testing.T) {
	ar, da := habitual(t, "ar", "{}"), habitual(t, "da", "{}")
	if got := ar.Apart("S4-08"); got != "\u2068S4-08\u2069" {
		t.Errorf("ar: %+q", got)
	}
	if got := da.Apart("سارة"); got != "سارة" || ar.Apart("") != "" {
		t.Errorf("da: %+q, ar of nothing: %+q", got, ar.Apart(""))
	}
}

// Brackets are as wide as the letters around them, and a length has nothing
// between its parts where the language writes it so. A day that stands beside its
// digits is spelled without them.
func TestBracketsLengthsAndSpelledDays(t *testing.T) {
	length, day := civil.Length{Months: 34, Days: 8}, civil.MustParse("2026-11-22")
	for tag, want := range map[string][]string{
		"en":      {"a (b)", "2 years, 10 months and 8 days", "22 November 2026"},
		"zh-Hans": {"a（b）", "2年10个月8天", "2026年11月22日"},
		"ti":      {"a (b)", "", "ሕዳር 22, 2026"},
	} {
		p, err := New(tag)
		if err != nil {
			t.Fatal(err)
		}
		long, err := p.Length(length)
		if err != nil {
			t.Fatal(err)
		}
		if want[1] == "" {
			long = ""
		}
		if diff := cmp.Diff(want, []string{p.Bracketed("a", "b"), long, p.Spelled(day)}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tag, diff)
		}
	}
}
