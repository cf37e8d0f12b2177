package profile

import "slices"

// The closed sets of values that facts may take. Each type lists its members
// in the order in which they are offered to a person.
type (
	Goal               string
	Filing             string
	RepresentativeKind string
	Status             string
	Ground             string
	Occupation         string
	Reason             string
	PermitKind         string
	Basis              string
	Relation           string
	AbsenceReason      string
	DocStatus          string
	Fit                string
	// Country is an ISO 3166-1 alpha-2 code.
	Country string
)

const (
	Keep        Goal = "keep"
	Extend      Goal = "extend"
	PermanentEU Goal = "permanent-eu"
	Permanent   Goal = "permanent"

	Online   Filing = "online" // for OD2/D: the contact form
	Paper    Filing = "paper"
	InPerson Filing = "in-person"

	NoRepresentative    RepresentativeKind = "none"
	Solicitor           RepresentativeKind = "solicitor"
	OtherRepresentative RepresentativeKind = "other"

	StatusTemporary Status = "temporary"
	StatusPermanent Status = "permanent"
	StatusCitizen   Status = "citizen"

	GroundWork      Ground = "work"
	GroundStudy     Ground = "study"
	GroundGreencard Ground = "greencard"
	GroundOther     Ground = "other"

	Employed            Occupation = "employed"
	EmployedTemporarily Occupation = "employed-temporarily"
	Student             Occupation = "student"
	PhD                 Occupation = "phd"
	EstablishmentCard   Occupation = "establishment-card"
	StartUp             Occupation = "start-up"

	Private                  Reason = "private"
	StatePosting             Reason = "state-posting"
	AccompanyingStatePosting Reason = "accompanying-state-posting"
	DirectEmployment         Reason = "direct-employment"
	Secondment               Reason = "secondment"
	AccompanyingSecondment   Reason = "accompanying-secondment"
	Education                Reason = "education"
	AuPair                   Reason = "au-pair"
	Care                     Reason = "care"
	Conscription             Reason = "conscription"
	ReEducation              Reason = "re-education"

	TemporaryPermit   PermitKind = "temporary"
	PossiblePermanent PermitKind = "possible-permanent"
	PermanentPermit   PermitKind = "permanent"
	EUCard            PermitKind = "eu-card"
	EUPermanent       PermitKind = "eu-permanent"

	FamilyReunification Basis = "family-reunification"
	Asylum              Basis = "asylum"
	FamilyOfRefugee     Basis = "family-of-refugee"
	AccompanyingFamily  Basis = "accompanying-family"
	ExpatriateDane      Basis = "expatriate-dane"
	WorkOrStudy         Basis = "work-or-study"
	EUFamilyOfDane      Basis = "eu-family-of-dane"
	EUOther             Basis = "eu-other"

	Spouse            Relation = "spouse"
	RegisteredPartner Relation = "registered-partner"
	CohabitingPartner Relation = "cohabiting-partner"
	Child             Relation = "child"
	OtherFamily       Relation = "other-family"
	Ended             Relation = "ended"

	AbsentForWork         AbsenceReason = "work"
	AbsentForIllness      AbsenceReason = "illness"
	AbsentForConscription AbsenceReason = "conscription"
	AbsentOther           AbsenceReason = "other"

	CannotObtain DocStatus = "cannot-obtain"
	FollowsLater DocStatus = "follows-later"
	DoesNotApply DocStatus = "does-not-apply"

	FitA4   Fit = "a4"
	FitNone Fit = "none"
)

// choices of a closed set, in the order in which a person is offered them.
func choices[T ~string](vs ...T) []string {
	out := make([]string, len(vs))
	for i, v := range vs {
		out[i] = string(v)
	}
	return out
}

func (Goal) Choices() []string   { return choices(Keep, Extend, PermanentEU, Permanent) }
func (Filing) Choices() []string { return choices(Online, Paper, InPerson) }
func (RepresentativeKind) Choices() []string {
	return choices(NoRepresentative, Solicitor, OtherRepresentative)
}
func (Status) Choices() []string {
	return choices(StatusTemporary, StatusPermanent, StatusCitizen)
}
func (Ground) Choices() []string {
	return choices(GroundWork, GroundStudy, GroundGreencard, GroundOther)
}
func (Occupation) Choices() []string {
	return choices(Employed, EmployedTemporarily, Student, PhD, EstablishmentCard, StartUp)
}
func (Reason) Choices() []string {
	return choices(Private, StatePosting, AccompanyingStatePosting, DirectEmployment, Secondment,
		AccompanyingSecondment, Education, AuPair, Care, Conscription, ReEducation)
}
func (PermitKind) Choices() []string {
	return choices(TemporaryPermit, PossiblePermanent, PermanentPermit, EUCard, EUPermanent)
}
func (Basis) Choices() []string {
	return choices(FamilyReunification, Asylum, FamilyOfRefugee, AccompanyingFamily, ExpatriateDane,
		WorkOrStudy, EUFamilyOfDane, EUOther)
}
func (Relation) Choices() []string {
	return choices(Spouse, RegisteredPartner, CohabitingPartner, Child, OtherFamily, Ended)
}
func (AbsenceReason) Choices() []string {
	return choices(AbsentForWork, AbsentForIllness, AbsentForConscription, AbsentOther)
}
func (DocStatus) Choices() []string { return choices(CannotObtain, FollowsLater, DoesNotApply) }
func (Fit) Choices() []string       { return choices(FitA4, FitNone) }

// inEEA are the EU and EEA states and Switzerland on the day this was written;
// the United Kingdom is not among them.
var inEEA = []Country{"AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR",
	"HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK"}

// EEAOrSwiss tells whether c is an EU or EEA state or Switzerland.
func (c Country) EEAOrSwiss() bool { return slices.Contains(inEEA, c) }

// Nearest is the word of the list that is closest to s, for "did you mean".
func Nearest(s string, words []string) string {
	word, _ := nearest(s, words)
	return word
}
