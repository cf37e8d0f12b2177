package packets

import (
	"slices"

	"mappe/forms"
	"mappe/internal/civil"
	"mappe/internal/page"
	"mappe/law"
	"mappe/locales"
	"mappe/profile"
)

// stage is one or more conditions on the way to a decision that are told
// together: those that ask for one fact and rest on no sentence.
type stage struct {
	steps    []forms.Step
	decisive []law.Finding
	cites    []law.Cite
}

// stages are the way to a decision as a reader counts it.
func stages(path []forms.Step) []stage {
	out := make([]stage, 0, len(path))
	for i, s := range path {
		leaves, cites := decisive(s.Finding)
		if len(cites) == 0 {
			cites = allCites(s.Finding)
		}
		if n := len(out); n > 0 && out[n-1].plain() && out[n-1].fact() == leaves[0].Fact && len(leaves) == 1 && len(cites) == 0 {
			last := &out[n-1]
			last.steps = path[i-len(last.steps) : i+1]
			if leaves[0].Truth == law.False {
				last.decisive = append(last.decisive, leaves...)
			} else {
				last.decisive = leaves
			}
			continue
		}
		out = append(out, stage{path[i : i+1], leaves, cites})
	}
	return out
}

func (s stage) plain() bool       { return s.fact() != "" && len(s.cites) == 0 }
func (s stage) fact() profile.Key { return s.decisive[len(s.decisive)-1].Fact }

// leaves tells whether the way to a scheme was left here.
func (s stage) leaves(scheme string) bool {
	return slices.ContainsFunc(s.steps, func(x forms.Step) bool {
		taken, left := x.Yes, x.No
		if x.Finding.Truth == law.False {
			taken, left = x.No, x.Yes
		}
		return x.Finding.Truth != law.Unknown && slices.Contains(left, scheme) && !slices.Contains(taken, scheme)
	})
}

// left is the stage, counted from 1, at which the way to a scheme was left;
// 0 for none. Where only the purpose stood between, another way to the scheme
// was left before.
func left(path []forms.Step, scheme string) int {
	all := stages(path)
	i := slices.IndexFunc(all, func(s stage) bool { return s.leaves(scheme) })
	if i >= 0 && all[i].fact() == profile.FactGoal.Key {
		return 1 + slices.IndexFunc(all, func(s stage) bool { return s.passes(scheme) })
	}
	return 1 + i
}

// passes tells whether a way to a scheme branches off here.
func (s stage) passes(scheme string) bool {
	return slices.ContainsFunc(s.steps, func(x forms.Step) bool {
		return x.Finding.Truth == law.True && slices.Contains(x.No, scheme) || x.Finding.Truth == law.False && slices.Contains(x.Yes, scheme)
	})
}

// Path is the way to a decision: what was found at each condition, and the
// sentences under it.
func (v Voice) Path(c *forms.Case) []page.Block {
	all := stages(c.Path())
	items := make([]page.Item, 0, len(all))
	for _, s := range all {
		items = append(items, page.Item{Text: page.Plain(v.found(c, s.decisive)), Under: v.under(s.cites)})
	}
	return []page.Block{page.List{Numbered: true, Items: items}}
}

// decisive are the leaves of a finding that made it what it is, and the
// sentences that they stand under: of several conditions that must all hold,
// those that fail when it fails; of several of which one is enough, those that
// hold when it holds.
func decisive(x law.Finding) (leaves []law.Finding, cites []law.Cite) {
	var collect func(x law.Finding)
	collect = func(x law.Finding) {
		if x.Cite != "" {
			cites = append(cites, x.Cite)
		}
		if len(x.Parts) == 0 {
			leaves = append(leaves, x)
		}
		for _, p := range x.Parts {
			if x.Op == law.OpNot || p.Truth == x.Truth {
				collect(p)
			}
		}
	}
	collect(x)
	return leaves, cites
}

// allCites are the sentences anywhere in a finding.
func allCites(x law.Finding) (cites []law.Cite) {
	if x.Cite != "" {
		cites = append(cites, x.Cite)
	}
	for _, p := range x.Parts {
		cites = append(cites, allCites(p)...)
	}
	return cites
}

// under are sentences, each once, as small lines.
func (v Voice) under(cites []law.Cite) (lines []page.Words) {
	for i, c := range cites {
		if c != "" && !slices.Contains(cites[:i], c) {
			lines = append(lines, v.Quoted(c))
		}
	}
	return lines
}

