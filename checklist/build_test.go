package checklist

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mappe/forms"
	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// read builds the checklist of a profile as a person writes it.
func read(t *testing.T, src string) (*Checklist, error) {
	t.Helper()
	p, err := profile.Decode("case.yaml", []byte("mappe: 1\n"+src))
	if err != nil {
		t.Fatal(err)
	}
	b, err := law.Ours()
	if err != nil {
		t.Fatal(err)
	}
	a, err := forms.Assess(p, today, b)
	if err != nil {
		t.Fatal(err)
	}
	return Build(a)
}

// outline is one line an item: number, id, need, status.
func outline(p *Person) string {
	var s strings.Builder
	for _, it := range p.Items {
		fmt.Fprintf(&s, "%s %s %s %s", it.Number, it.ID, it.Need, it.Status())
		if it.Have {
			s.WriteString(" +have")
		}
		if it.Missing {
			s.WriteString(" +missing")
		}
		if it.Extra {
			s.WriteString(" +extra")
		}
		s.WriteString("\n")
	}
	return s.String()
}

const spouse = `goal: extend
sponsor: {status: permanent, ground: work, occupation: employed}
applicants:
- id: maria
  born: 1990-02-03
  relation: spouse
  lives_together: true
  permit: {basis: accompanying-family, expires: 2027-01-31, same_grounds_since: 2021-02-01}
  passport: {expires: 2035-06-30}
`

func TestItems(t *testing.T) {
	for _, tc := range []struct{ name, src, want string }{
		{"nothing enclosed", spouse + "  document_languages: [en]\n", `
1.1 form-mf4 required missing +missing
1.2 case-order-receipt required missing +missing
2.1 passport-copy required missing +missing
2.2 biometrics required do
3.1 mf4-list confirm confirm
3.2 mf4-list-working confirm confirm
`},
		{"enclosed, explained, extra", spouse + `  documents:
  - {item: form-mf4, files: [form.pdf]}
  - {item: case-order-receipt, status: follows-later, until: 2026-12-15, reason: paid by the employer}
  - {item: passport-copy, status: cannot-obtain, reason: at the embassy}
  - {item: mf4-list, status: does-not-apply, reason: none}
  - {item: mf4-list-working, files: [contract.pdf], language: da}
  - {item: biometrics, files: [booking.pdf]}
  - {item: reason-other, files: [letter.pdf]}
  - {item: power-of-attorney, files: [power.pdf]}
`, `
1.1 form-mf4 required have +have
1.2 case-order-receipt required follows-later
2.1 passport-copy required cannot-obtain
2.2 biometrics required have +have
3.1 mf4-list confirm does-not-apply
3.2 mf4-list-working confirm have +have
4.1 reason-other example have +have +extra
4.2 power-of-attorney example have +have +extra
`},
		{"a foreign document without its translation", spouse + `  documents:
  - {item: mf4-list-working, files: [contract-uk.pdf], language: uk}
`, `
1.1 form-mf4 required missing +missing
1.2 case-order-receipt required missing +missing
2.1 passport-copy required missing +missing
2.2 biometrics required do
3.1 mf4-list confirm confirm
3.2 mf4-list-working confirm have +have
4.1 translation required missing
`},
		{"and with it", spouse + `  documents:
  - {item: mf4-list-working, files: [contract-uk.pdf], language: uk, translation: [contract-da.pdf]}
`, `
1.1 form-mf4 required missing +missing
1.2 case-order-receipt required missing +missing
2.1 passport-copy required missing +missing
2.2 biometrics required do
3.1 mf4-list confirm confirm
3.2 mf4-list-working confirm have +have
4.1 translation required have +have
`},
		{"one of two", spouse + `  documents:
  - {item: mf4-list-working, files: [contract-uk.pdf], language: uk, translation: [contract-da.pdf]}
  - {item: mf4-list, files: [letter-de.pdf], language: de}
`, `
1.1 form-mf4 required missing +missing
1.2 case-order-receipt required missing +missing
2.1 passport-copy required missing +missing
2.2 biometrics required do
3.1 mf4-list confirm have +have
3.2 mf4-list-working confirm have +have
4.1 translation required missing
`},
		{"a translation enclosed as its own item", spouse + `  documents:
  - {item: mf4-list-working, files: [contract-uk.pdf], language: uk}
  - {item: translation, files: [contract-da.pdf]}
`, `
1.1 form-mf4 required missing +missing
1.2 case-order-receipt required missing +missing
2.1 passport-copy required missing +missing
2.2 biometrics required do
3.1 mf4-list confirm confirm
3.2 mf4-list-working confirm have +have
4.1 translation required have +have
`},
		{"represented", "representative: {kind: other}\n" + spouse + "  document_languages: [nb]\n", `
1.1 form-mf4 required missing +missing
1.2 case-order-receipt required missing +missing
2.1 passport-copy required missing +missing
2.2 biometrics required do
3.1 mf4-list confirm confirm
3.2 mf4-list-working confirm confirm
4.1 power-of-attorney example optional
`},
		{"undecided", "goal: extend\napplicants:\n- id: maria\n  documents:\n  - {item: form-mf4, files: [form.pdf]}\n", "\n"},
		{"nothing to file", "goal: extend\napplicants:\n- id: maria\n  permit: {basis: asylum}\n  documents:\n  - {item: form-mf4, files: [form.pdf]}\n", "\n"},
	} {
		l, err := read(t, tc.src)
		if err != nil {
			t.Errorf("%s: %v", tc.name, err)
			continue
		}
		if diff := cmp.Diff(tc.want, "\n"+outline(l.People[0])); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
	}
}

