package packets

import (
	"slices"

	"mappe/internal/page"
	"mappe/locales"
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
	blocks = append(blocks, b.prepared())
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
				return b.v.Sentences(says, b.v.Must("supplement.lettered"), b.v.Must("supplement.rest"))
			}
		}
	}
	return b.v.Sentences(says, b.v.Must("supplement.rest"))
}

// lateTable has a row for all that the supplement does to the pages of a document
// in one way: which pages it has for that, and what they do; and a row for what is
// withdrawn.
func (b *binder) lateTable() page.Table {
	v := b.v
	several := len(b.people) > 1
	t := page.Table{
		Head:   []string{v.Must("ui.number"), v.Must("ui.enclosure"), v.Must("ui.page"), v.Must("supplement.change")},
		Widths: []int{10, 42, 18, 30},
	}
	if several {
		t.Head = slices.Insert(t.Head, 2, v.Must("ui.applicant"))
		t.Widths = []int{10, 30, 20, 16, 24}
	}
	row := func(number string, title page.Words, person string, at page.Words, change string) {
		r := []page.Words{page.Plain(number), title}
		if several {
			r = append(r, page.Plain(person))
		}
		t.Rows = append(t.Rows, append(r, at, page.Plain(change)))
	}
	withdrawn := func(runs []int) {
		for len(runs) > 0 {
			it := b.held.runs[runs[0]].Item
			var all []LockFiled
			runs = slices.DeleteFunc(runs, func(i int) bool {
				if r := b.held.runs[i]; r.Item.Number == it.Number {
					all = append(all, r)
				}
				return b.held.runs[i].Item.Number == it.Number
			})
			row(v.Apart(it.Number), b.titled(it), b.named(it.Applicant), page.Plain("–"), v.Must("supplement.withdrawn", "Pages", v.pages(all...)))
		}
	}
	for _, x := range b.held.lines {
		for i, runs := range b.together(x) {
			title := b.title(x)
			if i == 0 {
				title[0].To = "#" + x.piece.anchor
			}
			if note := x.noted(v); runs[0].Kind != PageFile && note != "" {
				title = slices.Insert(title, 1, page.Span{Text: " – " + note}) // before the Danish name
			}
			if x.asked != nil && v.own != nil {
				title = append(append(title, page.Span{Text: "\n"}), v.second("doc."+x.asked.ID)...)
			}
			change := b.effect(x, runs[0])
			if change == "" {
				change = v.Must("supplement.new-pages")
			}
			row(v.Apart(x.number), title, v.Apart(x.person), b.lateAt(runs), change)
		}
		withdrawn(slices.Clone(b.held.gone[x]))
	}
	withdrawn(slices.Clone(b.held.gone[nil]))
	return t
}

// together are the runs of a line, those together that follow on each other and
// do the same: files that are added.
func (b *binder) together(x *line) (all [][]*late) {
	for i, r := range b.held.fresh[x] {
		if i > 0 {
			if last := all[len(all)-1][0]; r.Kind == PageFile && last.Kind == PageFile && r.how == "" && !last.lettered() {
				all[len(all)-1] = append(all[len(all)-1], r)
				continue
			}
		}
		all = append(all, []*late{r})
	}
	return all
}

// lateAt are the pages of runs and the separator before them, with links: "12–17",
// "12, 8a–8d".
func (b *binder) lateAt(runs []*late) page.Words {
	first, last := b.ends(runs...)
	begin := runs[0].pieces[0]
	at := slices.Index(b.k.pieces, begin) - 1
	for at > 0 && b.k.pieces[at].kind == PageBlank {
		at--
	}
	before := b.k.pieces[at]
	switch to := "#" + before.anchor; {
	case before.kind != PageSeparator || before.line != begin.line:
		return page.Link(b.v.Apart(between(first, last)), "#"+begin.anchor)
	case runs[0].lettered():
		pages := append(page.Link(b.v.Apart(b.label(before)), to), page.Span{Text: b.v.Join(locales.Comma, "", "")})
		return append(pages, page.Link(b.v.Apart(between(first, last)), "#"+begin.anchor)...)
	default:
		return page.Link(b.v.Apart(between(b.label(before), last)), to)
	}
}

// lateFollows says on a separator what follows it, and what that does.
func (b *binder) lateFollows(x *line) (lines []page.Words) {
	for _, runs := range b.together(x) {
		if runs[0].Kind != PageFile {
			continue
		}
		first, last := b.ends(runs...)
		n := 0
		for _, r := range runs {
			n += r.count()
		}
		says := b.v.Must("separator.follows", "Count", n, "From", first, "To", last)
		if effect := b.effect(x, runs[0]); effect != "" {
			says += " – " + effect
		}
		lines = append(lines, page.Plain(says))
	}
	return lines
}

// effect says what a run of a line does to filed pages, "" for nothing.
func (b *binder) effect(x *line, r *late) string {
	switch r.how {
	case VoidReplaced:
		return b.v.Must("supplement.replaces", "Pages", b.v.pages(r.over...))
	case VoidAnswered:
		return b.v.Must("supplement.answers", "Pages", b.v.pages(r.over...))
	}
	if stay := b.held.stay(x); len(stay) > 0 && r.Kind == PageFile {
		return b.v.Must("supplement.adds", "Pages", b.v.pages(stay...))
	}
	return ""
}

// ends are the labels of the first and the last page of runs.
func (b *binder) ends(runs ...*late) (first, last string) {
	pieces := runs[len(runs)-1].pieces
	end := pieces[len(pieces)-1]
	return b.label(runs[0].pieces[0]), b.pages[b.starts[end]+end.count()-1].label
}

// title is that of a line: on a page in a courtesy language that one's, with the
// Danish one beneath.
func (b *binder) title(x *line) page.Words {
	switch {
	case !b.v.Courtesy():
		return page.Plain(x.title)
	case x.asked != nil:
		return b.v.term("doc." + x.asked.ID)
	case x.id != "":
		return b.v.term("letter." + x.id)
	}
	return b.v.term("ui.data-sheet")
}

// titled is the title of a filed item, in the reader's language where it is a
// document that is still known.
func (b *binder) titled(it LockItem) page.Words {
	if id := "doc." + it.ID; it.ID != "" && b.v.Has(id) {
		return b.v.term(id)
	}
	return page.Plain(b.v.Apart(it.Title))
}

// named is an applicant's name, the id of one who is no longer in the case.
func (b *binder) named(id string) string {
	if id == "" {
		return ""
	}
	if p := b.l.Case(id); p != nil {
		return b.v.Apart(b.v.Printable(p.Facts.Applicant))
	}
	return b.v.Apart(id)
}
