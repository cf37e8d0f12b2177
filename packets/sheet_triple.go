package packets

import (
	"mappe/checklist"
	"mappe/locales"
	"mappe/profile"
)

// What the pages of a document are that has a translation.
const (
	RoleOriginal    = "original"
	RoleTranslation = "translation"
	RoleDeclaration = "declaration" // of the translator
)

var roles = []string{RoleOriginal, RoleTranslation, RoleDeclaration}

// document is one that the profile has for an item.
type document struct {
	line  *line
	entry int
}

func (p *piece) document() document { return document{p.line, p.entry} }

// translated are the documents of which the packet has more than the original.
func (k *Packet) translated() map[document]bool {
	all := map[document]bool{}
	for _, p := range k.complete().pieces {
		if p.role != "" && p.role != RoleOriginal {
			all[p.document()] = true
		}
	}
	return all
}

// triple adds the pages of a document, of its translation, and of what the
// translator declares, one behind the other. What is missing of them is missed
// there.
func (m *making) triple(g profile.Document) {
	before := len(m.b.k.pieces)
	m.files(RoleOriginal, g.Files)
	if g.Language != nil {
		for _, x := range m.b.k.pieces[before:] {
			x.lang = *g.Language
		}
	}
	if m.p.Untranslated(g) {
		m.hole(Hole{File: g.Files[0].File, Language: *g.Language})
	}
	m.files(RoleTranslation, g.Translation)
	if g.Translator != nil {
		m.files(RoleDeclaration, g.Translator.Declaration)
	}
	if m.p.Undeclared(g) {
		letter := m.add(PageLetter)
		letter.doc, letter.role = m.b.declaration(m.p, m.it, g), RoleDeclaration
		m.b.signatures[letter] = signature{"translator", -1}
	}
}

// triples say of each document of an item that is in a language for which a
// translation is wanted somewhere, or has one, on which pages its parts are.
func (b *binder) triples(of *line) (all []string) {
	v := b.v
	if of.asked == nil {
		return nil
	}
	for i, g := range of.asked.Given {
		if foreign := g.Language != nil && checklist.Foreign(*g.Language); len(g.Files) == 0 || !foreign && len(g.Translation) == 0 {
			continue
		}
		var parts []string
		for _, role := range roles {
			pages := b.pagesOf(func(x *piece) bool { return x.line == of && x.entry == i && x.role == role })
			switch {
			case pages != "" && role == RoleOriginal && g.Language != nil:
				parts = append(parts, v.Must("triple.original-in", "Language", v.language(*g.Language), "Pages", pages))
			case pages != "":
				parts = append(parts, v.Must("triple."+role, "Pages", pages))
			case role == RoleTranslation && of.owner.Untranslated(g):
				parts = append(parts, v.Must("triple.lacks"))
			}
		}
		if len(parts) > 0 {
			all = append(all, v.Join(locales.Comma, parts...))
		}
	}
	return all
}
