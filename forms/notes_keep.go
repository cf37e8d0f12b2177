package forms

import (
	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// dispensationNotes are those of BF1/US and BF2-3/US.
func (c *Case) dispensationNotes() {
	f := c.Facts
	abroad := abroadNow.Holds(f)
	until, extension := law.Given(f, profile.DispensationUntil)
	passed := LimitPassed.Holds(f) && !dispensationRuns.Holds(f)
	switch {
	case c.Scheme.ID == "bf23":
		c.rule(Warning, "S1-50", "Date", c.date(profile.ReturnsOn))
		if filing, _ := law.Given(f, profile.FactFiling); filing == profile.Paper || filing == profile.InPerson {
			c.rule(Info, "S1-62")
		}
	case extension:
		c.rule(Warning, "S1-40", "Date", until)
	}
	if c.Scheme.ID == "bf1" && (c.said(profile.MitID, false) || abroad && !extension) {
		c.rule(Warning, "X-10")
	}
	if passed && c.said(profile.PreventedFromReturning, true) {
		for _, d := range c.Deadlines {
			if d.ID == "leave-limit" || d.ID == "re-enter-by" || d.ID == "dispensation-ends" {
				c.rule(Warning, "S1-31", "Date", d.On)
				break
			}
		}
	}
	switch reason, _ := law.Given(f, profile.StayReason); reason {
	case profile.Private, profile.ReEducation:
		if !passed {
			c.rule(Warning, "S1-23")
		}
	case profile.Secondment, profile.AccompanyingSecondment:
		c.rule(Warning, "S0-40", "Date", c.date(profile.ReturnsOn))
		c.rule(Info, "S0-44")
		c.rule(Info, "S0-46")
		c.rule(Info, "S1-39")
	case profile.Education, profile.StatePosting, profile.AccompanyingStatePosting:
		c.rule(Info, "S1-39")
	case profile.DirectEmployment:
		c.rule(Info, "S0-13")
		c.rule(Info, "S1-38")
	default:
		c.rule(Info, "S1-38")
	}
	if c.said(profile.HomeKept, false) {
		c.rule(Warning, "X-07")
	}
	switch {
	case abroad:
		c.rule(Info, "S1-29")
	case !extension && !c.date(profile.LeftOn).IsZero():
		c.rule(Info, "S1-30", "Date", c.date(profile.LeftOn))
	}
	if is(c, profile.PermitBasis, profile.FamilyReunification) && is(c, profile.PermitKindHeld, profile.TemporaryPermit, profile.PossiblePermanent) {
		c.rule(Warning, "S1-36")
	}
	c.note(Info, "show-temporary-stay", "S1-22")
	c.rule(Info, "S1-37")
	c.rule(Info, "S1-41")
	c.rule(Info, "X-26")
}

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
	if is(c, profile.PermitBasis, profile.AccompanyingFamily, profile.ExpatriateDane) && is(c, profile.PermitKindHeld, profile.PossiblePermanent) {
		c.rule(Info, "X-24")
	}
	if is(c, profile.PermitBasis, profile.Asylum) {
		c.rule(Info, "S1-15")
		c.rule(Info, "S1-16")
	}
	if c.Outcome == File || c.Outcome == NothingToFile {
		c.note(Info, "card-expires-abroad", "S0-22")
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

// otherNotes are those of cases in which nothing goes to one of the four
// forms.
func (c *Case) otherNotes() {
	f := c.Facts
	switch c.Scheme.ID {
	case "state-posting":
		c.statePostingNotes()
	case "within-limit":
		for _, d := range c.Deadlines {
			switch d.ID {
			case "leave-limit":
				c.rule(Warning, "S1-12", "Date", d.On)
			case "dispensation-ends":
				c.rule(Warning, "S1-41", "Date", d.On)
			}
		}
	case "re-education":
		c.rule(Warning, "S1-03")
	case "eu-permanent-short-absence", "eu-permanent-dispensation", "eu-permanent-other":
		c.euPermanentNotes()
	case "national-permanent":
		c.permanentNotes()
	case "siri-dispensation":
		c.note(Info, "siri-form", "S1-06")
		if siriBasis.Holds(f) {
			c.rule(Info, "S4-34")
		}
	case "other-extension":
		c.note(Warning, "form-not-in-sources", "S4-03")
	case "too-late":
		c.rule(Blocking, "S4-10", "Date", c.date(profile.PermitExpires))
		if c.said(profile.VisaExempt, true) {
			c.rule(Warning, "X-27")
		}
	case "biometrics-refused":
		c.rule(Blocking, "S4-63")
	case "lapsed", "lapses-on-leaving":
		c.rule(Blocking, "S1-05")
		if is(c, profile.StayReason, profile.Private) {
			c.rule(Warning, "S1-23")
		}
	case "child-lapsed":
		c.rule(Warning, "S1-34")
	case "moved-out":
		switch {
		case minor.Holds(f) && c.said(profile.MovedOut, true):
			c.rule(Warning, "X-23")
		case c.said(profile.MovedOut, true):
			c.rule(Blocking, "S4-14")
		case c.said(profile.FirstBefore18, false):
			c.rule(Blocking, "S4-13")
		default:
			c.rule(Blocking, "S4-07")
		}
	case "state-posting-transition":
		c.rule(Warning, "S0-35")
	case "conscription":
		c.rule(Warning, "S1-13")
	case "asylum-extension":
		c.note(Info, "asylum-extension-read-generally", "S0-19")
	case "conflict-area", "home-with-refugee":
		c.note(Warning, "page-not-in-sources", c.Scheme.Cite)
	}
}

// statePostingNotes: no lapse is not no expiry.
func (c *Case) statePostingNotes() {
	f := c.Facts
	if siriBasis.Holds(f) {
		c.note(Warning, "confirm-with-siri", "S0-01")
	}
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
}
