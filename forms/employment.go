package forms

import (
	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// Count is a length of time that a permanent residence permit asks for, and
// what the facts give of it.
type Count struct {
	ID       string     // residence, employment
	From, To civil.Date // the days looked at, both included
	Needed   civil.Length
	Have     civil.Length // at most Needed is no promise: only what was given is counted
	Abroad   civil.Length // time abroad in it, whether it counts or not
	Counted  civil.Length // what counts of the time abroad
	Reached  civil.Date   // the first day with all of it; none where what was given does not lead there
	Cite     law.Cite
}

// counts are those of a permanent residence permit, as far as the rule book
// knows the edition of the day.
func (c *Case) counts() {
	if c.Scheme.ID != "national-permanent" {
		return
	}
	c.countResidence()
	c.countEmployment()
}

// countResidence counts legal residence up to the day before.
func (c *Case) countResidence() {
	f := c.Facts
	since, known := law.Given(f, profile.LegalSince)
	years, err := f.Book.Periods["permanent-residence"].On(f.On)
	if !known || err != nil || since.After(f.On) {
		return
	}
	x := Count{ID: "residence", From: since, To: f.On.AddDays(-1), Needed: years.Value.Length(),
		Have: since.Until(f.On), Cite: years.Cite}
	for _, d := range c.Deadlines {
		if d.ID == "residence-reached" {
			x.Reached = d.On
		}
	}
	x.Abroad = inAll(TimeAbroad(f, since, f.On))
	x.Counted = shorter(x.Abroad, period(f, "time-abroad-counted").Length())
	if excess := minus(x.Abroad, x.Counted); excess != (civil.Length{}) {
		x.Have = minus(x.Have, excess)
	}
	c.Counts = append(c.Counts, x)
}

// Employment2015 is the sentence on employment of the page of 2015.
const Employment2015 law.Cite = "S3-15"

// countEmployment counts full-time work within the years before a day on which
// the permit is granted. That day is not known: it is counted as if it were
// today, and the first later day on which the work that was given suffices is
// found. Work abroad counts up to a cap.
func (c *Case) countEmployment() {
	f := c.Facts
	work, given := law.Given(f, profile.WorkDone)
	needed, err := f.Book.Periods["employment"].On(f.On)
	within, err2 := f.Book.Periods["employment-within"].On(f.On)
	if !given || err != nil || err2 != nil {
		return
	}
	x := Count{ID: "employment", Needed: needed.Value.Length(), Cite: needed.Cite}
	home, abroad, last := fullTime(work)
	count := func(x Count, granted civil.Date) Count {
		x.From, x.To = within.Value.Before(granted, civil.Opening), granted.AddDays(-1)
		here := worked(home, x.From, x.To)
		x.Abroad = worked(abroad, x.From, x.To)
		if x.Cite != Employment2015 { // the page of 2015 does not say whether work abroad counts
			x.Counted = shorter(x.Abroad, period(f, "employment-abroad-counted").Length())
		}
		x.Have = plus(here, x.Counted)
		return x
	}
	end := civil.Earlier(last.AddDays(1), within.Value.After(f.On, civil.Closing))
	for day := f.On; x.Reached.IsZero() && !day.After(civil.Later(f.On, end)); day = day.AddDays(1) {
		if !less(count(x, day).Have, x.Needed) {
			x.Reached = day
		}
	}
	c.Counts = append(c.Counts, count(x, f.On))
}

// fullTime are the days of full-time work in Denmark and, apart from those,
// abroad, each in order and each once, and the last day of all.
func fullTime(work []profile.Work) (home, abroad []profile.Period, last civil.Date) {
	var here, there []profile.Absence
	for _, w := range work {
		if w.Share != nil && *w.Share < 100 {
			continue
		}
		last = civil.Later(last, w.To)
		days := profile.Absence{From: w.From, To: w.To}
		if w.Abroad != nil && *w.Abroad {
			there = append(there, days)
		} else {
			here = append(here, days)
		}
	}
	home = joined(disjoint(here, civil.Date{}))
	for _, p := range joined(disjoint(there, civil.Date{})) {
		abroad = append(abroad, without(p, home)...)
	}
	return home, abroad, last
}

// joined makes one period of those that follow each other without a gap.
func joined(ps []profile.Period) (out []profile.Period) {
	for _, p := range ps {
		if n := len(out); n > 0 && out[n-1].To.AddDays(1) == p.From {
			out[n-1].To = p.To
			continue
		}
		out = append(out, p)
	}
	return out
}

// without are the days of p that none of the others, which are in order, has.
func without(p profile.Period, others []profile.Period) (out []profile.Period) {
	for _, o := range others {
		if o.To.Before(p.From) || o.From.After(p.To) {
			continue
		}
		if p.From.Before(o.From) {
			out = append(out, profile.Period{From: p.From, To: o.From.AddDays(-1)})
		}
		p.From = o.To.AddDays(1)
	}
	if !p.From.After(p.To) {
		out = append(out, p)
	}
	return out
}

// worked is the civil length of the periods between two days. Days left over
// from several periods make a month only by 31: rounded against the risk.
func worked(ps []profile.Period, from, to civil.Date) (sum civil.Length) {
	for _, p := range ps {
		l := civil.Later(p.From, from).Until(civil.Earlier(p.To, to).AddDays(1))
		sum = plus(sum, l)
	}
	return sum
}

// plus adds two lengths; 31 days make a month.
func plus(a, b civil.Length) civil.Length {
	days := a.Days + b.Days
	return civil.Length{Months: a.Months + b.Months + days/31, Days: days % 31}
}

// minus is what remains of a after b, nothing where b is longer; a month that
// must be opened for days has 30.
func minus(a, b civil.Length) civil.Length {
	if less(a, b) {
		return civil.Length{}
	}
	out := civil.Length{Months: a.Months - b.Months, Days: a.Days - b.Days}
	if out.Days < 0 {
		out.Months, out.Days = out.Months-1, max(0, out.Days+30)
	}
	return out
}

func less(a, b civil.Length) bool {
	return a.Months < b.Months || a.Months == b.Months && a.Days < b.Days
}

func shorter(a, b civil.Length) civil.Length {
	if less(b, a) {
		return b
	}
	return a
}
