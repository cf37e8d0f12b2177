package forms

import (
	"mappe/law"
	"mappe/profile"
)

// od2dNotes are those of permanent EU residence as family of a Dane.
func (c *Case) od2dNotes() {
	c.authority2015()
	if five, ok := FiveYears(c.Facts); ok && c.Facts.On.Before(five.On()) {
		c.rule(Warning, "X-13", "Date", five.On())
	}
	gaps, away := c.gapNotes(), c.absenceNotes()
	if gaps || away { // the five years are in doubt
		c.rule(Warning, "S2-07")
	} else {
		c.rule(Info, "S2-07")
	}
	switch {
	case is(c, profile.RepresentedBy, profile.Solicitor):
		c.rule(Info, "S2-32")
	case is(c, profile.RepresentedBy, profile.OtherRepresentative):
		c.rule(Warning, "S2-31")
	}
	if c.said(profile.RefusesBiometrics, true) {
		c.rule(Warning, "S2-45")
	}
	c.note(Info, "show-residence", "S2-10")
	c.note(Info, "show-residence-dane", "S2-14")
	c.note(Info, "show-eu-ground", "S2-04")
	if c.said(profile.EUCitizen, true) {
		c.rule(Info, "S2-12")
	}
	c.note(Info, "siri-collects", "S2-51")
	c.rule(Info, "X-12")
	c.rule(Info, "S2-19")
	c.rule(Info, "S2-02")
}

// gapNotes list every gap in the incomes that are known, each as a numbered
// range of days to be documented; any tells whether there is one.
func (c *Case) gapNotes() (any bool) {
	for _, own := range []struct {
		id     string
		income profile.Fact[[]profile.Period]
	}{{"income-gap", profile.Income}, {"income-gap-dane", profile.DaneIncome}} {
		income, known := law.Given(c.Facts, own.income)
		if !known {
			continue
		}
		gaps := Gaps(c.Facts, income)
		for i, gap := range gaps {
			c.note(Warning, own.id, "S2-35", "Number", i+1, "Of", len(gaps),
				"From", gap.From, "To", gap.To, "Count", gap.From.DaysUntil(gap.To)+1)
			any = true
		}
	}
	if any {
		c.rule(Info, "X-17")
	}
	return any
}
