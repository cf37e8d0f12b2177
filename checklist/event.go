package checklist

import (
	"mappe/forms"
	"mappe/internal/civil"
	"mappe/law"
)

// Event is one day of a case, for a calendar. Its words are the messages
// "event.<ID>", a title, and "event.<ID>.says".
type Event struct {
	ID     string
	Key    string // what tells it from the person's other events, whatever its day
	On     civil.Date
	Person *Person
	With   []*Person // whom the person's application includes, where the day is theirs too
	Cite   law.Cite
	Vars   forms.Vars
	Notes  []forms.Note // of the person's notes, those about this day
	habit
}

// Kind says what an event asks for.
type Kind string

const (
	Deadline Kind = "deadline" // do something by then
	Start    Kind = "start"    // something may be done, or is reached, from then on
	Mark     Kind = "mark"     // for information
)

// habit is how an event is kept in a calendar.
type habit struct {
	Kind   Kind
	Remind []int    // how many days before it
	Office bool     // it may need an office, which may be closed
	notes  []string // ids of the notes about it
}

// habits are all events that there are. The last two weeks are long enough to
// act in; biometrics have little more than that from the start.
var habits = map[string]habit{
	"opens":                {Start, []int{0}, false, []string{"window-empty", "X-13"}},
	"last-safe-day":        {Deadline, []int{14, 2}, true, []string{"window-empty", "window-closed", "expiry-day", "X-12"}},
	"permit-expires":       {Mark, nil, false, []string{"expiry-day"}},
	"card-expires":         {Mark, nil, false, []string{"X-12"}},
	"dispensation-expires": {Mark, nil, false, []string{"S1-40"}},
	"return":               {Mark, nil, false, []string{"S1-50"}},
	"biometrics":           {Deadline, []int{7, 2}, true, []string{"X-28"}},
	"leave-limit":          {Deadline, []int{14, 2}, false, nil},
	"re-enter-by":          {Deadline, []int{14, 2}, false, []string{"S0-20"}},
	"extend-before":        {Deadline, []int{14, 2}, true, []string{"extend-from-abroad", "permit-expired"}},
	"residence-reached":    {Start, []int{0}, false, []string{"X-01"}},
	"dispensation-ends":    {Deadline, []int{14, 2}, false, []string{"S1-41"}},
	"passport-renewal":     {Mark, nil, false, []string{"renew-passport-first"}},
	"passport-expires":     {Mark, nil, false, nil},
	"extend-again":         {Start, []int{0}, false, nil},
	"follows":              {Deadline, []int{2}, false, nil},
	"fee-ends":             {Deadline, []int{2}, false, nil},
	"five-years":           {Start, []int{0}, false, []string{"X-13"}},
}
