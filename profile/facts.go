package profile

import (
	"reflect"

	"mappe/internal/civil"
)

// Key names a fact by its place in the profile: "permit.expires".
type Key string

// Fact is the typed handle of one fact. Get answers nil while the fact is
// unknown.
type Fact[T any] struct {
	Key Key
	Get func(*Applicant) *T
}

func fact[T any](key Key, get func(*Applicant) *T) Fact[T] {
	answers[key] = func(a *Applicant) any {
		if v := get(a); v != nil {
			return spoken(*v)
		}
		return nil
	}
	return Fact[T]{key, get}
}

// in reads a fact inside a block that may be absent.
func in[B, T any](key Key, block func(*Applicant) *B, get func(*B) *T) Fact[T] {
	return fact(key, func(a *Applicant) *T {
		if b := block(a); b != nil {
			return get(b)
		}
		return nil
	})
}

// answers are the facts below, by their keys.
var answers = make(map[Key]func(*Applicant) any, 64)

// spoken is a value without its type: a day, a bool, the text of a choice; nil
// for a list.
func spoken(v any) any {
	switch v := v.(type) {
	case civil.Date, bool:
		return v
	}
	if v := reflect.ValueOf(v); v.Kind() == reflect.String {
		return v.String()
	}
	return nil
}

// Answer is what is known of a fact that decides: a civil.Date, a bool or the
// text of a choice. It is nil for a fact that is not known, and for a list.
func (a *Applicant) Answer(k Key) any {
	if get, ok := answers[k]; ok {
		return get(a)
	}
	return nil
}

// list reads a list: nil is unknown, empty is "none".
func list[T any](l []T) *[]T {
	if l == nil {
		return nil
	}
	return &l
}

func permit(a *Applicant) *Permit                 { return a.Permit }
func abroad(a *Applicant) *StayAbroad             { return a.StayAbroad }
func sponsor(a *Applicant) *Sponsor               { return a.Sponsor }
func passport(a *Applicant) *Passport             { return a.Passport }
func dane(a *Applicant) *DanishFamilyMember       { return a.DanishFamilyMember }
func representative(a *Applicant) *Representative { return a.Representative }

