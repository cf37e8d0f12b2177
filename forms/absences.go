package forms

import (
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
	if len(ordinary) == 0 {
		return
	}
	since, known := law.Given(c.Facts, profile.EUResidenceSince)
	first, last := ordinary[0].From, ordinary[0].To
	for _, a := range ordinary {
		first, last = civil.Earlier(first, a.From), civil.Later(last, a.To)
	}
	// "per year" may be the calendar year or the year of residence
	long := c.longYears(ordinary, civil.Of(first.Year, 1, 1), last)
	if known {
		long = c.longYears(ordinary, since, last) || long
	}
	if !long {
		c.rule(Info, "S2-15")
	}
}

// longYears notes every year, counted from start, in which the absences add
// up to 6 months or more.
func (c *Case) longYears(absences []profile.Absence, start, last civil.Date) (any bool) {
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
