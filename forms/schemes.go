// Package forms decides: which of the four forms is to be filed, that nothing
// is, or that another form or authority is right; between which days, for what
// fee, and until when the permit may be hoped for.
//
// Assess is a pure function of the profile, the day and the rule book. Every
// decision is a walk through conditions that stand under the sentence they
// mean, so the answer carries its reasons.
package forms

import (
	"slices"

	"mappe/law"
)

// Outcome is what comes out for one applicant.
type Outcome string

const (
	File          Outcome = "file"            // a packet can be made
	NothingToFile Outcome = "nothing-to-file" // no application
	Elsewhere     Outcome = "elsewhere"       // another form or authority
	AskAuthority  Outcome = "ask-authority"   // the sources do not settle it
	Blocked       Outcome = "blocked"         // an application would be rejected
	NewPermit     Outcome = "new-permit"      // the permit is gone
	Undecided     Outcome = "undecided"       // facts are missing
)

// The forms, as the authorities name them.
const (
	MF4  = "MF4"
	BF1  = "BF1/US"
	BF23 = "BF2-3/US"
	OD2D = "OD2/D"
)

// The authorities.
const (
	SIRI = "SIRI"
	DIS  = "DIS" // Danish Immigration Service
)

// Scheme is one way in which a case can end.
type Scheme struct {
	ID        string   `json:"id"`
	Outcome   Outcome  `json:"outcome"`
	Form      string   `json:"form"`      // one of the four, else ""
	Authority string   `json:"authority"` // SIRI or DIS; Assess corrects it where the basis tells
	Cite      law.Cite `json:"cite"`      // the sentence that sends people here
}

// Schemes are all ways in which a case can end, in the order of the contract.
var Schemes = []Scheme{
	{"mf4", File, MF4, SIRI, "S4-56"},
	{"bf1", File, BF1, DIS, "S1-42"},
	{"bf23", File, BF23, DIS, "S1-69"},
	{"od2d", File, OD2D, SIRI, "S2-38"},

	{"state-posting", NothingToFile, "", DIS, "S0-03"},
	{"within-limit", NothingToFile, "", DIS, "S1-21"},
	{"refugee-in-europe", NothingToFile, "", DIS, "S1-15"},
	{"re-education", NothingToFile, "", DIS, "S1-03"},
	{"asylum-extension", NothingToFile, "", DIS, "S0-19"},
	{"eu-permanent-short-absence", NothingToFile, "", SIRI, "S2-20"},

	{"siri-dispensation", Elsewhere, "", SIRI, "S1-06"},
	{"eu-permanent-dispensation", Elsewhere, "", SIRI, "S2-23"},
	{"eu-permanent-other", Elsewhere, "", SIRI, "S2-29"},
	{"national-permanent", Elsewhere, "", DIS, "S0-24"},
	{"other-extension", Elsewhere, "", SIRI, "S4-03"},
	{"conflict-area", Elsewhere, "", DIS, "S1-02"},
	{"home-with-refugee", Elsewhere, "", DIS, "S1-19"},
	{"child-lapsed", Elsewhere, "", DIS, "S1-33"},

	{"state-posting-transition", AskAuthority, "", DIS, "S0-34"},
	{"conscription", AskAuthority, "", DIS, "S1-13"},

	{"too-late", Blocked, "", SIRI, "S4-10"},
	{"biometrics-refused", Blocked, "", SIRI, "S4-63"},

	{"lapsed", NewPermit, "", DIS, "S1-05"},
	{"lapses-on-leaving", NewPermit, "", DIS, "S1-07"},
	{"moved-out", NewPermit, "", SIRI, "S4-14"},
}

// ByID is the scheme with that id.
func ByID(id string) (Scheme, bool) {
	i := slices.IndexFunc(Schemes, func(s Scheme) bool { return s.ID == id })
	if i < 0 {
		return Scheme{}, false
	}
	return Schemes[i], true
}

// Papers are the official forms as they can be named: BF2-3/US is either BF2,
// for several people, or BF3, for one.
func Papers() []string { return []string{MF4, BF1, BF23, "BF2", "BF3", OD2D} }
