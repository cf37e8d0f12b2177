package packets

import (
	"slices"

	"mappe/internal/page"
)

// lateContents is the index of a supplement: what it supplements, and what each
// of its documents does to the pages that were filed.
func (b *binder) lateContents() page.Doc {
	v, f := b.v, b.style.Filed
	form := b.variant()
	blocks := []page.Block{
		page.Heading{Level: 1, Text: v.Must("supplement.title", "N", f.n, "Form", form)},
		page.Fields{Pairs: append(v.filing(b, form), page.Pair{Label: v.Must("supplement.to"), Value: b.supplemented()})},
		page.Heading{Level: 2, Text: v.Must("ui.contents")},
		page.Paragraph{Text: page.Plain(b.lateSays())},
		b.lateTable(),
	}
	blocks = append(blocks, b.untouched()...)
	blocks = append(blocks, page.Paragraph{Text: page.Plain(v.Must("ui.prepared-with")), Small: true})
	return page.Doc{Title: v.Must("ui.contents"), Lang: v.Tag(), Blocks: blocks}
}

// supplemented names what was filed before.
func (b *binder) supplemented() string {
	f := b.style.Filed
	id := "supplement.packet"
	if f.n > 1 {
		id = "supplement.packet-and"
	}
	return b.v.Must(id, "Packet", f.first(), "Begun", f.begun(), "N", f.n-1, "On", f.last.On, "Body", f.body)
}

// lateSays is how the pages are numbered.
func (b *binder) lateSays() string {
	says := b.v.Must("supplement.goes-on", "Body", b.style.Filed.body)
	for _, x := range b.k.lines {
		for _, r := range b.held.fresh[x] {
			if r.lettered() {
				return says + " " + b.v.Must("supplement.lettered") + " " + b.v.Must("supplement.rest")
			}
		}
	}
	return says + " " + b.v.Must("supplement.rest")
}

// lateTable has a row for each document that the supplement adds or puts in the
// place of another, and for each that is withdrawn. The first row of an item
// leads to where it begins.
func (b *binder) lateTable() page.Table {
	v := b.v
	several := len(b.people) > 1
	t := page.Table{
		Head:   []string{v.Must("ui.number"), v.Must("ui.enclosure"), v.Must("ui.page"), v.Must("supplement.adds"), v.Must("supplement.replaces")},
		Widths: []int{10, 50, 10, 15, 15},
	}
	if several {
		t.Head = slices.Insert(t.Head, 2, v.Must("ui.applicant"))
		t.Widths = []int{10, 33, 22, 9, 13, 13}
	}
	row := func(number string, title page.Words, person string, cells ...page.Words) {
		r := []page.Words{page.Plain(number), title}
		if several {
			r = append(r, page.Plain(person))
		}
		t.Rows = append(t.Rows, append(r, cells...))
	}
	none := page.Plain("–")
	withdrawn := func(runs []int) {
		for _, i := range runs {
			r := b.held.runs[i]
			title := page.Plain(b.titled(r.Item) + " – " + v.Must("supplement.withdrawn", "Pages", v.pages(r)))
			row(r.Item.Number, title, b.named(r.Item.Applicant), none, none, none)
		}
	}
	for _, x := range b.held.lines {
		for i, r := range b.held.fresh[x] {
			title, at := page.Plain(x.title), none
			if i == 0 {
				to := "#" + x.piece.anchor
				title, at = page.Link(x.title, to), page.Link(b.label(x.piece), to)
			}
			if r.how == VoidAnswered {
				title = append(title, page.Span{Text: " – " + b.effect(r)})
			} else if r.Kind != PageFile && x.note != "" {
				title = append(title, page.Span{Text: " – " + x.note})
			}
			first, last := b.ends(r)
			adds, replaces := page.Link(between(first, last), "#"+r.pieces[0].anchor), none
			if r.lettered() {
				replaces = page.Plain(spans(r.over))
			}
			row(x.number, title, x.person, at, adds, replaces)
		}
		withdrawn(b.held.gone[x])
	}
	withdrawn(b.held.gone[nil])
	return t
}

// lateFollows says on a separator what follows it, and what that does.
func (b *binder) lateFollows(x *line) (lines []page.Words) {
	for _, r := range b.held.fresh[x] {
		if r.Kind != PageFile {
			continue
		}
		first, last := b.ends(r)
		n := 0
		for _, p := range r.pieces {
			n += p.count()
		}
		says := b.v.Must("separator.follows", "Count", n, "From", first, "To", last)
		if effect := b.effect(r); effect != "" {
			says += " – " + effect
		}
		lines = append(lines, page.Plain(says))
	}
	return lines
}

// effect says what a run does to filed pages, "" for nothing.
func (b *binder) effect(r *late) string {
	switch r.how {
	case VoidReplaced:
		return b.v.Must("supplement.in-place", "Pages", b.v.pages(r.over...))
	case VoidAnswered:
		return b.v.Must("supplement.answers", "Pages", b.v.pages(r.over...))
	}
	return ""
}

// ends are the labels of the first and the last page of a run.
func (b *binder) ends(r *late) (first, last string) {
	end := r.pieces[len(r.pieces)-1]
	return b.label(r.pieces[0]), b.pages[b.starts[end]+end.count()-1].label
}

// titled is the title of a filed item, in the reader's language where it is a
// document that is still known.
func (b *binder) titled(it LockItem) string {
	if id := "doc." + it.ID; it.ID != "" && b.v.Has(id) {
		return b.v.Must(id)
	}
	return it.Title
}

// named is an applicant's name, the id of one who is no longer in the case.
func (b *binder) named(id string) string {
	if id == "" {
		return ""
	}
	if p := b.l.Case(id); p != nil {
		return b.v.Printable(p.Facts.Applicant)
	}
	return id
}
