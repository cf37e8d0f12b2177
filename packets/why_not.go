package packets

import (
	"cmp"
	"slices"
	"strconv"

	"mappe/checklist"
	"mappe/forms"
	"mappe/internal/civil"
	"mappe/internal/page"
	"mappe/law"
	"mappe/locales"
	"mappe/profile"
)

// WhyNot are the schemes of the purpose at hand that did not come out: where
// the way to each was left, and the answers after which it would come out.
func (v Voice) WhyNot(l *checklist.Checklist, p *checklist.Person) []page.Block {
	goal, known := law.Given(p.Facts, profile.FactGoal)
	if !known {
		return nil
	}
	flips := l.Flips(p.Case)
	others := slices.DeleteFunc(slices.Clone(forms.Schemes), func(s forms.Scheme) bool {
		return s.ID == p.Scheme.ID || !slices.Contains(forms.Goals(s.ID), goal)
	})
	slices.SortStableFunc(others, func(a, b forms.Scheme) int { return cmp.Compare(left(p.Path(), a.ID), left(p.Path(), b.ID)) })
	var items []page.Item
	for _, s := range others {
		where := v.Must("ui.ruled-out")
		if n := left(p.Path(), s.ID); n > 0 {
			where = v.Must("ui.left-at", "Step", strconv.Itoa(n))
		} else if slices.Contains(p.Possible, s.ID) {
			where = v.Must("ui.still-open")
		}
		it := page.Item{Text: page.Plain(v.Must("scheme."+s.ID) + " – " + where)}
		if all := flips[s.ID]; len(all) > 0 {
			it.Under = under(v.instead(all[:min(3-len(all[0]), len(all))])) // two answers, in one or two ways
		} else {
			it.Under = under(v.Must("ui.no-single"))
		}
		items = append(items, it)
	}
	var goals []string
	for _, g := range goal.Choices() {
		if g != string(goal) {
			goals = append(goals, v.Value(profile.FactGoal.Key, g))
		}
	}
	return []page.Block{page.List{Items: items}, page.Paragraph{Text: page.Plain(v.Must("ui.other-goals", "Goals", goals)), Small: true}}
}

// Scheme is one scheme in full: that it came out, or where the way to it was
// left, what would lead there, and every condition on the way.
func (v Voice) Scheme(l *checklist.Checklist, p *checklist.Person, scheme string) []page.Block {
	para := func(s string, strong bool) page.Block { return page.Paragraph{Text: page.Plain(s), Strong: strong} }
	name, _ := forms.ByID(scheme)
	title := schemes([]string{scheme})
	var b []page.Block
	goal, known := law.Given(p.Facts, profile.FactGoal)
	switch goals := forms.Goals(scheme); {
	case p.Scheme.ID == scheme:
		name = p.Scheme // with the sentence that this applicant meets
		b = append(b, para(v.Must("ui.chosen", "Scheme", title), true))
	case slices.Contains(p.Possible, scheme):
		b = append(b, para(v.Must("ui.possible-still", "Scheme", title), true))
	case known && !slices.Contains(goals, goal):
		var said []string
		for _, g := range goals {
			said = append(said, v.Value(profile.FactGoal.Key, string(g)))
		}
		b = append(b, para(v.Must("ui.other-goal", "Scheme", title, "Goal", v.Or(said)), true))
	default:
		b = append(b, para(v.Must("ui.not-chosen", "Scheme", title), true))
	}
	b = append(b, page.Paragraph{Text: v.Quoted(name.Cite), Small: true})
	if p.Scheme.ID != scheme && known && slices.Contains(forms.Goals(scheme), goal) {
		if n := left(p.Path(), scheme); n > 0 {
			s := stages(p.Path())[n-1]
			b = append(b, page.List{Items: []page.Item{{
				Text: page.Plain(v.Must("ui.first-unmet", "Step", strconv.Itoa(n), "Because", v.found(p.Case, s.decisive))), Under: v.under(s.cites)}}})
		}
		b = append(b, v.leading(l.Flips(p.Case)[scheme])...)
	}
	return append(b, page.Heading{Level: 3, Text: v.Must("ui.conditions")}, v.conditions(p.Case, scheme))
}

