package forms

import (
	"slices"
	"strings"
	"testing"

	"mappe/internal/civil"
	"mappe/profile"
)

// TestPromises: what follows later is compared with the day that its own rule
// has: biometrics of MF4 with that of S4-62, 14 days after filing; those for the
// card of OD2/D have none (S2-46); all else with the last safe day to file.
func TestPromises(t *testing.T) {
	const (
		mf4  = "goal: extend, sponsor: {status: permanent, ground: work}, permit: {basis: accompanying-family, expires: 2027-01-31}, relation: spouse, lives_together: true"
		od2d = "goal: permanent-eu, eu_citizen: false, permit: {basis: eu-family-of-dane, eu_residence_since: 2021-12-01, card_expires: 2026-12-20}"
	)
	for _, x := range []struct{ facts, on, item, until, want string }{
		{mf4, "2026-11-22", "biometrics", "2026-12-06", ""},
		{mf4, "2026-11-22", "biometrics", "2026-12-07", "promise-biometrics S4-62: If 2026-11-22, Last 2026-12-06"},
		{mf4, "2026-10-01", "biometrics", "2026-11-14", ""},
		{mf4, "2026-10-01", "biometrics", "2026-11-15", "promise-biometrics S4-62: If 2026-10-31, Last 2026-11-14"},
		{mf4, "2027-01-30", "biometrics", "2027-02-13", ""}, // after the last safe day to file
		{mf4, "2026-11-22", "biometrics", "2026-11-21", "promise-over S4-03"},
		{mf4, "2026-11-22", "mf4-list", "2027-01-30", ""},
		{mf4, "2026-11-22", "mf4-list", "2027-01-31", "promise-too-late S4-08: Last 2027-01-30"},
		{od2d, "2026-11-22", "biometrics-card", "2027-06-01", ""},
		{od2d, "2026-11-22", "od2d-form-list", "2026-12-20", "promise-too-late S2-09: Last 2026-12-19"},
	} {
		p, err := profile.Decode("case.yaml", []byte("{mappe: 1, applicants: [{id: a, "+x.facts+", documents: [{item: "+x.item+", status: follows-later, until: "+x.until+", reason: booked}]}]}"))
		if err != nil {
			t.Fatal(err)
		}
		a, err := Assess(p, civil.MustParse(x.on), ourBook(t))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, n := range a.Cases[0].Notes {
			if !strings.HasPrefix(n.ID, "promise-") {
				continue
			}
			said := n.ID + " " + string(n.Cite)
			var days []string
			for _, name := range []string{"If", "Last"} {
				if i := slices.Index([]any(n.Vars), any(name)); i >= 0 {
					days = append(days, name+" "+n.Vars[i+1].(civil.Date).String())
				}
			}
			if days != nil {
				said += ": " + strings.Join(days, ", ")
			}
			got = append(got, said)
		}
		if all := strings.Join(got, "; "); all != x.want {
			t.Errorf("%s promised for %s on %s: %q, want %q", x.item, x.until, x.on, all, x.want)
		}
	}
}
