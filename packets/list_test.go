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
)

// TestGoldensOfLists keeps the lists as text that a person can review: of each
// form and of every other outcome, and the blank ones.
func TestGoldensOfLists(t *testing.T) {
	for _, tag := range locales.Tags() {
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
