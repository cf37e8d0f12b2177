package forms

import (
	"slices"

	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// absenceNotes say of every absence what the page says of its kind (OD2/D):
// less than 6 months a year in all, up to one year for extraordinary
// circumstances, conscription without a cap.
func (c *Case) absenceNotes() {
	absences, _ := law.Given(c.Facts, profile.Absences)
	var ordinary []profile.Absence
	for _, a := range absences {
		switch a.Reason {
		case profile.AbsentForConscription:
			c.rule(Info, "S2-17", "From", a.From, "To", a.To)
		case profile.AbsentForIllness:
			if yearLater := a.From.AddYears(1, civil.Closing); a.To.AddDays(1).After(yearLater) {
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
	if !known || len(away) == 0 {
		return
	}
	last := away[len(away)-1].To
	// "per year" may be the calendar year or the year of residence
	calendar := c.longYears(away, civil.Of(away[0].From.Year, 1, 1), last)
	if residence := c.longYears(away, since, last); !calendar && !residence {
		c.rule(Info, "S2-15")
	}
}

// longYears notes every year, counted from start, in which the absences add
// up to 6 months or more.
func (c *Case) longYears(absences []profile.Period, start, last civil.Date) (any bool) {
	for n := 0; ; n++ {
		from, next := start.AddYears(n, civil.Opening), start.AddYears(n+1, civil.Opening)
		if from.After(last) {
			return any
		}
		var sum civil.Length
		for _, a := range absences {
			l := civil.Later(a.From, from).Until(civil.Earlier(a.To.AddDays(1), next))
			sum.Months += l.Months
			sum.Days += l.Days
		}
		if months := sum.Months + sum.Days/30; months >= 6 {
			any = true
			c.rule(Warning, "X-15", "From", from, "To", next.AddDays(-1), "Count", months)
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
