package packets

import "strings"

const posted = `mappe: 1
case: Posted
goal: keep
stay_abroad: {reason: secondment, country: SG, conflict_area: false, left_on: 2027-02-01, returns_on: 2028-07-31, home_kept: true, in_cpr: true}
applicants:
- id: ana
  name: {given: Ana, family: Lima}
  born: 1988-11-21
  mitid: true
  permit: {kind: possible-permanent, basis: family-reunification, legal_since: 2019-03-04, from_siri: false}
  documents:
`

const first = `  - {item: passport-all-pages, files: [passport.pdf]}
  - {item: reason-posting, files: [contract.pdf]}
  - {item: employment-whole-period, status: follows-later, until: 2026-12-15, reason: Being signed}
`

var (
	papers = map[string]int{"passport.pdf": 3, "contract.pdf": 2}
	theirs = map[string]int{"a.pdf": 1, "b.pdf": 2, "c.pdf": 3}
)

// a case with a document that is translated, which nobody has declared.
const (
	extended = `mappe: 1
case: Extended
goal: extend
sponsor: {name: Ida Holm, status: permanent, ground: work, occupation: employed}
applicants:
- id: ana
  name: {given: Ana, family: Lima}
  born: 1990-02-03
  relation: spouse
  lives_together: true
  permit: {basis: accompanying-family, expires: 2027-01-31, same_grounds_since: 2021-02-01}
  passport: {expires: 2030-06-30}
  documents:
`
	translated = "  - {item: mf4-list, files: [uk.pdf], language: uk, translation: [da.pdf], translator: {name: Olena Tkach}}\n"
)

// changed is the first step with lines of its documents in the place of others.
func changed(pairs ...string) string { return strings.NewReplacer(pairs...).Replace(first) }

const (
	contract = "{item: reason-posting, files: [contract.pdf]}"
	follows  = "status: follows-later, until: 2026-12-15, reason: Being signed"
)

// a family of which one person files for others.
const seconded = `mappe: 1
case: Family
goal: keep
stay_abroad: {reason: secondment, country: SG, conflict_area: false, left_on: 2026-12-01, returns_on: 2028-01-01, home_kept: true, in_cpr: true}
applicants:
- {id: father, name: {given: Ole, family: Holm}, born: 1985-01-01, mitid: true, permit: {kind: temporary, basis: family-reunification}, documents: [{item: passport-all-pages, files: [a.pdf]}]}
`

const (
	mother = "- {id: mother, name: {given: Ida, family: Holm}, relation: spouse, lives_together: true, permit: {kind: temporary, basis: family-reunification}, documents: [{item: passport-all-pages, files: [b.pdf]}]}\n"
	child  = "- {id: child, name: {given: Pia, family: Holm}, born: 2015-01-01, relation: child, lives_together: true, permit: {kind: temporary, basis: family-reunification}, documents: [{item: passport-all-pages, files: [c.pdf]}]}\n"
)
