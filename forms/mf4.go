package forms

import (
	"slices"

	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// Forecast is the longest extension to expect.
type Forecast struct {
	Until        civil.Date
	Because      string // four-years, five-years, passport, employment, phd
	Cite         law.Cite
	OtherReading civil.Date // where the day had to be rounded
	How          Reckoning
}

// limitedTo is a day beyond which no permit is granted.
func limitedTo(because string, how Reckoning, c law.Cite) Forecast {
	return Forecast{how.On(), because, c, how.other(), how}
}

// mf4 fills in what an extension as an accompanying family member needs.
func (c *Case) mf4() {
	f := c.Facts
	expires, _ := law.Given(f, profile.PermitExpires)
	held := given(profile.PermitExpires, expires)
	c.Window = (&Window{
		Opens:       bound(held.minus(f, "mf4-opens", civil.Opening), "S4-09"),
		LastSafeDay: bound(held.dayBefore("X-03"), "S4-08"),
		Expires:     expires,
	}).settle(f.On)
	read(c, profile.LivesTogether)
	c.forecast(expires)
}

// forecast is the earliest of the caps: 4 years from the old expiry (5 with 8
// years on the same grounds), the passport less 3 months, the sponsor's
// temporary job or PhD. A fact is asked for only while it can move the result.
func (c *Case) forecast(expires civil.Date) {
	f := c.Facts
	caps, open := []Forecast{}, []profile.Key{}
	unknown := func(k profile.Key) { open = append(open, k) }

	passport, known := law.Given(f, profile.PassportExpires)
	switch {
	case !known:
		unknown(profile.PassportExpires.Key)
	case passport.Before(f.On):
		return // no forecast on an expired passport
	default:
		caps = append(caps, limitedTo("passport", given(profile.PassportExpires, passport).minus(f, "passport-margin", civil.Closing), "S4-43"))
	}

	if occupation, known := law.Given(f, profile.SponsorOccupation); !known {
		unknown(profile.SponsorOccupation.Key)
	} else if occupation == profile.EmployedTemporarily || occupation == profile.PhD {
		because, rule := "employment", law.Cite("S4-41")
		if occupation == profile.PhD {
			because, rule = "phd", "S4-42"
		}
		if ends, known := law.Given(f, profile.OccupationEnds); known {
			caps = append(caps, limitedTo(because, given(profile.OccupationEnds, ends), rule))
		} else {
			unknown(profile.OccupationEnds.Key)
		}
	}

	held := given(profile.PermitExpires, expires)
	length := limitedTo("four-years", held.plus(f, "mf4-extension", civil.Closing), "S4-39")
	long := limitedTo("five-years", held.plus(f, "mf4-long-extension", civil.Closing), "S4-40")
	if since, known := law.Given(f, profile.SameGroundsSince); known {
		eight := given(profile.SameGroundsSince, since).plus(f, "mf4-same-grounds", civil.Opening)
		test := &Test{eight, profile.PermitExpires.Key, expires, !eight.On().After(expires)}
		if test.Met {
			length = long
		}
		length.How.Test = test
	} else if earliest(append(caps, length)).Until != earliest(append(caps, long)).Until {
		open = append([]profile.Key{profile.SameGroundsSince.Key}, open...)
	}
	for _, k := range open {
		c.need(k)
	}
	if len(open) == 0 {
		c.Caps = append(caps, length)
		x := earliest(c.Caps)
		c.Forecast = &x
	}
}

// PassportNeeded is the earliest expiry of a passport that would not cap the
// permit, and until when the permit could then be hoped for; no date where the
// passport is not what caps it.
func (c *Case) PassportNeeded() (expiry, until civil.Date) {
	if c.Forecast == nil || c.Forecast.Because != "passport" {
		return expiry, until
	}
	next := earliest(slices.DeleteFunc(slices.Clone(c.Caps), func(x Forecast) bool { return x.Because == "passport" }))
	margin := period(c.Facts, "passport-margin")
	expiry = margin.After(next.Until, civil.Closing)
	for margin.Before(expiry, civil.Closing).Before(next.Until) {
		expiry = expiry.AddDays(1)
	}
	return expiry, next.Until
}

// earliest is the first of the earliest forecasts.
func earliest(caps []Forecast) Forecast {
	first := caps[len(caps)-1] // the length that the page names; a cap must be earlier to replace it
	for _, x := range caps {
		if x.Until.Before(first.Until) {
			first = x
		}
	}
	return first
}