// leading are the answers that lead to a scheme, each on its own.
func (v Voice) leading(flips []forms.Flip) []page.Block {
	if len(flips) == 0 {
		return []page.Block{page.Paragraph{Text: page.Plain(v.Must("ui.no-single"))}}
	}
	var items []page.Item
	for _, f := range flips[:min(8, len(flips))] {
		items = append(items, page.Item{Text: page.Plain(v.Sentence(v.flip(f)))})
	}
	title := v.Must("ui.with-one", "Count", len(items))
	if len(flips[0]) > 1 {
		title = v.Must("ui.with-two")
	}
	return []page.Block{page.Paragraph{Text: page.Plain(title)}, page.List{Items: items}}
}

// conditions are those on the way to a scheme, and whether the facts meet
// them.
func (v Voice) conditions(c *forms.Case, scheme string) page.Block {
	var items []page.Item
	for _, n := range grouped(c.WayTo(scheme)) {
		said := v.Capital(v.clause(n.Finding, n.Want == law.True))
		_, cites := decisive(n.Finding)
		if len(cites) == 0 || !n.Met() {
			cites = allCites(n.Finding)
		}
		it := page.Item{Under: v.under(cites)}
		switch {
		case n.Met():
			said += " – " + v.Must("ui.met")
		case n.Finding.Truth == law.Unknown:
			said += " – " + v.Must("truth.unknown")
		default:
			said += " – " + v.Must("ui.unmet")
			it.Under = append(under(v.Found(c, n.Finding)), it.Under...)
		}
		it.Text = page.Plain(said)
		items = append(items, it)
	}
	return page.List{Numbered: true, Items: items}
}

// grouped tells conditions together as stages does: "extend" needs no "not
// keep" before it, and two kinds that a permit must not be are one condition.
func grouped(way []forms.Need) (out []forms.Need) {
	for _, n := range way {
		x := n.Finding
		if i := len(out) - 1; i >= 0 && x.Op == law.OpIs && x.Cite == "" && out[i].Finding.Op == law.OpIs && out[i].Finding.Cite == "" &&
			out[i].Finding.Fact == x.Fact && out[i].Want == law.False {
			if before := out[i].Finding; n.Want == law.False {
				values := x.Want
				x.Clause = before.Clause
				x = x.OrAlso(values...)
				if before.Truth == law.True {
					x.Truth = law.True
				}
			}
			out[i] = forms.Need{Finding: x, Want: n.Want}
			continue
		}
		out = append(out, n)
	}
	return out
}

// instead names other answers after which a scheme would come out.
func (v Voice) instead(flips []forms.Flip) string {
	var said []string
	for _, f := range flips {
		said = append(said, v.flip(f))
	}
	return v.Must("ui.instead", "Answers", v.Link(locales.Semicolon, v.Must("ui.or"), said...))
}

// flip is one or two other answers.
func (v Voice) flip(f forms.Flip) string {
	var said []string
	for _, x := range f {
		said = append(said, v.change(x))
	}
	return v.Link(locales.Comma, v.Must("ui.and"), said...)
}

// change is another answer to a fact.
func (v Voice) change(x forms.Change) string {
	fact := v.Fact(x.Fact)
	from, to := x.From, x.To
	switch none := (civil.Date{}); {
	case x.Values != nil:
		return v.of(x.Fact, v.oneOf(x.Fact, x.Values))
	case from == none && to == none:
		return v.of(x.Fact, v.Must("ui.any-day"))
	case from == none:
		return fact + " " + v.Must("ui.or-earlier", "Date", to)
	case to == none:
		return fact + " " + v.Must("ui.or-later", "Date", from)
	case from == to:
		return fact + " " + v.Date(from)
	}
	return v.of(x.Fact, v.Must("ui.between", "From", from, "To", to))
}
