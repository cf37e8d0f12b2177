package main

import (
	"slices"

	"mappe/checklist"
	"mappe/forms"
	"mappe/internal/page"
)

// explainable are the items that explain knows for the case.
func (w *work) explainable() (ids []string) {
	for _, p := range w.list.People {
		for _, d := range p.Deadlines {
			ids = append(ids, d.ID)
		}
		for _, n := range p.Notes {
			ids = append(ids, n.ID)
		}
	}
	for _, s := range forms.Schemes {
		ids = append(ids, s.ID)
	}
	return append(append(ids, checklist.IDs()...), "window", "fee", "permit_until", "covered_by")
}

// item is the part of an explanation that is about an item, "" for everything.
func (w *work) item(p *checklist.Person, item string) []section {
	v, l := w.voice, w.list
	if _, ok := forms.ByID(item); ok {
		return sections(section{blocks: v.Scheme(l, p, item)})
	}
	switch item {
	case "":
		return w.whole(p)
	case "window":
		return sections(section{blocks: or(v.Window(p.Case), v.None("none.window"))})
	case "fee":
		return sections(section{blocks: or(v.FeeLine(l, p), v.None("none.fee"))})
	case "permit_until":
		return sections(section{blocks: or(v.Forecast(p), v.None("none.permit-until"))})
	case "covered_by":
		return sections(section{blocks: v.Covered(l, p)})
	}
	var b []page.Block
	for _, d := range p.Deadlines { // biometrics is a day and a document
		if d.ID == item {
			b = append(b, page.List{Items: []page.Item{v.Deadline(p.Case, d)}})
		}
	}
	if slices.Contains(checklist.IDs(), item) {
		b = append(b, w.document(p, item)...)
	}
	return sections(section{blocks: append(b, v.Noted(p, item)...)})
}

// whole is everything about a person.
func (w *work) whole(p *checklist.Person) []section {
	v, l := w.voice, w.list
	covered := section{}
	if len(l.People) > 1 && (l.People[0].Scheme.Form == forms.BF1 || l.People[0].Scheme.Form == forms.BF23) {
		covered = section{title: v.Must("ui.one-application"), blocks: v.Covered(l, p)}
	}
	return sections(
		section{blocks: v.Verdict(p)},
		section{title: v.Must("ui.way"), blocks: v.Path(p.Case)},
		section{title: v.Must("ui.open-title"), blocks: v.Open(l, p)},
		section{title: v.Must("ui.why-not"), blocks: v.WhyNot(l, p)},
		covered,
		section{title: v.Must("ui.days"), blocks: v.Days(p)},
		section{title: v.Must("ui.fee"), blocks: v.FeeLine(l, p)},
		section{title: v.Must("ui.permit-until"), blocks: v.Forecast(p)},
		section{title: v.Must("ui.documents"), blocks: v.Reasons(p)},
		section{title: v.Must("ui.not-asked"), blocks: v.AllNotAsked(p)},
		section{title: v.Must("ui.notes"), blocks: v.BriefNotes(l, p)},
		section{blocks: v.Missing(p)},
	)
}

// document is why an item is on a person's list, or why not.
func (w *work) document(p *checklist.Person, id string) []page.Block {
	v := w.voice
	for _, it := range p.Items {
		if it.ID == id {
			reason := page.List{Items: []page.Item{v.Reason(p, it)}}
			if it.Why.Op == "" && !it.Extra {
				return append([]page.Block{reason}, v.None("ui.always")...)
			}
			return []page.Block{reason}
		}
	}
	for _, it := range p.NotAsked() {
		if it.ID == id {
			return []page.Block{page.Paragraph{Text: page.Plain(v.Must("ui.is-not-asked"))}, page.List{Items: []page.Item{v.NotAsked(p, it)}}}
		}
	}
	return v.Elsewhere(id)
}

// sections are those that have something to say.
func sections(all ...section) []section {
	return slices.DeleteFunc(all, func(s section) bool { return len(s.blocks) == 0 })
}

// or is what there is, else what is said in its place.
func or(blocks, otherwise []page.Block) []page.Block {
	if len(blocks) > 0 {
		return blocks
	}
	return otherwise
}
