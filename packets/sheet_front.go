package packets

import (
	"slices"
	"strconv"
	"strings"

	"mappe/checklist"
	"mappe/internal/page"
)

// front are the pages for the applicant alone, one document whose parts follow
// on one another: what matters most, what to do, the checklist, what to know,
// and where every page of the files went. Each part is a heading of level 1 with
// an anchor, and so a bookmark.
func (b *binder) front() page.Doc {
	v := b.v
	d := v.Branded(v.Heading(v.Must("ui.your-case"), b.l), b.style.Brand)
	title := d.Blocks[0].(page.Heading)
	title.Anchor = "case"
	d.Blocks[0] = title
	d.Blocks = append(d.Blocks, page.Paragraph{Text: page.Plain(v.Must("ui.working-copy")), Box: true, Strong: true})
	d.Blocks = append(d.Blocks, b.stale()...)
	for _, p := range b.people {
		d.Blocks = append(d.Blocks, page.Heading{Level: 2, Text: v.Named(p.Facts.Applicant)})
		d.Blocks = append(d.Blocks, v.Case(b.l, p, 3)...)
	}
	part := func(anchor, message string, blocks []page.Block) {
		if len(blocks) > 0 {
			d.Blocks = append(d.Blocks, page.Heading{Level: 1, Text: v.Must(message), Anchor: anchor})
			d.Blocks = append(d.Blocks, blocks...)
		}
	}
	part("steps", "ui.steps", v.Steps(b.people[0]))
	part("sign", "letter.to-sign", b.toSign())
	part("checklist", "ui.checklist", b.each(func(p *checklist.Person, level int) []page.Block {
		items := v.items(p, level, b.stands)
		return append(items, v.bring(b.l, p, level)...)
	}))
	part("notes", "ui.notes", b.each(b.notes))
	part("account", "ui.account", b.told())
	return d
}

// enclosed is where the papers of the item with a number begin, "" where the packet has no
// page of it.
func (b *binder) enclosed(number string) string {
	for _, x := range b.k.lines {
		if x.number == number {
			return "#" + x.piece.anchor
		}
	}
	return ""
}

// stands is where the papers of an item begin, and its status: a letter that is in
// the packet for it waits for a signature.
func (b *binder) stands(it checklist.Item) (to, status string) {
	status = it.Status()
	if slices.ContainsFunc(b.k.lines, func(x *line) bool { return x.number == it.Number && x.stands }) {
		status = toSign
	}
	return b.enclosed(it.Number), status
}

// stale is the warning, in a box, that nobody has compared what the packet
// rests on with its sources for long; once for all who are told so in the same
// words.
func (b *binder) stale() (boxes []page.Block) {
	told := map[string]bool{}
	for _, p := range b.people {
		for _, n := range p.Notes {
			text := b.v.Note(n)
			if n.ID == "stale-rule-book" && !told[text] {
				told[text] = true
				boxes = append(boxes, page.Paragraph{Text: page.Plain(text), Box: true, Strong: true})
			}
		}
	}
	return boxes
}

// each puts together what there is of every person; where there are several,
// under a heading. Headings in what is put together have the level.
func (b *binder) each(of func(p *checklist.Person, level int) []page.Block) (blocks []page.Block) {
	if len(b.people) == 1 {
		return of(b.people[0], 2)
	}
	for _, p := range b.people {
		if own := of(p, 3); len(own) > 0 {
			blocks = append(append(blocks, page.Heading{Level: 2, Text: b.v.Named(p.Facts.Applicant)}), own...)
		}
	}
	return blocks
}

// notes are those that stop nobody, without the ones that the first person of
// the application is told in the same words.
func (b *binder) notes(p *checklist.Person, level int) []page.Block {
	_, rest := stops(p)
	if p != b.people[0] {
		rest = b.v.Without(rest, b.people[0].Notes)
	}
	return b.v.told(rest, level)
}

// ranges writes pages as "1-3, 7", with the dash that the place wants.
func ranges(pages []int, dash string) string {
	var out []string
	for i := 0; i < len(pages); {
		j := i
		for j+1 < len(pages) && pages[j+1] == pages[j]+1 {
			j++
		}
		if j > i {
			out = append(out, strconv.Itoa(pages[i])+dash+strconv.Itoa(pages[j]))
		} else {
			out = append(out, strconv.Itoa(pages[i]))
		}
		i = j + 1
	}
	return strings.Join(out, ", ")
}
