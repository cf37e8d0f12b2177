package packets

import (
	"slices"

	"mappe/checklist"
	"mappe/internal/page"
	"mappe/internal/pdf"
	"mappe/locales"
	"mappe/profile"
)

// making puts together what one checklist item has in the packet.
type making struct {
	b    *binder
	p    *checklist.Person
	it   checklist.Item
	line *line
	n    int   // of the document in it.Given
	next piece // with what leads to the item, as long as it has no piece
}

// item adds the pieces of one checklist item: a separator and, in the order of
// the profile, the files and the pages that say why there are none.
func (b *binder) item(p *checklist.Person, it checklist.Item) {
	title := b.v.Must("doc." + it.ID)
	m := &making{b: b, p: p, it: it, line: &line{number: it.Number, title: title, person: b.v.Registered(p.Facts.Applicant), owner: p, asked: &it}}
	name := it.Number + " " + title
	m.next = piece{line: m.line, number: it.Number, item: name, mark: name, anchor: "item-" + it.Number}
	if len(b.people) > 1 {
		m.next.under = m.line.person
	}
	if !m.letter() && it.Missing && !slices.ContainsFunc(it.Given, profile.Document.Mute) {
		m.hole(Hole{})
	}
	if len(files(it)) > 0 {
		separator := m.add(PageSeparator)
		separator.late = func() page.Doc { return b.separator(it, p, separator) }
	}
	for i, g := range it.Given {
		m.n = i
		m.document(g)
	}
	if m.line.piece != nil {
		m.line.says += m.line.said(p, it)
		b.k.lines = append(b.k.lines, m.line)
	}
}

// noted is what is wanting of a line's documents, in few words.
func (x *line) noted(v Voice) string {
	if x.asked == nil {
		return ""
	}
	var notes []string
	if x.asked.Missing && !x.stands || x.asked.Broken {
		notes = []string{v.Must("status.missing")}
	}
	for _, g := range x.asked.Given {
		if g.Explained() {
			notes = append(notes, v.status(g))
		}
		if x.owner.Untranslated(g) {
			notes = append(notes, v.Must("triple.lacks"))
		}
	}
	return v.Join(locales.Comma, slices.Compact(notes)...)
}

// add begins a piece of the item; the first one is where the item begins.
func (m *making) add(kind string) *piece {
	p := m.next
	p.kind, p.entry = kind, m.n
	if m.line.piece == nil {
		m.line.piece = &p
	}
	m.b.k.pieces = append(m.b.k.pieces, &p)
	m.next.mark, m.next.anchor = "", ""
	return &p
}

// hole adds the page in the place of what is missing.
func (m *making) hole(h Hole) {
	h.Applicant, h.Item, h.Number = m.p.ID(), m.it.ID, m.it.Number
	m.b.k.Holes = append(m.b.k.Holes, h)
	m.add(PageHole).doc = m.b.holeSheet(m.it, m.p, h)
}

// document adds what one entry of the profile gives.
func (m *making) document(g profile.Document) {
	switch {
	case g.Mute():
		m.hole(Hole{Status: *g.Status})
	case g.Explained():
		slot := m.add(PageSlot)
		slot.late = func() page.Doc { return m.b.slotSheet(m.it, m.p, g) }
		if m.line.piece != slot {
			slot.inner = m.b.v.status(g)
		}
		if *g.Status != profile.FollowsLater {
			m.b.signatures[slot] = signature{m.declares(), -1}
		}
	}
	m.triple(g)
}

// declares is who signs what the applicant declares.
func (m *making) declares() string {
	if minor(m.p.Facts) {
		return "custodian"
	}
	return "applicant"
}

// files adds the pages of files, and a hole for one that can't be used.
func (m *making) files(role string, all []profile.File) {
	b := m.b
	for _, f := range all {
		u := mention{f.File, Use{Applicant: m.p.ID(), Item: m.it.ID, Number: m.it.Number, Pages: b.in.pages[f], Problem: b.in.problems[key(f)]}}
		if u.Problem != nil {
			b.uses = append(b.uses, u)
			m.hole(Hole{File: f.File, Problem: u.Problem})
			continue
		}
		m.facing(b.in.found[key(f)])
		x := m.add(PageFile)
		x.input, x.pages, x.rotate, x.role, x.fit = b.in.found[key(f)], b.in.pages[f], f.Rotate, role, pdf.FitA4
		if f.Fit != nil && *f.Fit == profile.FitNone {
			x.fit = pdf.FitAbove
		}
		u.pieces = []*piece{x}
		b.uses = append(b.uses, u)
	}
}
