// Package profile holds what is known of a case: one person or a family, and
// every fact that may be asked about them. A fact is optional: nil (or a nil
// list) means "not asked yet", never "no".
//
// The format is version 1 of docs/format.md. Decode reads it strictly.
package profile

import (
	"strings"
	"unicode"

	"mappe/internal/civil"
)

// Version is the profile format that this package reads.
const Version = 1

// Profile is one case as it stands in one file.
type Profile struct {
	Version    int    `yaml:"mappe"`
	Case       string `yaml:"case"` // free label, used in file names and on covers
	Shared     `yaml:",inline"`
	Applicants []Applicant `yaml:"applicants"`
}

// Shared are the facts that may stand at the top of a profile, where they
// serve every applicant, or on one applicant, where they override field by
// field.
type Shared struct {
	Goal               *Goal               `yaml:"goal"`
	Filing             *Filing             `yaml:"filing"`
	Language           *string             `yaml:"language"`
	Representative     *Representative     `yaml:"representative"`
	Sponsor            *Sponsor            `yaml:"sponsor"`
	DanishFamilyMember *DanishFamilyMember `yaml:"danish_family_member"`
	StayAbroad         *StayAbroad         `yaml:"stay_abroad"`
}

// Applicant is one person of the case.
type Applicant struct {
	ID     string `yaml:"id"` // slug, unique in the case
	Shared `yaml:",inline"`

	Name          *Name   `yaml:"name"`
	Sex           *string `yaml:"sex"`
	CPR           *string `yaml:"cpr"`
	AlienNumber   *string `yaml:"alien_number"`
	CaseOrderID   *string `yaml:"case_order_id"`
	Address       *string `yaml:"address"`
	Phone         *string `yaml:"phone"`
	Email         *string `yaml:"email"`
	Birthplace    *string `yaml:"birthplace"`
	MaritalStatus *string `yaml:"marital_status"`

	Born        *civil.Date `yaml:"born"`
	Citizenship []Country   `yaml:"citizenship"`
	Relation    *Relation   `yaml:"relation"` // to the sponsor, else to the first applicant
	Permit      *Permit     `yaml:"permit"`
	Passport    *Passport   `yaml:"passport"`

	LivesTogether      *bool `yaml:"lives_together"`
	MovedOut           *bool `yaml:"moved_out"`
	AppliesWithAdult   *bool `yaml:"applies_with_adult"`
	OneParentInDenmark *bool `yaml:"one_parent_in_denmark"`
	JointCustody       *bool `yaml:"joint_custody"`
	ConsentWasLimited  *bool `yaml:"consent_was_limited"`
	MitID              *bool `yaml:"mitid"`
	EUCitizen          *bool `yaml:"eu_citizen"`
	VisaExempt         *bool `yaml:"visa_exempt"`
	RefusesBiometrics  *bool `yaml:"refuses_biometrics"`

	Absences          []Absence  `yaml:"absences"`
	Income            []Period   `yaml:"income"`
	Work              []Work     `yaml:"work"`
	DocumentLanguages []string   `yaml:"document_languages"`
	Documents         []Document `yaml:"documents"`
}

// Representative is who acts for the applicant.
type Representative struct {
	Kind    *RepresentativeKind `yaml:"kind"`
	Name    *Name               `yaml:"name"`
	Address *string             `yaml:"address"`
}

// Sponsor is the person that an accompanying family member lives with.
type Sponsor struct {
	Name           *Name       `yaml:"name"`
	Status         *Status     `yaml:"status"`
	Ground         *Ground     `yaml:"ground"`
	Occupation     *Occupation `yaml:"occupation"`
	OccupationEnds *civil.Date `yaml:"occupation_ends"`
	CPR            *string     `yaml:"cpr"`
	Address        *string     `yaml:"address"`
}

// DanishFamilyMember is the Danish citizen of an OD2/D case.
type DanishFamilyMember struct {
	Name    *Name    `yaml:"name"`
	CPR     *string  `yaml:"cpr"`
	Address *string  `yaml:"address"`
	Income  []Period `yaml:"income"`
}

// StayAbroad is the stay outside Denmark of a "keep" case, planned or past.
type StayAbroad struct {
	Reason                 *Reason     `yaml:"reason"`
	Country                *Country    `yaml:"country"`
	LeftOn                 *civil.Date `yaml:"left_on"`
	ReturnsOn              *civil.Date `yaml:"returns_on"`
	PostingEnds            *civil.Date `yaml:"posting_ends"`
	HomeKept               *bool       `yaml:"home_kept"`
	InCPR                  *bool       `yaml:"in_cpr"`
	HomeKeptOnJuly2025     *bool       `yaml:"home_kept_on_2025_07_01"`
	ConflictArea           *bool       `yaml:"conflict_area"`
	PreventedFromReturning *bool       `yaml:"prevented_from_returning"`
	IntendsToReturn        *bool       `yaml:"intends_to_return"`
	InEurope               *bool       `yaml:"in_europe"`
	ProtectedElsewhere     *bool       `yaml:"protected_elsewhere"`
	HomeWithRefugee        *bool       `yaml:"home_with_refugee"`
}

