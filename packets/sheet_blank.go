package packets

import (
	"mappe/checklist"
	"mappe/internal/page"
	"mappe/law"
)

// Blank is the checklist of a form for anybody: no personal data, and each
// document that depends on the case with the condition in words.
func (v Voice) Blank(form string, items []checklist.Item) page.Doc {
	title := v.Must("ui.checklist") + " – " + v.Apart(form)
	d := page.Doc{Title: title, Lang: v.Tag(), Note: v.Standing(), Blocks: []page.Block{
		page.Heading{Level: 1, Text: title},
		page.Paragraph{Text: page.Plain(v.Must("form." + form)), Strong: true},
		page.Paragraph{Text: page.Plain(v.Sentences(v.Must("ui.blank", "Checked", v.Book.Checked), v.Must("ui.disclaimer"))), Small: true},
	}}
	d.Blocks = append(append(d.Blocks, v.stands()...), v.OtherBook(v.Book)...)
	d.Blocks = append(d.Blocks, page.Fields{Pairs: []page.Pair{
		{Label: v.Must("ui.name-by-hand")}, {Label: v.Must("ui.case-by-hand")}, {Label: v.Must("ui.date-by-hand")},
	}})
	group := 0
	for _, it := range items {
		if it.Group != group {
			group = it.Group
			d.Blocks = append(d.Blocks, v.group(group, 2))
		}
		d.Blocks = append(d.Blocks, page.Check{
			Number: it.Number, Text: v.term("doc." + it.ID), Who: v.who(it),
			Under: append(under(v.condition(it), v.Must("doc."+it.ID+".hint")), v.under([]law.Cite{it.Cite})...),
		})
	}
	return d
}

// condition is how surely an item is wanted, and on what that depends.
func (v Voice) condition(it checklist.Item) string {
	need := v.Capital(v.Must("need." + string(it.Need)))
	if it.Why.Op == "" {
		return v.Ended(need)
	}
	return v.Must("need.only-if", "Need", need, "Condition", v.Clause(it.Why))
}
