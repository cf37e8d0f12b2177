package forms

import (
	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// od2d fills in what permanent EU residence as family of a Danish citizen
// needs. An EU citizen holds no residence card that could expire.
func (c *Case) od2d() {
	f := c.Facts
	w := Window{}
	if _, known := read(c, profile.EUResidenceSince); known {
		five, _ := FiveYears(f)
		w.Opens = bound(five.minus(f, "od2d-opens", civil.Opening), "S2-08")
	}
	citizen, known := law.Given(f, profile.EUCitizen)
	card, held := law.Given(f, profile.CardExpires)
	switch {
	case held:
		w.Expires, w.LastSafeDay = card, bound(given(profile.CardExpires, card).dayBefore("X-03"), "S2-09")
	case !known || !citizen:
		c.need(profile.CardExpires.Key)
	}
	switch {
	case w.Opens.On.IsZero(): // without the first day nothing can be said of the window
	case held || known && citizen:
		c.Window = w.settle(f.On)
	default: // the last day, and so the state, is not known yet
		c.Window = &w
	}
}

// FiveYears is the day on which permanent EU residence is reached, if the
// beginning is known.
func FiveYears(f *law.Facts) (Reckoning, bool) {
	since, known := law.Given(f, profile.EUResidenceSince)
	if !known {
		return Reckoning{}, false
	}
	return given(profile.EUResidenceSince, since).plus(f, "eu-residence", civil.Opening), true
}

// Gaps are the runs of days without salary or public benefits between the
// beginning of the residence and the earlier of the day and the five-year day.
// The smallest gap is a reading of ours.
func Gaps(f *law.Facts, income []profile.Period) (gaps []profile.Period) {
	five, known := FiveYears(f)
	if !known {
		return nil
	}
	from, _ := law.Given(f, profile.EUResidenceSince)
	to := civil.Earlier(f.On, five.On())
	least := period(f, "income-gap").Days
	for day := from; !day.After(to); {
		covered, next := civil.Date{}, to.AddDays(1)
		for _, p := range income {
			switch {
			case !p.From.After(day) && !p.To.Before(day):
				covered = civil.Later(covered, p.To)
			case p.From.After(day):
				next = civil.Earlier(next, p.From)
			}
		}
		if !covered.IsZero() {
			day = covered.AddDays(1)
			continue
		}
		if day.DaysUntil(next) >= least {
			gaps = append(gaps, profile.Period{From: day, To: next.AddDays(-1)})
		}
		day = next
	}
	return gaps
}
