package forms

import (
	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// period is a length of the rule book as it stands on the day.
func period(f *law.Facts, name string) law.Period { return f.Period(name).Value }

// periodOf is a period with the sentence that says it.
func periodOf(f *law.Facts, name string) *law.Value[law.Period] { return f.Period(name) }

// under18 tells whether somebody is a minor on day; the 18th birthday itself
// makes an adult.
func under18(f *law.Facts, born, day civil.Date) bool {
	return day.Before(period(f, "adult").After(born, civil.Opening))
}

// limit is the last day abroad on which the permit has not lapsed. While
// legal_since is unknown it lies between shortest and longest, and ask names
// the missing fact.
type limit struct {
	shortest, longest civil.Date
	rule              law.Cite
	ask               profile.Key
	period            string // of the rule book, that the limit is
}

// leaveLimit is the limit of a stay that began on left_on. Accompanying family
// has a flat 6 months; a permit with the possibility of permanent residence
// has 12 once the legal residence before leaving exceeds two years.
func leaveLimit(f *law.Facts) limit {
	kind, known := law.Given(f, profile.PermitKindHeld)
	if !known {
		return limit{ask: profile.PermitKindHeld.Key}
	}
	left, known := law.Given(f, profile.LeftOn)
	if !known {
		return limit{ask: profile.LeftOn.Key}
	}
	after := func(name string) civil.Date { return period(f, name).After(left, civil.Closing) }
	one := func(name string, rule law.Cite) limit {
		day := after(name)
		return limit{day, day, rule, "", name}
	}
	between := func(missing profile.Key) limit {
		return limit{shortest: after("limit-possible-permanent"), longest: after("limit-after-legal-residence"),
			rule: "S1-09", ask: missing}
	}
	basis, known := law.Given(f, profile.PermitBasis)
	switch {
	case kind == profile.PermanentPermit:
		return one("limit-permanent", "S1-11")
	case !known && kind == profile.PossiblePermanent:
		return between(profile.PermitBasis.Key)
	case basis == profile.AccompanyingFamily || basis == profile.ExpatriateDane:
		return one("limit-accompanying", "S4-32")
	case kind != profile.PossiblePermanent:
		return one("limit-temporary", "S1-08")
	}
	since, known := law.Given(f, profile.LegalSince)
	switch {
	case !known:
		return between(profile.LegalSince.Key)
	case left.After(period(f, "legal-residence").After(since, civil.Opening)):
		return one("limit-after-legal-residence", "S1-10")
	}
	return one("limit-possible-permanent", "S1-09")
}

// how the limit is reckoned, once it is settled.
func (l limit) how(f *law.Facts) Reckoning {
	left, _ := law.Given(f, profile.LeftOn)
	how := given(profile.LeftOn, left).plus(f, l.period, civil.Closing)
	if l.period == "limit-possible-permanent" || l.period == "limit-after-legal-residence" {
		since, _ := law.Given(f, profile.LegalSince)
		two := given(profile.LegalSince, since).plus(f, "legal-residence", civil.Opening)
		how.Test = &Test{two, profile.LeftOn.Key, left, l.period == "limit-after-legal-residence"}
	}
	return how
}

// LeaveLimit is the last day abroad without lapse, if the facts settle it,
// whether or not it is a deadline of the case.
func LeaveLimit(f *law.Facts) (how Reckoning, rule law.Cite, settled bool) {
	l := leaveLimit(f)
	if l.ask != "" {
		return Reckoning{}, "", false
	}
	return l.how(f), l.rule, true
}

// limitCompare tells whether day is still within the limit.
func limitCompare(f *law.Facts, day civil.Date) (law.Truth, profile.Key) {
	l := leaveLimit(f)
	switch {
	case l.shortest.IsZero():
		return law.Unknown, l.ask
	case !day.After(l.shortest):
		return law.True, ""
	case day.After(l.longest):
		return law.False, ""
	}
	return law.Unknown, l.ask
}

// returnsInTime: the return, planned or past, is on the last day of the limit
// or earlier.
var returnsInTime = law.Weigh("returns-in-time", func(f *law.Facts) (law.Truth, profile.Key) {
	l := leaveLimit(f)
	back, known := law.Given(f, profile.ReturnsOn)
	switch {
	case l.shortest.IsZero():
		return law.Unknown, l.ask
	case !known:
		return law.Unknown, profile.ReturnsOn.Key
	}
	return limitCompare(f, back)
})

// LimitPassed: the applicant has been abroad for longer than the limit, or
// than a dispensation.
var LimitPassed = law.Weigh("limit-passed", func(f *law.Facts) (law.Truth, profile.Key) {
	if until, ok := dispensationEnd(f); ok && f.On.After(until) {
		return law.True, ""
	}
	t, ask := limitCompare(f, f.On)
	return t.Not(), ask
})

// returned: the day of the return has passed.
var returned = law.After(profile.LeftOn, law.Calc("returned", func(f *law.Facts) bool {
	return f.On.After(law.Read(f, profile.ReturnsOn))
}))

// abroadNow: the day of leaving has passed.
var abroadNow = law.Calc("abroad-now", func(f *law.Facts) bool { return f.On.After(law.Read(f, profile.LeftOn)) })

// euAbsenceShort: permanent EU residence is not lost by less than two years
// abroad; exactly two years is not safe.
var euAbsenceShort = law.Calc("eu-absence-short", func(f *law.Facts) bool {
	last := euAbsenceLimit(f, law.Read(f, profile.LeftOn))
	return !law.Read(f, profile.ReturnsOn).After(last)
})

// euAbsenceLimit is the last safe day abroad with permanent EU residence.
func euAbsenceLimit(f *law.Facts, left civil.Date) civil.Date {
	return period(f, "eu-absence").After(left, civil.Closing).AddDays(-1)
}

// dispensationEnd is the end of a dispensation that was given for the stay. One
// that had ended when the applicant left was for another stay.
func dispensationEnd(f *law.Facts) (civil.Date, bool) {
	until, given := law.Given(f, profile.DispensationUntil)
	left, known := law.Given(f, profile.LeftOn)
	return until, given && known && left.Before(until)
}

// dispensationGiven: the authority has given a dispensation for the stay,
// running or not.
var dispensationGiven = law.Weigh("dispensation-given", func(f *law.Facts) (law.Truth, profile.Key) {
	_, given := law.Given(f, profile.DispensationUntil)
	if _, known := law.Given(f, profile.LeftOn); given && !known {
		return law.Unknown, profile.LeftOn.Key
	}
	_, ok := dispensationEnd(f)
	return law.Of(ok), ""
})

// dispensationRuns: the end of the dispensation has not passed.
var dispensationRuns = law.Calc("dispensation-runs", func(f *law.Facts) bool {
	until, ok := law.Given(f, profile.DispensationUntil)
	return ok && !f.On.After(until)
})

// outlastsDispensation: the return is not before the dispensation's end.
var outlastsDispensation = law.Calc("outlasts-dispensation", func(f *law.Facts) bool {
	until, _ := law.Given(f, profile.DispensationUntil)
	return !law.Read(f, profile.ReturnsOn).Before(until)
})
