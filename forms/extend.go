package forms

import (
	"mappe/law"
	"mappe/profile"
)

// extend is the extension of a permit, page 004. It holds the four forms' most
// dangerous date: after the expiry day an application in Denmark is rejected.
var extend = when(law.Under("S0-19", law.Is(profile.PermitBasis, profile.Asylum)), choose("asylum-extension"),
	when(mf4Applies,
		when(law.Under("S4-10", expired), choose("too-late"),
			when(law.Under("S4-06", law.Is(profile.RelationToSponsor, profile.Ended)), choose("other-extension"),
				when(movedOut, choose("moved-out"),
					when(law.Under("S4-63", law.Said(profile.RefusesBiometrics, true)), choose("biometrics-refused"),
						when(law.Under("S4-07", grownUpElsewhere), choose("moved-out"),
							choose("mf4")))))),
		choose("other-extension")))

// mf4Applies is "you must apply here if": the applicant's own permit is under
// the repealed expatriate Dane scheme, or the sponsor got permanent residence
// or citizenship in connection with work, study or the Greencard scheme.
var mf4Applies = law.Any(
	law.Under("S4-05", law.Is(profile.PermitBasis, profile.ExpatriateDane)),
	law.All(
		law.Is(profile.PermitBasis, profile.AccompanyingFamily),
		law.Under("S4-03", law.Is(profile.SponsorStatus, profile.StatusPermanent, profile.StatusCitizen)),
		law.Any(
			law.Under("S4-03", law.Is(profile.SponsorGround, profile.GroundWork, profile.GroundStudy)),
			law.Under("S4-04", law.Is(profile.SponsorGround, profile.GroundGreencard)))))

// mf4Cite is the item of that list which the applicant meets.
func mf4Cite(f *law.Facts) law.Cite {
	basis, _ := law.Given(f, profile.PermitBasis)
	ground, _ := law.Given(f, profile.SponsorGround)
	switch {
	case basis == profile.ExpatriateDane:
		return "S4-05"
	case ground == profile.GroundGreencard:
		return "S4-04"
	}
	return "S4-03"
}

var expired = law.Calc("expired", func(f *law.Facts) bool { return f.On.After(law.Read(f, profile.PermitExpires)) })

var isChild = law.Is(profile.RelationToSponsor, profile.Child)

// grownUpElsewhere is a child of 18 or more who does not live at the sponsor's
// address. For a minor who does not, the condition is not met, but the page
// closes no way: that is told, not decided.
var grownUpElsewhere = law.All(isChild, law.Not(minor), law.Not(law.Yes(profile.LivesTogether)))

// movedOut is a child that has moved away from the sponsor, or that is grown
// up and had no permit before turning 18.
var movedOut = law.All(isChild, law.Any(
	law.Under("S4-14", law.After(profile.Born, law.Yes(profile.MovedOut))),
	law.Under("S4-13", law.All(law.Not(minor), law.Not(law.Yes(profile.FirstBefore18))))))
