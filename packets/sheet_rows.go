package packets

import (
	"slices"

	"mappe/checklist"
	"mappe/internal/civil"
	"mappe/internal/page"
	"mappe/law"
)

// row is a line of the table of a decision: what, the answer, what it rests on.
// Of an answer that is a day, on is that day, and event the one it is, if any.
type row struct {
	what   string
	cite   page.Words
	answer page.Words
	on     civil.Date
	event  string
}

// table is that of a decision, its columns as wide as widths say.
func (v Voice) table(rows []row, widths ...int) []page.Block {
	if len(rows) == 0 {
		return nil
	}
	t := page.Table{
		Head:   []string{v.Must("ui.what"), v.Must("ui.value"), v.Must("ui.rests-on")},
		Widths: widths, Small: true, Named: true,
	}
	for _, r := range rows {
		t.Rows = append(t.Rows, []page.Words{page.Plain(r.what), r.answer, r.cite})
	}
	return []page.Block{t}
}

// rows are those of a decision: form, authority, window, fee, deadlines,
// forecast.
func (v Voice) rows(l *checklist.Checklist, p *checklist.Person) (rows []row) {
	say := func(what, answer string, cite page.Words, more ...string) *row {
		r := row{what: what, cite: cite, answer: page.Words{{Text: answer, Strong: true}}}
		for _, s := range more {
			r.answer = append(r.answer, page.Span{Text: s})
		}
		rows = append(rows, r)
		return &rows[len(rows)-1]
	}
	day := func(event string, on civil.Date, what string, cite law.Cite, more ...string) {
		if !on.IsZero() {
			r := say(what, v.Date(on), v.Quoted(cite), more...)
			r.on, r.event = on, event
		}
	}
	if p.Scheme.Form != "" && p.CoveredBy == "" {
		form := v.short(p)
		say(v.Must("ui.form"), v.Apart(form), v.Quoted(p.Scheme.Cite), " – "+v.Must("form."+form))
	}
	if p.Authority != "" && p.CoveredBy == "" {
		say(v.Must("ui.authority"), v.Must("authority."+p.Authority), nil)
	}
	if w := p.Window; w != nil {
		day("opens", w.Opens.On, v.Must("ui.opens"), w.Opens.Cite)
		day("last-safe-day", w.LastSafeDay.On, v.Must("ui.last-safe-day"), w.LastSafeDay.Cite)
		if w.State != "" && p.CoveredBy == "" {
			say(v.Must("ui.state", "Date", p.Facts.On), v.Must("state."+string(w.State)), nil)
		}
	}
	if p.Application >= 0 && p.CoveredBy == "" {
		fee := l.Applications[p.Application].Fee
		because := page.Plain(v.FeeSource(fee))
		if because.String() == "" {
			because = v.Quoted(fee.Cite)
		}
		say(v.Must("ui.fee"), v.Fee(fee), because)
	}
	for _, d := range p.Deadlines {
		var condition []string
		if !d.If.IsZero() {
			condition = []string{v.Bracketed("", v.Must("deadline.if", "Date", d.If))}
		}
		day(d.ID, d.On, v.Must("deadline."+d.ID), d.Cite, condition...)
	}
	if f := p.Forecast; f != nil {
		day("", f.Until, v.Must("ui.permit-until"), f.Cite, v.Bracketed("", v.Must("because."+f.Because)))
	}
	return rows
}

// sources are the rows of a decision that the tiles do not say in full, and
// the other days of its timeline, in order of time.
func (v Voice) sources(l *checklist.Checklist, p *checklist.Person) []row {
	rows := v.rows(l, p)
	if p.Scheme.Form != "" && p.CoveredBy == "" {
		rows[0].answer = rows[0].answer[:1] // without what the form is called in full
	}
	rows = slices.DeleteFunc(rows, func(r row) bool { return r.cite.String() == "" })
	told := map[string]bool{}
	for _, r := range rows {
		told[r.event] = true
	}
	for _, e := range events(l, p) {
		if !told[e.ID] {
			d := v.event(e, p.Facts.On)
			rows = append(rows, row{d.What, v.Quoted(e.Cite), page.Words{{Text: d.Date, Strong: true}}, e.On, e.ID})
		}
	}
	slices.SortStableFunc(rows, func(a, b row) int { return a.on.Compare(b.on) })
	return rows
}
