package packets

import (
	"mappe/checklist"
	"mappe/forms"
	"mappe/internal/page"
	"mappe/law"
	"mappe/locales"
	"mappe/profile"
)

// minus is the sign of a shift backwards.
const minus = "−"

// Window is how the ends of the filing window were reckoned, nil for none.
func (v Voice) Window(c *forms.Case) []page.Block {
	w := c.Window
	if w == nil {
		return nil
	}
	var items []page.Item
	if !w.Opens.On.IsZero() {
		it := v.reckoned(v.Must("ui.opens"), w.Opens.How, w.Opens.Cite)
		if c.Scheme.Form == forms.OD2D {
			it.Under = append(it.Under, v.Quoted("X-13"))
		}
		items = append(items, it)
	}
	if !w.LastSafeDay.On.IsZero() {
		items = append(items, v.reckoned(v.Must("ui.last-safe-day"), w.LastSafeDay.How, w.LastSafeDay.Cite))
	}
	if w.State != "" {
		items = append(items, page.Item{Text: page.Plain(v.Ended(v.Join(locales.Colon, v.Must("ui.state", "Date", c.Facts.On), v.Must("state."+string(w.State)))))})
	}
	return []page.Block{page.List{Items: items}}
}

// Deadline is how a deadline was reckoned.
func (v Voice) Deadline(c *forms.Case, d forms.Deadline) page.Item {
	it := v.reckoned(v.Must("deadline."+d.ID), d.How, d.Cite)
	switch {
	case d.ID == "residence-reached":
		it.Under = append(v.timeAbroad(c, d.How), it.Under...)
	case d.ID == "leave-limit" && v.Has("branch."+d.How.Shifts[0].Name):
		it.Under = append(append(under(v.Must("branch."+d.How.Shifts[0].Name)), it.Under...), v.Quoted("X-05"))
	}
	return it
}

// Days are all of a person's days: the window, the deadlines.
func (v Voice) Days(p *checklist.Person) []page.Block {
	blocks := v.Window(p.Case)
	var items []page.Item
	for _, d := range p.Deadlines {
		items = append(items, v.Deadline(p.Case, d))
	}
	switch {
	case len(items) == 0:
		return blocks
	case blocks == nil:
		return []page.Block{page.List{Items: items}}
	}
	list := blocks[0].(page.List)
	return []page.Block{page.List{Items: append(list.Items, items...)}}
}

// reckoned is a day, each step that leads to it, and what they rest on.
func (v Voice) reckoned(label string, how forms.Reckoning, rule law.Cite) page.Item {
	lines, cites := v.reckoning(how)
	lines = append(lines, v.under(append([]law.Cite{rule}, cites...))...)
	return page.Item{Text: page.Plain(v.Join(locales.Colon, label, v.Date(how.On()))), Under: lines}
}

// reckoning are the steps of a day, a line for each, and the sentences that
// they rest on.
func (v Voice) reckoning(how forms.Reckoning) (lines []page.Words, cites []law.Cite) {
	say := func(s string) { lines = append(lines, page.Plain(s)) }
	from := v.Bracketed(v.Date(how.First), v.first(how))
	if len(how.Shifts) == 0 {
		say(from)
	}
	for _, s := range how.Shifts {
		sign := "+"
		if s.Back {
			sign = minus
		}
		by := v.length(s.By)
		if s.Name == "time-abroad-counted" {
			by = v.Must("ui.excess", "Length", by)
		}
		say(from + " " + sign + " " + by + " = " + v.Date(s.On) + " " + v.bracketed(s.Cite))
		cites = append(cites, s.Cite)
		if !s.NoDay.IsZero() {
			say(v.Must("ui.no-day", "Day", s.NoDay, "Date", s.On, "Other", s.Other))
			cites = append(cites, "X-22")
		}
		from = v.Date(s.On)
	}
	if t := how.Test; t != nil {
		more, below := v.reckoning(t.Reached)
		lines, cites = append(lines, more...), append(cites, below...)
		met := map[bool]string{true: "met", false: "unmet"}[t.Met]
		say(v.Must("test."+string(t.Fact)+"."+met, "Date", t.Day))
		switch {
		case t.Fact == profile.PermitExpires.Key:
			cites = append(cites, "X-25")
		case t.Day == t.Reached.On():
			cites = append(cites, "X-08")
		}
	}
	return lines, cites
}

// first names the first day of a reckoning.
func (v Voice) first(how forms.Reckoning) string {
	if how.Fact != "" {
		return v.Fact(how.Fact)
	}
	return v.Must("start." + string(how.Start))
}

