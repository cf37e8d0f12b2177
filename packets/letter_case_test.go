package packets

import (
	"path/filepath"
	"strings"
	"testing"

	"mappe/checklist"
	"mappe/internal/page"
)

// letterCase is a case with every letter that a form may have: typical, and
// with hardly any fact.
var letterCase = map[string]string{
	"mf4": `mappe: 1
case: Novak
goal: extend
filing: paper
representative: {kind: other, name: Ida Holm, address: "Skrivergade 4, 1. sal, 8000 Aarhus C"}
sponsor: {name: Petr Novak, status: permanent, ground: work, occupation: employed, address: "Prøvestien 3, 8000 Aarhus C"}
applicants:
- id: eva
  name: {given: Eva, family: Novak}
  born: 2014-05-17
  citizenship: [UA]
  address: Prøvestien 3, 8000 Aarhus C
  alien_number: "12345678"
  case_order_id: SPECIMEN-0001
  relation: child
  lives_together: true
  moved_out: false
  one_parent_in_denmark: true
  joint_custody: true
  consent_was_limited: true
  permit: {basis: accompanying-family, expires: 2027-01-31, same_grounds_since: 2021-02-01}
  passport: {number: SP0000007, country: UA, expires: 2029-03-31}
  documents:
  - item: mf4-list
    files: [a.pdf]
    language: uk
    translation: [b.pdf]
    translator: {name: Olena Tkach}
  - {item: form-mf4, status: follows-later, until: 2026-12-05, reason: Is being signed}
`,
	"mf4-bare": `mappe: 1
goal: extend
filing: paper
representative: {kind: other}
sponsor: {status: permanent, ground: work}
applicants:
- id: a
  born: 2014-05-17
  relation: child
  moved_out: false
  lives_together: true
  one_parent_in_denmark: true
  joint_custody: true
  consent_was_limited: true
  permit: {basis: accompanying-family, expires: 2027-01-31}
  documents:
  - {item: mf4-list, files: [a.pdf], translation: [b.pdf], translator: {name: Tkach}}
`,
	"bf1": `mappe: 1
case: Ferreira Lima
goal: keep
representative: {kind: solicitor, name: Ida Holm, address: "Skrivergade 4, 1. sal, 8000 Aarhus C"}
stay_abroad: {reason: secondment, country: SG, conflict_area: false, left_on: 2027-02-01, returns_on: 2028-07-31, home_kept: true, in_cpr: true}
applicants:
- id: daniela
  name: {given: Daniela, family: Ferreira Lima}
  born: 1988-11-21
  mitid: true
  permit: {kind: possible-permanent, basis: family-reunification, legal_since: 2019-03-04, from_siri: false}
- id: caio
  name: {given: Caio, family: Ferreira Lima}
  born: 1987-11-21
  mitid: true
  relation: spouse
  lives_together: true
  permit: {kind: possible-permanent, basis: family-reunification, legal_since: 2019-03-04, from_siri: false}
`,
	"bf1-bare": `mappe: 1
goal: keep
stay_abroad: {reason: direct-employment, conflict_area: false, home_kept: true, left_on: 2027-02-01, returns_on: 2028-07-31, in_cpr: true}
applicants:
- id: a
  mitid: true
  permit: {kind: possible-permanent, basis: family-reunification, legal_since: 2019-03-04, from_siri: false}
`,
	"od2d": `mappe: 1
case: Thompson and Holm
goal: permanent-eu
filing: in-person
representative: {kind: solicitor, name: Ida Holm}
danish_family_member: {name: Mads Holm, income: [{from: 2021-10-05, to: 2026-11-22}]}
applicants:
- id: rachel
  name: {given: Rachel, family: Thompson}
  born: 1985-04-09
  citizenship: [US]
  permit: {basis: eu-family-of-dane, eu_residence_since: 2021-10-05, card_expires: 2027-02-01}
  income: [{from: 2021-10-05, to: 2023-06-30}, {from: 2024-01-01, to: 2026-11-22}]
  absences: [{from: 2022-07-01, to: 2022-07-31, reason: other}]
`,
	"od2d-bare": `mappe: 1
goal: permanent-eu
filing: in-person
applicants:
- id: a
  permit: {basis: eu-family-of-dane}
`,
}

// drafted is the packet of one of letterCase, with changes to its text.
func drafted(t *testing.T, name, lang string, s Style, changes ...string) *Packet {
	t.Helper()
	dir, _ := folder(t, map[string][]byte{"a.pdf": stamps(2), "b.pdf": stamps(1)})
	path := filepath.Join(dir, "case.yaml")
	l := decided(t, path, []byte(strings.NewReplacer(changes...).Replace(letterCase[name])), "2026-11-22")
	if len(l.Applications) == 0 {
		t.Fatalf("%s: no application: %v %v", name, l.People[0].Outcome, l.People[0].Ask)
	}
	_, v := example(t, "../examples/within-limit/case.yaml", lang)
	k, err := Plan(l, 0, surveyed(t, path, l), v, s)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// letterDocs are the letters of a packet, by name.
func letterDocs(k *Packet) map[string]page.Doc {
	b := k.binder
	docs := map[string]page.Doc{}
	for _, at := range []checklist.LetterPlace{checklist.BeforeData, checklist.AfterData, checklist.InItem, checklist.InFront} {
		for _, p := range b.people {
			for _, l := range checklist.LettersAt(at, p.Scheme.ID) {
				x := letter{Letter: l, b: b, person: p}
				for _, it := range p.Items {
					if l.Items != nil && l.Answers(it) {
						x.items = append(x.items, it)
					}
				}
				if (l.Items == nil) == (x.items == nil) && docs[l.ID].Blocks == nil {
					docs[l.ID] = x.doc()
				}
			}
		}
	}
	for _, p := range b.people {
		for _, it := range p.Items {
			for _, g := range it.Given {
				for _, l := range checklist.LettersAt(checklist.AtTranslation, p.Scheme.ID) {
					if l.Of(g) {
						docs[l.ID] = b.declaration(p, it, g)
					}
				}
			}
		}
	}
	return docs
}
