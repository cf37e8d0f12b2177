package main

import (
	"io"
	"reflect"
	"slices"
	"strings"

	"mappe/internal/civil"
	"mappe/internal/page"
	"mappe/law"
	"mappe/locales"
	"mappe/packets"
)

// print prints a difference with one line for each change: no line is broken,
// so that a change can be searched for.
func (d rulesDiff) print(out io.Writer, was, is packets.Voice) error {
	v := is
	doc := page.Doc{Lang: v.Tag(), Title: v.Must("diff.title", "Old", d.Old.Name, "New", d.New.Name)}
	doc.Blocks = append(doc.Blocks, page.Heading{Level: 1, Text: doc.Title})
	for _, b := range []bookName{d.Old, d.New} {
		doc.Blocks = append(doc.Blocks, page.Paragraph{Text: page.Plain(b.Name + ": " + v.Must("ui.rule-book", "Digest", b.Digest[:19], "Checked", b.Checked)), Small: true})
	}
	section := func(heading string, lines []string) {
		if len(lines) > 0 {
			doc.Blocks = append(doc.Blocks, page.Heading{Level: 2, Text: v.Must(heading)}, page.List{Items: items(lines)})
		}
	}
	section("ui.rules-fees", changedValues(was, is, d.Book.Fees, feeWords))
	section("diff.periods", changedValues(was, is, d.Book.Periods, periodWords))
	section("ui.rules-sources", changed(v, d.Book.Sources, func(s law.Source) string { return s.Authority + ", " + s.Title }))
	section("diff.quotations", changed(v, d.Book.Quotes, func(q law.Quote) string { return "“" + q.Quote + "”" }))
	section("diff.checked", changed(v, d.Book.Checked, v.Date))
	if d.Book.Empty() {
		doc.Blocks = append(doc.Blocks, page.Paragraph{Text: page.Plain(v.Must("diff.same"))})
	}
	if c := d.Cases; c != nil {
		doc.Blocks = append(doc.Blocks, page.Heading{Level: 2, Text: v.Must("diff.cases", "On", d.On)})
		var lines []string
		for _, x := range c.Changed {
			lines = append(lines, x.lines(v)...)
		}
		if len(lines) > 0 {
			doc.Blocks = append(doc.Blocks, page.List{Items: items(lines)})
		}
		doc.Blocks = append(doc.Blocks, page.Paragraph{Text: page.Plain(v.Must("diff.alike", "Count", c.Same))})
	}
	return page.Text(out, doc, 1<<16)
}

func items(lines []string) (list []page.Item) {
	for _, l := range lines {
		list = append(list, page.Item{Text: page.Plain(l)})
	}
	return list
}

// changed are the lines about things that stand under a name.
func changed[T any](v packets.Voice, changes []law.Change[T], words func(T) string) (lines []string) {
	for _, c := range changes {
		switch {
		case c.Old == nil:
			lines = append(lines, v.Must("diff.new", "What", c.Name+":", "New", words(*c.New)))
		case c.New == nil:
			lines = append(lines, v.Must("diff.gone", "What", c.Name+":", "Old", words(*c.Old)))
		default:
			lines = append(lines, c.Name+": "+strings.Join(changedFields(v, v, *c.Old, *c.New), "; "))
		}
	}
	return lines
}

// changedValues are the lines about values that hold for some days.
func changedValues[T any](was, is packets.Voice, changes []law.Change[law.Value[T]], words func(packets.Voice, T) string) (lines []string) {
	for _, c := range changes {
		switch {
		case c.Old == nil:
			lines = append(lines, is.Must("diff.new", "What", c.Name+", "+days(is, *c.New)+":", "New", words(is, c.New.Value))+rests(is, *c.New))
		case c.New == nil:
			lines = append(lines, is.Must("diff.gone", "What", c.Name+", "+days(is, *c.Old)+":", "Old", words(is, c.Old.Value))+rests(was, *c.Old))
		default:
			var parts []string
			if old, new := words(is, c.Old.Value), words(is, c.New.Value); old != new {
				parts = append(parts, is.Must("diff.turns", "Old", old, "New", new))
			}
			parts = append(parts, changedFields(was, is, *c.Old, *c.New)...)
			lines = append(lines, c.Name+", "+days(is, *c.Old)+": "+strings.Join(parts, "; "))
		}
	}
	return lines
}

// rests says on what a value rests, in brackets.
func rests[T any](v packets.Voice, x law.Value[T]) string {
	var on []string
	if x.Source != "" {
		on = append(on, v.Source(x.Source))
	}
	if x.Cite != "" {
		on = append(on, string(x.Cite))
	}
	return " (" + strings.Join(on, "; ") + ")"
}

// days are those on which a value holds.
func days[T any](v packets.Voice, x law.Value[T]) string {
	switch {
	case !x.From.IsZero() && !x.To.IsZero():
		return v.Must("ui.period", "From", x.From, "To", x.To)
	case !x.From.IsZero():
		return v.Must("diff.since", "From", x.From)
	case !x.To.IsZero():
		return v.Must("diff.until", "To", x.To)
	}
	return v.Must("diff.always")
}

func feeWords(v packets.Voice, f law.Fee) string {
	switch {
	case f.Free:
		return v.Must("ui.free")
	case !f.Stated:
		return v.Must("ui.not-stated")
	}
	return v.Kroner(locales.Kroner(f.DKK))
}

func periodWords(v packets.Voice, p law.Period) string {
	var parts []string
	for _, part := range []struct {
		id    string
		count int
	}{{"diff.years", p.Years}, {"diff.months", p.Months}, {"diff.days", p.Days}} {
		if part.count > 0 {
			parts = append(parts, v.Must(part.id, "Count", part.count))
		}
	}
	if len(parts) == 0 {
		return v.Must("diff.begins")
	}
	return v.Printer.List(parts)
}

// changedFields are the keys of a thing that changes, as its file names them,
// but for the value itself.
func changedFields[T any](was, is packets.Voice, before, after T) (parts []string) {
	a, b := reflect.ValueOf(before), reflect.ValueOf(after)
	if a.Kind() != reflect.Struct || a.Type() == reflect.TypeFor[civil.Date]() {
		return []string{is.Must("diff.turns", "Old", fieldWords(was, a), "New", fieldWords(is, b))}
	}
	for f := range a.Type().Fields() {
		key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		x, y := a.FieldByIndex(f.Index), b.FieldByIndex(f.Index)
		if slices.Contains([]string{"-", "value", "id"}, key) || reflect.DeepEqual(x.Interface(), y.Interface()) {
			continue
		}
		parts = append(parts, is.Must("diff.becomes", "What", key, "Old", fieldWords(was, x), "New", fieldWords(is, y)))
	}
	return parts
}

// fieldWords is a value of a key.
func fieldWords(v packets.Voice, x reflect.Value) string {
	switch x := x.Interface().(type) {
	case civil.Date:
		if !x.IsZero() {
			return v.Date(x)
		}
	case int:
		return v.Number(x)
	default:
		if s := reflect.ValueOf(x).String(); s != "" {
			return s
		}
	}
	return v.Must("ui.none")
}
