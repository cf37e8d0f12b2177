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
	if is(c, profile.PermitBasis, profile.ExpatriateDane) {
		c.rule(Info, "S4-20")
	}
	for _, d := range c.Deadlines {
		if expires := c.date(profile.PermitExpires); d.ID == "biometrics" && !d.On.Before(expires) {
			c.rule(Warning, "X-28", "Date", d.On, "Expires", expires)
		}
	}
	c.rule(Warning, "S4-51")
	c.note(Info, "show-joint-address", "S4-16")
	c.note(Info, "show-sponsor-conditions", "S4-18")
	if is(c, profile.SponsorOccupation, profile.Employed, profile.EmployedTemporarily) {
		c.note(Info, "show-support-employed", "S4-23")
	} else {
		c.note(Info, "show-support", "S4-21")
	}
	c.rule(Info, "S4-22")
	c.rule(Info, "S4-11")
	c.rule(Info, "S4-02")
	c.rule(Info, "S4-32")
	if is(c, profile.RelationToSponsor, profile.Child) && minor(f).Truth == law.True {
		c.note(Info, "biometrics-minor", "S4-63")
		c.rule(Info, "S4-29")
	}
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
		until := c.Forecast.Until
		c.note(Warning, "passport-caps-permit", "S4-43", "Date", until, "Passport", passport)
		if !until.After(c.date(profile.PermitExpires)) {
			c.note(Warning, "renew-passport-first", "S4-43", "Date", until, "Expires", c.date(profile.PermitExpires))
			return
		}
		c.note(Info, "extend-after-passport", "S4-44", "Date", period(c.Facts, "mf4-opens").Before(until, civil.Opening))
	}
}

// od2dNotes are those of permanent EU residence as family of a Dane.
func (c *Case) od2dNotes() {
	c.rule(Info, "S2-47")
	c.rule(Info, "S2-37")
	c.rule(Warning, "S2-33")
	if five, ok := FiveYears(c.Facts); ok {
		c.rule(Warning, "X-13", "Date", five.On())
	}
	c.rule(Info, "X-12")
	switch {
	case is(c, profile.RepresentedBy, profile.Solicitor):
		c.rule(Info, "S2-32")
	case is(c, profile.RepresentedBy, profile.OtherRepresentative):
		c.rule(Warning, "S2-31")
	}
	switch filing, _ := law.Given(c.Facts, profile.FactFiling); filing {
	case profile.Online:
		c.rule(Info, "S2-40")
	case profile.InPerson, profile.Paper:
		c.rule(Warning, "S2-42")
	}
	if c.said(profile.RefusesBiometrics, true) {
		c.rule(Warning, "S2-45")
	}
	counted := false
	for _, own := range []struct {
		id     string
		income profile.Fact[[]profile.Period]
	}{{"income-gap", profile.Income}, {"income-gap-dane", profile.DaneIncome}} {
		if income, known := law.Given(c.Facts, own.income); known {
			counted = true
			for _, gap := range Gaps(c.Facts, income) {
				c.note(Warning, own.id, "S2-35", "From", gap.From, "To", gap.To)
			}
		}
	}
	if counted {
		c.rule(Info, "X-17")
	}
	c.absenceNotes()
	c.note(Info, "show-residence", "S2-10")
	c.note(Info, "show-residence-dane", "S2-14")
	c.note(Info, "show-eu-ground", "S2-04")
	c.rule(Info, "S2-50")
	c.rule(Info, "S2-02")
}
