package packets

import (
	"reflect"
	"slices"

	"mappe/checklist"
	"mappe/internal/page"
	"mappe/law"
	"mappe/profile"
)

// Signing is a page that somebody signs by hand before the packet is handed in.
type Signing struct {
	Page  string // label
	Title string // of the letter, as it stands on the page
	Own   string // the same in the reader's language, where the page is not in it
	By    string // a message "signs.<…>"
}

// signature is what a letter waits for.
type signature struct {
	by   string
	hole int // index of the packet's hole that the signed letter fills, -1 for none
}

// signer is who signs the letter: for a child whom nobody represents, in its own
// affairs, who has custody.
func (x letter) signer() string {
	own := x.Signs == "applicant" || x.Signs == "sender" && represents(x.person.Facts.Applicant) == nil
	if own && minor(x.person.Facts) {
		return "custodian"
	}
	return x.Signs
}

// place adds the letters that have a place of their own before or after the data
// sheet. A supplement says itself what it brings: it has no covering letter.
func (b *binder) place(at checklist.LetterPlace) {
	first := b.people[0]
	for _, l := range checklist.LettersAt(at, first.Scheme.ID) {
		if l.ID == coveringLetter && b.style.Filed != nil {
			continue
		}
		x := letter{Letter: l, b: b, person: first}
		p := &piece{kind: PageLetter, mark: x.title(), item: x.title(), anchor: l.ID}
		p.line = &line{title: x.title(), piece: p, id: l.ID, cites: x.cites()}
		if l.ID == coveringLetter {
			p.late = x.doc
		} else {
			p.doc = x.doc()
			p.line.says = x.says()
		}
		b.k.pieces, b.k.lines = append(b.k.pieces, p), append(b.k.lines, p.line)
		if b.filing() != profile.Online {
			b.signatures[p] = signature{x.signer(), -1}
		}
	}
}

// letter puts the letter that mappe writes in the place of the item, where it
// writes one. A letter that is signed on paper stands for the document; else the
// document is missing until the letter is signed, and the page before the letter
// says so.
func (m *making) letter() bool {
	b := m.b
	x, ok := b.standsFor(m.p, m.it)
	if !ok || !b.byHand() && !m.it.Missing {
		return false
	}
	s := signature{x.signer(), -1}
	var before *piece
	if !b.byHand() {
		m.hole(Hole{})
		s.hole = len(b.k.Holes) - 1
		before = b.k.pieces[len(b.k.pieces)-1]
	}
	here := m.add(PageLetter)
	here.doc = x.doc()
	m.line.letter, m.line.stands = x.says(), b.byHand()
	b.signatures[here] = s
	if before != nil {
		h := b.k.Holes[s.hole]
		before.late = func() page.Doc {
			h.Page = b.label(here)
			return b.holeSheet(m.it, m.p, h)
		}
	}
	return true
}

// declaration is the translator's declaration for a document that has a
// translation and no declaration: a letter, which stands behind the translation.
func (b *binder) declaration(p *checklist.Person, it checklist.Item, g profile.Document) page.Doc {
	for _, l := range checklist.LettersAt(checklist.AtTranslation, p.Scheme.ID) {
		x := letter{Letter: l, b: b, person: p, items: []checklist.Item{it}, given: g}
		return x.doc()
	}
	return page.Doc{}
}

// send adds the letters that go to somebody else before the packet is handed in:
// to whom a document comes from, and what is to be signed and is not part of the
// packet before. They are among the pages for the applicant, and their stamp does
// not call them a working copy. One that says the same for several people is sent
// once.
func (b *binder) send() {
	var sent []*piece
	add := func(x letter) {
		title := x.title()
		if len(b.people) > 1 {
			title += " – " + b.v.Named(x.person.Facts.Applicant)
		}
		p := &piece{kind: PageLetter, front: true, mark: title, item: title, anchor: x.ID + "-" + x.person.ID(), doc: x.doc()}
		if i := slices.IndexFunc(sent, func(o *piece) bool { return reflect.DeepEqual(o.doc, p.doc) }); i >= 0 {
			sent[i].mark, sent[i].item = x.title(), x.title() // of everybody to whom it applies
			return
		}
		sent, b.k.pieces = append(sent, p), append(b.k.pieces, p)
	}
	for _, p := range b.people {
		for _, l := range checklist.LettersAt(checklist.InFront, p.Scheme.ID) {
			x := letter{Letter: l, b: b, person: p}
			for _, it := range p.Items {
				if l.Answers(it) {
					x.items = append(x.items, it)
				}
			}
			if x.items != nil {
				add(x)
			}
		}
		for _, it := range p.Items {
			if x, ok := b.standsFor(p, it); ok && !b.byHand() && !it.Missing {
				add(x)
			}
		}
	}
}

// toSign is the list of the pages to be signed by hand.
func (b *binder) toSign() []page.Block {
	var list page.List
	for _, s := range b.signings() {
		id := "letter.sign"
		if s.hole >= 0 {
			id = "letter.sign-and-name"
		}
		list.Items = append(list.Items, page.Item{Text: page.Plain(b.v.Must(id,
			"Page", s.Page, "Title", b.v.Signs(s.Signing), "By", b.v.Must("signs."+s.By)))})
	}
	if list.Items == nil {
		return nil
	}
	return []page.Block{list}
}

// signing is a Signing with the hole that it fills.
type signing struct {
	Signing
	hole int
}

// signings are the letters of the packet that wait for a signature, in order.
func (b *binder) signings() (all []signing) {
	for _, p := range b.k.pieces {
		_, here := b.starts[p]
		s, waits := b.signatures[p]
		if waits && here { // a supplement leaves out what was filed
			x := Signing{Page: b.label(p), Title: b.v.signed(p), By: s.by}
			if reader := b.v.reader(); b.v.own != nil || b.v.Courtesy() {
				x.Title, x.Own = b.v.inDanish().signed(p), reader.signed(p)
			}
			all = append(all, signing{x, s.hole})
		}
	}
	return all
}

// signed is the title of a page that waits for a signature.
func (v Voice) signed(p *piece) string {
	switch x := p.line; {
	case p.role == RoleDeclaration:
		return v.Apart(p.number) + " " + v.Must("letter.translator-declaration")
	case x.asked != nil:
		return v.Apart(p.number) + " " + v.Must("doc."+x.asked.ID)
	}
	return v.Must("letter." + p.line.id)
}

// Signs is the title of a page to be signed: in the reader's language with the
// one that stands on the page behind it.
func (v Voice) Signs(s Signing) string {
	if s.Own == "" {
		return s.Title
	}
	return v.Bracketed(s.Own, v.Apart(s.Title))
}

// settle says, once the pages are numbered, which of them are to be signed, and
// what the covering letter says.
func (b *binder) settle() error {
	for _, s := range b.signings() {
		if s.hole >= 0 {
			b.k.Holes[s.hole].Page = s.Page
			continue
		}
		b.k.Sign = append(b.k.Sign, s.Signing)
	}
	for _, x := range b.k.lines {
		if x.id == coveringLetter {
			x.says = worded(x.piece.doc)
		}
	}
	return b.wrong
}

// cited are the sentences that the letters rest on, beside those of the case.
func (b *binder) cited() (cites []law.Cite) {
	for _, x := range b.k.lines {
		cites = append(cites, x.cites...)
		if x.id == coveringLetter {
			for _, g := range b.reasons() {
				cites = append(cites, g.cites...)
			}
		}
	}
	return cites
}
