package forms

import (
	"mappe/internal/civil"
	"mappe/law"
)

// Window is between which days an application may be filed.
type Window struct {
	Opens       Bound
	LastSafeDay Bound
	Expires     civil.Date // the day that LastSafeDay is one day before
	State       State      // "" while LastSafeDay is not known yet
}

// Bound is one end of a window; no date means no bound. OtherReading is the
// day under the other rounding, where the day had to be rounded.
type Bound struct {
	On           civil.Date
	Cite         law.Cite
	OtherReading civil.Date
	How          Reckoning
}

// State is where the day stands in a window.
type State string

const (
	NotYet    State = "not-yet"
	Open      State = "open"
	LastDay   State = "last-day"
	ExpiryDay State = "expiry-day" // never "in time"
	Closed    State = "closed"
	Empty     State = "empty" // opens after it closes
	Always    State = "always"
)

// bound is the end of a window that how leads to.
func bound(how Reckoning, c law.Cite) Bound { return Bound{how.On(), c, how.other(), how} }

// settle computes the state on a day.
func (w *Window) settle(on civil.Date) *Window {
	opens, last := w.Opens.On, w.LastSafeDay.On
	switch {
	case opens.IsZero() && last.IsZero():
		w.State = Always
	case !last.IsZero() && opens.After(last):
		w.State = Empty
	case on.Before(opens):
		w.State = NotYet
	case last.IsZero() || on.Before(last):
		w.State = Open
	case on == last:
		w.State = LastDay
	case on == w.Expires:
		w.State = ExpiryDay
	default:
		w.State = Closed
	}
	return w
}

// filing is the first day on which one can file: the later of on and the
// opening day.
func (w *Window) filing(on civil.Date) civil.Date {
	if w == nil {
		return on
	}
	return civil.Later(on, w.Opens.On)
}
