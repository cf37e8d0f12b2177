package locales

import (
	"strings"
	"testing"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

func TestCapital(t *testing.T) {
	for _, c := range []struct{ tag, s, want string }{
		{"da", "ægtefælle", "Ægtefælle"},
		{"da", "iPhone", "IPhone"},
		{"tr", "ikamet izni", "İkamet izni"},
		{"tr", "ışık", "Işık"},
		{"tr", "çalışma", "Çalışma"},
		{"uk", "їжа", "Їжа"},
		{"ar", "\u2068mitid\u2069", "\u2068mitid\u2069"},
		{"zh-Hans", "是", "是"},
		{"en", "12 days", "12 days"},
		{"en", "", ""},
		{"tr", "", ""},
	} {
		if got := habitual(t, c.tag, "{}").Capital(c.s); got != c.want {
			t.Errorf("%s: %q begins as %q, want %q", c.tag, c.s, got, c.want)
		}
	}
}

// Words are known however large their letters are; one that could mean two things
// means none, and what the language says counts before what another does.
func TestChosen(t *testing.T) {
	german := []Choice{{"Krankheit", "illness"}, {"anderer Grund", "other"}, {"Straße", "road"}}
	turkish := []Choice{{"Işık", "light"}, {"İzin", "permit"}, {"diş", "tooth"}, {"dış", "outer"}}
	english := []Choice{{"quit", "quit"}, {"Light", "not heavy"}}
	for _, c := range []struct {
		tag, typed, want string
		lists            [][]Choice
	}{
		{"de", "Krankheit", "illness", [][]Choice{german}},
		{"de", "krankheit", "illness", [][]Choice{german}},
		{"de", "ANDERER GRUND", "other", [][]Choice{german}},
		{"de", "STRASSE", "road", [][]Choice{german}},
		{"de", "Krank", "", [][]Choice{german}},
		{"de", "", "", [][]Choice{german}},
		{"tr", "ışık", "light", [][]Choice{turkish}},
		{"tr", "IŞIK", "light", [][]Choice{turkish}},
		{"tr", "IS\u0327IK", "light", [][]Choice{turkish}}, // in two characters
		{"tr", "izin", "permit", [][]Choice{turkish}},
		{"tr", "İZİN", "permit", [][]Choice{turkish}},
		{"tr", "Izin", "permit", [][]Choice{turkish}}, // of another keyboard
		{"tr", "dis\u0327", "tooth", [][]Choice{turkish}},
		{"tr", "dizı", "", [][]Choice{{{"dizi", "1"}, {"dızı", "2"}}}},
		{"tr", "DIŞ", "outer", [][]Choice{turkish}},
		{"tr", "DİŞ", "tooth", [][]Choice{turkish}},
		{"tr", "QUIT", "quit", [][]Choice{turkish, english}},
		{"en", "LIGHT", "light", [][]Choice{{{"light", "light"}}, english}},
		{"en", "a", "", [][]Choice{{{"A", "1"}, {"a", "2"}}}},
		{"en", "a", "1", [][]Choice{{{"A", "1"}, {"a", "1"}}}},
		{"uk", "ТАК", "true", [][]Choice{{{"так", "true"}}}},
	} {
		if got, ok := habitual(t, c.tag, "{}").Chosen(c.typed, c.lists...); got != c.want || ok != (c.want != "") {
			t.Errorf("%s: %q means %q, want %q", c.tag, c.typed, got, c.want)
		}
	}
}

// Of the values of a fact every word means its own, in capitals and without.
func TestEveryValueIsChosen(t *testing.T) {
	for _, tag := range Tags() {
		p, err := New(tag)
		if err != nil {
			t.Fatal(err)
		}
		all, err := Messages(tag)
		if err != nil {
			t.Fatal(err)
		}
		values, n := map[string][]Choice{}, 0
		for _, m := range all {
			if fact, value := m.ID[:strings.LastIndexByte(m.ID, '.')+1], m.ID[strings.LastIndexByte(m.ID, '.')+1:]; m.Family() == "value" {
				values[fact] = append(values[fact], Choice{m.Forms["other"], value})
			}
		}
		lang := language.MustParse(tag)
		for fact, choices := range values {
			for _, c := range choices {
				for _, typed := range []string{c.Word, cases.Upper(lang).String(c.Word), cases.Lower(lang).String(c.Word), norm.NFD.String(c.Word)} {
					n++
					if got, _ := p.Chosen(typed, choices); got != c.Means {
						t.Errorf("%s, %s: %q means %q, want %q", tag, fact, typed, got, c.Means)
					}
				}
			}
		}
		if n < 200 {
			t.Errorf("%s: only %d words were tried", tag, n)
		}
	}
}
