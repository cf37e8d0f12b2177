package packets

import (
	"fmt"
	"strings"
	"testing"

	"mappe/internal/page"
)

const clockCase = `mappe: 1
goal: keep
stay_abroad: {reason: private, country: NG, conflict_area: false, home_kept: true, in_cpr: true, %s}
applicants: [{id: chidi, permit: {kind: temporary, basis: family-reunification}}]
`

// The clock tells what is used, what is left and what is beyond; without both
// ends there is none.
func TestClock(t *testing.T) {
	for _, c := range []struct{ stay, on, want string }{
		{"left_on: 2026-12-01, returns_on: 2027-05-01", "2026-11-22", "2026-12-01–2027-06-01 6 months | 2026-12-01–2027-05-01"},
		{"left_on: 2026-12-01, returns_on: 2027-05-01", "2027-03-15", "2026-12-01–2027-03-15 3 months and 14 days used, 2027-03-16–2027-06-01 2 months and 17 days left | 2026-12-01–2027-03-15, 2027-03-16–2027-05-01"},
		{"left_on: 2026-12-01, returns_on: 2027-05-01", "2027-06-01", "2026-12-01–2027-06-01 6 months | 2026-12-01–2027-05-01"},
		{"left_on: 2026-12-01, returns_on: 2027-08-03", "2026-12-01", "2026-12-01–2027-06-01 6 months | 2026-12-01–2027-06-01, 2027-06-02–2027-08-03 2 months and 2 days beyond"},
		{"left_on: 2026-01-05, returns_on: 2026-12-15, prevented_from_returning: false", "2026-11-22", "2026-01-05–2026-07-05 6 months | 2026-01-05–2026-07-05, 2026-07-06–2026-12-15 5 months and 10 days beyond"},
		{"returns_on: 2027-05-01", "2026-11-22", ""},
	} {
		all := chart(t, "case.yaml", fmt.Appendf(nil, clockCase, c.stay), c.on)
		english := all[len(all)-1]
		got := ""
		for _, b := range english.charts {
			var rows []string
			for _, row := range b.(page.Bars).Rows {
				var bars []string
				for _, x := range row.Bars {
					bars = append(bars, strings.TrimSpace(fmt.Sprintf("%s–%s %s", epoch.AddDays(x.From), epoch.AddDays(x.To), x.Mark)))
				}
				rows = append(rows, strings.Join(bars, ", "))
			}
			got = strings.Join(rows, " | ")
		}
		if got != c.want {
			t.Errorf("%s on %s:\ngot  %s\nwant %s", c.stay, c.on, got, c.want)
		}
	}
}

// A stay that is over uses no more than it lasted, and none is called a stay
// until today but one that goes on today.
func TestClockSaysWhatIsUsed(t *testing.T) {
	for _, c := range []struct{ stay, on, want string }{
		{"left_on: 2026-12-01, returns_on: 2027-05-01", "2027-03-15", "Permitted outside Denmark: used; Permitted outside Denmark: left; Your stay: until today; Your stay: planned"},
		{"left_on: 2026-12-01, returns_on: 2027-02-01", "2027-03-15", "Permitted outside Denmark; Your stay"},
		{"left_on: 2026-12-01, returns_on: 2027-06-01", "2027-06-02", "Permitted outside Denmark: used up; Your stay"},
		{"left_on: 2026-12-01, returns_on: 2027-05-01", "2027-07-01", "Permitted outside Denmark; Your stay"},
		{"left_on: 2026-01-05, returns_on: 2026-12-15, prevented_from_returning: false", "2026-11-22", "Permitted outside Denmark: used up; Your stay: within what is permitted; Your stay: beyond what is permitted"},
	} {
		all := chart(t, "case.yaml", fmt.Appendf(nil, clockCase, c.stay), c.on)
		var said []string
		for _, row := range all[len(all)-1].charts[0].(page.Bars).Rows {
			for _, x := range row.Bars {
				said = append(said, x.What)
			}
		}
		if got := strings.Join(said, "; "); got != c.want {
			t.Errorf("%s on %s:\ngot  %s\nwant %s", c.stay, c.on, got, c.want)
		}
	}
}

// Whose application includes somebody who leaves and returns with them has the
// clock of both; one who stays shorter has their own.
func TestClockOfAFamily(t *testing.T) {
	const family = `mappe: 1
goal: keep
stay_abroad: {reason: secondment, country: SG, conflict_area: false, home_kept: true, in_cpr: true, left_on: 2027-02-01, returns_on: 2028-07-31}
applicants:
- {id: mother, born: 1988-11-21, mitid: true, permit: {kind: permanent, basis: family-reunification, from_siri: false}}
- {id: child, born: 2015-05-05, relation: child, lives_together: true, applies_with_adult: true, %spermit: {kind: permanent, basis: family-reunification, from_siri: false}}
`
	for other, want := range map[string]int{"": 0, "stay_abroad: {returns_on: 2028-06-30}, ": 1} {
		all := chart(t, "case.yaml", fmt.Appendf(nil, family, other), "2026-11-22")
		if all[0].l.People[1].CoveredBy != "mother" {
			t.Fatalf("the child is not included: %s %v", all[0].l.People[1].Outcome, all[0].l.People[1].Ask)
		}
		if len(all[0].charts) != 1 || len(all[1].charts) != want {
			t.Errorf("child with %q: %d and %d charts, want 1 and %d", other, len(all[0].charts), len(all[1].charts), want)
		}
	}
}

// After a posting by the state what is permitted runs on to the last day for
// coming back, and is not called by the length of that rule.
func TestClockOfAPosting(t *testing.T) {
	const posted = `mappe: 1
goal: keep
stay_abroad: {reason: state-posting, conflict_area: false, left_on: 2027-01-01, posting_ends: 2029-08-31, returns_on: 2029-09-15}
applicants: [{id: a, permit: {kind: possible-permanent, basis: family-reunification}}]
`
	for _, c := range chart(t, "case.yaml", []byte(posted), "2026-11-22")[2:] {
		b := c.charts[0].(page.Bars)
		if got := b.Rows[0].Bars[0]; got.Mark != "2 years, 8 months and 29 days in all" || epoch.AddDays(got.To).String() != "2029-09-30" {
			t.Errorf("permitted until %s, %q", epoch.AddDays(got.To), got.Mark)
		}
		if !strings.Contains(b.Alt, "31 August 2029: Last day of the posting") {
			t.Errorf("%q does not say when the posting ends", b.Alt)
		}
	}
}
