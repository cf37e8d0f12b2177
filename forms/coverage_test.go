package forms

import (
	"testing"

	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// cameOut is what cases and tables have brought out: "scheme mf4", "note
// S4-16", "clause S4-10" for a condition that was true, or a scheme or day
// that stands under the rule; "under S4-10" for a condition, true or not.
type cameOut map[string]bool

func (o cameOut) clause(c law.Cite) { o["clause "+string(c)] = true }

// finding records what was found true, down to the parts.
func (o cameOut) finding(x law.Finding) {
	o["under "+string(x.Cite)] = true
	if x.Truth == law.True {
		o.clause(x.Cite)
	}
	for _, p := range x.Parts {
		o.finding(p)
	}
}

func (o cameOut) assessment(a *Assessment) {
	for _, app := range a.Applications {
		o["fee "+app.Form] = true
	}
	for _, c := range a.Cases {
		o["scheme "+c.Scheme.ID] = true
		o.clause(c.Scheme.Cite)
		for _, s := range c.Path() {
			o.finding(s.Finding)
		}
		if c.CoveredBy != "" {
			o.finding(coverable.Find(c.Facts))
		}
		if c.Variant != "" {
			o.finding(Alone.Find(c.Facts))
		}
		if w := c.Window; w != nil {
			o.clause(w.Opens.Cite)
			o.clause(w.LastSafeDay.Cite)
		}
		for _, d := range c.Deadlines {
			o["deadline "+d.ID] = true
			o.clause(d.Cite)
		}
		if c.Forecast != nil {
			o["forecast "+c.Forecast.Because] = true
			o.clause(c.Forecast.Cite)
		}
		for _, n := range c.Notes {
			o["note "+n.ID] = true
		}
		for _, q := range profile.Questions() {
			if c.Facts.Applicant.Text(q.Key) != "" {
				o["fact "+string(q.Key)] = true
			}
		}
	}
}

// What coverage.yaml names comes out in some worked case or row of a table, so
// that every rule which decides is exercised. Documents, steps and the
// conditions of the checklist come out in package checklist; that every length
// of time counts is the mutants' business.
func TestCoverage(t *testing.T) {
	b, out := ourBook(t), cameOut{}
	for _, c := range workedCases(t) {
		a, err := Assess(c.profile, civil.MustParse(c.On), b)
		if err != nil {
			t.Fatal(err)
		}
		out.assessment(a)
	}
	for _, r := range allRows {
		out.assessment(assess(t, r.on, r.facts, b))
	}
	rows, err := law.Coverage()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		paper := r.Document != nil || r.Step != nil // may stand under a condition of the checklist
		if r.Clause && !out["clause "+string(r.ID)] && (out["under "+string(r.ID)] || !paper) {
			t.Errorf("%s: nothing that stands under it is ever true", r.ID)
		}
		for kind, name := range r.Things() {
			switch kind {
			case "document", "step", "period":
				continue
			}
			if !out[kind+" "+name] {
				t.Errorf("%s: %s %s comes out in no worked case and no row", r.ID, kind, name)
			}
		}
	}
	named := map[string]bool{}
	for _, r := range rows {
		for _, id := range r.Scheme {
			named[id] = true
		}
	}
	for _, s := range Schemes {
		if !named[s.ID] {
			t.Errorf("no row of coverage.yaml names the scheme %s", s.ID)
		}
	}
}
