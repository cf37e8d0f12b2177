package forms

import (
	"iter"

	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// silent are the days that the decision rests on and that the answer does not
// show, as far as their rounding could have made it another one.
func (c *Case) silent() iter.Seq2[string, Reckoning] {
	return func(yield func(string, Reckoning) bool) {
		f := c.Facts
		goal, _ := law.Given(f, profile.FactGoal)
		if how, _, settled := LeaveLimit(f); settled && (c.Scheme.ID == "lapsed" || c.Scheme.ID == "state-posting-transition") && !yield("leave-limit", how) {
			return
		}
		if ends := c.date(profile.PostingEnds); c.Scheme.ID == "lapsed" && !ends.IsZero() && onStatePosting.Holds(f) &&
			!yield("re-enter-by", given(profile.PostingEnds, ends).plus(f, "re-entry", civil.Closing)) {
			return
		}
		born := c.date(profile.Born)
		if how := given(profile.Born, born).plus(f, "adult", civil.Opening); !born.IsZero() && between(how, f.On) && !yield("adult", how) {
			return
		}
		since, left := c.date(profile.LegalSince), c.date(profile.LeftOn)
		if goal == profile.Keep && !since.IsZero() && !left.IsZero() && is(c, profile.PermitKindHeld, profile.PossiblePermanent) {
			if how := given(profile.LegalSince, since).plus(f, "legal-residence", civil.Opening); between(how, left) {
				yield("legal-residence", how)
			}
		}
	}
}

// between tells whether day is one for which the two readings of a reckoning
// differ.
func between(how Reckoning, day civil.Date) bool {
	other := how.other()
	return !other.IsZero() && !day.After(civil.Later(how.On(), other)) && !day.Before(civil.Earlier(how.On(), other))
}

// daysToCome are days that should be past and are not: births, and what has
// been so since a day.
func (c *Case) daysToCome() {
	for _, x := range []profile.Fact[civil.Date]{profile.Born, profile.LegalSince, profile.SameGroundsSince, profile.EUResidenceSince} {
		if day := c.date(x); day.After(c.Facts.On) && c.Outcome != Undecided {
			c.note(Warning, "day-to-come", c.Scheme.Cite, "What", Message("fact."+string(x.Key)), "Date", day, "On", c.Facts.On)
		}
	}
}

// promiseNotes are documents that are promised for a day that is over, or that
// comes too late: for the application, or for what has a last day of its own.
func (c *Case) promiseNotes() {
	for _, d := range c.Facts.Applicant.Documents {
		if d.Until == nil || d.Status == nil || *d.Status != profile.FollowsLater || c.Outcome != File {
			continue
		}
		until := *d.Until
		if until.Before(c.Facts.On) {
			c.note(Warning, "promise-over", c.Scheme.Cite, "Item", Message("doc."+d.Item), "Date", until)
			continue
		}
		switch d.Item {
		case "biometrics": // S4-62, "no later than 14 days after you submitted your application"
			for _, x := range c.Deadlines {
				if x.ID == "biometrics" && until.After(x.On) {
					c.note(Warning, "promise-biometrics", x.Cite, "Item", Message("doc."+d.Item), "Date", until, "If", x.If, "Last", x.On)
				}
			}
		case "biometrics-card": // S2-46: while the application is processed, or after it
		default:
			if w := c.Window; w != nil && !w.LastSafeDay.On.IsZero() && until.After(w.LastSafeDay.On) {
				c.note(Warning, "promise-too-late", w.LastSafeDay.Cite, "Item", Message("doc."+d.Item), "Date", until, "Last", w.LastSafeDay.On)
			}
		}
	}
}
