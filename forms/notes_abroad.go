package forms

import (
	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// abroadNotes are those of everybody who keeps a permit while abroad.
func (c *Case) abroadNotes() {
	f := c.Facts
	c.contradictions()
	c.expiryAbroad()
	if is(c, profile.PermitKindHeld, profile.EUPermanent, profile.EUCard) {
		return
	}
	if country := f.Applicant.StayAbroad; country != nil {
		switch {
		case country.Country != nil && (*country.Country == "GL" || *country.Country == "FO"):
			c.rule(Warning, "S1-14")
		case country.Country == nil && len(c.Deadlines) > 0 && c.Scheme.ID != "state-posting":
			c.note(Info, "greenland", "S1-14")
		}
	}
	if is(c, profile.PermitKindHeld, profile.PossiblePermanent) && !is(c, profile.PermitBasis, profile.AccompanyingFamily, profile.ExpatriateDane) {
		since, left := c.date(profile.LegalSince), c.date(profile.LeftOn)
		if !since.IsZero() && !left.IsZero() && period(f, "legal-residence").After(since, civil.Opening) == left {
			c.rule(Warning, "X-08")
		}
	}
	if is(c, profile.PermitBasis, profile.AccompanyingFamily, profile.ExpatriateDane) {
		switch {
		case is(c, profile.PermitKindHeld, profile.PossiblePermanent):
			c.rule(Info, "X-24")
		case is(c, profile.PermitKindHeld, profile.PermanentPermit):
			c.note(Warning, "permanent-accompanying", "X-24")
		}
	}
	if is(c, profile.PermitBasis, profile.Asylum) {
		c.refugeeNotes()
	}
	if c.Outcome == File || c.Outcome == NothingToFile {
		c.cardAbroad()
	}
}

// withinLimitNotes say until when a stay needs no application. The last day of
// the limit is a reading of ours, and living apart has a limit of its own.
func (c *Case) withinLimitNotes() {
	left, back := c.date(profile.LeftOn), c.date(profile.ReturnsOn)
	for _, d := range c.Deadlines {
		switch d.ID {
		case "leave-limit":
			c.rule(Warning, "S1-12", "Date", d.On)
			if back == d.On {
				c.rule(Warning, "X-05", "Date", d.On)
			}
			c.rule(Info, "X-14")
		case "dispensation-ends":
			c.rule(Warning, "S1-41", "Date", d.On)
			c.purposeEnds()
		}
	}
	if !left.IsZero() && c.reunified() && back.After(period(c.Facts, "joint-residence").After(left, civil.Closing)) {
		c.rule(Warning, "S1-36")
	}
}

// refugeeNotes are those of everybody who has been granted asylum. What the
// Refugee Convention demands only the authority judges.
func (c *Case) refugeeNotes() {
	c.rule(Info, "S1-15")
	severity := Info
	if c.Outcome == NewPermit {
		severity = Warning
	}
	c.rule(severity, "S1-16")
	abroad := c.Facts.Applicant.StayAbroad
	if abroad != nil && abroad.Country != nil && !abroad.Country.EEAOrSwiss() && c.said(profile.InEurope, true) {
		c.note(Blocking, "country-outside-europe", "S1-15")
	}
}

// cardAbroad: whose residence card expires abroad needs a re-entry permit. A
// card that is valid only until the day of the return is not safely in time.
func (c *Case) cardAbroad() {
	rule := law.Cite("S0-51")
	if c.Scheme.ID == "state-posting" {
		rule = "S0-22"
	}
	switch card, back := c.date(profile.CardExpires), c.date(profile.ReturnsOn); {
	case !card.IsZero() && !back.IsZero():
		if !card.After(back) {
			c.note(Warning, "card-ends-abroad", rule, "Date", card)
		}
	case c.Scheme.ID != "state-posting": // there a step says it
		c.note(Info, "card-expires-abroad", rule)
	}
}

// contradictions are days that cannot both be right.
func (c *Case) contradictions() {
	left := c.date(profile.LeftOn)
	for _, x := range []profile.Fact[civil.Date]{profile.ReturnsOn, profile.PostingEnds} {
		if day := c.date(x); !day.IsZero() && day.Before(left) {
			c.note(Blocking, "days-contradict", "X-05", "What", Message("fact."+string(x.Key)), "Date", day, "Left", left)
		}
	}
}

// expiryAbroad: no lapse is not no expiry.
func (c *Case) expiryAbroad() {
	back, expires := c.date(profile.ReturnsOn), c.date(profile.PermitExpires)
	for _, d := range c.Deadlines {
		switch {
		case d.ID != "extend-before":
		case c.Facts.On.After(expires):
			c.note(Blocking, "permit-expired", "X-32", "Date", expires)
		case c.Facts.On == expires:
			c.note(Blocking, "permit-expires-today", "X-03", "Date", expires)
		case !back.Before(expires):
			rule := law.Cite("S0-48")
			if c.Scheme.ID == "state-posting" {
				rule = "S0-17"
			}
			c.note(Warning, "extend-from-abroad", rule, "Date", d.On, "Expires", expires)
		}
	}
	if is(c, profile.PermitBasis, profile.Asylum) && !expires.IsZero() && !back.Before(expires) {
		c.rule(Info, "S0-49")
	}
}

// statePostingNotes: no lapse is not no expiry.
func (c *Case) statePostingNotes() {
	f := c.Facts
	if fromSIRI.Holds(f) {
		c.note(Warning, "confirm-with-siri", "S0-01")
	}
	c.note(Info, "what-counts-as-state", "S0-08")
	c.rule(Info, "X-02")
	if ends, back := c.date(profile.PostingEnds), c.date(profile.ReturnsOn); !ends.IsZero() && !back.IsZero() && back.After(reEnterBy(f, ends)) {
		c.rule(Blocking, "S0-20", "Date", reEnterBy(f, ends), "Return", back)
	}
	c.rule(Info, "S0-14")
	if is(c, profile.PermitBasis, profile.FamilyReunification) {
		c.rule(Info, "S0-15")
		c.rule(Info, "S0-16")
	}
	if c.said(profile.ExemptedBeforeJuly2025, true) {
		c.rule(Info, "S0-36")
	}
	c.residenceCounts("S0-25")
}
