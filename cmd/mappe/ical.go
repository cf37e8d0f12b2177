package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"mappe/checklist"
	"mappe/internal/civil"
	"mappe/internal/page"
)

// calendar prints events as iCalendar (RFC 5545): a pure function of the
// profile, the day, the language and the rule book.
//
// mappe keeps no state, so revisions are numbered by the day on which the case
// is looked at: what is made on a later day supersedes what was made earlier.
// Of two calendars of one day neither supersedes the other.
func (w *work) calendar(events []checklist.Event) ([]byte, error) {
	cal := &ics.Calendar{}
	cal.SetProductId("-//mappe//mappe//EN")
	cal.SetVersion("2.0")
	cal.SetXWRCalName(plain(w.calendarName()))
	stamp := midnight(w.on)
	for _, e := range events {
		title := plain(w.title(e))
		v := cal.AddEvent(uid(w.list.Profile.Case, e.Person.ID(), e.Key))
		v.SetDtStampTime(stamp)
		v.SetLastModifiedAt(stamp)
		v.SetSequence(revision(w.on))
		v.SetAllDayStartAt(midnight(e.On)) // without an end it lasts one day
		v.SetSummary(title, w.language())
		v.SetDescription(plain(w.description(e)), w.language())
		v.AddCategory("mappe")
		v.AddCategory(w.voice.Must("calendar."+string(e.Kind)), w.language())
		v.SetClass(ics.ClassificationPrivate)
		v.SetTimeTransparency(ics.TransparencyTransparent)
		if e.On.Before(w.on) {
			continue // nobody can act on it any more
		}
		for _, days := range e.Remind {
			a := v.AddAlarm()
			a.SetAction(ics.ActionDisplay)
			a.SetTrigger(trigger(days))
			a.SetDescription(title)
		}
	}
	var b bytes.Buffer
	err := cal.SerializeTo(&b, ics.WithNewLineWindows)
	return b.Bytes(), err
}

// uid is the same for an event on whatever day it falls, so that a calendar
// that is imported again moves it.
func uid(label, applicant, key string) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%q %q %q", label, applicant, key))
	return fmt.Sprintf("%x@mappe", sum[:16])
}

// revision numbers the calendars of a case: the days since 1 January 2020.
func revision(on civil.Date) int { return max(0, civil.Of(2020, 1, 1).DaysUntil(on)) }

func midnight(d civil.Date) time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// trigger is nine in the morning, some days before an all-day event.
func trigger(days int) string {
	if days == 0 {
		return "PT9H"
	}
	return fmt.Sprintf("-P%dDT15H", days-1)
}

func (w *work) language() ics.PropertyParameter {
	return &ics.KeyValues{Key: string(ics.ParameterLanguage), Value: []string{w.voice.Tag()}}
}

// plain is text that RFC 5545 allows in a value: no controls but tabs and ends
// of lines, and nothing that turns the direction of what follows.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if page.Orders(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s))
}

// calendarName is the label of the case, else its people.
func (w *work) calendarName() string {
	if label := w.list.Profile.Case; label != "" {
		return label
	}
	return w.names(w.list.People)
}

func (w *work) names(people []*checklist.Person) string {
	var all []string
	for _, p := range people {
		all = append(all, w.voice.Person(p.Facts.Applicant))
	}
	return w.voice.Printer.List(all)
}

// title says whose event it is and what happens.
func (w *work) title(e checklist.Event) string {
	v := w.voice
	person, what := w.names(append([]*checklist.Person{e.Person}, e.With...)), v.Say("event."+e.ID, e.Vars)
	if label := w.list.Profile.Case; label != "" {
		return v.Must("calendar.of-case", "Case", label, "Person", person, "What", what)
	}
	return v.Must("calendar.of-person", "Person", person, "What", what)
}

// description is what the event asks for, what else must be told of its day,
// the sentence that it rests on, and as of when.
func (w *work) description(e checklist.Event) string {
	v := w.voice
	says := []string{v.Say("event."+e.ID+".says", e.Vars)}
	for _, n := range e.Notes {
		says = append(says, v.Note(n))
	}
	switch day := e.On.Weekday(); {
	case e.Office && day == time.Saturday:
		says = append(says, v.Must("calendar.saturday"))
	case e.Office && day == time.Sunday:
		says = append(says, v.Must("calendar.sunday"))
	}
	if e.Cite != "" {
		says = append(says, "", v.Cited(e.Cite))
	}
	says = append(says, "",
		v.Must("ui.as-of", "Date", w.on, "Checked", w.list.Book.Checked), v.Must("ui.disclaimer"))
	return strings.Join(says, "\n")
}
