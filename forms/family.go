package forms

import (
	"mappe/law"
	"mappe/profile"
)

// cover lets the first applicant's dispensation application include the
// others: spouse or cohabiting partner, and children under 18, who live
// together with the first applicant. It needs the same form and a first
// applicant who is not known to be a minor.
func cover(cases []*Case) {
	first := cases[0]
	if first.Scheme.Form != BF1 && first.Scheme.Form != BF23 || minor.Holds(first.Facts) {
		return
	}
	for _, c := range cases[1:] {
		if with, known := law.Given(c.Facts, profile.AppliesWithAdult); c.Scheme.Form != first.Scheme.Form || known && !with {
			continue
		}
		switch truth, ask := coverable.Truth(c.Facts); truth {
		case law.True:
			c.CoveredBy = first.ID()
		case law.Unknown:
			c.need(ask)
		}
	}
}

var coverable = law.Under("S1-35", law.All(
	law.Is(profile.RelationToSponsor, profile.Spouse, profile.RegisteredPartner, profile.CohabitingPartner, profile.Child),
	law.Yes(profile.LivesTogether),
	law.Any(law.Not(isChild), minor)))

// Application is one thing to be filed, with its own packet and its own fee.
type Application struct {
	Form       string
	Scheme     string
	Applicants []string // ids; the first one files
	Fee        Fee
}

// applications groups the cases: one per person, with those that it covers.
func (a *Assessment) applications() {
	index := map[string]int{}
	for _, c := range a.Cases {
		if c.Outcome != File {
			continue
		}
		if c.CoveredBy != "" {
			c.Application = index[c.CoveredBy]
			at := &a.Applications[c.Application]
			at.Applicants = append(at.Applicants, c.ID())
			continue
		}
		c.Application = len(a.Applications)
		index[c.ID()] = c.Application
		a.Applications = append(a.Applications, Application{c.Scheme.Form, c.Scheme.ID, []string{c.ID()}, feeOf(c)})
	}
	a.Fee = sum(a.Applications)
}

// Case is the answer for the applicant with that id.
func (a *Assessment) Case(id string) *Case {
	for _, c := range a.Cases {
		if c.ID() == id {
			return c
		}
	}
	return nil
}
