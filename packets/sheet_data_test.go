package packets

import (
	"slices"
	"strings"
	"testing"

	"mappe/internal/page"
	"mappe/locales"
)

// asked are the lines of a data sheet as people read them to each other:
// "1.7 Nationalitet = UA".
func asked(d page.Doc) (all []string) {
	for _, b := range d.Blocks {
		if form, ok := b.(page.Form); ok {
			for _, x := range form.Lines {
				says := x.Says.Text.String()
				for _, u := range x.Says.Under {
					says += " / " + u.String()
				}
				all = append(all, x.Number+" "+x.Asks.Text.String()+" = "+says)
			}
		}
	}
	return all
}

const sheetCase = `mappe: 1
case: Sheet
goal: extend
sponsor: {name: Ida Holm, status: permanent, ground: work, occupation: employed, cpr: 020280-4321}
applicants:
- id: maria
  name: {given: Марія, family: Коваленко, latin: Mariia Kovalenko}
  born: 1990-02-03
  cpr: 030290-1234
  citizenship: [UA]
  relation: spouse
  lives_together: true
  permit: {basis: accompanying-family, expires: 2027-01-31, first_before_18: false, same_grounds_since: 2021-02-01}
  passport: {expires: 2030-06-30}
  document_languages: [en]
- id: oleh
  name: {given: Oleh, family: Kovalenko}
  born: 2014-05-17
  relation: child
  lives_together: true
  moved_out: false
  one_parent_in_denmark: false
  permit: {basis: accompanying-family, expires: 2027-01-31, same_grounds_since: 2021-02-01}
  passport: {expires: 2030-06-30}
  document_languages: [en]
`

// A data sheet asks in Danish in whatever language it is read, by the same
// numbers; each person has both parts of the form.
func TestDataSheet(t *testing.T) {
	l := decided(t, "sheet.yaml", []byte(sheetCase), "2026-11-22")
	v := map[string]Voice{}
	for _, tag := range locales.Authoritative() {
		p, err := locales.New(tag)
		if err != nil {
			t.Fatal(err)
		}
		v[tag] = Voice{Printer: p, Book: l.Book}
	}
	english, danish := asked(v["en"].personSheet(l, l.People[0], false)), asked(v["da"].personSheet(l, l.People[0], false))
	if len(english) != len(danish) {
		t.Fatalf("%d lines in English, %d in Danish", len(english), len(danish))
	}
	for i, line := range danish {
		number, _, _ := strings.Cut(line, " = ")
		if !strings.HasPrefix(english[i], number) {
			t.Errorf("%q is %q to who reads English", line, english[i])
		}
	}
	for _, want := range []string{
		"1.1 Navn med latinske bogstaver = Mariia Kovalenko / Марія Коваленко",
		"1.2 Efternavn =  / Коваленко", // whoever copies it must not write Cyrillic
		"1.4 Fødselsdato = 03-02-1990 (3 February 1990)",
		"1.5 Fødested = ",
		"1.9 CPR-nummer = 030290-1234",
		"2.1 Hovedpersonens navn = Ida Holm",
		"2.3 Hovedpersonens adresse = ",
		"2.5 Hovedpersonens status givet i forlængelse af = Arbejde (work)",
	} {
		if !slices.Contains(english, want) {
			t.Errorf("no line %q in\n%s", want, strings.Join(english, "\n"))
		}
	}
	if veiled := asked(v["en"].personSheet(l, l.People[0], true)); !slices.Contains(veiled, "1.9 CPR-nummer = 030290-****") || !slices.Contains(veiled, "2.2 Hovedpersonens CPR-nummer = 020280-****") {
		t.Errorf("veiled, it has a number:\n%s", strings.Join(veiled, "\n"))
	}
	child := asked(v["en"].personSheet(l, l.People[1], false))
	for _, want := range []string{"1.1 Efternavn = Kovalenko", "1.2 Fornavne = Oleh", "2.1 Hovedpersonens navn = Ida Holm"} {
		if !slices.Contains(child, want) {
			t.Errorf("no line %q in the child's own sheet:\n%s", want, strings.Join(child, "\n"))
		}
	}
}
