package packets

import (
	"mappe/checklist"
	"mappe/internal/civil"
	"mappe/internal/page"
	"mappe/profile"
)

// dataSheet is what people copy onto the form line by line: part 1 the
// applicant, part 2 the sponsor or family member, as the form has them; a form
// that includes a family has a part for each of its people. Last comes who acts
// for them. A line is asked in Danish with the reader's language beneath, and
// open where the fact is not known; veiled, a CPR number has only the day of
// birth.
//
// Our sources do not show the forms, so order and numbers of the lines are ours.
func (v Voice) dataSheet(l *checklist.Checklist, people []*checklist.Person, veil bool) page.Doc {
	s := &formSheet{v: v, da: v.inDanish(), own: v.reader(), veil: veil}
	for i, p := range people {
		s.applicant(p, i > 0)
	}
	first := people[0]
	switch s.a = first.Facts.Applicant; first.Scheme.ID {
	case "mf4":
		s.sponsor()
	case "od2d":
		s.dane()
	}
	s.representative()
	return page.Doc{Title: v.Must("ui.data-sheet"), Lang: v.Tag(), Blocks: append([]page.Block{
		page.Heading{Level: 1, Text: v.Must("ui.data-sheet")},
		page.Paragraph{Text: page.Plain(v.Must("ui.data-sheet-says")), Small: true},
	}, s.blocks...)}
}

// personSheet is the data sheet of one person, complete: what stands beside a
// form of that person's own.
func (v Voice) personSheet(l *checklist.Checklist, p *checklist.Person, veil bool) page.Doc {
	return v.dataSheet(l, []*checklist.Person{p}, veil)
}

// applicant is the part of somebody who applies, or whom an application includes.
func (s *formSheet) applicant(p *checklist.Person, included bool) {
	a := p.Facts.Applicant
	s.a = a
	who := "ui.applicant"
	if included {
		who = "ui.included"
	}
	s.part(who, p, s.v.Named(a))
	s.section("sheet.identity", func() {
		s.names(a.Name)
		s.date("born", a.Born)
		s.text("birthplace", a.Birthplace)
		s.text("sex", a.Sex)
		s.countries("citizenship", a.Citizenship...)
		s.text("marital_status", a.MaritalStatus)
		s.cpr("cpr", a.CPR)
		s.text("alien_number", a.AlienNumber)
		if p.Scheme.ID == "mf4" || a.CaseOrderID != nil {
			s.text("case_order_id", a.CaseOrderID)
		}
	})
	s.section("sheet.contact", func() {
		s.text("address", a.Address)
		s.text("phone", a.Phone)
		s.text("email", a.Email)
	})
	s.section("sheet.passport", func() { s.passport(a.Passport) })
	s.section("ui.permit", func() { s.permit(p, a.Permit) })
	s.section("sheet.family", func() {
		if p.Scheme.ID == "mf4" || a.Relation != nil {
			choice(s, profile.RelationToSponsor)
			s.yes("lives_together", a.LivesTogether)
		}
		for _, x := range []profile.Fact[bool]{profile.MovedOut, profile.OneParentInDenmark, profile.JointCustody} {
			if got := x.Get(a); got != nil {
				s.yes(x.Key, got)
			}
		}
	})
	if p.Scheme.ID == "bf1" || p.Scheme.ID == "bf23" {
		s.section("ui.stay-abroad", func() { s.stay(a.StayAbroad) })
	}
	if p.Scheme.ID == "od2d" {
		s.section("sheet.income", func() { s.periods("income", a.Income) })
	}
}

func (s *formSheet) passport(p *profile.Passport) {
	if p == nil {
		p = &profile.Passport{}
	}
	s.text("passport.number", p.Number)
	s.country("passport.country", p.Country)
	s.date("passport.expires", p.Expires)
}

// permit asks for what belongs to a form; other days are there when they are known.
func (s *formSheet) permit(p *checklist.Person, q *profile.Permit) {
	if q == nil {
		q = &profile.Permit{}
	}
	scheme := p.Scheme.ID
	if scheme != "mf4" || q.Kind != nil {
		choice(s, profile.PermitKindHeld)
	}
	choice(s, profile.PermitBasis)
	for _, x := range []struct {
		fact  profile.Fact[civil.Date]
		asked bool
	}{
		{profile.PermitExpires, scheme == "mf4"},
		{profile.CardExpires, scheme == "od2d"},
		{profile.LegalSince, false},
		{profile.SameGroundsSince, scheme == "mf4"},
		{profile.EUResidenceSince, scheme == "od2d"},
		{profile.DispensationUntil, false},
	} {
		if day := x.fact.Get(s.a); day != nil || x.asked {
			s.date(x.fact.Key, day)
		}
	}
}

func (s *formSheet) stay(x *profile.StayAbroad) {
	if x == nil {
		x = &profile.StayAbroad{}
	}
	choice(s, profile.StayReason)
	s.country("stay_abroad.country", x.Country)
	s.date("stay_abroad.left_on", x.LeftOn)
	s.date("stay_abroad.returns_on", x.ReturnsOn)
	if x.PostingEnds != nil {
		s.date("stay_abroad.posting_ends", x.PostingEnds)
	}
	s.yes("stay_abroad.home_kept", x.HomeKept)
	s.yes("stay_abroad.in_cpr", x.InCPR)
	if x.PreventedFromReturning != nil {
		s.yes("stay_abroad.prevented_from_returning", x.PreventedFromReturning)
	}
}

func (s *formSheet) sponsor() {
	x := s.a.Sponsor
	if x == nil {
		x = &profile.Sponsor{}
	}
	s.part("ui.sponsor", nil, "")
	s.section("", func() {
		s.name("sponsor.name", x.Name)
		s.cpr("sponsor.cpr", x.CPR)
		s.text("sponsor.address", x.Address)
		choice(s, profile.SponsorStatus)
		choice(s, profile.SponsorGround)
		choice(s, profile.SponsorOccupation)
		if x.OccupationEnds != nil {
			s.date("sponsor.occupation_ends", x.OccupationEnds)
		}
	})
}

func (s *formSheet) dane() {
	x := s.a.DanishFamilyMember
	if x == nil {
		x = &profile.DanishFamilyMember{}
	}
	s.part("ui.dane", nil, "")
	s.section("", func() {
		s.name("danish_family_member.name", x.Name)
		s.cpr("danish_family_member.cpr", x.CPR)
		s.text("danish_family_member.address", x.Address)
		s.periods("danish_family_member.income", x.Income)
	})
}

// representative is who acts for the people, where the profile says so.
func (s *formSheet) representative() {
	r := s.a.Representative
	if r == nil || r.Kind == nil || *r.Kind == profile.NoRepresentative {
		return
	}
	s.part("ui.representative", nil, "")
	s.section("", func() {
		choice(s, profile.RepresentedBy)
		s.name("representative.name", r.Name)
		s.text("representative.address", r.Address)
	})
}
