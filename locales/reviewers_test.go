package locales

import (
	"strings"
	"testing"
)

func TestReviewers(t *testing.T) {
	all, err := readReviews(reviewers)
	if err != nil {
		t.Fatalf("reviewers.yaml: %v", err)
	}
	for _, tag := range Tags() {
		if p := printer(t, tag); p.Reviewed() != (!p.Courtesy() || all[tag].Reviewed != "false") {
			t.Errorf("%s: reviewed %t", tag, p.Reviewed())
		}
	}
}

func TestReviewersAreReadStrictly(t *testing.T) {
	ours := string(reviewers)
	with := func(uk string) string { return strings.Replace(ours, "\nuk: {reviewed: false}\n", "\n"+uk+"\n", 1) }
	for _, c := range []struct{ name, src, want string }{
		{"reviewed", with(`uk: {reviewed: 2027-02-01, by: "O. Petrenko"}`), ""},
		{"a day in quotes", with(`uk: {reviewed: "2027-02-01", by: "O. Petrenko"}`), ""},
		{"by nobody", with("uk: {reviewed: 2027-02-01}"), "uk: reviewed on 2027-02-01 by nobody: say by whom"},
		{"not yet", with("uk: {reviewed: false, by: me}"), `uk: by "me", but not reviewed: give the day`},
		{"no day", with("uk: {reviewed: true, by: me}"), `uk: reviewed: "true" is neither false nor a day, as 2027-02-01`},
		{"no such day", with("uk: {reviewed: 2027-02-30, by: me}"), `uk: reviewed: "2027-02-30" is neither false nor a day, as 2027-02-01`},
		{"nothing said", with("uk: {}"), `uk: reviewed: "" is neither false nor a day, as 2027-02-01`},
		{"missing", with(""), "uk: is missing: write reviewed: false until somebody has read it"},
		{"authoritative", ours + "da: {reviewed: false}\n", "da: is authoritative, and needs no review"},
		{"another language", ours + "vi: {reviewed: false}\n", "vi: no such language"},
		{"another key", with("uk: {reviewed: false, when: now}"), "when"},
		{"twice", ours + "uk: {reviewed: false}\n", "uk"},
		{"a list", "- uk\n", "map"},
		{"empty", "", ""},
	} {
		_, err := readReviews([]byte(c.src))
		switch {
		case c.name == "empty":
			if err == nil {
				t.Errorf("%s passes", c.name)
			}
		case c.want == "" && err != nil:
			t.Errorf("%s: %v", c.name, err)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}