// People of one application are told apart by letters; what is filed once is
// not listed for those whom it covers.
func TestNumbersOfAFamily(t *testing.T) {
	l, err := read(t, `goal: keep
stay_abroad: {conflict_area: false, reason: secondment, home_kept: true, in_cpr: true, left_on: 2026-12-01, returns_on: 2028-01-01}
applicants:
- {id: father, born: 1985-01-01, mitid: true, permit: {kind: temporary, basis: family-reunification}}
- {id: mother, relation: spouse, lives_together: true, permit: {kind: temporary, basis: family-reunification}}
- {id: son, born: 2005-01-01, relation: child, lives_together: true, mitid: true, permit: {kind: temporary, basis: family-reunification}}
`)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{`
A1.1 form-bf1 required do
A2.1 passport-all-pages required missing +missing
A3.1 reason-posting required missing +missing
A3.2 employment-whole-period required missing +missing
`, `
B1.1 passport-all-pages required missing +missing
B2.1 reason-posting required missing +missing
B2.2 employment-whole-period required missing +missing
`, `
1.1 form-bf1 required do
2.1 passport-all-pages required missing +missing
3.1 reason-posting required missing +missing
3.2 employment-whole-period required missing +missing
`} {
		if diff := cmp.Diff(want, "\n"+outline(l.People[i])); diff != "" {
			t.Errorf("%s (-want +got):\n%s", l.People[i].ID(), diff)
		}
	}
}

func TestLetter(t *testing.T) {
	for i, want := range map[int]string{0: "A", 25: "Z", 26: "P27-", 99: "P100-"} {
		if got := PersonLetter(i); got != want {
			t.Errorf("person %d is %q, want %q", i, got, want)
		}
	}
}

// In every random case the numbers are unique within an application, and what
// is enclosed later does not renumber what is asked for.
func TestNumbers(t *testing.T) {
	for seed := range uint64(300) {
		people := crowd(seed)
		l := look(t, people...)
		seen := map[string]string{}
		for _, p := range l.People {
			for _, it := range p.Items {
				at := fmt.Sprint(p.Application, " ", it.Number)
				if p.Application < 0 {
					at = p.ID() + " " + it.Number
				}
				if seen[at] != "" {
					t.Fatalf("seed %d: %s of %s and %s", seed, at, it.ID, seen[at])
				}
				seen[at] = it.ID
			}
		}
		for i := range people {
			people[i].Documents = []profile.Document{{Item: "siri-confirmation", Files: []profile.File{{File: "a.pdf"}}}, {Item: "passport-copy", Files: []profile.File{{File: "b.pdf"}}}}
		}
		for i, p := range look(t, people...).People {
			for _, was := range l.People[i].Items {
				j := slices.IndexFunc(p.Items, func(it Item) bool { return it.ID == was.ID })
				if j < 0 || p.Items[j].Number != was.Number {
					t.Fatalf("seed %d: %s was %s of %s, and moves when documents are enclosed", seed, was.ID, was.Number, p.ID())
				}
			}
		}
	}
}

func TestUnknownItem(t *testing.T) {
	for item, want := range map[string]string{
		"pasport-copy": `unknown item "pasport-copy"; did you mean "passport-copy"?`,
		"form-mf5":     `unknown item "form-mf5"; did you mean "form-mf4"?`,
	} {
		_, err := read(t, spouse+"  documents: [{item: "+item+", files: [a.pdf]}]\n")
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "maria") {
			t.Errorf("%s: %v, want %s of applicant maria", item, err, want)
		}
	}
}

func TestForeign(t *testing.T) {
	for tag, want := range map[string]bool{"en": false, "da": false, "sv": false, "no": false, "nb": false, "nn": false,
		"en-GB": false, "DA": false, "fi": true, "is": true, "de": true, "uk": true, "zh-Hant": true, "fo": true} {
		if Foreign(tag) != want {
			t.Errorf("%s is foreign: %t", tag, !want)
		}
	}
}

// The evidence that fills the gaps of an income, and nothing else, has gaps.
func TestPersonGaps(t *testing.T) {
	l, err := read(t, `goal: permanent-eu
applicants:
- id: ana
  permit: {basis: eu-family-of-dane, eu_residence_since: 2022-01-15}
  income: [{from: 2022-01-15, to: 2026-11-20}]
  danish_family_member: {income: [{from: 2022-02-01, to: 2026-11-22}]}
`)
	if err != nil {
		t.Fatal(err)
	}
	day := civil.MustParse
	for item, want := range map[string][]profile.Period{
		"residence-evidence":      {{From: day("2026-11-21"), To: day("2026-11-22")}},
		"residence-evidence-dane": {{From: day("2022-01-15"), To: day("2022-01-31")}},
		"form-od2d":               nil,
	} {
		if diff := cmp.Diff(want, l.People[0].Gaps(item)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", item, diff)
		}
	}
}
