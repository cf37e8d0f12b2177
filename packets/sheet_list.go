package packets

import (
	"mappe/checklist"
	"mappe/internal/page"
	"mappe/law"
)

// List is the checklist of a whole case, for every outcome: what comes out,
// what to do, which papers; each person begins a page.
func (v Voice) List(l *checklist.Checklist) page.Doc {
	d := v.Heading(v.Must("ui.checklist"), l)
	for i, p := range l.People {
		if i > 0 {
			d.Blocks = append(d.Blocks, page.Break{})
		}
		d.Blocks = append(d.Blocks, page.Heading{Level: 2, Text: v.Person(p.Facts.Applicant)})
		d.Blocks = append(d.Blocks, v.verdict(l, p)...)
		if steps := v.Steps(p); steps != nil {
			d.Blocks = append(d.Blocks, page.Heading{Level: 3, Text: v.Must("ui.steps")})
			d.Blocks = append(d.Blocks, steps...)
		}
		d.Blocks = append(d.Blocks, v.Items(p)...)
		d.Blocks = append(d.Blocks, v.rest(p)...)
		d.Blocks = append(d.Blocks, v.Missing(p)...)
	}
	return d
}

// Heading begins a document of a case: its title, the case, the day, and what
// mappe is and is not, said once.
func (v Voice) Heading(title string, l *checklist.Checklist) page.Doc {
	name := title
	if l.Profile.Case != "" {
		name += " – " + l.Profile.Case
	}
	return page.Doc{
		Title: name, Lang: v.Tag(),
		Blocks: append([]page.Block{
			page.Heading{Level: 1, Text: name},
			page.Paragraph{Text: page.Plain(v.Must("ui.as-of", "Date", l.On, "Checked", l.Book.Checked) + " " + v.Must("ui.disclaimer")), Small: true},
		}, v.OtherBook(l.Book)...),
	}
}

// OtherBook says that a rule book other than mappe's own was used, and which;
// nothing of our own.
func (v Voice) OtherBook(b *law.Book) []page.Block {
	if b.Name == "" {
		return nil
	}
	return []page.Block{page.Paragraph{Text: page.Plain(v.Must("ui.other-book", "Folder", b.Name, "Digest", b.Digest[:19]))}}
}

// states are the boxes of a checklist's statuses; what is to do, and what may
// be left out, has an open one.
var states = map[string]page.State{
	"have": page.Have, "missing": page.Lacking, "follows-later": page.Follows, "confirm": page.Confirm,
	"does-not-apply": page.Excused, "cannot-obtain": page.Excused,
}

// Items are a person's papers, with boxes to tick.
func (v Voice) Items(p *checklist.Person) []page.Block {
	var b []page.Block
	group := 0
	for _, it := range p.Items {
		if it.Group != group {
			group = it.Group
			b = append(b, page.Heading{Level: 3, Text: v.Must("group." + string(rune('0'+group)))})
		}
		b = append(b, page.Check{
			State: states[it.Status()], Number: it.Number, Text: page.Plain(v.Must("doc." + it.ID)), Status: v.Must("status." + it.Status()),
			Under: v.itemLines(p, it),
		})
	}
	return b
}

// Blank is the checklist of a form for anybody: no personal data, and each
// document that depends on the case with the condition in words.
func (v Voice) Blank(form string, items []checklist.Item) page.Doc {
	title := v.Must("ui.checklist") + " – " + form
	d := page.Doc{Title: title, Lang: v.Tag(), Blocks: []page.Block{
		page.Heading{Level: 1, Text: title},
		page.Paragraph{Text: page.Plain(v.Must("form." + form)), Strong: true},
		page.Paragraph{Text: page.Plain(v.Must("ui.blank", "Checked", v.Book.Checked) + " " + v.Must("ui.disclaimer")), Small: true},
	}}
	d.Blocks = append(d.Blocks, v.OtherBook(v.Book)...)
	group := 0
	for _, it := range items {
		if it.Group != group {
			group = it.Group
			d.Blocks = append(d.Blocks, page.Heading{Level: 3, Text: v.Must("group." + string(rune('0'+group)))})
		}
		lines := []string{v.Must("need."+string(it.Need)) + " · " + v.Must("from."+it.From)}
		if it.Why.Op != "" {
			lines = append(lines, v.Must("ui.only-if", "Condition", v.Clause(it.Why)))
		}
		lines = append(lines, v.Must("doc."+it.ID+".hint"), v.Cite(it.Cite))
		d.Blocks = append(d.Blocks, page.Check{Number: it.Number, Text: page.Plain(v.Must("doc." + it.ID)), Under: under(lines...)})
	}
	return d
}

// itemLines say how surely an item is wanted, from whom and why.
func (v Voice) itemLines(p *checklist.Person, it checklist.Item) []page.Words {
	need := v.Must("need."+string(it.Need)) + " · " + v.Must("from."+it.From)
	if it.Extra {
		return under(v.Must("ui.extra"))
	}
	lines := []string{need, v.Must("doc." + it.ID + ".hint"), v.Cite(it.Cite)}
	for _, gap := range p.Gaps(it.ID) {
		lines = append(lines, v.Must("ui.gap", "From", gap.From, "To", gap.To))
	}
	for _, g := range it.Given {
		if g.Reason != nil {
			lines = append(lines, v.Must("ui.reason", "Reason", *g.Reason))
		}
		if g.Until != nil {
			lines = append(lines, v.Must("ui.until", "Date", *g.Until))
		}
	}
	return under(lines...)
}