// length is a civil length: 3 months; 1 year, 2 months and 5 days.
func (v Voice) length(p law.Period) string {
	years, months := p.Years+p.Months/12, p.Months%12
	if p.Years == 0 && p.Months%12 == 0 && p.Months <= 12 { // 12 months stay months, as the pages have it
		years, months = 0, p.Months
	}
	var said []string
	for _, x := range []struct {
		id string
		n  int
	}{{"length.years", years}, {"length.months", months}, {"length.days", p.Days}} {
		if x.n > 0 {
			said = append(said, v.Must(x.id, "Count", x.n))
		}
	}
	return v.Printer.List(said)
}

// timeAbroad says how much of each absence moved a day, where any did.
func (v Voice) timeAbroad(c *forms.Case, how forms.Reckoning) []page.Words {
	var lines []string
	for _, a := range forms.TimeAbroad(c.Facts, how.First, how.On()) {
		lines = append(lines, v.Must("ui.away", "From", a.From, "To", a.To, "Length", v.length(law.Period{Months: a.Length.Months, Days: a.Length.Days})))
	}
	if len(lines) > 0 {
		lines = append(lines, v.Must("ui.away-counts"))
	}
	return under(lines...)
}

// Forecast compares everything that caps the permit, and says what to do.
func (v Voice) Forecast(p *checklist.Person) []page.Block {
	if p.Scheme.Form != forms.MF4 {
		return nil
	}
	var b []page.Block
	if p.Forecast == nil {
		b = append(b, page.Paragraph{Text: page.Plain(v.Must("ui.no-forecast"))})
		return append(b, v.Noted(p, forecastNotes...)...)
	}
	var items []page.Item
	for _, x := range p.Caps {
		it := v.reckoned(v.Capital(v.Must("because."+x.Because)), x.How, x.Cite)
		if x.Because == p.Forecast.Because {
			it.Text = page.Plain(it.Text.String() + " – " + v.Must("ui.earliest"))
		}
		items = append(items, it)
	}
	b = append(b, page.Paragraph{Text: page.Plain(v.Must("ui.caps", "Date", p.Forecast.Until))}, page.List{Items: items})
	if expiry, until := p.PassportNeeded(); !expiry.IsZero() {
		b = append(b, page.Paragraph{Text: page.Plain(v.Must("ui.passport-needed", "Date", expiry, "Until", until))})
	}
	return append(b, v.Noted(p, forecastNotes...)...)
}

// forecastNotes are the notes that say what to do about a forecast.
var forecastNotes = []string{"passport-expired", "passport-caps-permit", "renew-passport-first", "extend-after-passport",
	"forecast-not-later", "eight-years-missed", "S4-41", "S4-42"}

// FeeLine is which rate holds, and why.
func (v Voice) FeeLine(l *checklist.Checklist, p *checklist.Person) []page.Block {
	if p.Application < 0 {
		return nil
	}
	if p.CoveredBy != "" {
		return []page.Block{page.Paragraph{Text: page.Plain(v.Must("ui.fee-covered", "Name", v.Person(l.Case(p.CoveredBy).Facts.Applicant)))}}
	}
	fee := l.Applications[p.Application].Fee
	var lines []string
	if fee.Status == forms.FeeKnown || fee.Status == forms.FeeNotPublished {
		lines = append(lines, v.Must("ui.fee-day", "Date", fee.On))
	}
	if fee.Status == forms.FeeNotPublished {
		lines = append(lines, v.Must("ui.gaps"))
	}
	if !fee.From.IsZero() && !fee.To.IsZero() {
		lines = append(lines, v.Must("ui.fee-line", "From", fee.From, "To", fee.To))
	}
	if s, ok := v.Book.Source(fee.Source); ok && fee.Status != forms.FeeNotPublished {
		lines = append(lines, v.Must("ui.fee-source", "Source", v.Source(fee.Source), "Read", s.Read))
	}
	if fee.Sure != "" && fee.Status != forms.FeeNotPublished {
		lines = append(lines, v.Must("sure."+fee.Sure))
	}
	if got, ok := v.Book.Fees[p.Scheme.Form].Captured(); ok && fee.Status == forms.FeeKnown && got.Value.DKK != fee.Each {
		lines = append(lines, v.Must("ui.fee-captured", "Fee", locales.Kroner(got.Value.DKK), "From", got.From, "To", got.To), v.Cited(got.Cite), v.Cited("X-21"))
	}
	return []page.Block{page.List{Items: []page.Item{{Text: page.Plain(v.Ended(v.Fee(fee))), Under: append(under(lines...), v.under([]law.Cite{fee.Cite})...)}}}}
}
