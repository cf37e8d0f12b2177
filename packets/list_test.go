package packets

import (
	"bytes"
	"path/filepath"
	"testing"

	"mappe/checklist"
	"mappe/forms"
	"mappe/internal/civil"
	"mappe/internal/page"
	"mappe/locales"
	"mappe/profile"
)

// TestGoldensOfLists keeps the lists as text that a person can review: of each
// form and of every other outcome, and the blank ones.
func TestGoldensOfLists(t *testing.T) {
	for _, tag := range locales.Authoritative() {
		for name, d := range lists(t, speaking(t, tag)) {
			t.Run(name+"."+tag, func(t *testing.T) {
				var b bytes.Buffer
				if err := page.Text(&b, d, 100); err != nil {
					t.Fatal(err)
				}
				golden(t, filepath.Join("testdata", "golden", "list-"+name+"."+tag+".txt"), b.Bytes())
			})
		}
	}
}

// lists are one list of every kind: for each form, for every other outcome,
// and blank.
func lists(t *testing.T, printer *locales.Printer) map[string]page.Doc {
	t.Helper()
	docs := blanks(t, printer)
	for _, name := range []string{"bf1-secondment", "bf23-paper", "mf4-family", "od2d-gaps"} {
		docs[name] = list(t, "../examples/"+name+"/case.yaml", printer)
	}
	docs["outcomes"] = list(t, "../testdata/hard/outcomes.yaml", printer)
	return docs
}

// everyList tries each of lists in every voice, with the PDF that it becomes.
func everyList(t *testing.T, try func(t *testing.T, d page.Doc, file []byte)) {
	for tag, speak := range voices {
		printer, err := speak()
		if err != nil {
			t.Fatal(err)
		}
		for name, d := range lists(t, printer) {
			t.Run(tag+"/"+name, func(t *testing.T) {
				t.Parallel()
				var file bytes.Buffer
				if err := page.PDF(&file, d, page.Options{}); err != nil {
					t.Fatal(err)
				}
				try(t, d, file.Bytes())
			})
		}
	}
}

func speaking(t testing.TB, tag string) *locales.Printer {
	t.Helper()
	printer, err := locales.New(tag)
	if err != nil {
		t.Fatal(err)
	}
	return printer
}

// list is the list of a case.
func list(t testing.TB, path string, printer *locales.Printer) page.Doc {
	t.Helper()
	l, v := example(t, path, "en")
	v.Printer = printer
	return v.List(l)
}

// blanks are the blank lists of all forms, by "blank-" and the scheme.
func blanks(t testing.TB, printer *locales.Printer) map[string]page.Doc {
	t.Helper()
	_, v := example(t, "../examples/within-limit/case.yaml", "en")
	v.Printer = printer
	docs := map[string]page.Doc{}
	for _, s := range forms.Schemes {
		if s.Form == "" {
			continue
		}
		items, err := checklist.Blank(s.ID, civil.MustParse("2026-11-22"), v.Book)
		if err != nil {
			t.Fatal(err)
		}
		docs["blank-"+s.ID] = v.Blank(s.Form, items)
	}
	return docs
}

// A name that no font draws stands in its Latin form, wherever a list names the
// person.
func TestListOfNamesThatNoFontDraws(t *testing.T) {
	const family = `mappe: 1
goal: keep
stay_abroad: {reason: secondment, country: SG, conflict_area: false, home_kept: true, in_cpr: true, left_on: 2027-02-01, returns_on: 2028-07-31}
applicants:
- {id: mother, name: {given: ߊߡߌ߫ߣߊ, family: ߖߊߟߏ, latin: Aminah Jalo}, born: 1988-11-21, mitid: true, permit: {kind: permanent, basis: family-reunification, from_siri: false}}
- {id: child, born: 2015-05-05, relation: child, lives_together: true, applies_with_adult: true, permit: {kind: permanent, basis: family-reunification, from_siri: false}}
`
	c := chart(t, "case.yaml", []byte(family), "2026-11-22")[4]
	if c.l.People[1].CoveredBy != "mother" {
		t.Fatalf("the child is not included: %s", c.l.People[1].Outcome)
	}
	d := c.v.List(c.l)
	if _, err := page.Print(d, page.Options{}); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := page.Text(&b, d, 200); err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(b.Bytes(), []byte("Aminah Jalo")); n < 2 {
		t.Errorf("named %d times:\n%s", n, b.String())
	}
}

// So do the names of others on the pages of a packet: of the sponsor, of the
// Danish family member, of who represents them.
func TestNamesOfOthersThatNoFontDraws(t *testing.T) {
	name := &profile.Name{Given: "ߊߡߌ߫ߣߊ", Family: "ߖߊߟߏ", Latin: "Aminah Jalo"}
	lawyer := profile.Solicitor
	for _, path := range []string{"../examples/mf4-family/case.yaml", "../examples/od2d-gaps/case.yaml"} {
		l, v := example(t, path, "da")
		for _, p := range l.People {
			a := p.Facts.Applicant
			a.Representative = &profile.Representative{Kind: &lawyer, Name: name}
			if a.Sponsor != nil {
				a.Sponsor.Name = name
			}
			if a.DanishFamilyMember != nil {
				a.DanishFamilyMember.Name = name
			}
		}
		k, err := Plan(l, 0, surveyed(t, path, l), v, Style{Copy: ForApplicant})
		if err != nil {
			t.Fatal(err)
		}
		n, letters := 0, 0
		for _, p := range k.pieces {
			var b bytes.Buffer
			if err := page.Text(&b, p.doc, 200); err != nil {
				t.Fatal(err)
			}
			if named := bytes.Count(b.Bytes(), []byte("Aminah Jalo")); p.kind == PageLetter {
				letters += named
			} else {
				n += named
			}
		}
		if letters < 3 {
			t.Errorf("%s: named %d times in letters", path, letters)
		}
		if n != 3 {
			t.Errorf("%s: named %d times, want in the contents and twice on the data sheet", path, n)
		}
	}
}
