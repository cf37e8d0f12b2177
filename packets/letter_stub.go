package packets

import (
	"strings"

	"mappe/checklist"
	"mappe/internal/page"
	"mappe/profile"
)

// declaration is what the translator of a document signs, where the profile
// names no declaration.
func (b *binder) declaration(p *checklist.Person, it checklist.Item, g profile.Document) page.Doc {
	v := b.v
	pairs := append(b.belongs(it, p), page.Pair{Label: v.Must("triple.translator"), Value: translator(g)})
	return v.sheet(it,
		page.Heading{Level: 1, Text: it.Number + " " + v.Must("doc."+it.ID)},
		page.Heading{Level: 2, Text: v.Must("triple.declares")},
		page.Fields{Pairs: pairs},
		page.Paragraph{Text: page.Plain(v.Must("triple.declares-says", "Language", v.language(*g.Language)))},
		page.Paragraph{Text: v.Quoted("S4-50"), Small: true},
		page.Signature{Place: v.Must("slot.place"), Date: v.Must("slot.date"), Name: v.Must("triple.signature")})
}

func translator(g profile.Document) string {
	if g.Translator == nil || g.Translator.Name == nil {
		return ""
	}
	return printable(g.Translator.Name)
}

// language is the name of one, where the reader's language has a word for it.
func (v Voice) language(tag string) string {
	base, _, _ := strings.Cut(tag, "-")
	if id := "lang." + strings.ToLower(base); v.Has(id) {
		return v.Must(id)
	}
	return tag
}
