package checklist

import (
	"slices"
	"strings"

	"mappe/forms"
	"mappe/law"
	"mappe/profile"
)

// conditions are the names that documents.yaml may use. Each name is used
// there, and the YAML holds no condition of its own.
var conditions = map[string]law.Cond{
	"sponsor-works":                    law.Is(profile.SponsorOccupation, profile.Employed, profile.EmployedTemporarily),
	"sponsor-studies":                  law.Is(profile.SponsorOccupation, profile.Student, profile.PhD),
	"sponsor-holds-establishment-card": law.Is(profile.SponsorOccupation, profile.EstablishmentCard),
	"sponsor-runs-start-up":            law.Is(profile.SponsorOccupation, profile.StartUp),

	"one-parent":     oneParent,
	"consent-needed": law.All(oneParent, law.Yes(profile.JointCustody), law.Yes(profile.ConsentWasLimited)),

	"employed-abroad":           law.Is(profile.StayReason, profile.DirectEmployment),
	"posted-or-seconded":        law.Is(profile.StayReason, profile.Secondment, profile.AccompanyingSecondment, profile.StatePosting, profile.AccompanyingStatePosting),
	"seconded":                  law.Is(profile.StayReason, profile.Secondment, profile.AccompanyingSecondment),
	"educated-abroad":           law.Is(profile.StayReason, profile.Education),
	"caring-abroad":             law.Is(profile.StayReason, profile.Care),
	"abroad-for-another-reason": law.Is(profile.StayReason, profile.Private, profile.AuPair, profile.ReEducation),
	"held-back":                 law.All(forms.LimitPassed, law.Yes(profile.PreventedFromReturning)),

	"without-mitid":     law.Not(law.Yes(profile.MitID)),
	"on-paper-together": law.All(onPaper, law.Not(forms.Alone)),
	"on-paper-alone":    law.All(onPaper, forms.Alone),

	"permit-ends-abroad": permitEndsAbroad,

	"in-person":             law.Is(profile.FactFiling, profile.InPerson, profile.Paper),
	"third-country":         law.All(law.Not(law.Yes(profile.EUCitizen)), law.Not(law.Said(profile.RefusesBiometrics, true))),
	"own-income-has-gaps":   hasGaps("own-income-has-gaps", profile.Income),
	"danes-income-has-gaps": hasGaps("danes-income-has-gaps", profile.DaneIncome),

	"foreign-language": foreignLanguage,
	"helped":           law.Is(profile.RepresentedBy, profile.OtherRepresentative),
	"represented": law.Calc("represented", func(f *law.Facts) bool {
		kind, ok := law.Given(f, profile.RepresentedBy)
		return ok && kind == profile.OtherRepresentative
	}),
}

var oneParent = law.All(forms.YoungChild, law.Yes(profile.OneParentInDenmark))

var onPaper = law.Is(profile.FactFiling, profile.Paper, profile.InPerson)

// permitEndsAbroad: an extension must be applied for from abroad. Refugees'
// cases are opened by the authority, a permanent permit does not expire.
var permitEndsAbroad = law.All(
	law.Not(law.Is(profile.PermitBasis, profile.Asylum)),
	law.Is(profile.PermitKindHeld, profile.TemporaryPermit, profile.PossiblePermanent),
	law.Calc("permit-ends-abroad", func(f *law.Facts) bool {
		back, left := law.Read(f, profile.ReturnsOn), law.Read(f, profile.LeftOn)
		expires := law.Read(f, profile.PermitExpires)
		return !expires.Before(left) && !expires.After(back)
	}))

func hasGaps(name string, income profile.Fact[[]profile.Period]) law.Cond {
	return law.Under("S2-34", law.Calc(name, func(f *law.Facts) bool {
		law.Read(f, profile.EUResidenceSince)
		return len(forms.Gaps(f, law.Read(f, income))) > 0
	}))
}

// accepted are the languages of which MF4 wants no translation: English,
// Norwegian (in either written form), Swedish, Danish.
var accepted = []string{"en", "no", "nb", "nn", "sv", "da"}

// Foreign tells whether a document in that language needs a translation.
func Foreign(tag string) bool {
	return !slices.Contains(accepted, base(tag))
}

// base is the language of a tag, without country or script.
func base(tag string) string {
	language, _, _ := strings.Cut(tag, "-")
	return strings.ToLower(language)
}

var foreignLanguage = law.Under("S4-50", law.Calc("foreign-language", func(f *law.Facts) bool {
	return slices.ContainsFunc(law.Read(f, profile.DocumentLanguages), Foreign)
}))
