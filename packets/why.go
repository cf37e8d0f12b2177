package packets

import (
	"slices"
	"strings"

	"mappe/checklist"
	"mappe/forms"
	"mappe/internal/page"
	"mappe/law"
	"mappe/locales"
)

// Path is the way to a decision: each condition with its answer, the sentence
// under it, and where the other answer would have led.
func (v Voice) Path(path []forms.Step) (items []page.Item) {
	for _, s := range path {
		it := page.Item{Text: page.Plain(v.Finding(s.Finding)), Under: under(v.cites(s.Finding))}
		switch s.Finding.Truth {
		case law.True:
			it.Under = append(it.Under, v.otherwise(s.No, s.Yes)...)
		case law.False:
			it.Under = append(it.Under, v.otherwise(s.Yes, s.No)...)
		}
		items = append(items, it)
	}
	return items
}

// otherwise names the schemes that only the other answer leads to.
func (v Voice) otherwise(there, here []string) []page.Words {
	var ids []locales.ID
	for _, s := range there {
		if !slices.Contains(here, s) {
			ids = append(ids, locales.ID("scheme."+s))
		}
	}
	if len(ids) == 0 {
		return nil
	}
	return under(v.Must("ui.otherwise", "Schemes", ids))
}

// Against is why a scheme was not chosen: the condition at which the way to it
// was left, or that it was chosen.
func (v Voice) Against(p *checklist.Person, scheme string) []page.Item {
	if p.Scheme.ID == scheme {
		return []page.Item{{Text: page.Plain(v.Must("ui.chosen", "Scheme", locales.ID("scheme."+scheme))), Under: under(v.Cite(p.Scheme.Cite))}}
	}
	for _, s := range p.Path() {
		taken, left := s.Yes, s.No
		if s.Finding.Truth == law.False {
			taken, left = s.No, s.Yes
		}
		if s.Finding.Truth != law.Unknown && slices.Contains(left, scheme) && !slices.Contains(taken, scheme) {
			return []page.Item{{
				Text:  page.Plain(v.Must("ui.not-chosen", "Scheme", locales.ID("scheme."+scheme), "Because", v.Finding(s.Finding))),
				Under: under(v.cites(s.Finding)),
			}}
		}
	}
	return []page.Item{{Text: page.Plain(v.Must("ui.open", "Scheme", locales.ID("scheme."+scheme)))}}
}

// Reasons are the conditions of an item, none where it is always asked for.
func (v Voice) Reasons(x law.Finding) []page.Item {
	if x.Op == "" {
		return nil
	}
	return []page.Item{{Text: page.Plain(v.Finding(x)), Under: under(v.cites(x))}}
}

// Finding is a condition with its answer.
func (v Voice) Finding(x law.Finding) string {
	return v.Clause(x) + "? " + capital(v.Must("truth."+x.Truth.String()))
}

// Clause is a condition in words.
func (v Voice) Clause(x law.Finding) string {
	parts := func(sep string) string {
		said := make([]string, len(x.Parts))
		for i, p := range x.Parts {
			said[i] = v.Clause(p)
			if len(p.Parts) > 1 {
				said[i] = "(" + said[i] + ")"
			}
		}
		return strings.Join(said, " "+v.Must(sep)+" ")
	}
	switch x.Op {
	case law.OpIs:
		want := make([]string, len(x.Want))
		for i, w := range x.Want {
			want[i] = v.Value(x.Fact, w)
		}
		return v.Fact(x.Fact) + ": " + strings.Join(want, " / ")
	case law.OpAll:
		return parts("ui.and")
	case law.OpAny:
		return parts("ui.or")
	case law.OpNot:
		x := x.Parts[0]
		if len(x.Want) == 1 && x.Want[0] == "true" {
			return v.Fact(x.Fact) + ": " + v.Value(x.Fact, "false")
		}
		return v.Must("ui.not") + " (" + v.Clause(x) + ")"
	}
	return v.Must("cond." + x.Name)
}

// cites are the sentences of a finding and its parts, each once.
func (v Voice) cites(x law.Finding) string {
	var all []string
	var walk func(law.Finding)
	walk = func(x law.Finding) {
		if c := v.Cite(x.Cite); c != "" && !slices.Contains(all, c) {
			all = append(all, c)
		}
		for _, p := range x.Parts {
			walk(p)
		}
	}
	walk(x)
	return strings.Join(all, "; ")
}
