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
	for _, c := range cases[1:] {
		switch x := covering(cases[0], c); {
		case x.Bar != "":
		case x.Finding.Truth == law.True:
			c.CoveredBy = cases[0].ID()
		case x.Finding.Truth == law.Unknown:
			c.need(x.Finding.Ask)
		}
	}
}

// Covering is why the first applicant's application includes another person,
// or does not: a bar, else what the condition found.
type Covering struct {
	Bar     string // first, no-dispensation, other-form, minor, alone
	Finding law.Finding
}

// Covering tells why c is included in the first applicant's application, or
// not.
func (a *Assessment) Covering(c *Case) Covering {
	if c == a.Cases[0] {
		return Covering{Bar: "first"}
	}
	return covering(a.Cases[0], c)
}

func covering(first, c *Case) Covering {
	with, known := law.Given(c.Facts, profile.AppliesWithAdult)
	switch {
	case first.Scheme.Form != BF1 && first.Scheme.Form != BF23:
		return Covering{Bar: "no-dispensation"}
	case c.Scheme.Form != first.Scheme.Form:
		return Covering{Bar: "other-form"}
	case minor.Holds(first.Facts):
		return Covering{Bar: "minor"}
	case known && !with:
		return Covering{Bar: "alone"}
	}
	return Covering{Finding: coverable.Find(c.Facts)}
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
