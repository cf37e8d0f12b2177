package forms

import (
	"mappe/law"
	"mappe/profile"
)

// root is the whole decision. What the authority has said of a lapsed permit
// comes before anything else.
var root = when(law.Under("S1-05", law.Said(profile.PermitLapsed, true)),
	lapsed,
	when(law.Is(profile.FactGoal, profile.Keep), keep,
		when(law.Is(profile.FactGoal, profile.Extend), extend,
			when(law.Is(profile.FactGoal, profile.PermanentEU), permanentEU,
				national))))

var national = choose("national-permanent")

// lapsed is what comes out under every goal once the authority has said so.
var lapsed = when(law.Under("S1-33", minor), choose("child-lapsed"), choose("lapsed"))

// permanentEU: page 002 and its form are only for the family of a Danish
// citizen who has used the right to free movement.
var permanentEU = when(law.Under("S2-04", law.Is(profile.PermitBasis, profile.EUFamilyOfDane)),
	choose("od2d"), choose("eu-permanent-other"))

// minor is somebody who has not reached the 18th birthday on the day.
var minor = law.Calc("minor", func(f *law.Facts) bool {
	return under18(f, law.Read(f, profile.Born), f.On)
})
