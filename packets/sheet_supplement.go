package packets

import (
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
		page.Paragraph{Text: page.Plain(v.Must("ui.prepared-with")), Small: true},
	}
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
// place of another, and for each that is withdrawn.
func (b *binder) lateTable() page.Table {
	v := b.v
	several := len(b.people) > 1
	t := page.Table{
		Head:   []string{v.Must("ui.number"), v.Must("ui.enclosure"), v.Must("supplement.adds"), v.Must("supplement.replaces")},
		Widths: []int{11, 57, 16, 16},
	}
	if several {
		t.Head = append(t.Head[:2:2], append([]string{v.Must("ui.applicant")}, t.Head[2:]...)...)
		t.Widths = []int{10, 40, 24, 13, 13}
	}
	row := func(number string, title page.Words, person string, adds, replaces page.Words) {
		r := []page.Words{page.Plain(number), title}
		if several {
			r = append(r, page.Plain(person))
		}
		t.Rows = append(t.Rows, append(r, adds, replaces))
	}
	withdrawn := func(runs []int) {
		for _, i := range runs {
			r := b.held.runs[i]
			title := b.titled(r.Item) + " – " + b.withdrawn(r)
			row(r.Item.Number, page.Plain(title), b.named(r.Item.Applicant), page.Plain("–"), page.Plain("–"))
		}
	}
	for _, x := range b.held.lines {
		for _, r := range b.held.fresh[x] {
			to := "#" + r.pieces[0].anchor
			title := page.Words{{Text: x.title, To: to}}
			switch {
			case r.how == VoidAnswered:
				title = append(title, page.Span{Text: " – " + b.answers(r)})
			case r.Kind != PageFile && x.note != "":
				title = append(title, page.Span{Text: " – " + x.note})
			}
			first, last := b.ends(r)
			adds, replaces := page.Link(first, to), page.Plain("–")
			if last != first {
				adds = append(adds, page.Span{Text: "–" + last})
			}
			if r.lettered() {
				replaces = page.Plain(spans(r.over))
			}
			row(x.number, title, x.person, adds, replaces)
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
		switch r.how {
		case VoidReplaced:
			says += " – " + b.v.Must("supplement.in-place", "Pages", b.v.pages(r.over...))
		case VoidAnswered:
			says += " – " + b.answers(r)
		}
		lines = append(lines, page.Plain(says))
	}
	return lines
}

// answers says which filed pages a run answers.
func (b *binder) answers(r *late) string {
	return b.v.Must("supplement.answers", "Pages", b.v.pages(r.over...))
}

// withdrawn says which filed pages are no longer relied on.
func (b *binder) withdrawn(r LockFiled) string {
	return b.v.Must("supplement.withdrawn", "Pages", b.v.pages(r))
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