// Permit is the residence permit, card or right that is held.
type Permit struct {
	Kind                   *PermitKind `yaml:"kind"`
	Basis                  *Basis      `yaml:"basis"`
	FromSIRI               *bool       `yaml:"from_siri"`
	Expires                *civil.Date `yaml:"expires"`
	CardExpires            *civil.Date `yaml:"card_expires"`
	LegalSince             *civil.Date `yaml:"legal_since"`
	SameGroundsSince       *civil.Date `yaml:"same_grounds_since"`
	EUResidenceSince       *civil.Date `yaml:"eu_residence_since"`
	FirstBefore18          *bool       `yaml:"first_before_18"`
	ExemptedBeforeJuly2025 *bool       `yaml:"exempted_before_july_2025"`
	DispensationUntil      *civil.Date `yaml:"dispensation_until"`
	Lapsed                 *bool       `yaml:"lapsed"`
}

// Passport is the applicant's travel document.
type Passport struct {
	Number  *string     `yaml:"number"`
	Country *Country    `yaml:"country"`
	Expires *civil.Date `yaml:"expires"`
}

// Name is a person's name. A plain string in the file is a whole name.
type Name struct {
	Given  string `yaml:"given"`
	Family string `yaml:"family"`
	Latin  string `yaml:"latin"` // the whole name in Latin letters, as in the passport
	Whole  string `yaml:"-"`     // set when the file gives one string
}

// String is the name as the person writes it.
func (n *Name) String() string {
	switch {
	case n == nil:
		return ""
	case n.Whole != "":
		return n.Whole
	case ideographic(n.Given) && ideographic(n.Family):
		return n.Family + n.Given
	case n.Given != "" && n.Family != "":
		return n.Given + " " + n.Family
	case n.Given+n.Family != "":
		return n.Given + n.Family
	}
	return n.Latin
}

// ideographic tells whether a name is written in Chinese characters or in Hangul,
// where the family name stands first and no space behind it.
func ideographic(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.In(r, unicode.Han, unicode.Hangul) })
}

// Period is a run of days; both ends belong to it.
type Period struct {
	From civil.Date `yaml:"from"`
	To   civil.Date `yaml:"to"`
}

// Absence is a stay outside Denmark, with its reason.
type Absence struct {
	From   civil.Date    `yaml:"from"`
	To     civil.Date    `yaml:"to"`
	Reason AbsenceReason `yaml:"reason"`
}

// Work is a period of employment.
type Work struct {
	From   civil.Date `yaml:"from"`
	To     civil.Date `yaml:"to"`
	Abroad *bool      `yaml:"abroad"`
	Share  *int       `yaml:"share"` // percent of full time
}

// Document is what the applicant says of one checklist item: the files that
// answer it, or why there are none.
type Document struct {
	Item        string      `yaml:"item"`
	Files       []File      `yaml:"files"`
	Language    *string     `yaml:"language"`
	Translation []File      `yaml:"translation"`
	Translator  *Translator `yaml:"translator"`
	Status      *DocStatus  `yaml:"status"`
	Until       *civil.Date `yaml:"until"`
	Reason      *string     `yaml:"reason"`
}

// Explained tells whether d says why there is no document: a status without a
// reason explains nothing.
func (d Document) Explained() bool { return d.Status != nil && d.Reason != nil }

// Mute tells whether d has a status and does not say why.
func (d Document) Mute() bool { return d.Status != nil && d.Reason == nil }

// All are the files of d: the document, its translation, the translator's
// declaration.
func (d Document) All() []File {
	all := append(append([]File{}, d.Files...), d.Translation...)
	if d.Translator != nil {
		all = append(all, d.Translator.Declaration...)
	}
	return all
}

// Translator is who translated a document, with a signed declaration.
type Translator struct {
	Name        *Name  `yaml:"name"`
	Declaration []File `yaml:"declaration"`
}

// File is one file of the applicant's, relative to the profile. A plain string
// in the file is its path.
type File struct {
	File         string  `yaml:"file"`
	Pages        string  `yaml:"pages"`  // "2-5,7"; empty means all
	Rotate       int     `yaml:"rotate"` // degrees clockwise: 0, 90, 180, 270
	Fit          *Fit    `yaml:"fit"`
	PasswordFile *string `yaml:"password_file"`
}
