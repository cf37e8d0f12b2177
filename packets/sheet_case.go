package packets

import (
	"slices"

	"mappe/checklist"
	"mappe/forms"
	"mappe/internal/page"
	"mappe/law"
	"mappe/locales"
)

// Decision is what comes out for one person: the sentence, the form, the days,
// the fee, and what each rests on.
func (v Voice) Decision(l *checklist.Checklist, p *checklist.Person) []page.Block {
	return append(v.says(l, p), v.table(v.rows(l, p), 28, 33, 39)...)
}

// says is what comes out as a sentence, with what it rests on where no row of
// the table tells that.
func (v Voice) says(l *checklist.Checklist, p *checklist.Person) []page.Block {
	b := v.Verdict(p)
	switch {
	case p.CoveredBy != "": // form, authority and fee are told of the application
		return []page.Block{
			page.Paragraph{Text: page.Plain(v.Must("says.covered", "Name", v.Printable(l.Case(p.CoveredBy).Facts.Applicant))), Strong: true},
			page.Paragraph{Text: v.Quoted("S1-35"), Small: true},
		}
	case p.Scheme.Form != "":
		return b[:1] // the sentence stands beside the form
	}
	return b
}

// Outcome is what comes out in a few words.
func (v Voice) Outcome(p *checklist.Person) string {
	if p.CoveredBy != "" {
		return v.Must("outcome.covered")
	}
	return v.Must("outcome." + string(p.Outcome))
}

// stops are the notes that stop somebody, and the others.
func stops(p *checklist.Person) (stops, rest []forms.Note) {
	for _, n := range p.Notes {
		if n.Severity == forms.Blocking {
			stops = append(stops, n)
		} else {
			rest = append(rest, n)
		}
	}
	return stops, rest
}

// Told prints notes, the gravest first.
func (v Voice) Told(notes []forms.Note) []page.Block { return v.told(notes, 3) }

func (v Voice) told(notes []forms.Note, level int) []page.Block {
	var b []page.Block
	for _, s := range []forms.Severity{forms.Blocking, forms.Warning, forms.Info} {
		var items []page.Item
		for _, n := range notes {
			if n.Severity == s {
				items = append(items, page.Item{Text: page.Plain(v.note(n)), Under: append(v.counts(n), v.basis(n)...)})
			}
		}
		if len(items) > 0 {
			b = append(b, page.Heading{Level: level, Text: v.Must("severity." + string(s))}, page.List{Items: items})
		}
	}
	return b
}

// Note is a note in one text: a grave one in a courtesy language with the Danish
// sentence, which counts, behind it.
func (v Voice) Note(n forms.Note) string {
	says := v.note(n)
	if counts := v.counts(n); counts != nil {
		says += " – " + v.Isolated(counts[0].String())
	}
	return says
}

func (v Voice) note(n forms.Note) string { return v.Say("note."+n.ID, n.Vars) }

// basis is what a note rests on: a sentence, or a reading of ours, which the
// note itself tells.
func (v Voice) basis(n forms.Note) []page.Words {
	if v.Book.Sentence(n.Cite) == "" && v.Has("reading."+string(n.Cite)) {
		return under(v.Must("ui.our-reading", "Rule", string(n.Cite)))
	}
	return v.under([]law.Cite{n.Cite})
}

// Without are the notes that are not among others, by their words.
func (v Voice) Without(notes, others []forms.Note) []forms.Note {
	told := map[string]bool{}
	for _, n := range others {
		told[v.note(n)] = true
	}
	return slices.DeleteFunc(slices.Clone(notes), func(n forms.Note) bool { return told[v.note(n)] })
}

// Common are the notes that everybody of several people is told in the same
// words. What stops an application stays with each of them.
func (v Voice) Common(people []*checklist.Person) []forms.Note {
	if len(people) < 2 {
		return nil
	}
	common := slices.DeleteFunc(slices.Clone(people[0].Notes), func(n forms.Note) bool { return n.Severity == forms.Blocking })
	for _, p := range people[1:] {
		common = v.Without(common, v.Without(common, p.Notes))
	}
	return common
}

// Steps are what to do, in order.
func (v Voice) Steps(p *checklist.Person) []page.Block {
	var items []page.Item
	for _, s := range p.Steps {
		items = append(items, page.Item{Text: page.Plain(v.Say("step."+s.ID, s.Vars)), Under: v.under([]law.Cite{s.Cite})})
	}
	if len(items) == 0 {
		return nil
	}
	return []page.Block{page.List{Numbered: true, Items: items}}
}

// few schemes are worth naming while a case is open.
const few = 6

// Missing are the facts that can still change the answer, and what may still
// come out where that is not nearly everything.
func (v Voice) Missing(p *checklist.Person) []page.Block { return v.missing(p, 3) }

func (v Voice) missing(p *checklist.Person, level int) []page.Block {
	if len(p.Ask) == 0 {
		return nil
	}
	var items []page.Item
	for _, k := range p.Ask {
		items = append(items, page.Item{Text: page.Plain(v.Must("ask." + string(k))), Under: under(v.Sentences(v.Must("why."+string(k)), v.Must("ui.key", "Key", string(k))))})
	}
	b := []page.Block{page.Heading{Level: level, Text: v.Must("ui.still-needed")}, page.List{Items: items}}
	if 0 < len(p.Possible) && len(p.Possible) <= few {
		ids := make([]locales.ID, len(p.Possible))
		for i, s := range p.Possible {
			ids[i] = locales.ID("scheme." + s)
		}
		b = append(b, page.Paragraph{Text: page.Plain(v.Must("ui.possible", "Schemes", ids)), Small: true})
	}
	return b
}

func under(lines ...string) (u []page.Words) {
	for _, s := range lines {
		if s != "" {
			u = append(u, page.Plain(s))
		}
	}
	return u
}
