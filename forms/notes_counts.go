package forms

import (
	"mappe/law"
	"mappe/profile"
)

// countNotes say what was counted for a permanent residence permit, and what
// the counting leaves to be shown.
func (c *Case) countNotes() {
	for _, x := range c.Counts {
		if x.ID == "employment" {
			c.employmentNotes(x)
			continue
		}
		c.note(Info, "residence-counted", x.Cite, "To", x.To, "Have", x.Have, "Needed", x.Needed)
		if x.Abroad != x.Counted {
			c.note(Warning, "residence-abroad-capped", "S0-28", "Abroad", x.Abroad, "Counted", x.Counted)
		}
	}
}

func (c *Case) employmentNotes(x Count) {
	switch {
	case x.Reached == c.Facts.On:
		c.note(Info, "employment-counted", x.Cite, "From", x.From, "To", x.To, "Have", x.Have, "Needed", x.Needed)
	case x.Reached.IsZero():
		c.note(Warning, "employment-short", x.Cite, "From", x.From, "To", x.To, "Have", x.Have, "Needed", x.Needed)
	default:
		c.note(Warning, "employment-reached-later", x.Cite, "From", x.From, "To", x.To, "Have", x.Have, "Needed", x.Needed, "Date", x.Reached)
	}
	switch {
	case x.Cite == Employment2015:
		c.note(Warning, "employment-2015", x.Cite)
	case x.Abroad.Months+x.Abroad.Days > 0:
		c.note(Info, "employment-abroad", "S0-30")
		if x.Abroad != x.Counted {
			c.note(Warning, "employment-abroad-capped", "S0-32", "Abroad", x.Abroad, "Counted", x.Counted)
		}
	}
	work, _ := law.Given(c.Facts, profile.WorkDone)
	part := 0
	for _, w := range work {
		if w.Share != nil && *w.Share < 100 {
			part++
		}
	}
	if part > 0 {
		c.note(Warning, "employment-part-time", x.Cite, "Count", part)
	}
}
