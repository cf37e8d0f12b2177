package forms

import (
	"mappe/law"
	"mappe/profile"
)

// dispensationNotes are those of BF1/US and BF2-3/US, without what a step says
// anyway.
func (c *Case) dispensationNotes() {
	f := c.Facts
	abroad := abroadNow.Holds(f)
	left, back := c.date(profile.LeftOn), c.date(profile.ReturnsOn)
	until, extension := dispensationEnd(f)
	passed := LimitPassed.Holds(f) && (!extension || f.On.After(until))
	switch {
	case c.Scheme.ID == "bf23":
		c.rule(Warning, "S1-50", "Date", back)
		c.rule(Warning, "S1-65")
	case extension:
		c.rule(Warning, "S1-40", "Date", until)
		if back == until {
			c.rule(Warning, "X-04", "Date", until)
		}
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
	c.purposeEnds()
	reason, _ := law.Given(f, profile.StayReason)
	switch reason {
	case profile.Private, profile.ReEducation:
		if !passed {
			c.rule(Warning, "S1-23")
		}
	case profile.Secondment, profile.AccompanyingSecondment:
		c.rule(Warning, "S0-40", "Date", back)
		c.rule(Info, "S0-44")
		if is(c, profile.PermitBasis, profile.FamilyReunification) {
			c.rule(Info, "S0-47")
		} else {
			c.rule(Info, "S0-46")
		}
		c.residenceCounts("S0-54")
		c.rule(Info, "S1-39")
	case profile.StatePosting, profile.AccompanyingStatePosting:
		if !statePostingRuleHolds.Holds(f) {
			c.rule(Info, "S1-24")
		}
		c.rule(Info, "S1-39")
	case profile.Education:
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
	case c.Scheme.ID == "bf23" && !left.IsZero(): // for BF1/US a step says it
		c.rule(Info, "S1-30", "Date", left)
	}
	if c.reunified() {
		c.rule(Warning, "S1-36")
	}
	if reason == profile.Secondment || reason == profile.AccompanyingSecondment {
		c.note(Info, "show-temporary-stay", "S0-38")
	} else {
		c.note(Info, "show-temporary-stay", "S1-22")
		c.rule(Info, "S1-37")
	}
	if c.Scheme.ID == "bf23" {
		c.rule(Info, "S1-41")
	}
	c.rule(Info, "X-26")
}

// reunified: a permit on family reunification that the end of living together
// can cost.
func (c *Case) reunified() bool {
	return is(c, profile.PermitBasis, profile.FamilyReunification) && is(c, profile.PermitKindHeld, profile.TemporaryPermit, profile.PossiblePermanent)
}

// purposeEnds: the purpose must last for the whole stay, and a dispensation
// obliges to return when its grounds are gone. The day of the return is no
// longer abroad; who was held back stays for another reason.
func (c *Case) purposeEnds() {
	ends, back := c.date(profile.PostingEnds), c.date(profile.ReturnsOn)
	works := is(c, profile.StayReason, profile.Secondment, profile.AccompanyingSecondment, profile.DirectEmployment,
		profile.StatePosting, profile.AccompanyingStatePosting)
	if !works || ends.IsZero() || !ends.AddDays(1).Before(back) || c.said(profile.PreventedFromReturning, true) {
		return
	}
	_, given := dispensationEnd(c.Facts)
	switch {
	case given && c.Scheme.ID == "within-limit":
		c.note(Warning, "grounds-end-early", "S1-41", "Date", ends, "Return", back)
	case is(c, profile.StayReason, profile.Secondment, profile.AccompanyingSecondment):
		c.note(Warning, "purpose-ends-early", "S0-40", "Date", ends, "Return", back)
	default:
		c.note(Warning, "purpose-ends-early", "S1-29", "Date", ends, "Return", back)
	}
}

// residenceCounts says what a stay with a posting or secondment means for a
// permanent permit, to those who do not hold one.
func (c *Case) residenceCounts(rule law.Cite) {
	if !is(c, profile.PermitKindHeld, profile.PermanentPermit) {
		c.note(Info, "time-abroad-counts", rule)
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
		c.withinLimitNotes()
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
		switch expires := c.date(profile.PermitExpires); {
		case expires.IsZero():
		case f.On.After(expires):
			c.note(Blocking, "extension-too-late", "S0-26", "Date", expires)
		case f.On == expires:
			c.note(Blocking, "permit-expires-today", "X-03", "Date", expires)
		}
	case "too-late":
		c.rule(Blocking, "S4-10", "Date", c.date(profile.PermitExpires))
		if c.said(profile.VisaExempt, true) {
			c.rule(Warning, "X-27")
		}
	case "biometrics-refused":
		c.rule(Blocking, "S4-63")
	case "lapsed", "lapses-on-leaving":
		c.rule(Blocking, "S1-05")
		if c.Scheme.ID == "lapsed" {
			c.lapsedNotes()
		}
		if minor.Holds(f) {
			c.rule(Warning, "S1-33")
		}
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
		if expires := c.date(profile.PermitExpires); !expires.IsZero() && !f.On.Before(expires) {
			c.note(Blocking, "asylum-permit-expired", "S0-19", "Date", expires)
		}
	case "conflict-area", "home-with-refugee":
		c.note(Warning, "page-not-in-sources", c.Scheme.Cite)
	}
}

// lapsedNotes say by which day the applicant had to be back, where that was not
// the limit of the stay.
func (c *Case) lapsedNotes() {
	f := c.Facts
	back, ends := c.date(profile.ReturnsOn), c.date(profile.PostingEnds)
	c.rule(Warning, "S1-34")
	if by := reEnterBy(f, ends); !ends.IsZero() && onStatePosting.Holds(f) && back.After(by) {
		c.rule(Blocking, "S0-20", "Date", by, "Return", back)
	}
	if until, given := dispensationEnd(f); given && back == until {
		c.rule(Warning, "X-04", "Date", until)
	}
}
