package packets

import (
	"mappe/checklist"
	"mappe/forms"
	"mappe/internal/civil"
	"mappe/internal/page"
	"mappe/law"
	"mappe/profile"
)

// Timeline is the picture of a person's days: of a stay abroad the clock that
// runs against the permit, else a line from the first day that matters to the
// last. There is none of a person for whom no day was computed.
func (v Voice) Timeline(l *checklist.Checklist, p *checklist.Person) []page.Block {
	days := v.days(l, p)
	if clock := v.clock(p, days); clock != nil {
		if with := l.Case(p.CoveredBy); with != nil && stayOf(with) == stayOf(p.Case) {
			return nil // the same is drawn there
		}
		return clock
	}
	if len(days) == 0 {
		return nil
	}
	t := page.Timeline{Title: v.Must("chart.timeline"), Head: []string{v.Must("ui.day"), v.Must("ui.what")}}
	today := v.dated(p.Facts.On, v.Must("chart.today"), page.Today)
	t.Days = inOrder(append([]page.Day{today}, days...))
	first, last := t.Days[0].On, t.Days[len(t.Days)-1].On
	t.Ticks = v.ticks(epoch.AddDays(first), epoch.AddDays(last), true)
	if w := p.Window; w != nil && !w.Opens.On.IsZero() && !w.LastSafeDay.On.Before(w.Opens.On) && p.CoveredBy == "" {
		t.Spans = []page.Stretch{{From: number(w.Opens.On), To: number(w.LastSafeDay.On), What: v.Must("chart.window", "Form", v.short(p))}}
	}
	t.Alt = v.inWords(t.Title, v.toldDays(t.Days)...)
	return []page.Block{t}
}

// signs of the events; the others are only noted.
var signs = map[checklist.Kind]page.Sign{checklist.Start: page.Begins, checklist.Deadline: page.Due, checklist.Mark: page.Note}

// events are those of a person's that a picture shows, all but papers and fees,
// and the day on which the passport expires.
func events(l *checklist.Checklist, p *checklist.Person) (shown []checklist.Event) {
	passport := false
	for _, e := range l.EventsOf(p) {
		switch e.ID {
		case "follows", "fee-ends", "passport-renewal", "extend-again":
			continue
		}
		passport = passport || e.ID == "passport-expires"
		shown = append(shown, e)
	}
	if expires, known := law.Given(p.Facts, profile.PassportExpires); known && !passport && len(shown) > 0 && p.Outcome == forms.File {
		shown = append(shown, checklist.Event{ID: "passport-expires", On: expires, Person: p})
	}
	return shown
}

// event is one of a person's as a day of a picture.
func (v Voice) event(e checklist.Event, on civil.Date) page.Day {
	what := v.Say("event."+e.ID, e.Vars)
	if e.ID == "return" && e.On.Before(on) {
		what = v.Must("chart.returned")
	}
	return v.dated(e.On, what, signs[e.Kind])
}

// days are those of a person's events.
func (v Voice) days(l *checklist.Checklist, p *checklist.Person) (days []page.Day) {
	for _, e := range events(l, p) {
		days = append(days, v.event(e, p.Facts.On))
	}
	return days
}

// permitted is the last day that a person may be abroad, where one was
// computed and the stay has begun to run against it: the day of the deadline,
// and how long the rule lets a stay be.
func permitted(p *forms.Case) (last civil.Date, how forms.Reckoning, ok bool) {
	for _, d := range p.Deadlines {
		switch d.ID {
		case "leave-limit", "dispensation-ends", "re-enter-by":
			last, how, ok = d.On, d.How, true
		}
	}
	if !ok && p.Scheme.ID == "lapsed" {
		if how, _, ok := forms.LeaveLimit(p.Facts); ok {
			return how.On(), how, true
		}
	}
	return last, how, ok
}
