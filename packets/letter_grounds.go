package packets

import (
	"cmp"
	"slices"

	"mappe/checklist"
	"mappe/forms"
	"mappe/internal/page"
	"mappe/law"
	"mappe/profile"
)

// grounds are what an application rests on: a paragraph each, with its days, and
// the sentences under it.
func (b *binder) grounds() (blocks []page.Block) {
	for _, g := range b.reasons() {
		blocks = append(blocks, page.Paragraph{Text: page.Plain(g.text)})
		text := page.Words{}
		for i, c := range g.v.under(g.cites) {
			if i > 0 {
				text = append(text, page.Span{Text: "\n"})
			}
			text = append(text, c...)
		}
		blocks = append(blocks, page.Paragraph{Text: text, Small: true})
	}
	return blocks
}

// reasons collects the grounds of the first person, who files.
func (b *binder) reasons() []ground {
	g := &grounding{v: b.v, p: b.people[0], b: b}
	switch g.p.Scheme.ID {
	case "mf4":
		g.mf4()
	case "bf1", "bf23":
		g.dispensation()
	case "od2d":
		g.residence()
	}
	return g.all
}

// ground is a sentence about the case, and the rules that make it one.
type ground struct {
	v     Voice
	text  string
	cites []law.Cite
}

// grounding collects the grounds of a person, from what was computed.
type grounding struct {
	v   Voice
	p   *checklist.Person
	b   *binder
	all []ground
}

func (g *grounding) say(id string, cites []law.Cite, vars ...any) {
	vars = append(vars, "Name", cmp.Or(nameOf(g.v, g.p.Facts.Applicant), openLine(string(factText))))
	g.all = append(g.all, ground{g.v, g.v.Must("ground."+id, vars...), cites})
}

// window says when a permit or card expires, and from when it may be applied.
func (g *grounding) window(id string) {
	w := g.p.Window
	if w == nil || w.Expires.IsZero() {
		return
	}
	if w.Opens.On.IsZero() {
		g.say(id, []law.Cite{w.LastSafeDay.Cite}, "Date", w.Expires)
		return
	}
	g.say(id+"-from", []law.Cite{w.LastSafeDay.Cite, w.Opens.Cite}, "Date", w.Expires, "From", w.Opens.On)
}

func (g *grounding) mf4() {
	a, v := g.p.Facts.Applicant, g.v
	g.window("permit")
	if s := a.Sponsor; s != nil && s.Status != nil {
		held := v.Value("sponsor.status", string(*s.Status))
		if s.Ground != nil {
			g.say("sponsor", []law.Cite{g.p.Scheme.Cite}, "Sponsor", g.sponsor(), "Status", held, "Ground", v.Value("sponsor.ground", string(*s.Ground)))
		}
		if o := s.Occupation; o != nil && (*o == profile.Employed || *o == profile.EmployedTemporarily) {
			g.say("occupation", []law.Cite{"S4-23"}, "Sponsor", g.sponsor(), "Occupation", v.Value("sponsor.occupation", string(*o)))
		}
	}
	if a.Relation != nil {
		relation := v.Value("relation", string(*a.Relation))
		if a.LivesTogether != nil && *a.LivesTogether {
			g.say("lives-together", []law.Cite{"S4-06", "S4-16"}, "Sponsor", g.sponsor(), "Relation", relation)
		} else {
			g.say("relation", []law.Cite{"S4-06"}, "Sponsor", g.sponsor(), "Relation", relation)
		}
	}
	if since, ok := law.Given(g.p.Facts, profile.SameGroundsSince); ok {
		g.say("same-grounds", []law.Cite{"S4-40"}, "Date", since)
	}
}

// sponsor is the sponsor's name, or a line for it.
func (g *grounding) sponsor() string {
	if s := g.p.Facts.Applicant.Sponsor; s != nil && registered(s.Name) != "" {
		return registered(s.Name)
	}
	return openLine(string(factText))
}

// purposes are the sentences that name a purpose of a stay abroad.
var purposes = map[profile.Reason]law.Cite{
	profile.Secondment: "S1-25", profile.AccompanyingSecondment: "S1-25", profile.DirectEmployment: "S1-25",
	profile.Education: "S1-26", profile.AuPair: "S1-27", profile.Care: "S1-28",
}

func (g *grounding) dispensation() {
	f := g.p.Facts
	left, gone := law.Given(f, profile.LeftOn)
	back, returns := law.Given(f, profile.ReturnsOn)
	if gone && returns {
		g.say("stay", []law.Cite{"S1-21"}, "From", left, "To", back)
	}
	for _, d := range g.p.Deadlines {
		if d.ID == "leave-limit" {
			g.say("limit", []law.Cite{d.Cite}, "Date", d.On)
		}
	}
	if reason, ok := law.Given(f, profile.StayReason); ok {
		if c := purposes[reason]; c != "" {
			g.say("purpose", []law.Cite{"S1-23", c}, "Purpose", g.v.Value("stay_abroad.reason", string(reason)))
		} else {
			g.say("purpose", []law.Cite{"S1-23"}, "Purpose", openLine(string(factText)))
		}
	}
	if held, ok := law.Given(f, profile.PreventedFromReturning); ok && held && g.p.Scheme.ID == "bf23" {
		g.say("prevented", []law.Cite{"S1-20", "S1-32"})
	}
	if returns && g.p.Scheme.ID == "bf23" && !back.Before(g.b.l.On) {
		g.say("before-return", []law.Cite{"S1-50"}, "Date", back)
	}
	var names []string
	for _, p := range g.b.people[1:] {
		names = append(names, g.v.Registered(p.Facts.Applicant))
	}
	if names != nil {
		g.say("covered", []law.Cite{"S1-35"}, "Names", names)
	}
}

// gaps are the periods without income, each with where it is documented, or
// where it is said how that stands.
func (g *grounding) gaps() {
	for _, it := range g.p.Items {
		open := ""
		switch {
		case it.Have:
		case slices.ContainsFunc(it.Given, profile.Document.Explained):
			open = "-open"
		default:
			continue
		}
		for _, gap := range g.p.Gaps(it.ID) {
			vars := []any{"From", gap.From, "To", gap.To, "Number", it.Number}
			if it.ID == "residence-evidence" {
				g.say("gap"+open, []law.Cite{it.Cite}, vars...)
			} else if d := g.p.Facts.Applicant.DanishFamilyMember; d != nil && registered(d.Name) != "" {
				g.say("gap-dane"+open, []law.Cite{it.Cite}, append(vars, "Dane", registered(d.Name))...)
			}
		}
	}
}

func (g *grounding) residence() {
	a := g.p.Facts.Applicant
	if five, known := forms.FiveYears(g.p.Facts); known {
		g.say("residence", []law.Cite{"S2-03"}, "From", five.First, "Date", five.On())
	}
	if d := a.DanishFamilyMember; d != nil && registered(d.Name) != "" {
		g.say("dane", []law.Cite{"S2-04"}, "Dane", registered(d.Name))
	}
	g.window("card")
	g.gaps()
	if r := represents(a); r != nil && *r.Kind == profile.Solicitor {
		g.say("solicitor", []law.Cite{"S2-32"}, "Solicitor", registered(r.Name))
	}
}
