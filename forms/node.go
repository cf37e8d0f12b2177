package forms

import (
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
	scheme  string
	ends    []string // the schemes below, each once
}

func when(c law.Cond, yes, no *node) *node {
	ends := slices.Clone(yes.ends)
	for _, id := range no.ends {
		if !slices.Contains(ends, id) {
			ends = append(ends, id)
		}
	}
	return &node{when: c, yes: yes, no: no, ends: ends}
}

func choose(scheme string) *node { return &node{scheme: scheme, ends: []string{scheme}} }

// Step is one condition on the way to a decision.
type Step struct {
	Finding law.Finding
	Yes, No []string // the schemes behind each answer
}

// selection is how far the facts lead.
type selection struct {
	possible []string // the schemes that can still be reached; one when decided
	ask      profile.Key
	path     []Step
}

// walk follows the facts. Where a condition is unknown it looks down both
// ways: when both end in the same scheme, the fact does not matter.
func (n *node) walk(f *law.Facts) selection {
	if n.scheme != "" {
		return selection{possible: []string{n.scheme}}
	}
	x := n.when(f)
	step := Step{x, n.yes.ends, n.no.ends}
	var s selection
	switch x.Truth {
	case law.True:
		s = n.yes.walk(f)
	case law.False:
		s = n.no.walk(f)
	default:
		s.possible = n.yes.walk(f).possible
		for _, id := range n.no.walk(f).possible {
			if !slices.Contains(s.possible, id) {
				s.possible = append(s.possible, id)
			}
		}
		if len(s.possible) > 1 {
			s.ask = x.Ask
		}
	}
	s.path = append([]Step{step}, s.path...)
	return s
}

// lead is walk for those who want the scheme alone, "" while it is open.
func (n *node) lead(f *law.Facts) string {
	for n.scheme == "" {
		switch n.when(f).Truth {
		case law.True:
			n = n.yes
		case law.False:
			n = n.no
		default:
			scheme := n.yes.lead(f)
			if scheme == "" || scheme != n.no.lead(f) {
				return ""
			}
			return scheme
		}
	}
	return n.scheme
}
