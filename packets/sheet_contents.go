package packets

import "mappe/internal/page"

// contentsAnchor is where links to the contents lead.
const contentsAnchor = "contents"

// contents is the body's first page: who files what with whom, and what is
// enclosed on which page.
func (v Voice) contents(b *binder) page.Doc {
	if b.style.Filed != nil {
		return b.lateContents()
	}
	form := b.variant()
	pairs := v.filing(b, form)
	table := page.Table{
		Head:   []string{v.Must("ui.number"), v.Must("ui.enclosure"), v.Must("ui.page")},
		Widths: []int{12, 76, 12},
	}
	if len(b.people) > 1 {
		table.Head = []string{v.Must("ui.number"), v.Must("ui.enclosure"), v.Must("ui.applicant"), v.Must("ui.page")}
		table.Widths = []int{12, 50, 27, 11}
	}
	for _, x := range b.k.lines {
		to := "#" + x.piece.anchor
		title := page.Words{{Text: x.title, To: to}}
		if x.note != "" {
			title = append(title, page.Span{Text: " – " + x.note})
		}
		row := []page.Words{page.Plain(x.number), title}
		if len(b.people) > 1 {
			row = append(row, page.Plain(x.person))
		}
		table.Rows = append(table.Rows, append(row, page.Link(b.label(x.piece), to)))
	}
	return page.Doc{
		Title: v.Must("ui.contents"), Lang: v.Tag(),
		Blocks: []page.Block{
			page.Heading{Level: 1, Text: v.Must("ui.application", "Form", form)},
			page.Fields{Pairs: pairs},
			page.Heading{Level: 2, Text: v.Must("ui.contents")},
			table,
			page.Paragraph{Text: page.Plain(v.Must("ui.prepared-with")), Small: true},
		},
	}
}

// variant is the form that is filed, with the variant of it that the first
// person signs.
func (b *binder) variant() string {
	if first := b.people[0]; first.Variant == "BF2" || first.Variant == "BF3" {
		return first.Variant + " (" + b.app.Form + ")"
	}
	return b.app.Form
}

// filing is who files what with whom.
func (v Voice) filing(b *binder, form string) []page.Pair {
	first := b.people[0]
	pairs := []page.Pair{}
	for i, p := range b.people {
		label := v.Must("ui.applicant")
		if i > 0 {
			label = v.Must("ui.included")
		}
		pairs = append(pairs, page.Pair{Label: label, Value: v.Named(p.Facts.Applicant)})
	}
	pairs = append(pairs,
		page.Pair{Label: v.Must("ui.form"), Value: form + ": " + v.Must("form."+b.app.Form)},
		page.Pair{Label: v.Must("ui.authority"), Value: v.Must("authority." + first.Authority)},
		page.Pair{Label: v.Must("ui.prepared"), Value: v.Date(b.l.On)})
	if r := first.Facts.Applicant.Representative; r != nil && r.Name != nil {
		pairs = append(pairs, page.Pair{Label: capital(v.Must("fact.representative.name")), Value: printable(r.Name)})
	}
	return pairs
}
