package law

import (
	"slices"

	"mappe/profile"
)

// Cond is a condition: a sentence that the facts make true, false or unknown.
type Cond struct {
	clause *Clause
	eval   func(*Facts) (Truth, profile.Key)
}

// Clause is what a condition says, whatever the facts are. It is never changed
// once made.
type Clause struct {
	Op    Op
	Name  string      // of a leaf that calculates: message "cond.<Name>"
	Fact  profile.Key // of a leaf that compares one fact
	Want  []string    // the values it compares with
	Cite  Cite        // the rule it stands under, "" for none
	parts []*Clause
	below int  // parts, and parts of parts
	made  bool // for a finding, not a condition's own
}

// Own tells whether the clause is that of a condition, of which there are only
// so many.
func (c *Clause) Own() bool { return !c.made }

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

// Truth is whether the facts make the condition true, and which fact to ask
// next when that is unknown.
func (c Cond) Truth(f *Facts) (Truth, profile.Key) {
	tape := f.tape
	f.tape = nil
	t, ask := c.eval(f)
	f.tape = tape
	return t, ask
}

// Holds tells whether the facts make the condition true.
func (c Cond) Holds(f *Facts) bool {
	t, _ := c.Truth(f)
	return t == True
}

// Find is Truth with everything needed to explain it.
func (c Cond) Find(f *Facts) Finding {
	var tape Tape
	at := c.Record(f, &tape)
	return tape.Finding(c, at)
}

// Under puts a condition under the sentence it means.
func Under(cite Cite, c Cond) Cond {
	clause := *c.clause
	clause.Cite = cite
	return Cond{&clause, c.eval}
}

// Is is true when the fact is one of the values.
func Is[T ~string](x profile.Fact[T], values ...T) Cond {
	want := make([]string, len(values))
	for i, v := range values {
		want[i] = string(v)
	}
	return leaf(Clause{Op: OpIs, Fact: x.Key, Want: want}, func(f *Facts) (Truth, profile.Key) {
		v := x.Get(f.Applicant)
		if v == nil {
			return Unknown, x.Key
		}
		return Of(slices.Contains(values, *v)), ""
	})
}

// Yes is true when the fact is yes.
func Yes(x profile.Fact[bool]) Cond {
	return leaf(Clause{Op: OpIs, Fact: x.Key, Want: []string{"true"}}, func(f *Facts) (Truth, profile.Key) {
		v := x.Get(f.Applicant)
		if v == nil {
			return Unknown, x.Key
		}
		return Of(*v), ""
	})
}

// Said is true when the volunteered fact was given as v; it is never unknown.
func Said(x profile.Fact[bool], v bool) Cond {
	want := map[bool]string{true: "true", false: "false"}[v]
	return leaf(Clause{Op: OpIs, Fact: x.Key, Want: []string{want}}, func(f *Facts) (Truth, profile.Key) {
		got, ok := Given(f, x)
		return Of(ok && got == v), ""
	})
}

// Calc is a leaf that does arithmetic over several facts. It must be total:
// missing facts read as zero values, and the result is then thrown away.
func Calc(name string, holds func(*Facts) bool) Cond {
	return leaf(Clause{Op: OpCalc, Name: name}, func(f *Facts) (Truth, profile.Key) {
		b, missed := Try(f, holds)
		if missed != "" {
			return Unknown, missed
		}
		return Of(b), ""
	})
}

// Weigh is a leaf that can be decided although a fact is missing: it answers
// with its truth and, when that is unknown, the fact to ask.
func Weigh(name string, weigh func(*Facts) (Truth, profile.Key)) Cond {
	return leaf(Clause{Op: OpCalc, Name: name}, func(f *Facts) (Truth, profile.Key) {
		t, ask := weigh(f)
		if t != Unknown {
			ask = ""
		}
		return t, ask
	})
}

func leaf(clause Clause, weigh func(*Facts) (Truth, profile.Key)) Cond {
	return Cond{&clause, func(f *Facts) (Truth, profile.Key) {
		t, ask := weigh(f)
		f.tape.set(f.tape.next(), t, ask)
		return t, ask
	}}
}

// All is true when every part is; one false part makes it false whatever the
// others are. It asks for what its first open part asks.
func All(parts ...Cond) Cond { return join(OpAll, False, parts) }

// Any is true when one part is; it is false only when all are.
func Any(parts ...Cond) Cond { return join(OpAny, True, parts) }

func join(op Op, absorbing Truth, parts []Cond) Cond {
	clause := &Clause{Op: op}
	for _, c := range parts {
		clause.parts = append(clause.parts, c.clause)
		clause.below += 1 + c.clause.below
	}
	return Cond{clause, func(f *Facts) (Truth, profile.Key) {
		at := f.tape.next()
		truth, ask := absorbing.Not(), profile.Key("")
		for i := range parts {
			t, asks := parts[i].eval(f)
			switch {
			case t == absorbing:
				truth, ask = absorbing, ""
				if f.tape == nil { // nobody listens to the rest
					return truth, ask
				}
			case t == Unknown && truth != absorbing:
				if truth = Unknown; ask == "" {
					ask = asks
				}
			}
		}
		f.tape.set(at, truth, ask)
		return truth, ask
	}}
}

// Not is true when the part is false.
func Not(c Cond) Cond {
	return Cond{&Clause{Op: OpNot, parts: []*Clause{c.clause}, below: 1 + c.clause.below}, func(f *Facts) (Truth, profile.Key) {
		at := f.tape.next()
		t, ask := c.eval(f)
		f.tape.set(at, t.Not(), ask)
		return t.Not(), ask
	}}
}

// After keeps a condition as it is, but asks for x first while x is unknown:
// the order of questions is not the order of the law.
func After[T any](x profile.Fact[T], c Cond) Cond {
	return Cond{c.clause, func(f *Facts) (Truth, profile.Key) {
		at := f.tape.here()
		t, ask := c.eval(f)
		if t == Unknown && x.Get(f.Applicant) == nil {
			ask = x.Key
			f.tape.set(at, t, ask)
		}
		return t, ask
	}}
}
