package checklist

import (
	"math/rand/v2"
	"slices"
	"testing"

	"mappe/forms"
	"mappe/internal/civil"
	"mappe/profile"
)

// answered is a person with one other answer.
func answered(a profile.Applicant, k profile.Key, text string) profile.Applicant {
	p := (&profile.Profile{Applicants: []profile.Applicant{a}}).Clone()
	if err := p.Applicants[0].Set(k, text); err != nil {
		panic(err)
	}
	return p.Applicants[0]
}

// values are all that a change stands for, of a long run of days some; outside
// are the days next to it, which must lead elsewhere.
func values(r *rand.Rand, x forms.Change) (inside, outside []string) {
	if x.Values != nil {
		return x.Values, nil
	}
	from, to := x.From, x.To
	switch {
	case from.IsZero() && to.IsZero():
		return []string{today.String()}, nil
	case from.IsZero():
		from = to.AddDays(-1500)
	case to.IsZero():
		to = from.AddDays(1500)
	}
	if from == x.From {
		inside, outside = append(inside, from.String()), append(outside, from.AddDays(-1).String())
	}
	if to == x.To {
		inside, outside = append(inside, to.String()), append(outside, to.AddDays(1).String())
	}
	for range 3 {
		inside = append(inside, from.AddDays(r.IntN(from.DaysUntil(to)+1)).String())
	}
	return inside, outside
}

// contradicts tells whether somebody returns before leaving or was born later
// than today: no answer that flips may be one of those.
func contradicts(a profile.Applicant) bool {
	if s := a.StayAbroad; s != nil && s.LeftOn != nil {
		for _, d := range []*civil.Date{s.ReturnsOn, s.PostingEnds} {
			if d != nil && d.Before(*s.LeftOn) {
				return true
			}
		}
	}
	since := []*civil.Date{a.Born}
	if p := a.Permit; p != nil {
		since = append(since, p.LegalSince, p.SameGroundsSince, p.EUResidenceSince)
	}
	return slices.ContainsFunc(since, func(d *civil.Date) bool { return d != nil && d.After(today) })
}

// Every answer that is said to lead to another scheme does, when the case is
// decided anew; the day before the first and after the last does not. Where a
// single answer is said not to exist, none is found by trying.
func TestFlips(t *testing.T) {
	seen := map[int]int{}
	for seed := range uint64(30) {
		r := rand.New(rand.NewPCG(seed, 13))
		w := invent(r, []profile.Goal{profile.Keep, profile.Extend, profile.PermanentEU}[r.IntN(3)])
		known := map[profile.Key]bool{}
		for k := range w.facts {
			known[k] = seed%5 > 0 || r.IntN(8) > 0
		}
		a := w.person(known)
		l := look(t, a)
		flips := l.Flips(l.Cases[0])
		if flips[l.Cases[0].Scheme.ID] != nil {
			t.Errorf("%s: the scheme that came out is among those that would", w)
		}
		for scheme, all := range flips {
			for _, flip := range all[:min(3, len(all))] {
				seen[len(flip)]++
				last := flip[len(flip)-1]
				people := []profile.Applicant{a}
				if len(flip) == 2 {
					people = nil
					first, _ := values(r, flip[0])
					for _, v := range first {
						people = append(people, answered(a, flip[0].Fact, v))
					}
				}
				inside, outside := values(r, last)
				for _, b := range people {
					for _, v := range inside {
						if got := look(t, answered(b, last.Fact, v)).Cases[0]; got.Scheme.ID != scheme && !contradicts(answered(b, last.Fact, v)) {
							t.Fatalf("%s\nwith %+v, here %v: %q, want %q", w, flip, v, got.Scheme.ID, scheme)
						}
					}
					for _, v := range outside {
						c := answered(b, last.Fact, v)
						if got := look(t, c).Cases[0]; got.Scheme.ID == scheme && !contradicts(c) {
							t.Fatalf("%s\nwith %+v, but %v leads there too: %q", w, flip, v, scheme)
						}
					}
				}
			}
		}
		for range 40 {
			keys := profile.Groups(w.goal)
			group := keys[r.IntN(len(keys))]
			k := group[r.IntN(len(group))]
			b := answered(a, k, draw(r, k))
			got := look(t, b).Cases[0].Scheme.ID
			if got == "" || got == l.Cases[0].Scheme.ID || contradicts(b) {
				continue
			}
			if all := flips[got]; len(all) == 0 || len(all[0]) != 1 {
				t.Fatalf("%s\n%s leads to %q, which was said not to be reached by one answer: %+v", w, k, got, all)
			}
		}
	}
	if seen[1] < 60 || seen[2] < 20 {
		t.Errorf("only %v flips by their length", seen)
	}
}
