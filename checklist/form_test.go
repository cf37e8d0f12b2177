package checklist

import (
	"slices"
	"testing"

	"mappe/forms"
)

// Who wants to do without the form is told that it is the application, before
// everything that is less grave.
func TestFormDispensed(t *testing.T) {
	given := func(items string) string { return "\ndocuments: [" + items + "]" }
	for _, c := range []struct {
		name, plain, with string
		cite              string // of the note, "" for none
	}{
		{"cannot be obtained", "mf4", given("{item: form-mf4, status: cannot-obtain, reason: The printer is broken}"), "S4-55"},
		{"does not apply", "mf4", given("{item: form-mf4, status: does-not-apply, reason: I have written a letter}"), "S4-55"},
		{"without a reason", "mf4", given("{item: form-mf4, status: cannot-obtain}"), "S4-55"},
		{"follows", "mf4", given("{item: form-mf4, status: follows-later, until: 2026-12-01, reason: The sponsor is away}"), ""},
		{"there in part", "mf4", given("{item: form-mf4, files: [a.pdf]}, {item: form-mf4, status: cannot-obtain, reason: Part 2}"), ""},
		{"nothing said", "mf4", "", ""},
		{"another document", "mf4", given("{item: mf4-list, status: does-not-apply, reason: None}"), ""},
		{"a form that nobody asks for", "mf4", given("{item: form-bf2, status: does-not-apply, reason: It is MF4}"), ""},
		{"BF1/US", "bf1", given("{item: form-bf1, status: cannot-obtain, reason: No computer}"), "S1-42"},
		{"BF2", "bf23", "\nfiling: paper" + given("{item: form-bf2, status: cannot-obtain, reason: None left}"), "S1-54"},
		{"BF3", "bf23", "\nfiling: paper\nborn: 2015-01-01\napplies_with_adult: false" + given("{item: form-bf3, status: does-not-apply, reason: A child}"), "S1-55"},
		{"OD2/D", "od2d", given("{item: form-od2d, status: does-not-apply, reason: By letter}"), "S2-37"},
	} {
		l, err := read(t, caseOf(plain[c.plain]+c.with))
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		var cites []string
		for _, n := range l.People[0].Notes {
			if n.ID == "form-dispensed" {
				cites = append(cites, string(n.Cite))
				if n.Severity != forms.Blocking {
					t.Errorf("%s: %s", c.name, n.Severity)
				}
			}
		}
		if want := slices.DeleteFunc([]string{c.cite}, func(s string) bool { return s == "" }); !slices.Equal(cites, want) {
			t.Errorf("%s: cites %v, want %v", c.name, cites, want)
		}
		if !slices.IsSortedFunc(l.People[0].Notes, func(a, b forms.Note) int { return b.Severity.Rank() - a.Severity.Rank() }) {
			t.Errorf("%s: notes are not in the order of their gravity", c.name)
		}
	}
}
