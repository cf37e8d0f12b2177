package locales_test

import (
	"slices"
	"strings"
	"testing"

	"mappe/locales"
	"mappe/profile"
)

func printers(t *testing.T) []*locales.Printer {
	t.Helper()
	var ps []*locales.Printer
	for _, tag := range locales.Tags() {
		p, err := locales.New(tag)
		if err != nil {
			t.Fatal(err)
		}
		ps = append(ps, p)
	}
	return ps
}

// Every fact of a profile has its words in every language.
func TestEveryFactIsSpoken(t *testing.T) {
	for _, p := range printers(t) {
		want := func(id string) {
			t.Helper()
			if !p.Has(id) {
				t.Errorf("%s: no message %q", p.Tag(), id)
			}
		}
		values := func(root string, choices []string) {
			t.Helper()
			for _, c := range choices {
				want("value." + root + "." + c)
			}
		}
		for _, q := range profile.Questions() {
			want("fact." + string(q.Key))
			if !q.Printed {
				want("ask." + string(q.Key))
				want("why." + string(q.Key))
			}
			values(string(q.Key), q.Choices)
		}
		values("bool", []string{"true", "false"})
		values("absences.reason", profile.AbsenceReason("").Choices())
		values("documents.status", profile.DocStatus("").Choices())
		for _, lang := range strings.Fields("ar da de en es fa fr hi it nl no pl pt ru so sv ti tr uk zh") {
			want("lang." + lang)
		}
	}
}

// The parts of a fact, and labels that are no facts.
var beside = []string{"case", "name.given", "name.family", "name.latin"}

// A question asks, its reason tells, and a label does neither.
func TestQuestionsAsk(t *testing.T) {
	for _, p := range printers(t) {
		for _, q := range profile.Questions() {
			label := p.Must("fact." + string(q.Key))
			if strings.ContainsAny(label, "?!؟？！፧") || !p.Courtesy() && endsSentence(label) { // which may be an abbreviation
				t.Errorf("%s: fact.%s is no label: %q", p.Tag(), q.Key, label)
			}
			if q.Printed {
				continue
			}
			ask, why := p.Must("ask."+string(q.Key)), p.Must("why."+string(q.Key))
			if !strings.ContainsAny(ask, "?؟？፧") {
				t.Errorf("%s: ask.%s asks nothing: %q", p.Tag(), q.Key, ask)
			}
			if !endsSentence(why) {
				t.Errorf("%s: why.%s is no sentence: %q", p.Tag(), q.Key, why)
			}
			// "Posted" and "seconded" are used for both kinds: ask by employer and contract.
			for _, word := range []string{"posted", "posting", "second", "udstation", "udsend", "udsendt"} {
				if strings.Contains(strings.ToLower(ask), word) {
					t.Errorf("%s: ask.%s asks by the word %q: %q", p.Tag(), q.Key, word, ask)
				}
			}
		}
		for _, k := range beside {
			if _, known := profile.Lookup(profile.Key(k)); known || !p.Has("fact."+k) {
				t.Errorf("%s: fact.%s: a fact now, or without a label", p.Tag(), k)
			}
		}
	}
}

// endsSentence tells whether a text ends in the full stop of any script.
func endsSentence(s string) bool {
	return strings.TrimRight(s, ".。।።\u2069") != strings.TrimRight(s, "\u2069")
}

// Two choices of one question must read differently.
func TestChoicesDiffer(t *testing.T) {
	for _, p := range printers(t) {
		for _, q := range profile.Questions() {
			var seen []string
			for _, c := range q.Choices {
				text := p.Must("value." + string(q.Key) + "." + c)
				if slices.Contains(seen, text) {
					t.Errorf("%s: two choices of %s read %q", p.Tag(), q.Key, text)
				}
				seen = append(seen, text)
			}
		}
	}
}
