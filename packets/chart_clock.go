package packets

import (
	"mappe/checklist"
	"mappe/internal/civil"
	"mappe/internal/page"
	"mappe/law"
	"mappe/profile"
)

// clock is how much of what is permitted of a stay abroad is used, and how the
// planned stay stands against it; nothing while one of its ends is unknown.
func (v Voice) clock(p *checklist.Person, days []page.Day) []page.Block {
	left, known := law.Given(p.Facts, profile.LeftOn)
	last, how, ok := permitted(p)
	if !known || !ok || !left.Before(last) {
		return nil
	}
	on := p.Facts.On
	c := page.Bars{Head: []string{v.Must("ui.what"), v.Must("ui.days-of")}, From: number(left), Key: v.Must("chart.beyond")}
	bar := func(from, to civil.Date, look page.Look, what string, kv ...any) page.Bar {
		return page.Bar{From: number(from), To: number(to), Look: look, What: v.Must(what, kv...), Period: v.period(from, to)}
	}
	limit := page.BarRow{Name: v.Must("chart.permitted")}
	whole, _ := v.Length(left.Until(last))
	if n := len(how.Shifts); n == 1 {
		whole = v.length(how.Shifts[0].By)
	}
	switch {
	case on.Before(left):
		limit.Bars = []page.Bar{bar(left, last, page.Hollow, "chart.permitted")}
		limit.Bars[0].Mark = whole
	case on.Before(last):
		used := bar(left, on, page.Full, "chart.used")
		used.Mark, _ = v.Length(left.Until(on))
		limit.Bars = []page.Bar{used, bar(on.AddDays(1), last, page.Hollow, "chart.unused")}
		limit.Bars[1].Mark, _ = v.Length(on.Until(last))
	default:
		limit.Bars = []page.Bar{bar(left, last, page.Full, "chart.used-up")}
		limit.Bars[0].Mark = whole
	}
	stay := page.BarRow{Name: v.Must("chart.stay")}
	end := civil.Later(last, on)
	days = append(days, v.dated(left, v.Must("chart.left"), page.Begins), v.dated(on, v.Must("chart.today"), page.Today))
	if back, known := law.Given(p.Facts, profile.ReturnsOn); !known || back.Before(left) {
		stay.Blank = v.Must("chart.return-unknown")
	} else {
		end = civil.Later(end, back)
		stay.Bars = []page.Bar{bar(left, civil.Earlier(back, last), page.Hollow, "chart.stay")}
		if back.After(last) {
			stay.Bars = append(stay.Bars, bar(last.AddDays(1), back, page.Hatched, "chart.beyond"))
			stay.Bars[1].Mark, _ = v.Length(last.Until(back))
		}
		returns := "event.return"
		if back.Before(on) {
			returns = "chart.returned"
		}
		days = append(days, v.dated(back, v.Must(returns), page.Note))
	}
	c.Rows = []page.BarRow{limit, stay}
	for _, d := range inOrder(days) {
		if d.On >= c.From && d.On <= number(end) {
			c.Days = append(c.Days, d)
		}
	}
	c.To = number(end)
	c.Ticks = v.ticks(left, end, true)
	c.Alt = v.Must("chart.clock") + " " + told(c.Days)
	return []page.Block{c}
}
