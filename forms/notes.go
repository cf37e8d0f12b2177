package forms

import (
	"slices"

	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// Note is something that the applicant must be told: a warning, a limit of
// what mappe can judge, a reading that was chosen. Its words are the message
// "note.<id>"; Vars are the values in them. A note never causes a question.
type Note struct {
	ID       string
	Severity Severity
	Cite     law.Cite
	Vars     Vars
}

// Vars are the values of a message's variables: a name, its value, the next
// name. A value is a civil.Date, int, string, Kroner, profile.Words or Message.
type Vars []any

// Get is the value under name, nil for none.
func (v Vars) Get(name string) any {
	for i := 0; i+1 < len(v); i += 2 {
		if v[i] == name {
			return v[i+1]
		}
	}
	return nil
}

// Message is a value that is itself a message id.
type Message string

// Severity says how much a note matters.
type Severity string

const (
	Info     Severity = "info"
	Warning  Severity = "warning"
	Blocking Severity = "blocking"
)

// Rank is higher for what is graver.
func (s Severity) Rank() int { return slices.Index([]Severity{Info, Warning, Blocking}, s) }

func (c *Case) note(s Severity, id string, cite law.Cite, kv ...any) {
	c.Notes = append(c.Notes, Note{id, s, cite, kv})
}

// rule is a note that is named after the rule it repeats.
func (c *Case) rule(s Severity, cite law.Cite, kv ...any) { c.note(s, string(cite), cite, kv...) }

// said tells whether a yes-or-no fact was given as v.
func (c *Case) said(x profile.Fact[bool], v bool) bool {
	got, ok := law.Given(c.Facts, x)
	return ok && got == v
}

// is tells whether a fact is known to be one of the values.
func is[T comparable](c *Case, x profile.Fact[T], values ...T) bool {
	got, ok := law.Given(c.Facts, x)
	for _, v := range values {
		if ok && got == v {
			return true
		}
	}
	return false
}

// date is a date fact, or no date.
func (c *Case) date(x profile.Fact[civil.Date]) civil.Date {
	d, _ := law.Given(c.Facts, x)
	return d
}

// annotate collects the notes of a case, the gravest first.
func (c *Case) annotate(a *Assessment) {
	switch c.Scheme.ID {
	case "mf4":
		c.mf4Notes()
	case "od2d":
		c.od2dNotes()
	case "bf1", "bf23":
		c.dispensationNotes()
	default:
		c.otherNotes()
	}
	if goal, _ := law.Given(c.Facts, profile.FactGoal); goal == profile.Keep && c.Outcome != Undecided {
		c.abroadNotes()
	}
	c.daysToCome()
	c.promiseNotes()
	c.countNotes()
	c.windowNotes()
	if c.Application >= 0 && c.CoveredBy == "" {
		c.feeNotes(a.Applications[c.Application].Fee)
	}
	c.roundingNotes()
	c.staleNote()
	slices.SortStableFunc(c.Notes, func(a, b Note) int { return b.Severity.Rank() - a.Severity.Rank() })
}

// staleNote warns where nobody has compared what the answer rests on with its
// sources for long. It comes last, when everything has been read.
func (c *Case) staleNote() {
	if f := c.Facts; f.Book.Stale(f.Checked(), f.On) {
		c.note(Warning, "stale-rule-book", "M-01", "Checked", f.Checked(), "Days", f.Checked().DaysUntil(f.On))
	}
}

// windowNotes say where the day stands.
func (c *Case) windowNotes() {
	w := c.Window
	if w == nil {
		return
	}
	on := c.Facts.On
	switch w.State {
	case NotYet:
		c.note(Warning, "not-yet", w.Opens.Cite, "Date", w.Opens.On, "Count", on.DaysUntil(w.Opens.On))
	case LastDay:
		c.note(Warning, "last-day", w.LastSafeDay.Cite, "Date", w.LastSafeDay.On)
	case ExpiryDay:
		c.note(Blocking, "expiry-day", "X-03", "Date", w.Expires)
	case Closed:
		severity := Blocking
		if c.Scheme.ID == "od2d" {
			severity = Warning // the right exists without the document
		}
		c.note(severity, "window-closed", w.LastSafeDay.Cite, "Date", w.LastSafeDay.On)
	case Empty:
		c.note(Blocking, "window-empty", w.LastSafeDay.Cite, "Opens", w.Opens.On, "Last", w.LastSafeDay.On)
	}
}

// feeNotes say where a fee comes from and when it changes.
func (c *Case) feeNotes(fee Fee) {
	captured, known := c.Facts.Book.Fees[c.Scheme.Form].Captured()
	switch {
	case fee.Status == FeeNotStated:
		c.note(Info, "fee-not-stated", "X-11")
	case fee.Status == FeeNotPublished && fee.Last != nil:
		c.note(Warning, "fee-not-published", "X-21", "Date", fee.On, "Last", Kroner(fee.Last.DKK), "From", fee.Last.From, "To", fee.Last.To)
	case fee.Status == FeeNotPublished:
		c.note(Warning, "fee-unknown", "X-21", "Date", fee.On)
	case fee.Status == FeeKnown && known && fee.Each != captured.Value.DKK:
		c.note(Info, "fee-differs-from-captured-page", "X-21", "Captured", Kroner(captured.Value.DKK), "From", captured.From, "To", captured.To,
			"Fee", Kroner(fee.Each), "Source", source(c.Facts.Book, fee.Source))
	}
	if w := c.Window; fee.Status == FeeKnown && w != nil && !fee.To.IsZero() && w.LastSafeDay.On.After(fee.To) && w.State != Closed {
		c.note(Warning, "fee-changes-in-window", "S4-47", "Date", fee.To)
	}
}

// Kroner is an amount in whole DKK.
type Kroner int

func source(b *law.Book, id string) string {
	s, _ := b.Source(id)
	return s.Authority + ": " + s.Title
}

// roundingNotes name the other reading of every day that had to be rounded.
func (c *Case) roundingNotes() {
	say := func(what string, on, other civil.Date) {
		if !other.IsZero() {
			c.note(Info, "month-end", "X-22", "What", Message("day."+what), "Date", on, "Other", other)
		}
	}
	if c.Window != nil {
		say("opens", c.Window.Opens.On, c.Window.Opens.OtherReading)
	}
	for _, d := range c.Deadlines {
		say(d.ID, d.On, d.OtherReading)
	}
	if c.Forecast != nil {
		say("permit-until", c.Forecast.Until, c.Forecast.OtherReading)
	}
	for what, how := range c.silent() {
		say(what, how.On(), how.other())
	}
}
