package forms

import (
	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// Forecast is the longest extension to expect.
type Forecast struct {
	Until        civil.Date
	Because      string // four-years, five-years, passport, employment, phd
	Cite         law.Cite
	OtherReading civil.Date // where the passport's margin had to be rounded
}

// mf4 fills in what an extension as an accompanying family member needs.
func (c *Case) mf4() {
	f := c.Facts
	expires, _ := law.Given(f, profile.PermitExpires)
	c.Window = (&Window{
		Opens:       before(expires, period(f, "mf4-opens"), "S4-09"),
		LastSafeDay: dayBefore(expires, "S4-08"),
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
		margin := period(f, "passport-margin")
		x := Forecast{Until: margin.Before(passport, civil.Closing), Because: "passport", Cite: "S4-43"}
		if other := margin.Before(passport, civil.Opening); other != x.Until {
			x.OtherReading = other
		}
		caps = append(caps, x)
	}

	if occupation, known := law.Given(f, profile.SponsorOccupation); !known {
		unknown(profile.SponsorOccupation.Key)
	} else if because := map[profile.Occupation]Forecast{
		profile.EmployedTemporarily: {Because: "employment", Cite: "S4-41"},
		profile.PhD:                 {Because: "phd", Cite: "S4-42"},
	}[occupation]; because.Because != "" {
		if because.Until, known = law.Given(f, profile.OccupationEnds); known {
			caps = append(caps, because)
		} else {
			unknown(profile.OccupationEnds.Key)
		}
	}

	short := Forecast{Until: period(f, "mf4-extension").After(expires, civil.Closing), Because: "four-years", Cite: "S4-39"}
	long := Forecast{Until: period(f, "mf4-long-extension").After(expires, civil.Closing), Because: "five-years", Cite: "S4-40"}
	low, high := earliest(append(caps, short)), earliest(append(caps, long))
	if since, known := law.Given(f, profile.SameGroundsSince); known {
		if reached := period(f, "mf4-same-grounds").After(since, civil.Opening); reached.After(expires) {
			high = low
		} else {
			low = high
		}
	} else if low.Until != high.Until {
		open = append([]profile.Key{profile.SameGroundsSince.Key}, open...)
	}
	for _, k := range open {
		c.need(k)
	}
	if len(open) == 0 {
		c.Forecast = &low
	}
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
