package law

import (
	"slices"

	"mappe/profile"
)

// Cond looks at the facts and answers with a finding.
type Cond func(*Facts) Finding

// Finding is what a condition found, with everything needed to explain it.
type Finding struct {
	*Clause
	Truth Truth
	Cite  Cite        // the rule it stands under, "" for none
	Ask   profile.Key // the fact to ask next, when unknown
	Parts []Finding
}

// Clause is what a condition says, whatever the facts are. Findings share it:
// it is never changed.
type Clause struct {
	Op   Op
	Name string      // of a leaf that calculates: message "cond.<Name>"
	Fact profile.Key // of a leaf that compares one fact
	Want []string    // the values it compares with
}

// Op is how a finding came about.
type Op string

const (
	OpAlways Op = ""     // there is no condition
	OpIs     Op = "is"   // Fact is one of Want
	OpCalc   Op = "calc" // arithmetic over several facts: Name
	OpAll    Op = "all"
	OpAny    Op = "any"
	OpNot    Op = "not"
)

// Always is the finding of what has no condition.
func Always() Finding { return Finding{Clause: &always, Truth: True} }

var always Clause

// Under puts a condition under the sentence it means.
func Under(c Cite, cond Cond) Cond {
	return func(f *Facts) Finding {
		x := cond(f)
		x.Cite = c
		return x
	}
}

// Is is true when the fact is one of the values.
func Is[T ~string](x profile.Fact[T], values ...T) Cond {
	want := make([]string, len(values))
	for i, v := range values {
		want[i] = string(v)
	}
	return leaf(&Clause{Op: OpIs, Fact: x.Key, Want: want}, func(f *Facts) bool {
		return slices.Contains(values, Read(f, x))
	})
}

// Yes is true when the fact is yes.
func Yes(x profile.Fact[bool]) Cond {
	return leaf(&Clause{Op: OpIs, Fact: x.Key, Want: []string{"true"}}, func(f *Facts) bool { return Read(f, x) })
}

// Said is true when the volunteered fact was given as v; it is never unknown.
func Said(x profile.Fact[bool], v bool) Cond {
	want := map[bool]string{true: "true", false: "false"}[v]
	return leaf(&Clause{Op: OpIs, Fact: x.Key, Want: []string{want}}, func(f *Facts) bool {
		got, ok := Given(f, x)
		return ok && got == v
	})
}

// Calc is a leaf that does arithmetic over several facts. It must be total:
// missing facts read as zero values, and the result is then thrown away.
func Calc(name string, holds func(*Facts) bool) Cond {
	return leaf(&Clause{Op: OpCalc, Name: name}, holds)
}

// Weigh is a leaf that can be decided although a fact is missing: it answers
// with its truth and, when that is unknown, the fact to ask.
func Weigh(name string, weigh func(*Facts) (Truth, profile.Key)) Cond {
	clause := &Clause{Op: OpCalc, Name: name}
	return func(f *Facts) Finding {
		t, ask := weigh(f)
		if t != Unknown {
			ask = ""
		}
		return Finding{Clause: clause, Truth: t, Ask: ask}
	}
}

func leaf(clause *Clause, holds func(*Facts) bool) Cond {
	return func(f *Facts) Finding {
		b, missed := Try(f, holds)
		if missed != "" {
			return Finding{Clause: clause, Ask: missed}
		}
		return Finding{Clause: clause, Truth: Of(b)}
	}
}

// All is true when every part is; one false part makes it false whatever the
// others are. It asks for what its first open part asks.
func All(parts ...Cond) Cond { return join(&Clause{Op: OpAll}, False, parts) }

// Any is true when one part is; it is false only when all are.
func Any(parts ...Cond) Cond { return join(&Clause{Op: OpAny}, True, parts) }

func join(clause *Clause, absorbing Truth, parts []Cond) Cond {
	return func(f *Facts) Finding {
		x := Finding{Clause: clause, Truth: absorbing.Not()}
		if !f.quiet {
			x.Parts = f.take(len(parts))
		}
		for i, c := range parts {
			p := c(f)
			if !f.quiet {
				x.Parts[i] = p
			}
			switch {
			case p.Truth == absorbing:
				x.Truth, x.Ask = absorbing, ""
				if f.quiet {
					return x
				}
			case p.Truth == Unknown && x.Truth != absorbing:
				if x.Truth = Unknown; x.Ask == "" {
					x.Ask = p.Ask
				}
			}
		}
		return x
	}
}

// Not is true when the part is false.
func Not(c Cond) Cond {
	clause := &Clause{Op: OpNot}
	return func(f *Facts) Finding {
		p := c(f)
		x := Finding{Clause: clause, Truth: p.Truth.Not(), Ask: p.Ask}
		if !f.quiet {
			x.Parts = f.take(1)
			x.Parts[0] = p
		}
		return x
	}
}

// After keeps a condition as it is, but asks for x first while x is unknown:
// the order of questions is not the order of the law.
func After[T any](x profile.Fact[T], c Cond) Cond {
	return func(f *Facts) Finding {
		p := c(f)
		if _, ok := Given(f, x); p.Truth == Unknown && !ok {
			p.Ask = x.Key
		}
		return p
	}
}
