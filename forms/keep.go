package forms

import (
	"mappe/law"
	"mappe/profile"
)

// keep is keeping a permit while abroad: pages 000 and 001, and page 002 for
// permanent EU residence.
var keep = when(law.Is(profile.PermitKindHeld, profile.EUPermanent),
	when(law.Under("S2-20", euAbsenceShort), choose("eu-permanent-short-absence"), choose("eu-permanent-dispensation")),
	when(law.Is(profile.PermitKindHeld, profile.EUCard), choose("eu-permanent-other"),
		when(law.Under("S1-02", law.Yes(profile.ConflictArea)), choose("conflict-area"),
			when(law.Under("S0-01", euBasis), choose("eu-permanent-other"),
				when(law.Under("S1-19", homeWithRefugee), choose("home-with-refugee"),
					when(law.Under("S1-03", sentAsMinor), choose("re-education"),
						when(law.Under("S1-13", law.Is(profile.StayReason, profile.Conscription)), choose("conscription"),
							when(law.Under("S0-33", onStatePosting), statePosting,
								inEuropeOr(stay)))))))))

// euBasis is residence under EU rules, whatever kind of permit was named: the
// pages on lapse are for family reunification and asylum.
var euBasis = law.Is(profile.PermitBasis, profile.EUFamilyOfDane, profile.EUOther)

var homeWithRefugee = law.All(
	law.Is(profile.PermitBasis, profile.FamilyOfRefugee),
	law.After(profile.StayReason, law.Yes(profile.HomeWithRefugee)))

// sentAsMinor: what counts is being a minor when sent, not now. The day is not
// asked for while it hardly matters: somebody who is a minor today is taken to
// be one when sent, unless a given day says otherwise.
var sentAsMinor = law.All(law.Is(profile.StayReason, profile.ReEducation), law.Weigh("minor-when-sent",
	func(f *law.Facts) (law.Truth, profile.Key) {
		born, ok := law.Given(f, profile.Born)
		if !ok {
			return law.Unknown, profile.Born.Key
		}
		left, ok := law.Given(f, profile.LeftOn)
		switch {
		case ok:
			return law.Of(under18(f, born, left)), ""
		case under18(f, born, f.On):
			return law.True, ""
		}
		return law.Unknown, profile.LeftOn.Key
	}))

// refugeeInEurope: a refugee's permit lapses only outside the EU, Norway,
// Switzerland, Iceland and Liechtenstein, or with protection elsewhere.
var refugeeInEurope = law.All(
	law.Is(profile.PermitBasis, profile.Asylum),
	law.Yes(profile.InEurope),
	law.Not(law.Yes(profile.ProtectedElsewhere)))

// inEuropeOr lets nothing lapse for a refugee who stays within Europe, be the
// stay a posting or not, and leaves everybody else to the other way.
func inEuropeOr(other *node) *node {
	return when(law.Under("S1-15", refugeeInEurope), choose("refugee-in-europe"), other)
}

// stay is an ordinary stay abroad, against the limit of 6 or 12 months. Where
// a dispensation was given, its own end takes the place of the limit.
var stay = when(law.Under("S1-07", lapsesOnLeaving), choose("lapses-on-leaving"),
	when(dispensationGiven,
		when(law.Under("S1-40", outlastsDispensation),
			when(dispensationRuns, dispensation(choose("bf1")), beyond),
			choose("within-limit")),
		when(law.Under("S1-21", withinLimit), choose("within-limit"), beyond)))

// beyond is a stay that needs a dispensation: one that exceeds the limit, or
// for which the home is given up. Coming back first closes the route.
var beyond = when(law.Under("S1-50", returned), choose("lapsed"),
	dispensation(when(law.Under("S1-47", LimitPassed),
		when(law.Under("S1-20", law.Any(listedPurpose, oldPosting, law.Under("S1-31", law.Yes(profile.PreventedFromReturning)))),
			choose("bf23"), choose("lapsed")),
		when(abroadNow,
			when(law.Any(law.Under("S1-48", law.Not(law.Yes(profile.HomeKept))), notInCPR), choose("bf23"), choose("bf1")),
			when(law.All(law.Yes(profile.HomeKept), notInCPR), choose("bf23"), choose("bf1"))))))

var notInCPR = law.Under("S1-49", law.Not(law.Yes(profile.InCPR)))

// dispensation sends those to SIRI whose permit stems from SIRI.
func dispensation(own *node) *node { return when(fromSIRI, choose("siri-dispensation"), own) }

var fromSIRI = law.Any(
	law.Under("S4-34", siriBasis),
	law.Under("S1-06", law.All(
		law.Is(profile.PermitKindHeld, profile.PermanentPermit),
		law.After(profile.HomeKept, law.After(profile.LeftOn, law.Yes(profile.PermitFromSIRI))))))

var siriBasis = law.Is(profile.PermitBasis, profile.WorkOrStudy, profile.AccompanyingFamily, profile.ExpatriateDane)

// listedPurpose is a well-founded purpose that page 001 names; its list is
// only illustrative.
var listedPurpose = law.Any(
	law.Under("S0-13", law.Is(profile.StayReason, profile.DirectEmployment)),
	law.Under("S0-39", law.Is(profile.StayReason, profile.Secondment, profile.AccompanyingSecondment)),
	law.Under("S1-26", law.Is(profile.StayReason, profile.Education)),
	law.Under("S1-27", law.Is(profile.StayReason, profile.AuPair)),
	law.Under("S1-28", law.Is(profile.StayReason, profile.Care)))

// oldPosting is a state posting before the rule of 1 July 2025. Under that
// rule a posting that is over is a purpose no more.
var oldPosting = law.Under("S1-24", law.All(
	law.Is(profile.StayReason, profile.StatePosting, profile.AccompanyingStatePosting), law.Not(statePostingRuleHolds)))

var lapsesOnLeaving = law.All(
	law.Said(profile.IntendsToReturn, false),
	law.Not(law.Is(profile.PermitBasis, profile.Asylum)),
	law.Not(law.Yes(profile.HomeKept)))

var withinLimit = law.All(
	law.Not(law.All(law.Is(profile.PermitBasis, profile.Asylum), law.Yes(profile.ProtectedElsewhere))),
	law.Yes(profile.HomeKept),
	returnsInTime)
