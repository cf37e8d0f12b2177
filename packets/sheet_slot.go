package packets

import (
	"slices"

	"mappe/checklist"
	"mappe/internal/page"
	"mappe/profile"
)

// status is how a document stands that is explained, with its day, in few words.
func (v Voice) status(g profile.Document) string {
	if g.Until != nil {
		return v.Must("status.follows-by", "Date", *g.Until)
	}
	return v.Must("status." + string(*g.Status))
}

// slot is the sentence for the officer.
func (v Voice) slot(it checklist.Item, g profile.Document) string {
	id := "slot."
	if it.Act {
		id += "act."
	}
	if g.Until != nil {
		return v.Must(id+"follows-by", "Date", *g.Until)
	}
	return v.Must(id + string(*g.Status))
}

// slotSheet stands in the place of a document: which it is and whose, when it
// comes or that it doesn't, why not, and the sentence that asks for it. Who says
// that it can't be had, or isn't relevant, declares that and signs.
func (b *binder) slotSheet(it checklist.Item, p *checklist.Person, g profile.Document) page.Doc {
	v := b.v
	a := p.Facts.Applicant
	pairs := b.belongs(v, it, p)
	if second, ok := v.other(); ok {
		pairs[0].Value += " – " + second.status(g)
	}
	if a.Born != nil {
		pairs = append(pairs, page.Pair{Label: v.Capital(v.Fact("born")), Value: v.Date(*a.Born)})
	}
	if a.CaseOrderID != nil {
		pairs = append(pairs, page.Pair{Label: v.Capital(v.Fact("case_order_id")), Value: *a.CaseOrderID})
	}
	if g.Until == nil && *g.Status == profile.FollowsLater {
		pairs = append(pairs, page.Pair{Label: v.Must("ui.until-label"), Value: v.Must("slot.no-day")})
	}
	if here := b.beside(it, p); here != "" {
		pairs = append(pairs, page.Pair{Label: v.Must("slot.beside"), Value: here})
	}
	level := 1
	if b.style.Large {
		level = 2 // all of it is to stand on one page, however long the name is
	}
	blocks := []page.Block{
		page.Heading{Level: level, Text: it.Number + " " + v.Must("doc."+it.ID)},
		page.Paragraph{Text: page.Plain(v.slot(it, g)), Box: true},
		page.Fields{Pairs: pairs},
		page.Heading{Level: 3, Text: v.Must("ui.reason-label")},
		page.Paragraph{Text: page.Plain(b.v.Isolated(*g.Reason))},
	}
	blocks = append(blocks, b.asks(it)...)
	if *g.Status != profile.FollowsLater {
		name := "slot.signature"
		if minor(p.Facts) {
			name = "slot.signature-custodian"
		}
		blocks = append(blocks, page.Signature{Place: v.Must("slot.place"), Date: v.Must("slot.date"), Name: v.Must(name)})
	}
	return v.sheet(it, blocks...)
}

// asks is the sentence that asks for an item, with where and when it was read.
func (b *binder) asks(it checklist.Item) []page.Block {
	v := b.v
	blocks := []page.Block{page.Heading{Level: 3, Text: v.Must("slot.asks")}}
	if it.Extra {
		return append(blocks, page.Paragraph{Text: page.Plain(v.Must("slot.extra"))})
	}
	says := slices.Clone(v.Quoted(it.Cite))
	if r := v.rule(it.Cite); r.Source != "" {
		says = append(says, page.Span{Text: v.Bracketed("", v.Must("verify.read", "Source", v.Source(r.Source), "Date", r.Read))})
	}
	return append(blocks, page.Paragraph{Text: says, Small: true})
}

// beside are the pages of the packet that an item has all the same.
func (b *binder) beside(it checklist.Item, p *checklist.Person) string {
	return b.pagesOf(func(x *piece) bool {
		return x.kind == PageFile && x.line.owner.ID() == p.ID() && x.number == it.Number
	})
}

// pagesOf are the pages of pieces, as a reader wants them: "6–8, 14a".
func (b *binder) pagesOf(wanted func(*piece) bool) string {
	var labels []string
	for _, x := range b.pages {
		if wanted(x.piece) {
			labels = append(labels, x.label)
		}
	}
	return together(labels, "–")
}
