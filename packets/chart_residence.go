package packets

import (
	"slices"

	"mappe/checklist"
	"mappe/forms"
	"mappe/internal/civil"
	"mappe/internal/page"
	"mappe/law"
	"mappe/locales"
	"mappe/profile"
)

// Residence is the picture of the years that permanent EU residence wants: the
// residence, both incomes with the gaps to prove, the absences. There is none
// in other cases, nor while the first day is unknown.
func (v Voice) Residence(p *checklist.Person) []page.Block {
	five, known := forms.FiveYears(p.Facts)
	if !known || p.Scheme.ID != "od2d" {
		return nil
	}
	on, since, until := p.Facts.On, five.First, five.On().AddDays(-1)
	r := residence{v, p, since, until}
	c := page.Bars{
		Title: v.Must("chart.residence"),
		Head:  []string{v.Must("ui.what"), v.Must("ui.days-of")},
		Key:   v.Must("chart.key"), From: number(since), To: number(five.On()), Ticks: v.ticks(since, five.On(), false),
		Days: []page.Day{v.dated(five.On(), v.Must("event.five-years"), page.Begins)},
		Rows: []page.BarRow{
			r.years(on), r.income("chart.own-income", "residence-evidence", profile.Income),
			r.income("chart.dane-income", "residence-evidence-dane", profile.DaneIncome), r.absences(),
		},
	}
	if !on.Before(since) && !on.After(five.On()) {
		c.Days = inOrder(append(c.Days, v.dated(on, v.Must("chart.today"), page.Today)))
	}
	c.Alt = v.barsInWords(c)
	return []page.Block{c}
}

// residence are the years, from the first day to the last.
type residence struct {
	v            Voice
	p            *checklist.Person
	since, until civil.Date
}

// bar is a run of days as far as it lies within the years.
func (r residence) bar(from, to civil.Date, look page.Look, what string) (bar page.Bar, ok bool) {
	from, to = civil.Later(from, r.since), civil.Earlier(to, r.until)
	return page.Bar{From: number(from), To: number(to), Look: look, What: what, Period: r.v.period(from, to)}, !to.Before(from)
}

// years is the row of the residence itself: what has passed, what is to come.
func (r residence) years(on civil.Date) page.BarRow {
	row := page.BarRow{Name: r.v.Must("chart.years")}
	if b, ok := r.bar(r.since, on, page.Full, row.Name); ok {
		row.Bars = append(row.Bars, b)
	}
	if b, ok := r.bar(civil.Later(on.AddDays(1), r.since), r.until, page.Hollow, r.v.Must("chart.years-left")); ok {
		row.Bars = append(row.Bars, b)
	}
	return row
}

// income is the row of an income, with the gaps that an item of the checklist
// is to fill.
func (r residence) income(name, item string, income profile.Fact[[]profile.Period]) page.BarRow {
	row := page.BarRow{Name: r.v.Must(name)}
	periods, known := law.Given(r.p.Facts, income)
	if !known {
		row.Blank = r.v.Must("ui.unsaid")
		return row
	}
	for _, x := range periods {
		if b, ok := r.bar(x.From, x.To, page.Full, ""); ok {
			row.Bars = append(row.Bars, b)
		}
	}
	for _, it := range r.p.Items {
		if it.ID != item {
			continue
		}
		gaps := r.p.Gaps(item)
		for i, x := range gaps {
			if b, ok := r.bar(x.From, x.To, page.Hatched, r.v.Must("chart.gap", "Number", gapNumber(it, i, len(gaps)))); ok {
				b.Mark = gapNumber(it, i, len(gaps))
				row.Bars = append(row.Bars, b)
			}
		}
	}
	if len(row.Bars) == 0 {
		row.Blank = r.v.Must("ui.none")
	}
	slices.SortStableFunc(row.Bars, func(a, b page.Bar) int { return a.From - b.From })
	return row
}

// absences is the row of the time outside Denmark.
func (r residence) absences() page.BarRow {
	row := page.BarRow{Name: r.v.Must("chart.absences")}
	absences, known := law.Given(r.p.Facts, profile.Absences)
	if !known {
		row.Blank = r.v.Must("ui.unsaid")
		return row
	}
	for _, a := range absences {
		what := r.v.Join(locales.Colon, row.Name, r.v.Must("value.absences.reason."+string(a.Reason)))
		if b, ok := r.bar(a.From, a.To, page.Full, what); ok {
			row.Bars = append(row.Bars, b)
		}
	}
	if len(row.Bars) == 0 {
		row.Blank = r.v.Must("ui.none")
	}
	slices.SortStableFunc(row.Bars, func(a, b page.Bar) int { return a.From - b.From })
	return row
}

// gapNumber is the number of the i'th of n gaps that an item is to fill: that
// of the item, with a letter where there are several.
func gapNumber(it checklist.Item, i, n int) string {
	if n < 2 {
		return it.Number
	}
	letters := ""
	for i++; i > 0; i = (i - 1) / 26 {
		letters = string(rune('a'+(i-1)%26)) + letters
	}
	return it.Number + letters
}
