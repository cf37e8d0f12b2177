package forms

import (
	"cmp"
	"slices"

	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// Change is another answer to one fact: one of the values, or a day from From
// to To, where no date is an open end.
type Change struct {
	Fact     profile.Key
	Values   []string // of a choice; "true" or "false"
	From, To civil.Date
}

// Flip is a change of answers, all made together, after which another scheme
// comes out.
type Flip []Change

// Flips are, for the schemes that c did not come to, the other answers after
// which they would come out, the nearest first: single answers, and where none
// leads there and the scheme belongs to the purpose, pairs. Each was found by
// deciding again, and the days of a change are exact. A scheme that is missing
// is not reached by one or two other answers.
func (a *Assessment) Flips(c *Case) map[string][]Flip {
	t := a.trial(c)
	found := map[string][]Flip{}
	for _, q := range t.questions {
		t.answers(q, func(scheme string, x Change) { found[scheme] = append(found[scheme], Flip{x}) })
	}
	delete(found, c.Scheme.ID)
	wanted := map[string]bool{}
	goal, _ := law.Given(c.Facts, profile.FactGoal)
	for _, s := range Schemes {
		if s.ID != c.Scheme.ID && found[s.ID] == nil && slices.Contains(Goals(s.ID), goal) {
			wanted[s.ID] = true
		}
	}
	t.pairs(wanted, func(scheme string, x Flip) { found[scheme] = append(found[scheme], x) })
	for scheme, flips := range found {
		flips = merged(flips)
		near := c.near(scheme)
		slices.SortStableFunc(flips, func(x, y Flip) int { return cmp.Compare(distance(x, near), distance(y, near)) })
		found[scheme] = flips
	}
	return found
}

// merged makes one flip of those that differ in the choice of the first fact
// alone.
func merged(flips []Flip) (out []Flip) {
	for _, x := range flips {
		same := func(y Flip) bool {
			return len(x) == 2 && x[0].Fact == y[0].Fact && x[0].Values != nil && x[1].equal(y[1])
		}
		if i := slices.IndexFunc(out, same); i >= 0 {
			out[i][0].Values = append(out[i][0].Values, x[0].Values...)
			continue
		}
		out = append(out, x)
	}
	return out
}

func (x Change) equal(y Change) bool {
	return x.Fact == y.Fact && slices.Equal(x.Values, y.Values) && x.From == y.From && x.To == y.To
}

// near are the facts at which the way to a scheme was left.
func (c *Case) near(scheme string) (keys []profile.Key) {
	var collect func(law.Finding)
	collect = func(x law.Finding) {
		if x.Fact != "" {
			keys = append(keys, x.Fact)
		}
		for _, p := range x.Parts {
			collect(p)
		}
	}
	for _, n := range c.WayTo(scheme) {
		if !n.Met() {
			collect(n.Finding)
		}
	}
	return keys
}

// distance ranks a flip: what the conditions ask for by name is near, what
// nobody is asked for is far.
func distance(x Flip, near []profile.Key) (d int) {
	for _, change := range x {
		if !slices.Contains(near, change.Fact) {
			d++
		}
		if q, _ := profile.Lookup(change.Fact); q.Volunteered {
			d += 2
		}
	}
	return d
}

// Outcomes are the schemes that stay possible after an answer.
type Outcomes struct {
	Change   Change
	Possible []string
}

// After is what an undecided case comes to with each answer to a fact; of a
// day only where that decides. Answers that leave the same schemes are told
// together.
func (a *Assessment) After(c *Case, k profile.Key) (out []Outcomes) {
	t := a.trial(c)
	q, ok := t.question(k)
	if !ok {
		return nil
	}
	if q.values == nil {
		t.days(q, func(scheme string, x Change) { out = append(out, Outcomes{x, []string{scheme}}) })
		return out
	}
	for _, text := range q.values {
		release := q.hold(q.value(text))
		possible := root.reach(t.facts).ids()
		release()
		if j := slices.IndexFunc(out, func(o Outcomes) bool { return slices.Equal(o.Possible, possible) }); j >= 0 {
			out[j].Change.Values = append(out[j].Change.Values, text)
			continue
		}
		out = append(out, Outcomes{Change{Fact: k, Values: []string{text}}, possible})
	}
	return out
}
