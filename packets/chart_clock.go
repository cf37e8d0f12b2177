package packets

import (
	"slices"

	"mappe/checklist"
	"mappe/forms"
	"mappe/internal/civil"
	"mappe/internal/page"
	"mappe/law"
	"mappe/profile"
)

// clock is how much of what is permitted of a stay abroad is used, and how the
// stay stands against it; nothing while one of the two ends is unknown.
func (v Voice) clock(p *checklist.Person, days []page.Day) []page.Block {
	left, known := law.Given(p.Facts, profile.LeftOn)
	last, how, ok := permitted(p.Case)
	if !known || !ok || !left.Before(last) {
		return nil
	}
	back, known := law.Given(p.Facts, profile.ReturnsOn)
	known = known && back.After(left)
	c := clock{v: v, left: left, last: last, on: p.Facts.On, back: known && !back.After(p.Facts.On)}
	rows := []page.BarRow{c.limit(how, back)}
	days = append(slices.Clone(days), v.dated(left, v.Must("chart.left"), page.Begins), v.dated(c.on, v.Must("chart.today"), page.Today))
	end := civil.Later(last, c.on)
	if known {
		end = civil.Later(end, back)
		returns := "event.return"
		if back.Before(c.on) {
			returns = "chart.returned"
		}
		days = append(days, v.dated(back, v.Must(returns), page.Note))
		rows = append(rows, c.stay(back))
	} else {
		rows = append(rows, page.BarRow{Name: v.Must("chart.stay"), Blank: v.Must("chart.return-unknown")})
	}
	if ends, known := law.Given(p.Facts, profile.PostingEnds); known && how.Fact == profile.PostingEnds.Key {
		days = append(days, v.dated(ends, v.Must("chart.posting-ends"), page.Note))
	}
	b := page.Bars{
		Title: v.Must("chart.clock"), Head: []string{v.Must("ui.what"), v.Must("ui.days-of")}, Key: v.Must("chart.beyond"),
		From: number(civil.Earlier(left, c.on)), To: number(end), Ticks: v.ticks(civil.Earlier(left, c.on), end, true), Rows: rows,
	}
	for _, d := range inOrder(days) {
		if d.On >= b.From && d.On <= b.To {
			b.Days = append(b.Days, d)
		}
	}
	b.Alt = v.barsInWords(b)
	return []page.Block{b}
}

// clock is a stay abroad: its first day, the last that is permitted, the day
// of the case, and whether the stay was over then.
type clock struct {
	v              Voice
	left, last, on civil.Date
	back           bool
}

// limit is the row of what is permitted: used, and left. Of a stay that is over
// nothing more is used.
func (c clock) limit(how forms.Reckoning, back civil.Date) page.BarRow {
	row := page.BarRow{Name: c.v.Must("chart.permitted")}
	until := c.on
	if c.back {
		until = back
	}
	if !c.back && c.left.Before(c.on) && c.on.Before(c.last) {
		row.Bars = []page.Bar{
			c.bar(c.left, c.on, page.Full, "chart.used", c.v.Must("chart.used-long", "Length", c.left.Until(c.on))),
			c.bar(c.on.AddDays(1), c.last, page.Hollow, "chart.unused", c.v.Must("chart.unused-long", "Length", c.on.Until(c.last))),
		}
		return row
	}
	look, what := page.Hollow, "chart.permitted"
	if !until.Before(c.last) {
		look, what = page.Full, "chart.used-up"
	}
	long := c.v.Must("chart.whole-long", "Length", c.left.Until(c.last))
	if len(how.Shifts) == 1 && how.Fact == profile.LeftOn.Key {
		long = c.v.length(how.Shifts[0].By) // as the rule says it
	}
	row.Bars = []page.Bar{c.bar(c.left, c.last, look, what, long)}
	return row
}

// stay is the row of the stay: what has passed, what is to come, and what is
// beyond the limit.
func (c clock) stay(back civil.Date) page.BarRow {
	row := page.BarRow{Name: c.v.Must("chart.stay")}
	within := civil.Earlier(back, c.last)
	passed := civil.Earlier(c.on, within)
	if passed.After(c.left) {
		what := "chart.stay"
		switch {
		case passed == c.on && !c.back:
			what = "chart.stay-passed"
		case back.After(c.last):
			what = "chart.stay-within"
		}
		row.Bars = append(row.Bars, c.bar(c.left, passed, page.Full, what, ""))
	} else {
		passed = c.left.AddDays(-1)
	}
	if within.After(passed) {
		row.Bars = append(row.Bars, c.bar(passed.AddDays(1), within, page.Hollow, "chart.stay-planned", ""))
	}
	if back.After(c.last) {
		over := c.v.Must("chart.beyond-long", "Length", c.last.Until(back))
		row.Bars = append(row.Bars, c.bar(c.last.AddDays(1), back, page.Hatched, "chart.beyond", over))
	}
	return row
}

// bar is a run of days, both ends included, and how long it is, date to date.
func (c clock) bar(from, to civil.Date, look page.Look, what, long string) page.Bar {
	b := page.Bar{From: number(from), To: number(to), Look: look, Mark: long, What: c.v.Must(what), Period: c.v.period(from, to)}
	if long != "" {
		b.Period = c.v.Bracketed(b.Period, long)
	}
	return b
}

// stayOf are the ends of a stay abroad and the last day that is permitted of it.
func stayOf(c *forms.Case) (ends [3]civil.Date) {
	ends[0], _ = law.Given(c.Facts, profile.LeftOn)
	ends[1], _ = law.Given(c.Facts, profile.ReturnsOn)
	ends[2], _, _ = permitted(c)
	return ends
}
