package main

import (
	"mappe/checklist"
	"mappe/profile"
)

// applicant is one person's answer.
func (w *work) applicant(p *checklist.Person) Applicant {
	v := w.voice
	x := Applicant{
		ID: p.ID(), Outcome: string(p.Outcome), Scheme: p.Scheme.ID, Form: p.Scheme.Form, Variant: p.Variant,
		Authority: p.Authority, Cite: v.Cite(p.Scheme.Cite), CoveredBy: p.CoveredBy,
		Deadlines: []Deadline{}, Documents: []Document{}, Steps: []Told{}, Notes: []Note{}, Ask: []Question{}, Possible: []string{},
	}
	if win := p.Window; win != nil {
		x.Window = &Window{win.Opens.On, v.Cite(win.Opens.Cite), win.LastSafeDay.On, v.Cite(win.LastSafeDay.Cite), win.Expires, string(win.State)}
	}
	for _, d := range p.Deadlines {
		y := Deadline{ID: d.ID, On: d.On, Cite: v.Cite(d.Cite)}
		if !d.If.IsZero() {
			y.If = "filed on " + d.If.String()
		}
		x.Deadlines = append(x.Deadlines, y)
	}
	for _, c := range p.Counts {
		x.Counts = append(x.Counts, Count{c.ID, c.From, c.To, c.Needed.String(), c.Have.String(), c.Abroad.String(), c.Counted.String(), c.Reached, v.Cite(c.Cite)})
	}
	if f := p.Forecast; f != nil {
		x.PermitUntil, x.Because, x.BecauseCite = f.Until, f.Because, v.Cite(f.Cite)
	}
	for _, it := range p.Items {
		x.Documents = append(x.Documents, Document{it.ID, it.Number, string(it.Need), it.From, it.Have, it.Status(),
			v.Must("doc." + it.ID), v.Cite(it.Cite)})
	}
	for _, s := range p.Steps {
		x.Steps = append(x.Steps, Told{s.ID, v.Say("step."+s.ID, s.Vars), v.Cite(s.Cite)})
	}
	for _, n := range p.Notes {
		x.Notes = append(x.Notes, Note{n.ID, string(n.Severity), v.Note(n), v.Cite(n.Cite)})
	}
	for _, k := range p.Ask {
		x.Ask = append(x.Ask, w.question(p, k))
	}
	x.Possible = append(x.Possible, p.Possible...)
	return x
}

// question is what to ask for a fact; of nobody in particular, where the fact
// is shared by all.
func (w *work) question(p *checklist.Person, k profile.Key) Question {
	q, _ := profile.Lookup(k)
	x := Question{Applicant: p.ID(), Fact: string(k), Kind: q.Kind, Choices: append([]string{}, q.Choices...),
		Text: w.voice.Must("ask." + string(k)), Why: w.voice.Must("why." + string(k))}
	if w.list.Profile.SharedKey(k) {
		x.Applicant = ""
	}
	return x
}
