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
		c.reEnter(c.date(profile.PostingEnds))
		if until, ok := law.Given(f, profile.DispensationUntil); ok {
			c.deadline("dispensation-ends", until.AddDays(-1), "S1-41")
		} else {
			c.leaveLimit()
		}
	case "state-posting":
		ends, _ := read(c, profile.PostingEnds)
		c.reEnter(ends)
	case "eu-permanent-short-absence", "eu-permanent-dispensation":
		if left, known := read(c, profile.LeftOn); known {
			d := c.deadline("leave-limit", euAbsenceLimit(f, left), "S2-20")
			d.OtherReading = other(period(f, "eu-absence").After(left, civil.Opening).AddDays(-1), d.On)
		}
	case "national-permanent":
		c.residence()
	}
	c.extendBefore()
}

// reEnter is the last day for coming back after a state posting.
func (c *Case) reEnter(ends civil.Date) {
	if onStatePosting(c.Facts).Truth != law.True || ends.IsZero() {
		return
	}
	rule := law.Cite("S0-20")
	if left := c.date(profile.LeftOn); !left.IsZero() && left.Before(statePostingRule(c.Facts)) {
		rule = "S0-37"
	}
	by := c.deadline("re-enter-by", reEnterBy(c.Facts, ends), rule)
	by.OtherReading = other(period(c.Facts, "re-entry").After(ends, civil.Opening), by.On)
}

// leaveLimit is the last day abroad without lapse. A posting that ended later
// has protected the permit beyond it.
func (c *Case) leaveLimit() {
	l := leaveLimit(c.Facts)
	if l.ask != "" {
		c.need(l.ask)
		return
	}
	if n := len(c.Deadlines); n > 0 && c.Deadlines[n-1].ID == "re-enter-by" && c.Deadlines[n-1].On.After(l.shortest) {
		return
	}
	c.deadline("leave-limit", l.shortest, l.rule).OtherReading = l.otherReading
}

// extendBefore is the last safe day for extending a permit that runs out, where
// that is not what is being decided. Refugees' extensions are opened by the
// authority; a permanent permit does not run out.
func (c *Case) extendBefore() {
	goal, _ := law.Given(c.Facts, profile.FactGoal)
	kind, _ := law.Given(c.Facts, profile.PermitKindHeld)
	basis, based := law.Given(c.Facts, profile.PermitBasis)
	expires, known := law.Given(c.Facts, profile.PermitExpires)
	limited := kind == profile.TemporaryPermit || kind == profile.PossiblePermanent
	alive := c.Outcome == File || c.Outcome == NothingToFile || c.Outcome == Elsewhere || c.Outcome == AskAuthority
	switch {
	case !known || !alive || !based || basis == profile.Asylum || c.Scheme.ID == "child-lapsed":
	case goal == profile.Keep && limited, c.Scheme.ID == "other-extension":
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
	f.Rests(years.Checked)
	counted := period(f, "time-abroad-counted")
	reached := func(r civil.Rounding) civil.Date {
		first := years.Value.After(since, r)
		day := first
		for range 100 { // time abroad after the day does not move it; time before it does
			excess := abroadBetween(f, since, day)
			if excess.Months -= 12*counted.Years + counted.Months; excess.Months < 0 {
				return day
			}
			next := first.Add(excess, r)
			if next == day {
				return day
			}
			day = next
		}
		return day
	}
	d := c.deadline("residence-reached", reached(civil.Opening), years.Cite)
	d.OtherReading = other(reached(civil.Closing), d.On)
}

// abroadBetween is the civil length of all absences from a day to before
// another, each day once; 30 days left over count as a month.
func abroadBetween(f *law.Facts, since, until civil.Date) (sum civil.Length) {
	absences, _ := law.Given(f, profile.Absences)
	for _, a := range disjoint(absences, since) {
		l := a.From.Until(civil.Earlier(a.To.AddDays(1), until))
		sum.Months += l.Months
		sum.Days += l.Days
	}
	return civil.Length{Months: sum.Months + sum.Days/30, Days: sum.Days % 30}
}