// Found is what the facts say of a condition, as a sentence.
func (v Voice) Found(c *forms.Case, x law.Finding) string {
	leaves, _ := decisive(x)
	return v.found(c, leaves)
}

// Briefly is Found without what was wanted instead.
func (v Voice) Briefly(c *forms.Case, x law.Finding) string {
	leaves, _ := decisive(x)
	for i := range leaves {
		if leaves[i].Op == law.OpIs && leaves[i].Truth == law.False && c.Facts.Applicant.Answer(leaves[i].Fact) != nil {
			leaves[i].Truth = law.True
		}
	}
	return v.found(c, leaves)
}

func (v Voice) found(c *forms.Case, leaves []law.Finding) string {
	if len(leaves) == 1 && leaves[0].Op == law.OpIs {
		return v.Sentence(v.kept(c, leaves[0]))
	}
	var said []string
	for i, x := range leaves {
		want := x.Want
		for j, y := range leaves { // one fact is told once
			if same := x.Fact != "" && y.Fact == x.Fact && y.Truth == x.Truth; same && j > i {
				want = append(slices.Clip(want), y.Want...)
			} else if same && j < i {
				want = nil
			}
		}
		if x.Fact != "" && want == nil {
			continue
		}
		if x.Op == law.OpIs && len(want) == len(x.Want) {
			said = append(said, v.kept(c, x))
		} else if x.Op == law.OpIs {
			said = append(said, v.answer(c, x.Fact, want, x.Truth))
		} else {
			said = append(said, v.calculated(c, x))
		}
	}
	return v.Sentence(v.Join(locales.Semicolon, said...))
}

// weighed are the days that a calculation compares; the limit is reckoned.
var weighed = map[string][]profile.Key{
	"abroad-now": {"stay_abroad.left_on"}, "left-under-new-rule": {"stay_abroad.left_on"},
	"dispensation-given": {"permit.dispensation_until"}, "dispensation-runs": {"permit.dispensation_until"},
	"eu-absence-short": {"stay_abroad.left_on", "stay_abroad.returns_on"},
	"expired":          {"permit.expires"}, "minor": {"born"}, "minor-when-sent": {"born", "stay_abroad.left_on"},
	"late-from-posting":          {"stay_abroad.posting_ends", "stay_abroad.returns_on"},
	"limit-passed":               {"stay_abroad.left_on", "permit.dispensation_until"},
	"outlasts-dispensation":      {"stay_abroad.returns_on", "permit.dispensation_until"},
	"permit-ends-abroad":         {"permit.expires", "stay_abroad.returns_on"},
	"returned":                   {"stay_abroad.returns_on"},
	"returns-in-time":            {"stay_abroad.left_on", "stay_abroad.returns_on"},
	"within-limit-on-2025-07-01": {"stay_abroad.left_on"},
}

// calculated is a condition that was calculated, in the words of its answer,
// with the days that it compared.
func (v Voice) calculated(c *forms.Case, x law.Finding) string {
	said := v.Must("cond." + x.Name)
	switch x.Truth {
	case law.False:
		said = v.Must("cond-not." + x.Name)
	case law.Unknown:
		said = v.Join(locales.Colon, said, v.Must("truth.unknown"))
	}
	var days []string
	for _, k := range weighed[x.Name] {
		if d, ok := c.Facts.Applicant.Answer(k).(civil.Date); ok {
			days = append(days, v.day(k, d))
		}
	}
	switch x.Name {
	case "limit-passed", "returns-in-time", "within-limit-on-2025-07-01":
		if how, _, settled := forms.LeaveLimit(c.Facts); settled {
			days = append(days, v.Must("ui.limit-ends", "Date", how.On()))
		}
	}
	if len(days) > 0 {
		said = v.Bracketed(said, v.Join(locales.Semicolon, days...))
	}
	return said
}

// day is a fact that is a day.
func (v Voice) day(k profile.Key, d civil.Date) string { return v.Fact(k) + " " + v.Date(d) }

// schemes are the names of schemes.
func schemes(ids []string) []locales.ID {
	names := make([]locales.ID, len(ids))
	for i, s := range ids {
		names[i] = locales.ID("scheme." + s)
	}
	return names
}
