package forms

import (
	"slices"

	"mappe/law"
	"mappe/profile"
)

// Need is a condition on the way to a scheme, and the answer that leads on.
type Need struct {
	Finding law.Finding
	Want    law.Truth
}

// Met tells whether the facts lead on.
func (n Need) Met() bool { return n.Finding.Truth == n.Want }

// WayTo are the conditions on the way to a scheme. Where several ways lead
// there it is the nearest: a condition that is not met weighs as much as three
// that are open.
func (c *Case) WayTo(scheme string) []Need {
	way, _ := root.wayTo(c.Facts, scheme)
	return way
}

func (n *node) wayTo(f *law.Facts, scheme string) (way []Need, far int) {
	if n.ways == nil {
		return nil, 0
	}
	x := n.when.Find(f)
	found := false
	wants := []law.Truth{law.True, law.False}
	if x.Truth == law.False { // of two ways equally far, the one that was gone
		slices.Reverse(wants)
	}
	for _, want := range wants {
		to := n.yes
		if want == law.False {
			to = n.no
		}
		if !to.ends.has(scheme) {
			continue
		}
		need := Need{x, want}
		rest, distance := to.wayTo(f, scheme)
		switch {
		case x.Truth == law.Unknown:
			distance++
		case !need.Met():
			distance += 3
		}
		if !found || distance < far {
			way, far, found = append([]Need{need}, rest...), distance, true
		}
	}
	return way, far
}

// Goals are the purposes under which a scheme can come out, in the order in
// which they are offered.
func Goals(scheme string) (goals []profile.Goal) {
	for _, g := range []struct {
		goal profile.Goal
		ends schemes
	}{{profile.Keep, keep.ends}, {profile.Extend, extend.ends}, {profile.PermanentEU, permanentEU.ends},
		{profile.Permanent, national.ends}} {
		if g.ends.has(scheme) || lapsed.ends.has(scheme) {
			goals = append(goals, g.goal)
		}
	}
	return goals
}
