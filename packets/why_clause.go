package packets

import (
	"slices"
	"strings"

	"mappe/law"
	"mappe/locales"
)

// Clause is a condition in words, whatever the facts say of it.
func (v Voice) Clause(x law.Finding) string { return v.clause(x, true) }

// clause is a condition, or its opposite: that is said of the parts, so that
// no sentence denies a denial.
func (v Voice) clause(x law.Finding, holds bool) string {
	switch x.Op {
	case law.OpIs:
		return v.isOneOf(x, holds)
	case law.OpNot:
		return v.clause(x.Parts[0], !holds)
	case law.OpAll, law.OpAny:
		var said []string
		for _, p := range limbs(x, holds) {
			s := v.clause(p.Finding, p.holds)
			if p.joins() {
				s = strings.TrimSpace(v.Bracketed("", s))
			}
			if !slices.Contains(said, s) {
				said = append(said, s)
			}
		}
		word := "ui.or"
		if (x.Op == law.OpAll) == holds {
			word = "ui.and"
		}
		return v.Link(locales.Comma, v.Must(word), said...)
	}
	if holds {
		return v.Must("cond." + x.Name)
	}
	return v.Must("cond-not." + x.Name)
}

// isOneOf is that a fact is, or is not, one of the values wanted.
func (v Voice) isOneOf(x law.Finding, holds bool) string {
	switch want := x.Want; {
	case holds:
		return v.of(x.Fact, v.oneOf(x.Fact, want))
	case len(want) == 1 && want[0] == "true":
		return v.of(x.Fact, v.Value(x.Fact, "false"))
	case len(want) == 1 && want[0] == "false":
		return v.of(x.Fact, v.Value(x.Fact, "true"))
	}
	return v.of(x.Fact, v.Must("ui.other-than", "Want", v.Or(v.quoted(x.Fact, x.Want))))
}

// limb is a condition below another, or its opposite.
type limb struct {
	law.Finding
	holds bool
}

// joins tells whether a limb needs brackets among others.
func (p limb) joins() bool {
	return (p.Op == law.OpAll || p.Op == law.OpAny) && len(limbs(p.Finding, p.holds)) > 1
}

// limbs are those that are joined by one word: an "and" within an "and" is the
// same "and", and of one fact all values are told together.
func limbs(x law.Finding, holds bool) (out []limb) {
	for _, p := range x.Parts {
		q := limb{p, holds}
		for q.Op == law.OpNot {
			q = limb{q.Parts[0], !q.holds}
		}
		if joined := q.Op == law.OpAll || q.Op == law.OpAny; joined && (q.Op == x.Op) == (q.holds == holds) {
			out = append(out, limbs(q.Finding, q.holds)...)
			continue
		}
		same := func(y limb) bool {
			return q.Op == law.OpIs && y.Op == law.OpIs && y.Fact == q.Fact && y.holds == q.holds
		}
		either := ((x.Op == law.OpAny) == holds) == q.holds // a or b; neither a nor b
		if i := slices.IndexFunc(out, same); i >= 0 && either {
			out[i].Finding = out[i].OrAlso(q.Want...)
			continue
		}
		out = append(out, q)
	}
	return out
}
