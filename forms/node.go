package forms

import (
	"math/bits"
	"slices"

	"mappe/law"
	"mappe/profile"
)

// node is a decision: a condition with two ways on, or a scheme at the end.
// For complete facts exactly one scheme is reached, so the order in which
// schemes are written never decides.
type node struct {
	when    law.Cond
	yes, no *node
	ends    schemes // the schemes below
	ways    *Ways
	number  uint16 // in nodes
}

// nodes are all decisions.
var nodes []*node

// Ways are the schemes behind each answer to a condition.
type Ways struct{ Yes, No []string }

func when(c law.Cond, yes, no *node) *node {
	n := &node{when: c, yes: yes, no: no, ends: yes.ends | no.ends, ways: &Ways{yes.ends.ids(), no.ends.ids()}, number: uint16(len(nodes))}
	nodes = append(nodes, n)
	return n
}

func choose(scheme string) *node {
	for i, s := range Schemes {
		if s.ID == scheme {
			return &node{ends: 1 << i}
		}
	}
	panic("forms: no scheme " + scheme)
}

// schemes is a set of schemes, by their place in Schemes.
type schemes uint32

func (s schemes) one() bool { return bits.OnesCount32(uint32(s)) == 1 }

// first is the first scheme of a set.
func (s schemes) first() Scheme { return Schemes[bits.TrailingZeros32(uint32(s))] }

// has tells whether a scheme is in the set.
func (s schemes) has(id string) bool {
	i := slices.IndexFunc(Schemes, func(x Scheme) bool { return x.ID == id })
	return i >= 0 && s&(1<<i) != 0
}

func (s schemes) ids() (ids []string) {
	for i := range Schemes {
		if s&(1<<i) != 0 {
			ids = append(ids, Schemes[i].ID)
		}
	}
	return ids
}

// Step is one condition on the way to a decision.
type Step struct {
	Finding law.Finding
	*Ways
}

// selection is how far the facts lead.
type selection struct {
	possible schemes // those that can still be reached; one when decided
	ask      profile.Key
}

// trace is the way to a decision.
type trace struct {
	way  []mark
	tape law.Tape
	room [20]mark // longer than any way
}

// mark is a decision on the way, by its number, and where its finding is on
// the tape.
type mark struct{ node, at uint16 }

// Path is how the scheme was reached: each condition on the way, and what it
// found.
func (c *Case) Path() []Step {
	steps := make([]Step, len(c.trace.way))
	for i, m := range c.trace.way {
		n := nodes[m.node]
		steps[i] = Step{c.trace.tape.Finding(n.when, int(m.at)), n.ways}
	}
	return steps
}

// walk follows the facts. Where a condition is unknown it looks down both
// ways: when both end in the same scheme, the fact does not matter.
func (n *node) walk(f *law.Facts, t *trace) (s selection) {
	t.way = t.room[:0]
	for ; n.ways != nil; s.possible = n.ends {
		at := n.when.Record(f, &t.tape)
		t.way = append(t.way, mark{n.number, uint16(at)})
		switch truth, ask := t.tape.Truth(at); truth {
		case law.True:
			n = n.yes
		case law.False:
			n = n.no
		default:
			if s.possible = n.yes.reach(f) | n.no.reach(f); !s.possible.one() {
				s.ask = ask
			}
			return s
		}
	}
	return s
}

// lead is the scheme that the facts lead to, "" while it is open.
func (n *node) lead(f *law.Facts) string {
	if s := n.reach(f); s.one() {
		return s.first().ID
	}
	return ""
}

// reach are the schemes that the facts leave possible.
func (n *node) reach(f *law.Facts) schemes {
	for !n.ends.one() {
		switch truth, _ := n.when.Truth(f); truth {
		case law.True:
			n = n.yes
		case law.False:
			n = n.no
		default:
			return n.yes.reach(f) | n.no.reach(f)
		}
	}
	return n.ends
}
