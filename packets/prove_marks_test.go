package packets

import "testing"

// A file may have a bookmark twice; one of them cut, or added, is noticed.
func TestMarksAreCounted(t *testing.T) {
	a, b := LockMark{Title: "Chapter", Sheet: 1}, LockMark{Title: "Annex", Sheet: 2}
	l := &Lock{Pages: []LockPage{{Label: "1"}, {Label: "2"}}, Marks: []LockMark{a, a, b}}
	for _, tt := range []struct {
		got  []LockMark
		want int
	}{
		{[]LockMark{a, a, b}, 0},
		{[]LockMark{a, b}, 1},
		{[]LockMark{a, a}, 1},
		{[]LockMark{a, a, a, b}, 1},
		{[]LockMark{a, a, b, b, b}, 2},
		{[]LockMark{a, b, a}, 2},
		{nil, 3},
	} {
		p := &proving{l: l, is: []int{0, 1}}
		if p.compareMarks(tt.got); len(p.faults) != tt.want {
			t.Errorf("%v: %v, want %d faults", tt.got, p.faults, tt.want)
		}
	}
}
