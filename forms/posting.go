package forms

import (
	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// onStatePosting is a posting by the Danish state, own or accompanied, on a
// day on which the rule of 1 July 2025 is in force.
var onStatePosting = law.All(
	law.Is(profile.StayReason, profile.StatePosting, profile.AccompanyingStatePosting),
	statePostingRuleHolds)

var statePostingRuleHolds = law.Calc("state-posting-rule", func(f *law.Facts) bool { return !f.On.Before(statePostingRule(f)) })

// statePosting: the permit does not lapse, if the posting falls under the new
// rule and the applicant is back within one month of its end. Who is late has
// lost the posting's protection, and the ordinary limits decide.
var statePosting = when(protectedPosting,
	when(law.Under("S0-20", lateFromPosting), inEuropeOr(stay), choose("state-posting")),
	choose("state-posting-transition"))

// protectedPosting: left under the new rule, or exempted before it, or abroad
// on its first day with the home kept and the limit not passed.
var protectedPosting = law.Any(
	law.Under("S0-33", law.Calc("left-under-new-rule", func(f *law.Facts) bool {
		return !law.Read(f, profile.LeftOn).Before(statePostingRule(f))
	})),
	law.Under("S0-36", law.Yes(profile.ExemptedBeforeJuly2025)),
	law.Under("S0-34", law.All(law.Yes(profile.HomeKeptOnJuly2025), law.Weigh("within-limit-on-2025-07-01",
		func(f *law.Facts) (law.Truth, profile.Key) { return limitCompare(f, statePostingRule(f)) }))))

// lateFromPosting: the month after the posting is over and the applicant is
// not back, or came back later.
var lateFromPosting = law.Calc("late-from-posting", func(f *law.Facts) bool {
	by := reEnterBy(f, law.Read(f, profile.PostingEnds))
	return f.On.After(by) && law.Read(f, profile.ReturnsOn).After(by)
})

// statePostingRule is the first day of the rule that a state posting protects.
func statePostingRule(f *law.Facts) civil.Date {
	rule := f.Book.Periods["state-posting"].Values[0]
	f.Rests(rule.Checked)
	return rule.From
}

// reEnterBy is the last day for coming back after a state posting.
func reEnterBy(f *law.Facts, ends civil.Date) civil.Date {
	return period(f, "re-entry").After(ends, civil.Closing)
}
