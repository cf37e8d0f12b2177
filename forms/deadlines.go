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
	How          Reckoning
}

func (c *Case) deadline(id string, how Reckoning, cite law.Cite) *Deadline {
	c.Deadlines = append(c.Deadlines, Deadline{ID: id, On: how.On(), Cite: cite, OtherReading: how.other(), How: how})
	return &c.Deadlines[len(c.Deadlines)-1]
}

// deadlines computes those of the scheme. leave-limit, re-enter-by and
// residence-reached are worth a question; the others are given when known.
func (c *Case) deadlines() {
	f := c.Facts
	switch c.Scheme.ID {
	case "mf4":
		if c.Window.State != Closed {
			filed := Reckoning{First: c.Window.filing(f.On), Start: FiledToday}
			if filed.First != f.On {
				filed.Start = FiledOnOpening
			}
			c.deadline("biometrics", filed.plus(f, "mf4-biometrics", civil.Closing), "S4-62").If = filed.First
		}
	case "bf1", "bf23", "within-limit", "siri-dispensation":
		c.reEnter(c.date(profile.PostingEnds))
		if until, ok := dispensationEnd(f); ok {
			c.deadline("dispensation-ends", given(profile.DispensationUntil, until).dayBefore("X-03"), "S1-41")
		} else {
			c.leaveLimit()
		}
	case "state-posting":
		ends, _ := read(c, profile.PostingEnds)
		c.reEnter(ends)
	case "eu-permanent-short-absence", "eu-permanent-dispensation":
		if left, known := read(c, profile.LeftOn); known {
			c.deadline("leave-limit", given(profile.LeftOn, left).plus(f, "eu-absence", civil.Closing).dayBefore("X-16"), "S2-20")
		}
	case "national-permanent":
		c.residence()
	}
	c.extendBefore()
}

// reEnter is the last day for coming back after a state posting.
func (c *Case) reEnter(ends civil.Date) {
	if !onStatePosting.Holds(c.Facts) || ends.IsZero() {
		return
	}
	rule := law.Cite("S0-20")
	if left := c.date(profile.LeftOn); !left.IsZero() && left.Before(statePostingRule(c.Facts)) {
		rule = "S0-37"
	}
	c.deadline("re-enter-by", given(profile.PostingEnds, ends).plus(c.Facts, "re-entry", civil.Closing), rule)
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
	c.deadline("leave-limit", l.how(c.Facts), l.rule)
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
		c.deadline("extend-before", given(profile.PermitExpires, expires).dayBefore("X-03"), "S0-26")
	}
}

// residence is the day on which the years of legal residence for a permanent
// permit are reached. Time abroad counts its first two years; the excess
// shifts the day by the same civil length.
func (c *Case) residence() {
	since, known := read(c, profile.LegalSince)
	if !known {
		return
	}
	years, err := c.Facts.Book.Periods["permanent-residence"].On(c.Facts.On)
	if err != nil {
		return // the edition of that day is unknown; the note says so
	}
	c.Facts.Rests(years.Checked)
	counted := periodOf(c.Facts, "time-abroad-counted")
	reached := func(r civil.Rounding) Reckoning {
		first := given(profile.LegalSince, since).shift(Shift{By: years.Value, Round: r, Name: "permanent-residence", Cite: years.Cite})
		how := first
		for range 100 { // time abroad after the day does not move it; time before it does
			excess := inAll(TimeAbroad(c.Facts, since, how.On()))
			if excess.Months -= 12*counted.Value.Years + counted.Value.Months; excess.Months < 0 || excess == (civil.Length{}) {
				return how
			}
			next := first.shift(Shift{By: law.Period{Months: excess.Months, Days: excess.Days}, Round: r, Name: "time-abroad-counted", Cite: counted.Cite})
			if next.On() == how.On() {
				return how
			}
			how = next
		}
		return how
	}
	d := c.deadline("residence-reached", reached(civil.Opening), years.Cite)
	if d.OtherReading = reached(civil.Closing).On(); d.OtherReading == d.On {
		d.OtherReading = civil.Date{}
	}
}
