package checklist

import (
	"slices"
	"strings"
	"testing"
)

func TestLoadComplains(t *testing.T) {
	const good = `{id: a, for: [mf4], when: sponsor-works, group: 1, need: required, from: applicant, cite: S4-55}`
	if docs, err := load([]byte("- " + good)); err != nil || len(docs) != 1 {
		t.Fatalf("%v, %v", docs, err)
	}
	for _, tc := range []struct{ old, new, want string }{
		{"sponsor-works", "sponsor-wroks", `documents.yaml: a: unknown condition "sponsor-wroks"`},
		{"[mf4]", "[mf4, mf5]", `documents.yaml: a: unknown scheme "mf5"`},
		{"[mf4]", "[]", "documents.yaml: a: group, from, cite and for are wanted"},
		{"required", "wanted", `documents.yaml: a: need "wanted" is none of required, confirm, example`},
		{", need: required", "", `documents.yaml: a: need "" is none of`},
		{"group: 1", "group: 0", "documents.yaml: a: group, from, cite and for are wanted"},
		{"group: 1", "group: 6", "documents.yaml: a: group, from, cite and for are wanted"},
		{", from: applicant", "", "documents.yaml: a: group, from, cite and for are wanted"},
		{", cite: S4-55", "", "documents.yaml: a: group, from, cite and for are wanted"},
		{"when:", "if:", "documents.yaml: "},
		{"id: a", "id: a, once: perhaps", "documents.yaml: "},
	} {
		src := strings.Replace(good, tc.old, tc.new, 1)
		if src == good {
			t.Fatalf("%q is not in the line", tc.old)
		}
		docs, err := load([]byte("- " + src))
		if err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: %v, %v; want %q", src, docs, err, tc.want)
		}
	}
}

// contractIDs are the document ids that the contract names.
var contractIDs = strings.Fields(contract + " form-bf1 form-bf2 form-bf3")

func TestCatalogue(t *testing.T) {
	docs, err := Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	used, line, group := map[string]bool{}, map[string]bool{}, 0
	for _, d := range docs {
		used[d.When] = true
		if d.Group < group {
			t.Errorf("%s: group %d stands after group %d", d.ID, d.Group, group)
		}
		group = d.Group
		for _, s := range d.For {
			if line[d.ID+" "+s] {
				t.Errorf("%s stands twice for %s", d.ID, s)
			}
			line[d.ID+" "+s] = true
		}
		if d.ID == "" || strings.Contains(d.ID, "-list") && d.Need != Confirm {
			t.Errorf("%s is %s: a list that the captured page does not contain is to be confirmed on the form", d.ID, d.Need)
		}
	}
	for name := range conditions {
		if !used[name] {
			t.Errorf("nothing in documents.yaml depends on the condition %q", name)
		}
	}
	for _, id := range contractIDs {
		if !slices.Contains(IDs(), id) {
			t.Errorf("the contract names %s, the catalogue does not", id)
		}
	}
	for i, id := range IDs() {
		if slices.Index(IDs(), id) != i {
			t.Errorf("%s is listed twice", id)
		}
	}
}
