package forms

import (
	"mappe/law"
	"mappe/profile"
)

// bf fills in what a dispensation needs. BF1/US has no window of its own:
// applying before leaving is a recommendation. BF2-3/US must be submitted
// before the return.
func (c *Case) bf() {
	f := c.Facts
	w := Window{}
	switch until, running := dispensationEnd(f); {
	case c.Scheme.ID == "bf23":
		if back, known := read(c, profile.ReturnsOn); known {
			w.Expires, w.LastSafeDay = back, bound(given(profile.ReturnsOn, back).dayBefore("S1-50"), "S1-50")
		}
		c.variant()
	case running:
		w.Expires, w.LastSafeDay = until, bound(given(profile.DispensationUntil, until).dayBefore("X-03"), "S1-40")
	}
	if c.CoveredBy == "" && c.Scheme.ID == "bf1" {
		read(c, profile.MitID)
	}
	c.Window = w.settle(f.On)
}

// variant chooses the paper form: BF3 for a minor who does not apply together
// with an adult, else BF2.
func (c *Case) variant() {
	filing, known := read(c, profile.FactFiling)
	if !known {
		return
	}
	if filing == profile.Online {
		c.Variant = "online"
		return
	}
	switch alone, ask := Alone.Truth(c.Facts); alone {
	case law.True:
		c.Variant = "BF3"
	case law.False:
		c.Variant = "BF2"
	default:
		c.need(ask)
	}
}
