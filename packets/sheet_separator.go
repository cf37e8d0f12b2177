package packets

import (
	"strconv"

	"mappe/checklist"
	"mappe/internal/page"
)

// codeSlot is the place of the code on a separator.
const codeSlot = "code"

// separator stands before the files of an item, with a number that can be read
// across a table. It says what belongs behind it and where in the packet that
// was, so that it is of use also when the packet has been taken apart.
func (b *binder) separator(it checklist.Item, p *checklist.Person, here *piece) page.Doc {
	v := b.v
	var lines []page.Words
	for _, pair := range b.belongs(v, it, p) {
		lines = append(lines, page.Words{{Text: pair.Value, Lang: pair.Lang}})
	}
	follow := b.follow(here.line, b.starts[here]+here.count())
	switch n := len(follow); {
	case b.style.Filed != nil:
		lines = append(lines, b.lateFollows(here.line)...)
	case n > 0:
		lines = append(lines, page.Plain(v.Must("separator.follows", "Count", n, "From", follow[0].label, "To", follow[n-1].label)))
	}
	for _, says := range b.triples(here.line) {
		lines = append(lines, page.Plain(v.Must("triple.pages", "Parts", says)))
	}
	lines = append(lines, b.stated(here.line)...)
	return v.sheet(it, page.Center{Code: it.Number, Title: v.Must("doc." + it.ID), Lines: lines, Slot: codeSlot})
}

func (v Voice) sheet(it checklist.Item, blocks ...page.Block) page.Doc {
	return page.Doc{Title: v.Apart(it.Number) + " " + v.Must("doc."+it.ID), Lang: v.Tag(), Blocks: blocks}
}

// belongs says whose an item is, for a page that stands in its place.
func (b *binder) belongs(v Voice, it checklist.Item, p *checklist.Person) (pairs []page.Pair) {
	if second, ok := v.other(); ok {
		label := v.Must("ui.in-danish")
		if v.own != nil {
			label = v.Capital(v.language(second.Tag()))
		}
		pairs = append(pairs, page.Pair{Label: label, Value: second.Must("doc." + it.ID), Lang: second.Tag()})
	}
	form := v.Apart(b.app.Form)
	if c := b.l.Profile.Case; c != "" {
		form += " · " + v.Apart(c)
	}
	return append(pairs,
		page.Pair{Label: v.Must("ui.applicant"), Value: v.Named(p.Facts.Applicant)},
		page.Pair{Label: v.Must("ui.form"), Value: form})
}

// holeSheet stands where a required document is missing or a file can't be
// read. Only the working copy has such pages.
func (b *binder) holeSheet(it checklist.Item, p *checklist.Person, h Hole) page.Doc {
	v := b.v.reader() // who is to mend it
	why, hint, cite := v.Must("ui.hole-missing"), "doc."+it.ID+".hint", it.Cite
	switch {
	case h.Problem != nil:
		why = page.Drawable(v.Problem(h.Problem))
	case h.Status != "":
		why = v.Must("ui.hole-mute", "Status", v.Must("status."+string(h.Status)))
	case h.Language != "":
		why = v.Must("ui.hole-translation", "File", page.Drawable(h.File), "Language", v.language(h.Language))
		hint, cite = "doc.translation.hint", "S4-50"
	}
	if h.Page != "" {
		why = v.Must("letter.hole", "Page", h.Page)
	}
	d := v.sheet(it,
		page.Heading{Level: 1, Text: v.Apart(it.Number) + " " + v.Must("doc."+it.ID)},
		page.Paragraph{Text: page.Plain(v.Must("ui.hole")), Strong: true, Box: true},
		page.Fields{Pairs: b.belongs(v, it, p)},
		page.Paragraph{Text: page.Plain(why), Strong: true},
		page.Paragraph{Text: page.Plain(v.Must(hint))},
		page.Paragraph{Text: v.Quoted(cite), Small: true})
	d.Note = v.Standing()
	return d
}

// Problem is why a file can't be used, in the reader's language.
func (v Voice) Problem(p *Problem) string {
	id := "problem." + string(p.Kind)
	if v.Has(id + "." + p.Detail) {
		return v.Must(id+"."+p.Detail, "File", p.Path)
	}
	return v.Must(id, "File", p.Path, "Detail", p.Detail)
}

// Hole is whose document is missing, and why, in the reader's language.
func (v Voice) Hole(h Hole) string {
	why := v.Must("told.hole-missing")
	switch {
	case h.Problem != nil:
		why = v.Problem(h.Problem)
	case h.Status != "":
		why = v.Must("told.hole-mute", "Status", string(h.Status))
	case h.Language != "":
		why = v.Must("told.hole-translation", "File", h.File, "Language", v.language(h.Language))
	case h.Page != "":
		why = v.Must("told.hole-letter", "Page", h.Page)
	}
	return v.Must("told.hole-what", "Applicant", h.Applicant, "Number", h.Number, "Item", h.Item, "Why", why)
}

// Remark is what is to be said of a file, in the reader's language.
func (v Voice) Remark(r Remark) string {
	return v.Must("remark."+r.Kind, "File", r.File, "Page", strconv.Itoa(r.Page), "Detail", r.Detail, "Where", r.Where)
}
