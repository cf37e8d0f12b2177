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
// there it is the one that leaves the fewest of them unmet.
func (c *Case) WayTo(scheme string) []Need {
	way, _ := root.wayTo(c.Facts, scheme)
	return way
}

func (n *node) wayTo(f *law.Facts, scheme string) (way []Need, unmet int) {
	if n.scheme != "" {
		return nil, 0
	}
	x := n.when(f)
	found := false
	for _, branch := range []struct {
		want law.Truth
		to   *node
	}{{law.True, n.yes}, {law.False, n.no}} {
		if !slices.Contains(branch.to.ends, scheme) {
			continue
		}
		need := Need{x, branch.want}
		rest, missing := branch.to.wayTo(f, scheme)
		if !need.Met() {
			missing++
		}
		if !found || missing < unmet {
			way, unmet, found = append([]Need{need}, rest...), missing, true
		}
	}
	return way, unmet
}

// Goals are the purposes under which a scheme can come out, in the order in
// which they are offered.
func Goals(scheme string) (goals []profile.Goal) {
	for _, g := range []struct {
		goal profile.Goal
		ends []string
	}{{profile.Keep, keep.ends}, {profile.Extend, extend.ends}, {profile.PermanentEU, permanentEU.ends},
		{profile.Permanent, []string{"national-permanent"}}} {
		if slices.Contains(g.ends, scheme) || slices.Contains(lapsed.ends, scheme) {
			goals = append(goals, g.goal)
		}
	}
	return goals
}
