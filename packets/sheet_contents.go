package packets

import (
	"slices"
	"strconv"

	"mappe/internal/page"
)

// contentsAnchor is where links to the contents lead.
const contentsAnchor = "contents"

// contents is the body's first page: who files what with whom, and what is
// enclosed on which pages.
func (v Voice) contents(b *binder) page.Doc {
	if b.style.Filed != nil {
		return b.lateContents()
	}
	return b.listing(v.Must("ui.contents"), b.table(b.k, b.k.lines, false))
}

// listing is a page of contents.
func (b *binder) listing(title string, tables ...page.Block) page.Doc {
	v := b.v
	blocks := append([]page.Block{
		page.Heading{Level: 1, Text: v.Must("ui.application", "Form", b.variant())},
		page.Fields{Pairs: v.filing(b, b.variant())},
		page.Heading{Level: 2, Text: title},
	}, tables...)
	blocks = append(blocks, b.untouched()...)
	blocks = append(blocks, b.prepared())
	return page.Doc{Title: title, Lang: v.Tag(), Blocks: blocks}
}

// table has a row for each of the lines, as the contents of the file k: with the
// part in which it is found, where that is another one.
func (b *binder) table(k *Packet, lines []*line, elsewhere bool) page.Table {
	v := b.v
	family := len(b.people) > 1
	t := page.Table{Head: []string{v.Must("ui.number"), v.Must("ui.enclosure")}, Widths: []int{12, 74, 14}}
	if family {
		t.Head, t.Widths = append(t.Head, v.Must("ui.applicant")), []int{12, 48, 26, 14}
	}
	if elsewhere {
		t.Head = append(t.Head, v.Must("part.part"))
		t.Widths[1] -= 9
		t.Widths = slices.Insert(t.Widths, len(t.Widths)-1, 9)
	}
	t.Head = append(t.Head, v.Must("ui.page"))
	for _, x := range lines {
		to := "#" + x.piece.anchor
		title := page.Link(x.title, to)
		if note := b.note(x); note != "" {
			title = append(title, page.Span{Text: " – " + note})
		}
		if x.asked != nil && v.own != nil {
			title = append(append(title, page.Span{Text: "\n"}), v.second("doc."+x.asked.ID)...)
		}
		for _, says := range b.triples(x) {
			title = append(title, page.Span{Text: "\n" + says})
		}
		if k.among != nil && k.among.apart {
			title = append(title, page.Span{Text: "\n" + k.among.holds[x].File})
		}
		row := []page.Words{page.Plain(x.number), title}
		if family {
			row = append(row, page.Plain(x.person))
		}
		if elsewhere {
			row = append(row, page.Plain(strconv.Itoa(k.among.holds[x].Part)))
		}
		t.Rows = append(t.Rows, append(row, page.Link(b.span(k, x), to)))
	}
	return t
}

// span are the pages of a line in the packet: "8" or "8–12". Separate files are
// without their separators.
func (b *binder) span(k *Packet, x *line) string {
	first, last := "", ""
	for _, p := range b.follow(x, b.starts[x.piece]) {
		if apart := k.among != nil && k.among.apart; apart && (p.kind == PageSeparator || p.kind == PageBlank) {
			continue
		}
		if first == "" {
			first = p.label
		}
		last = p.label
	}
	return between(first, last)
}

// follow are the pages of a line from one on, with the blank backs of leaves that
// stand between them.
func (b *binder) follow(x *line, from int) []stamped {
	n := 0
	for i, p := range b.pages[from:] {
		if p.piece.line == x {
			n = i + 1
		} else if p.kind != PageBlank {
			break
		}
	}
	return b.pages[from : from+n]
}

// between is a range of pages.
func between(first, last string) string {
	if first == last {
		return first
	}
	return first + "–" + last
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
		pairs = append(pairs, page.Pair{Label: v.Capital(v.Must("fact.representative.name")), Value: registered(r.Name)})
	}
	return append(pairs, b.signed()...)
}
