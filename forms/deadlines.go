package forms

import (
	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// Deadline is a day that must not be missed.
type Deadline struct {
	ID           string // biometrics, leave-limit, re-enter-by, extend-before, residence-reached, dispensation-ends
	On           civil.Date
	If           civil.Date // the day of filing that it is counted from
	Cite         law.Cite
	OtherReading civil.Date
}

func (c *Case) deadline(id string, on civil.Date, cite law.Cite) *Deadline {
	c.Deadlines = append(c.Deadlines, Deadline{ID: id, On: on, Cite: cite})
	return &c.Deadlines[len(c.Deadlines)-1]
}

// deadlines computes those of the scheme. leave-limit, re-enter-by and
// residence-reached are worth a question; the others are given when known.
func (c *Case) deadlines() {
	f := c.Facts
	switch c.Scheme.ID {
	case "mf4":
		if c.Window.State != Closed {
			day := c.Window.filing(f.On)
			c.deadline("biometrics", period(f, "mf4-biometrics").After(day, civil.Closing), "S4-62").If = day
		}
	case "bf1", "bf23", "within-limit", "siri-dispensation":
		if until, ok := law.Given(f, profile.DispensationUntil); ok {
			c.deadline("dispensation-ends", until.AddDays(-1), "S1-41")
		} else {
			c.leaveLimit()
		}
	case "state-posting":
		if ends, known := read(c, profile.PostingEnds); known {
			by := c.deadline("re-enter-by", reEnterBy(f, ends), "S0-20")
			by.OtherReading = other(period(f, "re-entry").After(ends, civil.Opening), by.On)
		}
	case "eu-permanent-short-absence", "eu-permanent-dispensation":
		if left, known := read(c, profile.LeftOn); known {
			c.deadline("leave-limit", euAbsenceLimit(f, left), "S2-20")
		}
	case "national-permanent":
		c.residence()
	}
	c.extendBefore()
}

// leaveLimit is the last day abroad without lapse.
func (c *Case) leaveLimit() {
	l := leaveLimit(c.Facts)
	if l.ask != "" {
		c.need(l.ask)
		return
	}
	c.deadline("leave-limit", l.shortest, l.rule).OtherReading = l.otherReading
}

// extendBefore is the last safe day for extending a permit that runs out
// during a stay abroad. Refugees' extensions are opened by the authority.
func (c *Case) extendBefore() {
	goal, _ := law.Given(c.Facts, profile.FactGoal)
	kind, _ := law.Given(c.Facts, profile.PermitKindHeld)
	basis, _ := law.Given(c.Facts, profile.PermitBasis)
	expires, known := law.Given(c.Facts, profile.PermitExpires)
	limited := kind == profile.TemporaryPermit || kind == profile.PossiblePermanent
	open := c.Outcome == File || c.Outcome == NothingToFile || c.Scheme.ID == "siri-dispensation"
	if known && limited && open && goal == profile.Keep && basis != profile.Asylum {
		c.deadline("extend-before", expires.AddDays(-1), "S0-26")
	}
}

// other is a day of the other reading, where it differs.
func other(reading, chosen civil.Date) civil.Date {
	if reading == chosen {
		return civil.Date{}
	}
	return reading
}

// residence is the day on which the years of legal residence for a permanent
// permit are reached. Time abroad counts its first two years; the excess
// shifts the day by the same civil length.
func (c *Case) residence() {
	f := c.Facts
	since, known := read(c, profile.LegalSince)
	if !known {
		return
	}
	years, err := f.Book.Periods["permanent-residence"].On(f.On)
	if err != nil {
		return // the edition of that day is unknown; the note says so
	}
	abroad := civil.Length{}
	absences, _ := law.Given(f, profile.Absences)
	for _, a := range absences {
		l := a.From.Until(a.To.AddDays(1))
		abroad.Months += l.Months
		abroad.Days += l.Days
	}
	day := years.Value.After(since, civil.Opening)
	counted := period(f, "time-abroad-counted")
	if excess := abroad.Months - 12*counted.Years - counted.Months; excess >= 0 {
		day = day.Add(civil.Length{Months: excess, Days: abroad.Days}, civil.Opening)
	}
	c.deadline("residence-reached", day, years.Cite)
}
