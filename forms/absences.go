package forms

import (
	"slices"

	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// absenceNotes say of every absence what the page says of its kind (OD2/D):
// less than 6 months a year in all, up to one year for extraordinary
// circumstances, conscription without a cap. It tells whether one of them is
// beyond what the page excepts.
func (c *Case) absenceNotes() (beyond bool) {
	absences, _ := law.Given(c.Facts, profile.Absences)
	var ordinary []profile.Absence
	for _, a := range absences {
		switch a.Reason {
		case profile.AbsentForConscription:
			c.rule(Info, "S2-17", "From", a.From, "To", a.To)
		case profile.AbsentForIllness:
			if last := period(c.Facts, "eu-absence-extraordinary").After(a.From, civil.Closing); a.To.AddDays(1).After(last) {
				beyond = true
				c.note(Warning, "absence-over-a-year", "S2-16", "From", a.From, "To", a.To)
			} else {
				c.rule(Info, "S2-16", "From", a.From, "To", a.To)
			}
		default:
			ordinary = append(ordinary, a)
		}
	}
	since, known := law.Given(c.Facts, profile.EUResidenceSince)
	away := disjoint(ordinary, since)
	if five, ok := FiveYears(c.Facts); ok { // what comes later is no part of the five years
		away = slices.DeleteFunc(away, func(p profile.Period) bool { return !p.From.Before(five.On()) })
	}
	if !known || len(away) == 0 {
		return beyond
	}
	last := away[len(away)-1].To
	// "per year" may be the calendar year or the year of residence
	calendar := c.longYears(away, civil.Of(away[0].From.Year, 1, 1), last)
	residence := c.longYears(away, since, last)
	if !calendar && !residence {
		c.rule(Info, "S2-15")
	}
	return beyond || calendar || residence
}

// longYears notes every year, counted from start, in which the absences reach
// the months of the exception: as months and days of the calendar, a month
// having at most 31 days, or as their share of the year's days.
func (c *Case) longYears(absences []profile.Period, start, last civil.Date) (any bool) {
	least := period(c.Facts, "eu-absence-per-year").Months
	for n := 0; ; n++ {
		from, next := start.AddYears(n, civil.Opening), start.AddYears(n+1, civil.Opening)
		if from.After(last) {
			return any
		}
		var sum civil.Length
		days := 0
		for _, a := range absences {
			away, back := civil.Later(a.From, from), civil.Earlier(a.To.AddDays(1), next)
			if !away.Before(back) {
				continue
			}
			l := away.Until(back)
			sum.Months += l.Months
			sum.Days += l.Days
			days += away.DaysUntil(back)
		}
		if sum.Months+sum.Days/31 >= least || 12*days >= least*from.DaysUntil(next) {
			any = true
			c.rule(Warning, "X-15", "From", from, "To", next.AddDays(-1), "Count", days)
		}
	}
}

// disjoint are the days of the absences from a day on, in order, each day
// once.
func disjoint(absences []profile.Absence, from civil.Date) (out []profile.Period) {
	absences = slices.Clone(absences)
	slices.SortFunc(absences, func(a, b profile.Absence) int { return a.From.Compare(b.From) })
	for _, a := range absences {
		p := profile.Period{From: civil.Later(a.From, from), To: a.To}
		if p.To.Before(p.From) {
			continue
		}
		out = append(out, p)
		from = p.To.AddDays(1)
	}
	return out
}

// Away is an absence as far as it counts, with its civil length.
type Away struct {
	profile.Period
	Length civil.Length
}

// TimeAbroad are the absences from a day to before another, each day once.
func TimeAbroad(f *law.Facts, since, until civil.Date) (away []Away) {
	absences, _ := law.Given(f, profile.Absences)
	for _, p := range disjoint(absences, since) {
		p.To = civil.Earlier(p.To, until.AddDays(-1))
		if l := p.From.Until(p.To.AddDays(1)); l != (civil.Length{}) {
			away = append(away, Away{p, l})
		}
	}
	return away
}

// inAll is the civil length of all of them; 30 days left over count as a
// month.
func inAll(away []Away) (sum civil.Length) {
	for _, a := range away {
		sum.Months += a.Length.Months
		sum.Days += a.Length.Days
	}
	return civil.Length{Months: sum.Months + sum.Days/30, Days: sum.Days % 30}
}
