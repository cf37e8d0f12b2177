package checklist

import (
	"slices"

	"mappe/profile"
)

// Untranslated tells whether a document lacks the translation that the person's
// form wants of it. Of a document whose language nobody has told that is not
// known. What the item for translations itself has, or explains, stands for
// every document.
func (p *Person) Untranslated(g profile.Document) bool {
	asked := slices.ContainsFunc(p.Items, func(it Item) bool {
		return it.ID == translation && !it.Extra && len(it.Given) == 0
	})
	return asked && foreign(g) && len(g.Translation) == 0
}

// Undeclared tells whether a translation that the person's form wants has no
// declaration of the translator's.
func (p *Person) Undeclared(g profile.Document) bool {
	asked := slices.ContainsFunc(p.Items, func(it Item) bool { return it.ID == translation && !it.Extra })
	return asked && foreign(g) && len(g.Translation) > 0 && (g.Translator == nil || len(g.Translator.Declaration) == 0)
}

// NotStated tells whether nobody says if a document must be translated: the
// sources of the person's form are silent, and it is in a language for which
// another form wants that.
func (p *Person) NotStated(g profile.Document) bool {
	return foreign(g) && !slices.Contains(Schemes(translation), p.Scheme.ID)
}

// translation is the id of the item for translations.
const translation = "translation"

// foreign tells of a document that is there, in a language that is not accepted.
func foreign(g profile.Document) bool {
	return len(g.Files) > 0 && g.Language != nil && Foreign(*g.Language)
}

// translations: each document that lacks a translation is missed where it is. The
// item for them is missing itself where no document is in a language that was
// announced; and it is there when every document has one.
func (p *Person) translations() {
	at := slices.IndexFunc(p.Items, func(it Item) bool { return it.ID == translation && !it.Extra })
	if at < 0 || len(p.Items[at].Given) > 0 {
		return
	}
	it := &p.Items[at]
	told := map[string]bool{}
	for _, x := range p.Items {
		for _, g := range x.Given {
			if foreign(g) {
				told[base(*g.Language)] = true
			}
		}
		if slices.ContainsFunc(x.Given, p.Untranslated) {
			it.Lacking = append(it.Lacking, x)
		}
	}
	untold := slices.ContainsFunc(p.Facts.Applicant.DocumentLanguages, func(tag string) bool { return Foreign(tag) && !told[base(tag)] })
	it.Missing = untold || len(told) == 0
	it.Have = !it.Missing && len(it.Lacking) == 0
}
