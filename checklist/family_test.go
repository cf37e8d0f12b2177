package checklist

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"mappe/forms"
	"mappe/profile"
)

// People of whom everything is known are decided, and asked nothing.
func TestTotal(t *testing.T) {
	for seed := range uint64(400) {
		for _, p := range look(t, crowd(seed)...).People {
			if p.Outcome == forms.Undecided || len(p.Ask) > 0 {
				t.Fatalf("seed %d: %s is %s (%v) and asked %v", seed, p.ID(), p.Outcome, p.Possible, p.Ask)
			}
		}
	}
}

// Once nobody in a family is asked anything, no further fact of anybody changes
// what any of them was told, or the number of applications.
func TestFamilyIsComplete(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 9))
	seen := map[string]bool{}
	for range 600 {
		goal := []profile.Goal{profile.Keep, profile.Keep, profile.Extend}[r.IntN(3)]
		var worlds []world
		var keys []string // "person fact"
		known := []map[profile.Key]bool{}
		for i := range 2 + r.IntN(2) {
			w := invent(r, goal)
			if i > 0 { // like the first one, or hardly anybody would be covered
				for _, k := range []profile.Key{"permit.kind", "permit.basis", "stay_abroad.reason", "stay_abroad.left_on", "stay_abroad.returns_on"} {
					if v, ok := worlds[0].facts[k]; ok {
						w.facts[k] = v
					}
				}
			}
			worlds, known = append(worlds, w), append(known, map[profile.Key]bool{})
			for _, k := range slices.Sorted(maps.Keys(w.facts)) {
				keys = append(keys, fmt.Sprint(i, " ", k))
			}
		}
		r.Shuffle(len(keys), func(i, j int) { keys[i], keys[j] = keys[j], keys[i] })
		for _, key := range keys[6:] { // what is asked last is interesting
			know(known, key)
		}
		family := func() *Checklist {
			var people []profile.Applicant
			for i, w := range worlds {
				people = append(people, w.person(known[i]))
			}
			return look(t, people...)
		}
		before := family()
		for _, key := range keys[:6] {
			i, k := know(known, key)
			after := family()
			if slices.ContainsFunc(before.People, func(p *Person) bool { return len(p.Ask) > 0 }) {
				before = after
				continue
			}
			for n, p := range before.People {
				was, is := settled(p), settled(after.People[n])
				delete(is, "deadline extend-before") // printed when known
				delete(was, "deadline extend-before")
				if report := fmt.Sprintf("%s of person %d, by %s of person %d", p.Scheme.ID, n+1, k, i+1); !maps.Equal(was, is) && !seen[report] {
					seen[report] = true
					t.Errorf("%s: %v becomes %v", report, was, is)
				}
			}
			before = after
		}
	}
}

// know marks a "person fact" as known.
func know(known []map[profile.Key]bool, key string) (i int, k profile.Key) {
	fmt.Sscan(key, &i, &k)
	known[i][k] = true
	return i, k
}
