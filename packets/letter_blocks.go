package packets

import (
	"strings"

	"mappe/checklist"
	"mappe/forms"
	"mappe/internal/page"
	"mappe/locales"
	"mappe/profile"
)

// addressee is to whom a letter goes: the authority, by way of the mission where
// it is handed in there. No address is known that isn't given.
func (b *binder) addressee() []page.Block {
	to := b.v.Must("authority." + b.people[0].Authority)
	m := b.l.Mission
	if m == nil || !b.people[0].Abroad {
		return head(to)
	}
	return head(to, append([]string{b.v.Must("letter.by-way-of", "Mission", m.Name.In(b.v.Tag()))}, m.Address...)...)
}

// references are the day, and the numbers by which the case is known.
func (b *binder) references() []page.Block {
	v := b.v
	pairs := []page.Pair{{Label: v.Must("letter.date"), Value: v.Date(b.l.On)}}
	if brand := b.style.Brand; brand != nil && brand.Reference != "" {
		pairs = append(pairs, page.Pair{Label: v.Must("letter.reference"), Value: brand.Reference})
	}
	for _, p := range b.people {
		a := p.Facts.Applicant
		label := func(k profile.Key) string {
			if len(b.people) == 1 {
				return v.Capital(v.Fact(k))
			}
			return v.Capital(v.Fact(k)) + ", " + v.Registered(a)
		}
		if n := one(a.AlienNumber); n != "" {
			pairs = append(pairs, page.Pair{Label: label("alien_number"), Value: n})
		}
		if n := one(a.CaseOrderID); n != "" || b.app.Form == forms.MF4 {
			pairs = append(pairs, page.Pair{Label: label("case_order_id"), Value: n})
		}
	}
	if f := b.app.Fee; f.Status == forms.FeeKnown {
		pairs = append(pairs, page.Pair{Label: v.Must("ui.fee"), Value: v.Must("letter.fee", "Each", locales.Kroner(f.Each), "On", f.On)})
	}
	return []page.Block{page.Fields{Pairs: pairs}}
}

// enclosures is a table of what is in the packet, in its order, each with its
// pages as they are printed.
func (b *binder) enclosures() []page.Block {
	v, family := b.v, len(b.people) > 1
	t := page.Table{Head: []string{v.Must("ui.number"), v.Must("ui.enclosure"), v.Must("ui.page")}, Widths: []int{12, 72, 16}, Small: true}
	for _, x := range b.k.lines {
		if x.id == coveringLetter || x.explained() {
			continue
		}
		title := x.title
		if family && x.person != "" {
			title += ", " + x.person
		}
		if note := x.noted(v); note != "" {
			title += " – " + note
		}
		t.Rows = append(t.Rows, []page.Words{page.Plain(x.number), page.Plain(title), page.Plain(b.span(b.k, x))})
	}
	return []page.Block{t}
}

// explained tells whether a line stands for a page that says why there is no
// document, and for nothing else.
func (x *line) explained() bool {
	if x.asked == nil || len(files(*x.asked)) > 0 {
		return false
	}
	for _, g := range x.asked.Given {
		if g.Explained() {
			return true
		}
	}
	return false
}

// absent are the documents that are not enclosed, with the reason's page and the
// day by which they follow.
func (b *binder) absent() []page.Block {
	v := b.v
	var list page.List
	for _, x := range b.k.lines {
		if !x.explained() {
			continue
		}
		says := x.number + " " + x.title
		if len(b.people) > 1 {
			says += ", " + x.person
		}
		for _, g := range x.asked.Given {
			if g.Explained() {
				says += ": " + v.Must("status."+string(*g.Status))
				if g.Until != nil {
					says += ", " + v.Must("letter.by", "Date", *g.Until)
				}
			}
		}
		says += " " + v.Must("letter.see", "Page", b.span(b.k, x))
		list.Items = append(list.Items, page.Item{Text: page.Plain(says)})
	}
	if list.Items == nil {
		return nil
	}
	return []page.Block{list}
}

// asked are the documents of the checklist that the letter is to bring.
func (x letter) asked() []page.Block {
	var list page.List
	for _, it := range x.items {
		list.Items = append(list.Items, page.Item{Text: page.Plain(x.b.v.Must("doc." + it.ID))})
	}
	if list.Items == nil {
		return nil
	}
	return []page.Block{list}
}

// standsFor tells which letter stands in the place of an item.
func (b *binder) standsFor(p *checklist.Person, it checklist.Item) (letter, bool) {
	for _, l := range checklist.LettersAt(checklist.InItem, p.Scheme.ID) {
		if l.Answers(it) {
			return letter{Letter: l, b: b, person: p, items: []checklist.Item{it}}, true
		}
	}
	return letter{}, false
}

// periods is a table of the residence: the years, both incomes with what lies
// between, and the absences. What isn't known is a line to fill in.
func (x letter) periods() []page.Block {
	v, p := x.b.v, x.person
	t := &periodTable{v: v}
	a := p.Facts.Applicant
	if five, known := forms.FiveYears(p.Facts); known {
		t.row(v.Must("chart.years"), profile.Period{From: five.First, To: five.On().AddDays(-1)})
	} else {
		t.open(v.Must("chart.years"))
	}
	t.income(v.Must("chart.own-income"), a.Income, p.Gaps("residence-evidence"))
	var dane []profile.Period
	if a.DanishFamilyMember != nil {
		dane = a.DanishFamilyMember.Income
	}
	t.income(v.Must("chart.dane-income"), dane, p.Gaps("residence-evidence-dane"))
	away := v.Must("chart.absences")
	switch {
	case a.Absences == nil:
		t.open(away)
	case len(a.Absences) == 0:
		t.rows = append(t.rows, []string{away, v.Must("ui.none"), "", ""})
	}
	for _, s := range a.Absences {
		t.row(away+": "+v.Must("value.absences.reason."+string(s.Reason)), profile.Period{From: s.From, To: s.To})
	}
	return []page.Block{t.table()}
}

// periodTable is one of days.
type periodTable struct {
	v    Voice
	rows [][]string
}

func (t *periodTable) row(what string, p profile.Period) {
	long, err := t.v.Length(p.From.Until(p.To.AddDays(1)))
	if err != nil {
		long = ""
	}
	t.rows = append(t.rows, []string{what, t.v.Date(p.From), t.v.Date(p.To), long})
}

// open is a row to fill in by hand.
func (t *periodTable) open(what string) {
	line := strings.Repeat("_", 14)
	t.rows = append(t.rows, []string{what, line, line, line})
}

func (t *periodTable) income(what string, periods, gaps []profile.Period) {
	if periods == nil {
		t.open(what)
	}
	for _, p := range periods {
		t.row(what, p)
	}
	for _, p := range gaps {
		t.row(what+": "+t.v.Must("letter.gap"), p)
	}
}

func (t *periodTable) table() page.Table {
	v := t.v
	out := page.Table{
		Head: []string{v.Must("ui.what"), v.Must("ui.from"), v.Must("ui.to"), v.Must("letter.length")}, Widths: []int{34, 22, 22, 22},
		Small: true, Named: true,
	}
	for _, r := range t.rows {
		cells := make([]page.Words, len(r))
		for i, s := range r {
			cells[i] = page.Plain(s)
		}
		out.Rows = append(out.Rows, cells)
	}
	return out
}
