package law

import (
	"slices"

	"mappe/profile"
)

// Finding is what a condition found, with everything needed to explain it.
type Finding struct {
	*Clause
	Truth Truth
	Ask   profile.Key // the fact to ask next, when unknown
	Parts []Finding
}

// OrAlso is a finding whose condition takes more values.
func (x Finding) OrAlso(values ...string) Finding {
	clause := *x.Clause
	clause.Want, clause.made = append(slices.Clip(clause.Want), values...), true
	x.Clause = &clause
	return x
}

// Always is the finding of what has no condition.
func Always() Finding { return Finding{Clause: &always, Truth: True} }

var always Clause

// Tape is the trace of decisions: what each condition found and each of its
// parts, in the order in which they are written, a byte each. Findings are
// read back from it. A tape that has been used must not be copied.
type Tape struct {
	truths []Truth
	asks   []asked  // where the truth is unknown
	room   struct { // what most decisions need
		truths [64]Truth
		asks   [6]asked
	}
}

type asked struct {
	at  int
	ask profile.Key
}

// Record evaluates a condition and keeps what it and its parts find. It returns
// where on the tape its finding begins.
func (c Cond) Record(f *Facts, t *Tape) int {
	if t.truths == nil {
		t.truths, t.asks = t.room.truths[:0], t.room.asks[:0]
	}
	at, before := len(t.truths), f.tape
	f.tape = t
	c.eval(f)
	f.tape = before
	return at
}

// Finding is what c found, which was recorded at that place.
func (t *Tape) Finding(c Cond, at int) Finding {
	room := make([]Finding, 0, c.clause.below)
	return t.read(c.clause, &at, &room)
}

// Truth is that of the finding at a place.
func (t *Tape) Truth(at int) (Truth, profile.Key) {
	if t.truths[at] != Unknown {
		return t.truths[at], ""
	}
	return Unknown, t.ask(at)
}

// read takes the room for parts from a slice that has enough.
func (t *Tape) read(c *Clause, at *int, room *[]Finding) Finding {
	x := Finding{Clause: c}
	x.Truth, x.Ask = t.Truth(*at)
	*at++
	if n := len(*room); len(c.parts) > 0 {
		*room = (*room)[:n+len(c.parts)]
		x.Parts = (*room)[n:len(*room):len(*room)]
		for i, p := range c.parts {
			x.Parts[i] = t.read(p, at, room)
		}
	}
	return x
}

func (t *Tape) ask(at int) profile.Key {
	for i := len(t.asks) - 1; i >= 0; i-- { // After says it last
		if t.asks[i].at == at {
			return t.asks[i].ask
		}
	}
	return ""
}

// next is the place for a finding whose parts follow. A nil tape keeps
// nothing.
func (t *Tape) next() int {
	if t == nil {
		return 0
	}
	t.truths = append(t.truths, Unknown)
	return len(t.truths) - 1
}

// here is the place that next will give.
func (t *Tape) here() int {
	if t == nil {
		return 0
	}
	return len(t.truths)
}

func (t *Tape) set(at int, truth Truth, ask profile.Key) {
	if t == nil {
		return
	}
	t.truths[at] = truth
	if truth == Unknown {
		t.asks = append(t.asks, asked{at, ask})
	}
}
