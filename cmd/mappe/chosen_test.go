package main

import (
	"strings"
	"testing"

	"mappe/profile"
)

// What is typed in an interview is understood however large its letters are, in
// the letters of the language.
func TestAnswersInCapitals(t *testing.T) {
	for _, c := range []struct{ lang, kind, typed, want string }{
		{"de", "absences", "2024-01-01..2024-03-01/Krankheit", "2024-01-01..2024-03-01/illness"},
		{"de", "absences", "2024-01-01..2024-03-01/krankheit", "2024-01-01..2024-03-01/illness"},
		{"de", "absences", "2024-01-01..2024-03-01/ILLNESS", "2024-01-01..2024-03-01/illness"},
		{"de", "absences", "Keine", profile.None},
		{"de", "work", "2024-01-01..2024-03-01/Ausland/50%", "2024-01-01..2024-03-01/abroad/50%"},
		{"tr", "absences", "2024-01-01..2024-03-01/HASTALIK", "2024-01-01..2024-03-01/illness"},
		{"tr", "work", "2024-01-01..2024-03-01/YURTDIŞI", "2024-01-01..2024-03-01/abroad"},
		{"tr", "bool", "HAYIR", "false"},
		{"tr", "bool", "E", "true"},
		{"tr", "bool", "YES", "true"},
		{"tr", "date", "3 KASIM 2026", "2026-11-03"},
		{"tr", "date", "3 EKİM 2026", "2026-10-03"},
		{"uk", "bool", "ТАК", "true"},
		{"uk", "bool", "н", "false"},
		{"uk", "absences", "Немає", profile.None},
		{"ar", "bool", "ن", "true"},
		{"hi", "bool", "नहीं", "false"},
		{"da", "bool", "J", "true"},
		{"da", "bool", "nix", ""},
		{"en", "countries", "dk, se", "DK,SE"},
	} {
		ask := &interview{work: then(t, examples+"/mf4-family/case.yaml", c.lang)}
		if got, complaint := ask.understand(of(t, c.kind), c.typed); strings.ReplaceAll(got, " ", "") != c.want || (complaint == "") != (c.want != "") {
			t.Errorf("%s: %q is understood as %q, want %q: %s", c.lang, c.typed, got, c.want, complaint)
		}
	}
}

// A choice is its number, its words or its name in a profile.
func TestChoices(t *testing.T) {
	for _, lang := range []string{"da", "de", "tr", "zh-Hans"} {
		ask := &interview{work: then(t, examples+"/mf4-family/case.yaml", lang)}
		q := of(t, "choice")
		for i, c := range q.Choices {
			words := ask.voice.Value(profile.Key(q.Fact), c)
			for _, typed := range []string{string(rune('1' + i)), words, "  " + strings.ReplaceAll(words, " ", "\u00a0"), c, strings.ToUpper(c)} {
				if got, complaint := ask.understand(q, typed); got != c {
					t.Errorf("%s: %q is understood as %q, want %q: %s", lang, typed, got, c, complaint)
				}
			}
		}
		if got, complaint := ask.understand(q, q.Choices[0]+"x"); got != "" || complaint == "" {
			t.Errorf("%s: what is no choice is understood as %q", lang, got)
		}
	}
}

// of is a question of a kind.
func of(t *testing.T, kind string) Question {
	t.Helper()
	for _, q := range profile.Questions() {
		if q.Kind == kind && len(q.Choices) < 9 && !q.Printed {
			return Question{Fact: string(q.Key), Kind: kind, Choices: q.Choices}
		}
	}
	t.Fatalf("no question is a %s", kind)
	return Question{}
}
