package checklist

import (
	"slices"
	"testing"

	"mappe/forms"
	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// Each lack of a translation is counted once: where the document is, or at the
// item for translations where no document is in a language that was announced.
func TestTranslations(t *testing.T) {
	book, err := law.Ours()
	if err != nil {
		t.Fatal(err)
	}
	const head = `mappe: 1
goal: extend
sponsor: {status: permanent, ground: work, occupation: employed}
applicants:
- id: maria
  relation: spouse
  lives_together: true
  permit: {basis: accompanying-family, expires: 2027-01-31, same_grounds_since: 2021-02-01}
  passport: {expires: 2030-06-30}
`
	for _, tc := range []struct {
		name, facts            string
		asked, missing, have   bool
		lacking                []string
		untranslated, unsigned int
	}{
		{name: "nothing told", facts: "document_languages: []"},
		{name: "no language told", facts: "document_languages: []\n  documents: [{item: mf4-list, files: [a.pdf]}]"},
		{name: "accepted", facts: "documents: [{item: mf4-list, files: [a.pdf], language: nb-NO}]"},
		{name: "announced", facts: "document_languages: [uk]", asked: true, missing: true},
		{name: "lacking", facts: "documents: [{item: mf4-list, files: [a.pdf], language: uk}]", asked: true, lacking: []string{"mf4-list"}, untranslated: 1},
		{name: "announced and lacking", facts: "document_languages: [uk-UA]\n  documents: [{item: mf4-list, files: [a.pdf], language: uk}]", asked: true, lacking: []string{"mf4-list"}, untranslated: 1},
		{name: "another announced", facts: "document_languages: [de]\n  documents: [{item: mf4-list, files: [a.pdf], language: uk, translation: [b.pdf]}]", asked: true, missing: true, unsigned: 1},
		{name: "translated", facts: "documents: [{item: mf4-list, files: [a.pdf], language: uk, translation: [b.pdf], translator: {declaration: [c.pdf]}}]", asked: true, have: true},
		{name: "two of one item", facts: "documents: [{item: mf4-list, files: [a.pdf], language: uk}, {item: mf4-list, files: [b.pdf], language: de}]", asked: true, lacking: []string{"mf4-list"}, untranslated: 2},
		{name: "all in one file", facts: "documents: [{item: mf4-list, files: [a.pdf], language: uk}, {item: translation, files: [b.pdf]}]", asked: true, have: true},
		{name: "explained", facts: "documents: [{item: mf4-list, files: [a.pdf], language: uk}, {item: translation, status: follows-later, reason: soon}]", asked: true},
	} {
		p, err := profile.Decode("case.yaml", []byte(head+"  "+tc.facts+"\n"))
		if err != nil {
			t.Fatalf("%s: %v", tc.name, err)
		}
		a, err := forms.Assess(p, civil.Of(2026, 11, 22), book)
		if err != nil {
			t.Fatal(err)
		}
		l, err := Build(a)
		if err != nil {
			t.Fatal(err)
		}
		who := l.People[0]
		i := slices.IndexFunc(who.Items, func(it Item) bool { return it.ID == "translation" })
		if (i >= 0) != tc.asked {
			t.Errorf("%s: asked for is %t", tc.name, i >= 0)
			continue
		}
		if i >= 0 {
			it := who.Items[i]
			var lacking []string
			for _, x := range it.Lacking {
				lacking = append(lacking, x.ID)
			}
			if it.Missing != tc.missing || it.Have != tc.have || !slices.Equal(lacking, tc.lacking) {
				t.Errorf("%s: missing %t, have %t, lacking %v", tc.name, it.Missing, it.Have, lacking)
			}
		}
		untranslated, unsigned := 0, 0
		for _, g := range who.Facts.Applicant.Documents {
			if who.Untranslated(g) {
				untranslated++
			}
			if who.Undeclared(g) {
				unsigned++
			}
		}
		if untranslated != tc.untranslated || unsigned != tc.unsigned {
			t.Errorf("%s: %d without a translation, %d without a declaration", tc.name, untranslated, unsigned)
		}
	}
}
