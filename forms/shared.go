package forms

import (
	"mappe/law"
	"mappe/profile"
)

// Conditions that checklists share with decisions.
var (
	// Alone is a minor who does not apply together with an adult.
	Alone = law.Under("S1-55", law.All(minor, law.Not(law.Yes(profile.AppliesWithAdult))))
	// YoungChild is a minor child of the sponsor's family.
	YoungChild = law.All(isChild, minor)
)
