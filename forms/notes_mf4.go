package forms

import (
	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// mf4Notes are those of an extension as accompanying family.
func (c *Case) mf4Notes() {
	f := c.Facts
	if c.said(profile.LivesTogether, false) {
		c.rule(Blocking, "S4-16")
	}
	c.passportNotes()
	switch {
	case c.Forecast == nil:
	case c.Forecast.Because == "employment":
		c.rule(Warning, "S4-41", "Date", c.Forecast.Until)
	case c.Forecast.Because == "phd":
		c.rule(Warning, "S4-42", "Date", c.Forecast.Until)
	}
	if x := c.Forecast; x != nil && x.Because != "passport" && !x.Until.After(c.date(profile.PermitExpires)) {
		c.note(Warning, "forecast-not-later", x.Cite, "Date", x.Until, "Expires", c.date(profile.PermitExpires))
	}
	if since, ok := law.Given(f, profile.SameGroundsSince); ok {
		expires := c.date(profile.PermitExpires)
		reached := period(f, "mf4-same-grounds").After(since, civil.Opening)
		if reached.After(expires) && !reached.After(expires.AddMonths(12, civil.Closing)) {
			c.note(Info, "eight-years-missed", "X-25", "Date", reached, "Expires", expires, "Count", expires.DaysUntil(reached))
		}
	}
	if f := c.Forecast; f != nil && f.Because == "five-years" {
		if reached := f.How.Test.Reached.On(); reached.After(c.Window.filing(c.Facts.On)) {
			c.note(Info, "eight-years-between", "X-25", "Date", reached, "Expires", c.date(profile.PermitExpires))
		}
	}
	if is(c, profile.PermitBasis, profile.ExpatriateDane) {
		c.rule(Info, "S4-20")
	}
	for _, d := range c.Deadlines {
		if expires := c.date(profile.PermitExpires); d.ID == "biometrics" && !d.On.Before(expires) {
			c.rule(Warning, "X-28", "Date", d.On, "Expires", expires)
		}
	}
	child := is(c, profile.RelationToSponsor, profile.Child)
	age, _ := minor.Truth(f)
	young := child && age == law.True
	switch {
	case c.said(profile.LivesTogether, false): // the blocking note says so
	case child && age == law.False:
		c.rule(Info, "S4-17")
	default:
		c.note(Info, "show-joint-address", "S4-16")
	}
	c.note(Info, "show-sponsor-conditions", "S4-18")
	if is(c, profile.SponsorOccupation, profile.Employed, profile.EmployedTemporarily) {
		c.note(Info, "show-support-employed", "S4-23")
	} else {
		c.note(Info, "show-support", "S4-21")
	}
	c.rule(Info, "S4-22")
	if young {
		c.note(Info, "biometrics-minor", "S4-63")
	}
	if is(c, profile.SponsorGround, profile.GroundWork, profile.GroundStudy) {
		c.rule(Info, "S4-33")
	} else {
		c.rule(Info, "S4-32")
	}
	if young {
		c.rule(Info, "S4-29")
	} else {
		c.rule(Info, "S4-27")
	}
	c.rule(Info, "S4-02")
}

// passportNotes: a permit is valid at most until 3 months before the passport
// expires.
func (c *Case) passportNotes() {
	passport, known := law.Given(c.Facts, profile.PassportExpires)
	switch {
	case !known:
		return
	case passport.Before(c.Facts.On):
		c.note(Blocking, "passport-expired", "S4-45", "Date", passport)
	case c.Forecast == nil:
	case c.Forecast.Because == "passport":
		until, expires := c.Forecast.Until, c.date(profile.PermitExpires)
		c.note(Warning, "passport-caps-permit", "S4-43", "Date", until, "Passport", passport)
		if !until.After(expires) {
			c.note(Warning, "renew-passport-first", "S4-43", "Date", until, "Expires", expires)
			return
		}
		c.note(Info, "extend-after-passport", "S4-44", "Date", period(c.Facts, "mf4-opens").Before(until, civil.Opening))
	}
}
