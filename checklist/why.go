package checklist

import (
	"slices"

	"mappe/law"
)

// NotAsked are the documents that the catalogue has for the scheme and that
// are not on the person's list, each with what its condition found; a document
// that is enclosed once for all has none.
func (p *Person) NotAsked() []Item {
	docs, _ := Catalogue() // Build has read it
	var items []Item
	for _, d := range docs {
		listed := func(it Item) bool { return it.ID == d.ID && !it.Extra }
		if !slices.Contains(d.For, p.Scheme.ID) || slices.ContainsFunc(p.Items, listed) {
			continue
		}
		it := Item{Document: d, Why: law.Always()}
		if !(d.Once && p.CoveredBy != "") {
			it.Why = conditions[d.When].Find(p.Facts)
		}
		items = append(items, it)
	}
	return items
}

// Schemes for which the catalogue has a document, none for an id that it does
// not know.
func Schemes(document string) (schemes []string) {
	docs, _ := Catalogue()
	for _, d := range docs {
		if d.ID == document {
			schemes = append(schemes, d.For...)
		}
	}
	return schemes
}
