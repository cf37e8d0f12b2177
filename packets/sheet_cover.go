package packets

import (
	"mappe/checklist"
	"mappe/forms"
	"mappe/internal/civil"
	"mappe/internal/page"
	"mappe/locales"
)

// Case is what comes out for one person, from what matters most to what it
// rests on: the sentence, the tiles, the days on a line, what stops the
// application, the table, and what is still to be answered. Headings in it have
// the level.
func (v Voice) Case(l *checklist.Checklist, p *checklist.Person, level int) []page.Block {
	b, rows := v.says(l, p), v.rows(l, p)
	if p.Outcome != forms.Undecided {
		rows = v.sources(l, p)
	}
	if tiles := v.tiles(l, p); len(tiles) > 0 {
		b = append(b, tiles)
	}
	for _, chart := range v.Timeline(l, p) {
		if t, ok := chart.(page.Timeline); ok {
			t.Bare = true // the table has its days
			chart = t
		}
		b = append(b, chart)
	}
	stops, _ := stops(p)
	b = append(b, v.told(stops, level)...)
	b = append(b, v.table(rows, 21, 29, 50)...)
	return append(b, v.missing(p, level)...)
}

// tiles are the three things to see first: which form, between which days,
// what it costs. Where nothing is to be filed: what comes out, by which day to
// act, what to carry. Nothing while that is not decided.
func (v Voice) tiles(l *checklist.Checklist, p *checklist.Person) (t page.Tiles) {
	if p.CoveredBy != "" || p.Outcome == forms.Undecided {
		return nil
	}
	var to []page.Words
	if p.Authority != "" {
		to = under(v.Must("authority." + p.Authority))
	}
	if p.Scheme.Form == "" {
		t = page.Tiles{{Label: v.Must("tile.outcome"), Value: v.Capital(v.Outcome(p)), Under: to}}
		if d := v.nearest(p); d != nil {
			t = append(t, *d)
		}
		if c := v.carry(p); c != nil {
			t = append(t, *c)
		}
		return t
	}
	stops, _ := stops(p)
	if len(stops) > 0 {
		to = append(to, page.Words{{Text: v.Must("tile.stopped"), Strong: true}})
	}
	t = page.Tiles{{Label: v.Must("ui.form"), Value: v.Apart(v.short(p)), Under: to}}
	if w := p.Window; w != nil {
		t = append(t, v.window(w))
	}
	if p.Application >= 0 {
		t = append(t, v.cost(l, l.Applications[p.Application].Fee))
	}
	return t
}

// short is the name of the form that a person fills in.
func (v Voice) short(p *checklist.Person) string {
	if p.Variant == "BF2" || p.Variant == "BF3" {
		return p.Variant
	}
	return p.Scheme.Form
}

// window says between which days to file.
func (v Voice) window(w *forms.Window) page.Tile {
	t := page.Tile{Label: v.Must("tile.window")}
	opens, last := w.Opens.On, w.LastSafeDay.On
	switch {
	case w.State == forms.Empty:
		t.Value = v.Must("tile.no-day")
	case !opens.IsZero() && !last.IsZero():
		t.Value = v.Must("tile.between", "From", v.ShortDate(opens), "To", v.ShortDate(last))
	case !last.IsZero():
		t.Value = v.Must("tile.until", "To", v.ShortDate(last))
	case !opens.IsZero():
		t.Value = v.Must("tile.from", "From", v.ShortDate(opens))
	case w.State == forms.Always:
		t.Value = v.Must("tile.always")
	default:
		t.Value = v.Must("tile.unknown")
	}
	if w.State != "" && w.State != forms.Always {
		t.Under = under(v.Capital(v.Must("state." + string(w.State))))
	}
	t.Value = v.Capital(t.Value)
	return t
}

// cost says what an application costs, also that it is not known.
func (v Voice) cost(l *checklist.Checklist, f forms.Fee) page.Tile {
	t := page.Tile{Label: v.Must("ui.fee")}
	switch f.Status {
	case forms.FeeKnown:
		t.Value = v.Kroner(locales.Kroner(f.Each))
		t.Under = under(v.Must("tile.rate", "On", f.On))
		if n := len(l.Applications); n > 1 && l.Fee.Status == forms.FeeKnown && l.Fee.Each == f.Each {
			t.Under = append(t.Under, page.Plain(v.Must("tile.together", "Count", n, "Total", locales.Kroner(l.Fee.Total))))
		}
	case forms.FeeFree:
		t.Value = v.Must("tile.free")
	default:
		t.Value, t.Under = v.Must("tile.unknown"), under(v.Fee(f))
	}
	t.Value = v.Capital(t.Value)
	return t
}

// nearest is the first day by which a person must act, from the day of the
// answer on, or the last one that has passed.
func (v Voice) nearest(p *checklist.Person) *page.Tile {
	var first *forms.Deadline
	for i, d := range p.Deadlines {
		past := d.On.Before(p.Facts.On)
		switch {
		case first == nil,
			first.On.Before(p.Facts.On) && (!past || d.On.After(first.On)),
			!past && d.On.Before(first.On):
			first = &p.Deadlines[i]
		}
	}
	if first == nil {
		return nil
	}
	return &page.Tile{Label: v.Must("deadline." + first.ID), Value: v.ShortDate(first.On), Under: v.passed(first.On, p.Facts.On)}
}

func (v Voice) passed(day, on civil.Date) []page.Words {
	if day.Before(on) {
		return under(v.Must("tile.passed"))
	}
	return nil
}

// carry are the papers of somebody who files nothing.
func (v Voice) carry(p *checklist.Person) *page.Tile {
	var names []string
	for _, it := range p.Items {
		if !it.Act {
			names = append(names, v.Must("doc."+it.ID))
		}
	}
	if len(names) == 0 {
		return nil
	}
	return &page.Tile{Label: v.Must("tile.carry"), Value: v.Must("tile.papers", "Count", len(names)), Under: under(names...)}
}
