package locales

import (
	"strings"
	"testing"
)

func TestIsolate(t *testing.T) {
	rtl := known[named("en")]
	rtl.rightToLeft = true
	for _, c := range []struct{ name, in, ltr, rtl string }{
		{"Latin", "Søren Müller-Łęcka", "Søren Müller-Łęcka", "\u2068Søren Müller-Łęcka\u2069"},
		{"Cyrillic and Han", "Дмитро 王", "Дмитро 王", "\u2068Дмитро 王\u2069"},
		{"digits and lines", "12-34\n56\t7", "12-34\n56\t7", "\u206812-34\n56\t7\u2069"},
		{"Arabic", "سارة", "\u2068سارة\u2069", "\u2068سارة\u2069"},
		{"Hebrew inside", "Anna לוי", "\u2068Anna לוי\u2069", "\u2068Anna לוי\u2069"},
		{"Arabic digits", "٢٠٢٦", "\u2068٢٠٢٦\u2069", "\u2068٢٠٢٦\u2069"},
		{"right-to-left mark", "a\u200fb", "\u2068a\u200fb\u2069", "\u2068a\u200fb\u2069"},
		{"override", "exe.\u202efdp", "\u2068exe.fdp\u2069", "\u2068exe.fdp\u2069"},
		{"own end of isolation", "a\u2069b\u2068c", "\u2068abc\u2069", "\u2068abc\u2069"},
		{"values put together", "\u2068a\u2069, \u2067\u2068b\u2069\u2069", "\u2068\u2068a\u2069, \u2067\u2068b\u2069\u2069\u2069", "\u2068\u2068a\u2069, \u2067\u2068b\u2069\u2069\u2069"},
		{"one of two ends", "\u2068a\u2067b\u2069", "\u2068a\u2067b\u2069\u2069", "\u2068a\u2067b\u2069\u2069"},
		{"nothing", "", "", "\u2068\u2069"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := printer(t, "en").Isolated(c.in); got != c.ltr {
				t.Errorf("in a sentence from left to right: %+q, want %+q", got, c.ltr)
			}
			if got := (&Printer{habits: &rtl}).Isolated(c.in); got != c.rtl {
				t.Errorf("in a sentence from right to left: %+q, want %+q", got, c.rtl)
			}
		})
	}
	got := speaking(t, "en", few).Must("all", "These", []string{"Anna", "سارة"})
	if want := "Anna and \u2068سارة\u2069"; got != want {
		t.Errorf("a list: %+q, want %+q", got, want)
	}
}

func FuzzIsolate(f *testing.F) {
	f.Add("a\u2069b")
	f.Add("سارة\u202e")
	f.Add("\xff\u2066")
	p := printer(f, "en")
	f.Fuzz(func(t *testing.T, s string) {
		got := p.Isolated(s)
		inner, opened := strings.CutPrefix(got, firstStrongIsolate)
		inner, closed := strings.CutSuffix(inner, popDirectionalIsolate)
		depth, low := 0, 0
		for _, r := range inner {
			switch {
			case r >= '\u2066' && r <= '\u2068':
				depth++
			case r == '\u2069':
				depth--
			}
			low = min(low, depth)
		}
		if opened != closed || strings.ContainsAny(inner, "\u202a\u202b\u202c\u202d\u202e") || depth != 0 || low < 0 {
			t.Errorf("isolate(%+q) = %+q: a control is left inside, or the isolation is open", s, got)
		}
	})
}
