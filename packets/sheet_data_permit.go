package packets

import (
	"mappe/checklist"
	"mappe/profile"
)

// permitFacts are those of the permit and the passport.
func (v Voice) permitFacts(p *checklist.Person) *sheetOfFacts {
	a := p.Facts.Applicant
	s := &sheetOfFacts{v: v}
	value(s, a, profile.PermitKindHeld)
	value(s, a, profile.PermitBasis)
	if q := a.Permit; q != nil {
		s.date("permit.expires", q.Expires)
		s.date("permit.card_expires", q.CardExpires)
		s.date("permit.legal_since", q.LegalSince)
		s.date("permit.same_grounds_since", q.SameGroundsSince)
		s.date("permit.eu_residence_since", q.EUResidenceSince)
		s.date("permit.dispensation_until", q.DispensationUntil)
	}
	passport := a.Passport
	if passport == nil {
		passport = &profile.Passport{}
	}
	s.line("passport.number", passport.Number)
	if passport.Country != nil {
		s.text("passport.country", v.Country(string(*passport.Country)))
	}
	if passport.Expires == nil {
		s.text("passport.expires", "")
	}
	s.date("passport.expires", passport.Expires)
	s.periods("income", a.Income)
	return s
}

// stayFacts are those of a stay abroad.
func (v Voice) stayFacts(a *profile.Applicant) *sheetOfFacts {
	s := &sheetOfFacts{v: v}
	x := a.StayAbroad
	if x == nil {
		return s
	}
	value(s, a, profile.StayReason)
	if x.Country != nil {
		s.text("stay_abroad.country", v.Country(string(*x.Country)))
	}
	s.date("stay_abroad.left_on", x.LeftOn)
	s.date("stay_abroad.returns_on", x.ReturnsOn)
	s.date("stay_abroad.posting_ends", x.PostingEnds)
	s.yes("stay_abroad.home_kept", x.HomeKept)
	s.yes("stay_abroad.in_cpr", x.InCPR)
	s.yes("stay_abroad.prevented_from_returning", x.PreventedFromReturning)
	return s
}
