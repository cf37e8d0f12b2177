package checklist

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mappe/internal/civil"
)

// days is one line an event: day, person, key, and the notes about it.
func days(l *Checklist) string {
	var s strings.Builder
	for _, e := range l.Events() {
		fmt.Fprintf(&s, "%s %s %s", e.On, e.Person.ID(), e.Key)
		for _, p := range e.With {
			fmt.Fprintf(&s, " with %s", p.ID())
		}
		for _, n := range e.Notes {
			fmt.Fprintf(&s, " +%s", n.ID)
		}
		s.WriteString("\n")
	}
	return s.String()
}

const abroad = `goal: keep
filing: paper
stay_abroad: {reason: education, country: DE, conflict_area: false, left_on: 2025-03-01, returns_on: 2026-12-18, home_kept: false, in_cpr: false}
applicants:
- id: chidi
  born: 1985-01-01
  permit: {kind: permanent, basis: family-reunification, from_siri: false}
- id: ngozi
  born: 2015-01-01
  relation: child
  lives_together: true
  permit: {kind: permanent, basis: family-reunification, from_siri: false}
`

func TestEvents(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"a window and what hangs on it", spouse + "  document_languages: [en]\n", `
2026-10-31 maria opens
2026-12-06 maria biometrics
2026-12-31 maria fee-ends
2027-01-30 maria last-safe-day
2027-01-31 maria permit-expires
`},
		{"what is hoped for is no event, but what stops it is", strings.Replace(spouse, "2035-06-30", "2028-05-31", 1) + "  document_languages: [en]\n", `
2026-10-31 maria opens
2026-12-06 maria biometrics
2026-12-31 maria fee-ends
2027-01-30 maria last-safe-day
2027-01-31 maria permit-expires
2027-11-29 maria extend-again
2028-02-29 maria passport-renewal +month-end
2028-05-31 maria passport-expires
`},
		{"a passport that allows nothing more", strings.Replace(spouse, "2035-06-30", "2027-04-30", 1) + "  document_languages: [en]\n", `
2026-10-31 maria opens
2026-12-06 maria biometrics
2026-12-31 maria fee-ends
2027-01-30 maria last-safe-day
2027-01-30 maria passport-renewal +renew-passport-first
2027-01-31 maria permit-expires
2027-04-30 maria passport-expires
`},
		{"documents to come, one of them in two parts", spouse + `  document_languages: [da]
  documents:
  - {item: passport-copy, status: follows-later, until: 2026-12-20, reason: at the embassy}
  - {item: passport-copy, status: follows-later, until: 2026-12-10, reason: the old one}
  - {item: form-mf4, status: follows-later, reason: no day given}
  - {item: mf4-list, status: does-not-apply, reason: none}
  - {item: form-bf2, status: follows-later, until: 2026-12-11, reason: this application asks for no such item}
`, `
2026-10-31 maria opens
2026-12-06 maria biometrics
2026-12-10 maria follows passport-copy 2
2026-12-11 maria follows form-bf2 1
2026-12-20 maria follows passport-copy 1
2026-12-31 maria fee-ends
2027-01-30 maria last-safe-day
2027-01-31 maria permit-expires
`},
		{"one application: its days once, deadlines each", abroad, `
2026-03-01 chidi leave-limit
2026-03-01 ngozi leave-limit
2026-12-17 chidi last-safe-day with ngozi
2026-12-18 chidi return with ngozi +S1-50
`},
		{"a day of one's own within another's application", abroad + "  stay_abroad: {returns_on: 2026-12-10}\n", `
2026-03-01 chidi leave-limit
2026-03-01 ngozi leave-limit
2026-12-09 ngozi last-safe-day
2026-12-10 ngozi return +S1-50
2026-12-17 chidi last-safe-day
2026-12-18 chidi return +S1-50
`},
		{"a dispensation that ends", `goal: keep
stay_abroad: {reason: education, country: DE, conflict_area: false, left_on: 2026-01-01, returns_on: 2028-01-01, home_kept: true, in_cpr: true}
applicants:
- id: ana
  born: 1985-01-01
  mitid: true
  permit: {kind: permanent, basis: family-reunification, from_siri: false, dispensation_until: 2027-06-01}
`, `
2027-05-31 ana last-safe-day
2027-05-31 ana dispensation-ends
2027-06-01 ana dispensation-expires +S1-40
`},
		{"five years, no card", `goal: permanent-eu
filing: online
applicants:
- id: eve
  eu_citizen: true
  permit: {basis: eu-family-of-dane, eu_residence_since: 2022-02-28}
`, `
2027-01-28 eve opens +X-13
2027-02-28 eve five-years +X-13
`},
		{"a day that had to be rounded says so", `goal: keep
applicants:
- id: kim
  permit: {kind: temporary, basis: family-reunification, expires: 2028-03-31}
  stay_abroad: {reason: private, country: NG, conflict_area: false, left_on: 2026-08-31, returns_on: 2027-02-01, home_kept: true}
`, `
2027-02-28 kim leave-limit +month-end
2028-03-30 kim extend-before
`},
		{"years that are reached", "goal: permanent\napplicants: [{id: leo, permit: {legal_since: 2020-11-01}}]\n", `
2028-11-01 leo residence-reached +X-01
`},
		{"undecided", "goal: extend\napplicants: [{id: ivy, passport: {expires: 2027-01-01}}]\n", "\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			l, err := read(t, c.src)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, "\n"+days(l)); diff != "" {
				t.Errorf("events (-want +got):\n%s", diff)
			}
		})
	}
}

// Of whomever, every day of the answer is one event, the events have different
// keys, and every day that their words name is there.
func TestEveryDayIsAnEvent(t *testing.T) {
	seen := map[string]bool{}
	for seed := range uint64(400) {
		l := look(t, crowd(seed)...)
		keys, found := map[string]bool{}, map[string]int{}
		for _, e := range l.Events() {
			who := e.Person.ID() + " "
			if keys[who+e.Key] {
				t.Errorf("seed %d: %s%s twice", seed, who, e.Key)
			}
			keys[who+e.Key], seen[e.ID] = true, true
			id := e.ID
			if slices.Contains(slices.Collect(maps.Values(ends)), id) {
				id = "ends"
			}
			found[fmt.Sprint(who, id, " ", e.On)]++
			for i, v := range e.Vars {
				if d, ok := v.(civil.Date); ok && d.IsZero() {
					t.Errorf("seed %d: %s%s: no %v", seed, who, e.Key, e.Vars[i-1])
				}
			}
			if e.Cite == "" {
				t.Errorf("seed %d: %s%s rests on nothing", seed, who, e.Key)
			}
		}
		for _, p := range l.People {
			want := map[string]civil.Date{}
			if w := p.Window; w != nil && p.CoveredBy == "" {
				want["opens"], want["last-safe-day"], want["ends"] = w.Opens.On, w.LastSafeDay.On, w.Expires
			}
			for _, d := range p.Deadlines {
				want[d.ID] = d.On
			}
			for id, on := range want {
				if n := found[fmt.Sprint(p.ID(), " ", id, " ", on)]; !on.IsZero() && n != 1 {
					t.Errorf("seed %d: %s: %s on %s is %d events", seed, p.ID(), id, on, n)
				}
			}
		}
	}
	for id := range habits {
		if id != "follows" && id != "residence-reached" && !seen[id] { // above
			t.Errorf("nobody had the event %q", id)
		}
	}
}
