package forms

import (
	"cmp"
	"slices"

	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// Assessment is the answer for a whole case.
type Assessment struct {
	Profile      *profile.Profile
	On           civil.Date
	Book         *law.Book
	Cases        []*Case // one per applicant, in file order
	Applications []Application
	Fee          Fee // of all applications together
}

// Case is the answer for one applicant.
type Case struct {
	Facts       *law.Facts
	Outcome     Outcome
	Scheme      Scheme // zero while undecided
	Variant     string // BF2, BF3 or online, for BF2-3/US
	Authority   string
	CoveredBy   string // id of the applicant whose application includes this one
	Window      *Window
	Deadlines   []Deadline
	Counts      []Count
	Forecast    *Forecast
	Caps        []Forecast // what the forecast is the earliest of, nil without one
	Notes       []Note
	Ask         []profile.Key // still needed, most useful first
	Possible    []string      // schemes still possible while undecided
	Application int           // index in Assessment.Applications, -1 for none

	trace trace // how the scheme was reached
}

// ID is the applicant's id.
func (c *Case) ID() string { return c.Facts.Applicant.ID }

// Assess decides a case on a day by a rule book. It fails only when the book
// does not fit the decisions; missing facts are part of the answer.
func Assess(p *profile.Profile, on civil.Date, b *law.Book) (a *Assessment, err error) {
	if m := Misfits(b, on); len(m) > 0 {
		return nil, m
	}
	a = &Assessment{Profile: p, On: on, Book: b}
	for i := range p.Applicants {
		a.Cases = append(a.Cases, decide(&law.Facts{Applicant: p.Merged(i), On: on, Book: b}))
	}
	cover(a.Cases)
	for _, c := range a.Cases {
		c.calculate()
	}
	a.applications()
	for _, c := range a.Cases {
		c.annotate(a)
		c.order()
	}
	return a, nil
}

// decide selects the scheme.
func decide(f *law.Facts) *Case {
	c := &Case{Facts: f, Outcome: Undecided, Application: -1}
	s := root.walk(f, &c.trace)
	if !s.possible.one() {
		c.Possible = s.possible.ids()
		c.need(s.ask)
		return c
	}
	c.Scheme = s.possible.first()
	c.Outcome, c.Authority = c.Scheme.Outcome, c.Scheme.Authority
	switch c.Scheme.ID {
	case "lapsed", "lapses-on-leaving", "child-lapsed", "within-limit", "other-extension":
		c.Authority = issuer(f)
	case "mf4":
		c.Scheme.Cite = mf4Cite(f)
	case "national-permanent":
		c.Scheme.Cite = cmp.Or(Edition(f), "X-01")
	}
	return c
}

// issuer is the authority that issues permits on the applicant's basis: SIRI
// for work, study, their families and EU residence.
func issuer(f *law.Facts) string {
	switch basis, _ := law.Given(f, profile.PermitBasis); basis {
	case profile.AccompanyingFamily, profile.ExpatriateDane, profile.WorkOrStudy, profile.EUFamilyOfDane, profile.EUOther:
		return SIRI
	}
	return DIS
}

// need records that a fact can still change the answer.
func (c *Case) need(k profile.Key) {
	if k != "" && !slices.Contains(c.Ask, k) {
		c.Ask = append(c.Ask, k)
	}
}

// read is law.Try on a case: a missing fact is asked for, and ok is false.
func read[T any](c *Case, x profile.Fact[T]) (v T, ok bool) {
	v, ok = law.Given(c.Facts, x)
	if !ok {
		c.need(x.Key)
	}
	return v, ok
}

// order sorts what is asked into the order of questions.
func (c *Case) order() {
	goal, _ := law.Given(c.Facts, profile.FactGoal)
	rank := func(k profile.Key) int {
		if k == profile.Born.Key && goal == profile.Keep && c.Outcome != Undecided {
			k = profile.AppliesWithAdult.Key // its second place: with the paper form and the family
		}
		return profile.Order(goal, k)
	}
	slices.SortStableFunc(c.Ask, func(a, b profile.Key) int { return cmp.Compare(rank(a), rank(b)) })
}

// Need records a fact that a later package needs, for a document.
func (c *Case) Need(k profile.Key) {
	c.need(k)
	c.order()
}

// calculate fills in everything that has a number or a date.
func (c *Case) calculate() {
	switch c.Scheme.ID {
	case "mf4":
		c.mf4()
	case "od2d":
		c.od2d()
	case "bf1", "bf23":
		c.bf()
	}
	c.deadlines()
	c.counts()
}
