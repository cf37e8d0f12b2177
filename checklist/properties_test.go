package checklist

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"mappe/forms"
	"mappe/profile"
)

var goals = []profile.Goal{profile.Keep, profile.Keep, profile.Keep, profile.Extend, profile.Extend, profile.PermanentEU, profile.Permanent}

// Facts are revealed one by one in a random order: what has been settled stays
// settled, schemes once impossible stay impossible, and once nothing is asked
// any more, nothing changes at all. Whoever has told everything is decided.
func TestMonotone(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	seen, profiles := map[string]bool{}, 0
	for range many(7500) {
		w := invent(r, goals[r.IntN(len(goals))])
		if w.facts["eu_citizen"] == "true" {
			delete(w.facts, "permit.card_expires") // who is an EU citizen holds no card
		}
		known := map[profile.Key]bool{}
		keys := slices.Sorted(maps.Keys(w.facts))
		r.Shuffle(len(keys), func(i, j int) { keys[i], keys[j] = keys[j], keys[i] })
		before := look(t, w.person(known)).People[0]
		for _, k := range keys {
			known[k] = true
			after := look(t, w.person(known)).People[0]
			for _, c := range overturned(before, after) {
				if report := fmt.Sprintf("%s by %s", c, k); !seen[report] {
					seen[report] = true
					t.Errorf("%s\n\tknown: %v\n\tof: %s", report, slices.Sorted(maps.Keys(known)), w)
				}
			}
			before = after
		}
		profiles += 1 + len(keys)
		if _, born := w.facts["born"]; before.Outcome == forms.Undecided && (born || before.Facts.Permit == nil || before.Facts.Permit.Lapsed == nil) {
			t.Errorf("all is told, and %v are possible: %s", before.Possible, w)
		}
	}
	t.Logf("%d partial profiles", profiles)
	if profiles < many(100_000) {
		t.Errorf("%d partial profiles, want 100,000", profiles)
	}
}

// overturned tells what of an answer a further fact has changed.
func overturned(before, after *Person) (complaints []string) {
	was, is := settled(before), settled(after)
	for k, v := range was {
		if is[k] != v {
			complaints = append(complaints, fmt.Sprintf("%s %s: %q becomes %q", before.Scheme.ID, k, v, is[k]))
		}
	}
	if len(before.Possible) > 0 {
		left := after.Possible
		if after.Outcome != forms.Undecided {
			left = []string{after.Scheme.ID}
		}
		for _, id := range left {
			if !slices.Contains(before.Possible, id) {
				complaints = append(complaints, id+" becomes possible")
			}
		}
	}
	if len(before.Ask) == 0 {
		delete(is, "deadline extend-before") // printed when known
		for k, v := range is {
			if was[k] != v {
				complaints = append(complaints, fmt.Sprintf("%s, complete, %s: %q becomes %q", before.Scheme.ID, k, was[k], v))
			}
		}
		if len(after.Ask) > 0 {
			complaints = append(complaints, fmt.Sprintf("%s, complete, asks again: %v", before.Scheme.ID, after.Ask))
		}
	}
	return complaints
}

// late may be asked after their group is over: the length of legal residence,
// where only the deadline wants it and not the decision; the age of somebody
// whose permit has lapsed, which is asked before any goal's questions.
var late = []profile.Key{"permit.legal_since", "born"}

// Whoever answers what is asked, one question at a time, comes to an answer:
// the questions end, follow the groups of the contract, and name facts that
// the goal may ask for.
func TestInterview(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	seen := map[string]bool{}
	longest := 0
	for range many(5000) {
		w := invent(r, goals[r.IntN(len(goals))])
		groups, at := profile.Groups(w.goal), 0
		known, asked := map[profile.Key]bool{}, []profile.Key{}
		for {
			p := look(t, w.person(known)).People[0]
			if len(p.Ask) == 0 {
				if p.Outcome == forms.Undecided {
					t.Fatalf("undecided (%v), yet asks nothing: %s", p.Possible, w)
				}
				break
			}
			k := p.Ask[0]
			if _, ok := w.facts[k]; !ok {
				if k == "born" && p.Facts.Permit != nil && p.Facts.Permit.Lapsed != nil { // asked before any goal's questions
					w.facts[k] = draw(r, k)
				} else {
					t.Fatalf("%s is asked, which %s does not ask for: %s", k, w.goal, w)
				}
			}
			if known[k] || len(asked) > 40 {
				t.Fatalf("%s is asked again, or there is no end: %v", k, asked)
			}
			next := at
			for next < len(groups) && !slices.Contains(groups[next], k) {
				next++
			}
			if next == len(groups) && !slices.Contains(late, k) {
				if report := fmt.Sprintf("%s: %s after %v", w.goal, k, asked[max(0, len(asked)-1):]); !seen[report] {
					seen[report] = true
					t.Errorf("out of order: %s (group %d is over); asked %v", report, at+1, asked)
				}
			} else if next < len(groups) {
				at = next
			}
			asked = append(asked, k)
			known[k] = true
		}
		longest = max(longest, len(asked))
	}
	t.Logf("the longest interview has %d questions", longest)
	if longest >= 40 {
		t.Errorf("the longest interview has %d questions", longest)
	}
}

// The first question matters: some two answers to it lead to different ends.
// Ends are told by the same random answers to everything else.
func TestRelevant(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	idle, total := map[string]int{}, 0
	for range many(400) {
		w := invent(r, goals[r.IntN(len(goals))])
		known := map[profile.Key]bool{}
		for {
			p := look(t, w.person(known)).People[0]
			if len(p.Ask) == 0 {
				break
			}
			k := p.Ask[0]
			if _, ok := w.facts[k]; !ok {
				break // born of somebody whose permit has lapsed
			}
			if total++; !matters(t, r, w, known, k) {
				idle[fmt.Sprintf("%s %s (possible %s)", w.goal, k, strings.Join(append(p.Possible, p.Scheme.ID), " "))]++
			}
			known[k] = true
		}
	}
	n := 0
	for _, q := range slices.Sorted(maps.Keys(idle)) {
		n += idle[q]
		t.Logf("idle %d×: %s", idle[q], q)
	}
	if n*50 > total {
		t.Errorf("%d of %d questions changed nothing", n, total)
	}
}

// matters tries answers to k until two of them end differently.
func matters(t *testing.T, r *rand.Rand, w world, known map[profile.Key]bool, k profile.Key) bool {
	for range 40 {
		ends := map[string]bool{}
		other := invent(r, w.goal)
		other.volunteered = w.volunteered
		for fact, v := range w.facts {
			if known[fact] || slices.Contains(w.volunteered, fact) {
				other.facts[fact] = v
			}
		}
		all := map[profile.Key]bool{}
		for fact := range other.facts {
			all[fact] = slices.Contains(w.volunteered, fact) || !slices.Contains(offered, fact) || known[fact] || fact == k
		}
		for range 12 {
			other.facts[k] = draw(r, k)
			p := look(t, other.person(all)).People[0]
			end := settled(p)
			for _, n := range p.Notes {
				if n.Severity == forms.Blocking {
					end["note "+n.ID] = string(n.Severity)
				}
			}
			ends[fmt.Sprint(end)] = true
			if len(ends) > 1 {
				return true
			}
		}
	}
	return false
}