// The facts that decide. Everything else in a profile is only printed.
var (
	FactGoal   = fact("goal", func(a *Applicant) *Goal { return a.Goal })
	FactFiling = fact("filing", func(a *Applicant) *Filing { return a.Filing })

	RepresentedBy = in("representative.kind", representative, func(r *Representative) *RepresentativeKind { return r.Kind })

	PermitKindHeld         = in("permit.kind", permit, func(p *Permit) *PermitKind { return p.Kind })
	PermitBasis            = in("permit.basis", permit, func(p *Permit) *Basis { return p.Basis })
	PermitFromSIRI         = in("permit.from_siri", permit, func(p *Permit) *bool { return p.FromSIRI })
	PermitExpires          = in("permit.expires", permit, func(p *Permit) *civil.Date { return p.Expires })
	CardExpires            = in("permit.card_expires", permit, func(p *Permit) *civil.Date { return p.CardExpires })
	LegalSince             = in("permit.legal_since", permit, func(p *Permit) *civil.Date { return p.LegalSince })
	SameGroundsSince       = in("permit.same_grounds_since", permit, func(p *Permit) *civil.Date { return p.SameGroundsSince })
	EUResidenceSince       = in("permit.eu_residence_since", permit, func(p *Permit) *civil.Date { return p.EUResidenceSince })
	FirstBefore18          = in("permit.first_before_18", permit, func(p *Permit) *bool { return p.FirstBefore18 })
	ExemptedBeforeJuly2025 = in("permit.exempted_before_july_2025", permit, func(p *Permit) *bool { return p.ExemptedBeforeJuly2025 })
	DispensationUntil      = in("permit.dispensation_until", permit, func(p *Permit) *civil.Date { return p.DispensationUntil })
	PermitLapsed           = in("permit.lapsed", permit, func(p *Permit) *bool { return p.Lapsed })

	PassportExpires = in("passport.expires", passport, func(p *Passport) *civil.Date { return p.Expires })

	SponsorStatus     = in("sponsor.status", sponsor, func(s *Sponsor) *Status { return s.Status })
	SponsorGround     = in("sponsor.ground", sponsor, func(s *Sponsor) *Ground { return s.Ground })
	SponsorOccupation = in("sponsor.occupation", sponsor, func(s *Sponsor) *Occupation { return s.Occupation })
	OccupationEnds    = in("sponsor.occupation_ends", sponsor, func(s *Sponsor) *civil.Date { return s.OccupationEnds })

	StayReason             = in("stay_abroad.reason", abroad, func(s *StayAbroad) *Reason { return s.Reason })
	LeftOn                 = in("stay_abroad.left_on", abroad, func(s *StayAbroad) *civil.Date { return s.LeftOn })
	ReturnsOn              = in("stay_abroad.returns_on", abroad, func(s *StayAbroad) *civil.Date { return s.ReturnsOn })
	PostingEnds            = in("stay_abroad.posting_ends", abroad, func(s *StayAbroad) *civil.Date { return s.PostingEnds })
	HomeKept               = in("stay_abroad.home_kept", abroad, func(s *StayAbroad) *bool { return s.HomeKept })
	InCPR                  = in("stay_abroad.in_cpr", abroad, func(s *StayAbroad) *bool { return s.InCPR })
	HomeKeptOnJuly2025     = in("stay_abroad.home_kept_on_2025_07_01", abroad, func(s *StayAbroad) *bool { return s.HomeKeptOnJuly2025 })
	ConflictArea           = in("stay_abroad.conflict_area", abroad, func(s *StayAbroad) *bool { return s.ConflictArea })
	PreventedFromReturning = in("stay_abroad.prevented_from_returning", abroad, func(s *StayAbroad) *bool { return s.PreventedFromReturning })
	IntendsToReturn        = in("stay_abroad.intends_to_return", abroad, func(s *StayAbroad) *bool { return s.IntendsToReturn })
	InEurope               = in("stay_abroad.in_europe", abroad, func(s *StayAbroad) *bool { return s.InEurope })
	ProtectedElsewhere     = in("stay_abroad.protected_elsewhere", abroad, func(s *StayAbroad) *bool { return s.ProtectedElsewhere })
	HomeWithRefugee        = in("stay_abroad.home_with_refugee", abroad, func(s *StayAbroad) *bool { return s.HomeWithRefugee })

	RelationToSponsor  = fact("relation", func(a *Applicant) *Relation { return a.Relation })
	Born               = fact("born", func(a *Applicant) *civil.Date { return a.Born })
	LivesTogether      = fact("lives_together", func(a *Applicant) *bool { return a.LivesTogether })
	MovedOut           = fact("moved_out", func(a *Applicant) *bool { return a.MovedOut })
	AppliesWithAdult   = fact("applies_with_adult", func(a *Applicant) *bool { return a.AppliesWithAdult })
	OneParentInDenmark = fact("one_parent_in_denmark", func(a *Applicant) *bool { return a.OneParentInDenmark })
	JointCustody       = fact("joint_custody", func(a *Applicant) *bool { return a.JointCustody })
	ConsentWasLimited  = fact("consent_was_limited", func(a *Applicant) *bool { return a.ConsentWasLimited })
	MitID              = fact("mitid", func(a *Applicant) *bool { return a.MitID })
	VisaExempt         = fact("visa_exempt", func(a *Applicant) *bool { return a.VisaExempt })
	RefusesBiometrics  = fact("refuses_biometrics", func(a *Applicant) *bool { return a.RefusesBiometrics })

	// EUCitizen is a citizen of an EU or EEA state or of Switzerland: as given,
	// else as the citizenship answers it.
	EUCitizen = fact("eu_citizen", func(a *Applicant) *bool {
		if a.EUCitizen != nil || len(a.Citizenship) == 0 {
			return a.EUCitizen
		}
		yes := false
		for _, c := range a.Citizenship {
			yes = yes || c.EEAOrSwiss()
		}
		return &yes
	})

	Absences   = fact("absences", func(a *Applicant) *[]Absence { return list(a.Absences) })
	Income     = fact("income", func(a *Applicant) *[]Period { return list(a.Income) })
	WorkDone   = fact("work", func(a *Applicant) *[]Work { return list(a.Work) })
	DaneIncome = in("danish_family_member.income", dane, func(d *DanishFamilyMember) *[]Period { return list(d.Income) })

	// DocumentLanguages are those of the documents to be enclosed: as given,
	// and those named at the documents themselves.
	DocumentLanguages = fact("document_languages", func(a *Applicant) *[]string {
		langs := a.DocumentLanguages
		for _, d := range a.Documents {
			if d.Language != nil {
				langs = append(langs[:len(langs):len(langs)], *d.Language)
			}
		}
		return list(langs)
	})
)
