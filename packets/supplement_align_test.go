package packets

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// pagesOfLists are short lists of pages, some of which stand twice in one.
func pagesOfLists(r *rand.Rand) (all []int) {
	for range r.IntN(7) {
		all = append(all, 1+r.IntN(6))
	}
	return all
}

// Stretches have all pages of both lists, in their orders; those that stay are the
// same in both, and only where the order is another does none stay that is in both.
func TestStretches(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		old, now := pagesOfLists(r), pagesOfLists(r)
		all := stretches(old, now)
		if all == nil {
			var a, b []string
			for _, n := range old {
				a = append(a, fmt.Sprint(n))
			}
			for _, n := range now {
				b = append(b, fmt.Sprint(n))
			}
			if oneOrder(a, b) && slices.ContainsFunc(a, func(n string) bool { return slices.Contains(b, n) }) {
				t.Errorf("%v, now %v: none stays", old, now)
			}
			continue
		}
		i, j, stays := 0, 0, 0
		for n, s := range all {
			if s.old[0] != i || s.now[0] != j || s.old[1]-i+s.now[1]-j < 1 || n > 0 && s.stays == all[n-1].stays {
				t.Fatalf("%v, now %v: %+v", old, now, all)
			}
			i, j = s.old[1], s.now[1]
			if a, b := old[s.old[0]:i], now[s.now[0]:j]; s.stays != slices.Equal(a, b) {
				t.Fatalf("%v, now %v: %v and %v: %+v", old, now, a, b, s)
			} else if s.stays {
				stays++
			}
		}
		if i != len(old) || j != len(now) || stays == 0 {
			t.Fatalf("%v, now %v: %+v", old, now, all)
		}
	}
}

func TestStretchesOf(t *testing.T) {
	for _, tt := range []struct {
		old, now []int
		want     string // pages that stay in [], gone before / and new behind it
	}{
		{[]int{1, 2, 3}, []int{1, 2, 3}, "[1 2 3]"},
		{[]int{1, 2}, []int{1, 2, 1, 2}, "[1 2] /1 2"},
		{[]int{2, 3}, []int{1, 2, 3, 4}, "/1 [2 3] /4"},
		{[]int{1, 2, 3, 4}, []int{1, 5, 4}, "[1] 2 3/5 [4]"},
		{[]int{1, 2, 3}, []int{1, 3}, "[1] 2/ [3]"},
		{[]int{1, 2, 3}, []int{3, 1, 2}, ""},
		{[]int{1, 2}, []int{3, 4}, ""},
	} {
		got := ""
		plain := func(pages []int) string { s := fmt.Sprint(pages); return s[1 : len(s)-1] }
		for _, s := range stretches(tt.old, tt.now) {
			old, now := tt.old[s.old[0]:s.old[1]], tt.now[s.now[0]:s.now[1]]
			if got != "" {
				got += " "
			}
			if s.stays {
				got += fmt.Sprint(old)
			} else {
				got += plain(old) + "/" + plain(now)
			}
		}
		if got != tt.want {
			t.Errorf("%v, now %v: %q, want %q", tt.old, tt.now, got, tt.want)
		}
	}
}

// Labels go on from each other: 9 and 10, 8z and 8aa.
func TestAdvanced(t *testing.T) {
	for _, tt := range [][2]string{{"9", "10"}, {"8a", "8b"}, {"8z", "8aa"}, {"8az", "8ba"}, {"8zz", "8aaa"}} {
		if got := advanced(tt[0], 1); got != tt[1] || !successive(tt[0], got) || successive(got, tt[0]) {
			t.Errorf("%s: %s, want %s", tt[0], got, tt[1])
		}
	}
	for _, tt := range [][2]string{{"8", "8a"}, {"8a", "9"}, {"8a", "9b"}, {"i", "ii"}, {"", ""}, {"8a", "13"}, {"2-i", "2-ii"}} {
		if successive(tt[0], tt[1]) {
			t.Errorf("%q follows on %q", tt[1], tt[0])
		}
	}
}
