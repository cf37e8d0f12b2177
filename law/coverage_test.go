package law

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mappe/profile"
)

var (
	tableRow    = regexp.MustCompile(`(?m)^\| ((?:S\d|X)-\d\d) \| ([A-Z]+) \|`)
	coverageRow = regexp.MustCompile(`(?m)^((?:S\d|X)-\d\d): \{kind: ([A-Z]+)[,}]`)
)

// The table of rules is no part of mappe, like the captured pages: outside CI a
// machine without it skips the test, and says so.
func TestCoverageIsThatOfTheTable(t *testing.T) {
	const path = "../../shared/law/rules.md"
	table, err := os.ReadFile(path)
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("%v: CI must have it", err)
		}
		t.Skipf("%v: the rows are not compared with the table", err)
	}
	rows := func(re *regexp.Regexp, src []byte) (ids []string) {
		for _, m := range re.FindAllSubmatch(src, -1) {
			ids = append(ids, string(m[1])+" "+string(m[2]))
		}
		return ids
	}
	want := rows(tableRow, table)
	if len(want) != 312 {
		t.Fatalf("%d rows in the table, want 312", len(want))
	}
	if d := cmp.Diff(want, rows(coverageRow, coverage)); d != "" {
		t.Errorf("coverage.yaml is not the table, row by row (-table +coverage):\n%s", d)
	}
}

// What a row names in the rule book and in the format is there. Schemes, notes
// and the like are held to more: forms and checklist see them come out.
func TestCoverage(t *testing.T) {
	b := ours(t)
	rows, err := Coverage()
	if err != nil {
		t.Fatal(err)
	}
	if got := len(coverageRow.FindAll(coverage, -1)); got != len(rows) {
		t.Errorf("%d rows are read, %d are written one to a line", len(rows), got)
	}
	for _, r := range rows {
		for kind, name := range r.Things() {
			ok := true
			switch kind {
			case "period":
				_, ok = b.Periods[name]
			case "fee":
				_, ok = b.Fees[name]
			case "fact":
				_, ok = profile.Lookup(profile.Key(name))
			}
			if !ok {
				t.Errorf("%s: no %s %q", r.ID, kind, name)
			}
		}
		if r.Left != strings.TrimSuffix(strings.TrimSpace(r.Left), ".") || r.Left != "" && len(r.Left) < 20 {
			t.Errorf("%s: left: %q is no reason: one sentence, without its full stop", r.ID, r.Left)
		}
		if _, quoted := b.Quotes[r.ID]; !quoted && !reading().MatchString(string(r.ID)) {
			t.Errorf("%s has no quotation", r.ID)
		}
	}
}

// Every length and every fee of the book is that of some rule.
func TestCoverageOfTheBook(t *testing.T) {
	b := ours(t)
	rows, err := Coverage()
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]bool{}
	for _, r := range rows {
		for kind, name := range r.Things() {
			named[kind+" "+name] = true
		}
	}
	for name := range b.Periods {
		if ours := b.Periods[name].Values[0].Cite == "M-01"; !named["period "+name] && !ours {
			t.Errorf("no row of coverage.yaml names the period %s", name)
		}
	}
	for form := range b.Fees {
		if !named["fee "+form] {
			t.Errorf("no row of coverage.yaml names the fee of %s", form)
		}
	}
}

func TestFates(t *testing.T) {
	rows, err := loadCoverage([]byte(`
S0-01: {kind: SEL, scheme: [mf4], note: [S0-01]}
S0-02: {kind: TIME, deadline: [biometrics], note: [S0-02]}
S0-03: {kind: WARN, note: [S0-03]}
S0-04: {kind: TIME, twin: S0-02}
S0-05: {kind: TIME, clause: true, twin: S0-02}
S0-06: {kind: INFO, left: nothing follows from it}
`))
	if err != nil {
		t.Fatal(err)
	}
	want := []Fate{Decided, Computed, Told, Computed, Decided, Left}
	for i, r := range rows {
		if r.Fate != want[i] {
			t.Errorf("%s is %s, want %s", r.ID, r.Fate, want[i])
		}
	}
}

func TestBadCoverage(t *testing.T) {
	for _, tc := range []struct{ src, want string }{
		{"S0-01: {kind: SEL}", "S0-01: nothing says what became of it: name what it decides, or give the reason under left"},
		{"S0-01: {kind: sel, note: [a]}", `S0-01: unknown kind "sel"`},
		{"S0-01: {kind: SEL, notes: [a]}", "field notes not found"},
		{"S0-01: {kind: SEL, note: [a], left: of no use to anybody}", "S0-01: what is left has no other fate"},
		{"S0-01: {kind: SEL, twin: S0-02, left: of no use to anybody}", "S0-01: what is left has no other fate"},
		{"S0-01: {kind: SEL, twin: S0-02}", `S0-01: no twin "S0-02"`},
		{"S0-01: {kind: SEL, twin: S0-02}\nS0-02: {kind: SEL, twin: S0-03}\nS0-03: {kind: SEL, note: [a]}",
			"S0-01: its twin S0-02 is a twin itself: name S0-03"},
		{"S0-01: {kind: SEL, note: [a]}\nS0-01: {kind: SEL, note: [b]}", "S0-01"},
		{"- S0-01", "coverage.yaml: "},
	} {
		if _, err := loadCoverage([]byte(tc.src)); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: %v, want %q", tc.src, err, tc.want)
		}
	}
}
