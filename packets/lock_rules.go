package packets

import (
	"slices"
	"strings"

	"mappe/checklist"
	"mappe/forms"
	"mappe/law"
)

// rules are the sentences that a packet rests on, by id: those of the way to
// the form, of the days and counts, of the fee, of the documents and the steps,
// and of what is told; and more.
func (v Voice) rules(l *checklist.Checklist, app forms.Application, people []*checklist.Person, more []law.Cite) []LockRule {
	g := gathered{}
	g.add(more...)
	for _, p := range people {
		g.person(l, p)
	}
	g.add(app.Fee.Cite)
	rules := []LockRule{}
	for c := range g {
		rules = append(rules, v.rule(c))
	}
	if s, ok := v.Book.Source(app.Fee.Source); ok && app.Fee.Cite == "" {
		rules = append(rules, LockRule{s.ID, s.ID, s.Read, v.Sentences(v.Fee(app.Fee), v.FeeSource(app.Fee))})
	}
	slices.SortFunc(rules, func(a, b LockRule) int { return strings.Compare(a.ID, b.ID) })
	return rules
}

// rule is a sentence with its source, or a reading of ours.
func (v Voice) rule(c law.Cite) LockRule {
	r := LockRule{ID: string(c)}
	q, quoted := v.Book.Quotes[c]
	for _, s := range v.Book.Sources {
		switch {
		case quoted && s.ID == q.Source:
			r.Source, r.Read, r.Text = s.ID, s.Read, q.Quote
		case !quoted && s.Kind == "reading" && v.Has("reading."+string(c)):
			r.Source, r.Read, r.Text = s.ID, s.Read, v.Must("reading."+string(c))
		}
	}
	return r
}

// gathered are rules.
type gathered map[law.Cite]bool

func (g gathered) add(cites ...law.Cite) {
	for _, c := range cites {
		if c != "" {
			g[c] = true
		}
	}
}

func (g gathered) person(l *checklist.Checklist, p *checklist.Person) {
	g.add(p.Scheme.Cite)
	for _, s := range stages(p.Path()) {
		g.add(s.cites...)
	}
	if w := p.Window; w != nil {
		g.day(w.Opens.How, w.Opens.Cite)
		g.day(w.LastSafeDay.How, w.LastSafeDay.Cite)
	}
	for _, d := range p.Deadlines {
		g.day(d.How, d.Cite)
	}
	for _, x := range p.Counts {
		g.add(x.Cite)
	}
	if f := p.Forecast; f != nil {
		g.day(f.How, f.Cite)
	}
	for _, n := range p.Notes {
		g.add(n.Cite)
	}
	for _, s := range p.Steps {
		g.add(s.Cite)
	}
	for _, e := range events(l, p) {
		g.add(e.Cite)
	}
	for _, it := range p.Items {
		_, cites := decisive(it.Why)
		g.add(append(cites, it.Cite)...)
	}
}

// day takes what a day was reckoned by.
func (g gathered) day(how forms.Reckoning, c law.Cite) {
	g.add(c)
	for _, s := range how.Shifts {
		g.add(s.Cite)
	}
	if how.Test != nil {
		g.day(how.Test.Reached, "")
	}
}
