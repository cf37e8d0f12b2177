package packets

import (
	"mappe/internal/page"
	"mappe/locales"
)

// lateFront are the applicant's own pages before a supplement, and short: what
// is new, what to do, and where every page of the files went.
func (b *binder) lateFront() page.Doc {
	v, f := b.v, b.style.Filed
	d := page.Doc{Title: v.Must("ui.your-case"), Lang: v.Tag(), Note: v.Standing()}
	part := func(anchor, message string, blocks ...page.Block) {
		d.Blocks = append(append(d.Blocks, page.Heading{Level: 1, Text: v.Must(message), Anchor: anchor}), blocks...)
	}
	part("case", "supplement.new",
		page.Paragraph{Text: page.Plain(v.Must("supplement.working-copy", "N", f.n)), Box: true, Strong: true},
		page.Paragraph{Text: page.Plain(b.lateSays())},
		b.lateTable())
	part("steps", "supplement.steps", b.lateSteps())
	if account := b.told(); len(account) > 0 {
		part("account", "ui.account", account...)
	}
	return v.Branded(d, b.style.Brand)
}

// lateSteps are what the applicant does with a supplement.
func (b *binder) lateSteps() page.List {
	v, f := b.v, b.style.Filed
	steps := page.List{Numbered: true}
	say := func(id string, vars ...any) {
		steps.Items = append(steps.Items, page.Item{Text: page.Plain(v.Must(id, vars...))})
	}
	for _, h := range b.k.Holes {
		say("supplement.step-hole", "Item", v.Apart(h.Number)+" "+v.Must("doc."+h.Item))
	}
	var gone []LockFiled
	for _, r := range b.held.runs {
		if r.Void == VoidWithdrawn && r.By == "" && !b.style.Filed.gone(r) {
			gone = append(gone, r)
		}
	}
	if len(gone) > 0 {
		say("supplement.step-withdrawn", "Pages", v.pages(gone...))
	}
	say("supplement.step-send", "Authority", locales.ID("authority."+b.people[0].Authority))
	say("supplement.step-keep")
	say("supplement.step-next", "File", f.name())
	return steps
}
