package checklist

import (
	"fmt"
	"slices"

	"mappe/forms"
	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// Events are the days of a case, by day and then in the order of its people.
// What is only hoped for, such as the end of an extension, is no event.
func (l *Checklist) Events() []Event {
	var all []Event
	for _, p := range l.People {
		all = append(all, l.EventsOf(p)...)
	}
	return byDay(all)
}

// EventsOf are those of one person, by day.
func (l *Checklist) EventsOf(p *Person) []Event {
	d := &diary{p: p}
	d.window(l)
	d.deadlines()
	d.passport()
	d.fee(l)
	d.documents()
	return byDay(d.events)
}

func byDay(events []Event) []Event {
	slices.SortStableFunc(events, func(a, b Event) int { return a.On.Compare(b.On) })
	return events
}

// diary collects the events of one person.
type diary struct {
	p      *Person
	events []Event
}

// event notes down a day; no date is no event.
func (d *diary) event(id string, on civil.Date, cite law.Cite, kv ...any) *Event {
	e := Event{ID: id, Key: id, On: on, Person: d.p, Cite: cite, Vars: kv, habit: habits[id]}
	day := forms.Message("day." + id)
	if id == "passport-renewal" {
		day = "day.permit-until"
	}
	for _, n := range d.p.Notes {
		if slices.Contains(e.notes, n.ID) || n.ID == "month-end" && n.Vars.Get("What") == day {
			e.Notes = append(e.Notes, n)
		}
	}
	if on.IsZero() {
		return &e
	}
	d.events = append(d.events, e)
	return &d.events[len(d.events)-1]
}

// ends are the events on which a filing window has closed, by scheme.
var ends = map[string]string{"mf4": "permit-expires", "od2d": "card-expires", "bf1": "dispensation-expires", "bf23": "return"}

// window notes down when to file. Who is covered by another's application
// shares its days; only a day that differs is an event of their own.
func (d *diary) window(l *Checklist) {
	w, shared := d.p.Window, &forms.Window{}
	if w == nil {
		return
	}
	if d.p.CoveredBy != "" {
		shared = l.Case(d.p.CoveredBy).Window
	}
	opens := func(w *forms.Window) civil.Date { return w.Opens.On }
	last := func(w *forms.Window) civil.Date { return w.LastSafeDay.On }
	expires := func(w *forms.Window) civil.Date { return w.Expires }
	own := func(day func(*forms.Window) civil.Date) civil.Date {
		if day(w) == day(shared) {
			return civil.Date{}
		}
		return day(w)
	}
	with := func(day func(*forms.Window) civil.Date) (same []*Person) {
		for _, p := range l.People {
			if p.CoveredBy == d.p.ID() && day(p.Window) == day(w) {
				same = append(same, p)
			}
		}
		return same
	}
	form, end, from := d.form(), ends[d.p.Scheme.ID], w.Expires
	if five, known := forms.FiveYears(d.p.Facts); known && d.p.Scheme.ID == "od2d" {
		d.event("five-years", five.On(), "X-13", "From", d.date(profile.EUResidenceSince))
		from = five.On()
	}
	d.event("opens", own(opens), w.Opens.Cite, "Form", form, "From", from).With = with(opens)
	d.event("last-safe-day", own(last), w.LastSafeDay.Cite,
		"Form", form, "Expires", w.Expires, "What", forms.Message("event."+end)).With = with(last)
	d.event(end, own(expires), w.LastSafeDay.Cite, "Form", form, "Last", w.LastSafeDay.On).With = with(expires)
}

// form is what is filed: BF2 and BF3 are forms of their own.
func (d *diary) form() string {
	if v := d.p.Variant; v == "BF2" || v == "BF3" {
		return v
	}
	return d.p.Scheme.Form
}

// counted is the fact that a deadline is counted from.
var counted = map[string]profile.Fact[civil.Date]{
	"leave-limit":       profile.LeftOn,
	"re-enter-by":       profile.PostingEnds,
	"extend-before":     profile.PermitExpires,
	"residence-reached": profile.LegalSince,
	"dispensation-ends": profile.DispensationUntil,
}

func (d *diary) deadlines() {
	for _, x := range d.p.Deadlines {
		from := x.If
		if fact, ok := counted[x.ID]; ok {
			from = d.date(fact)
		}
		d.event(x.ID, x.On, x.Cite, "From", from)
	}
}

// passport notes down what a passport that caps the extension allows, and when
// it expires. The day and its margin are those of the forecast.
func (d *diary) passport() {
	f := d.p.Forecast
	if f == nil || f.Because != "passport" {
		return
	}
	expires := d.date(profile.PassportExpires)
	d.event("passport-renewal", f.Until, f.Cite, "Passport", expires)
	d.event("passport-expires", expires, "S4-45", "Until", f.Until)
	if n, ok := d.note("extend-after-passport"); ok {
		d.event("extend-again", n.Vars.Get("Date").(civil.Date), n.Cite, "Until", f.Until)
	}
}

// fee notes down the last day of a rate that ends while one can still file.
func (d *diary) fee(l *Checklist) {
	if n, ok := d.note("fee-changes-in-window"); ok {
		fee := l.Applications[d.p.Application].Fee
		from, _ := l.Book.Source(fee.Source)
		d.event("fee-ends", n.Vars.Get("Date").(civil.Date), n.Cite, "Form", d.form(), "Fee", forms.Kroner(fee.Each),
			"Source", from.Authority+", "+from.Title)
	}
}

// documents notes down by when the applicant will have what is still to come. A
// document keeps its event when another one of the same item has come.
func (d *diary) documents() {
	for _, it := range d.p.Items {
		for i, g := range it.Given {
			if g.Status != nil && *g.Status == profile.FollowsLater && g.Until != nil {
				d.event("follows", *g.Until, it.Cite, "Item", forms.Message("doc."+it.ID)).Key = fmt.Sprintf("follows %s %d", it.ID, i+1)
			}
		}
	}
}

// note is a note of the person's, if there is one of that id.
func (d *diary) note(id string) (forms.Note, bool) {
	for _, n := range d.p.Notes {
		if n.ID == id {
			return n, true
		}
	}
	return forms.Note{}, false
}

// date is a date fact, or no date.
func (d *diary) date(x profile.Fact[civil.Date]) civil.Date {
	day, _ := law.Given(d.p.Facts, x)
	return day
}
