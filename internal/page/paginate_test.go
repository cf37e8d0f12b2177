package page

import (
	"fmt"
	"slices"
	"testing"
)

// asked are numbered lines of a form.
func asked(n int) (f Form) {
	for i := range n {
		f.Lines = append(f.Lines, Line{Number: fmt.Sprint("1.", i+1), Asks: Item{Text: Plain("asked")}, Says: Item{Text: Plain("said")}})
	}
	return f
}

// TestLastPage: lines never stand alone on the last page, nor on the page before
// a new start: their section comes with them, or an eighth of a page does. No
// page is added for that.
func TestLastPage(t *testing.T) {
	together, parted := 0, 0
	for _, lines := range []int{7, 30} {
		for filler := 10; filler < 60; filler++ {
			for _, more := range []bool{false, true} {
				d := after(filler, Heading{Level: 3, Text: "Section"})
				if d.Blocks = append(d.Blocks, asked(lines)); more {
					d.Blocks = append(d.Blocks, Break{}, Paragraph{Text: Plain("start")})
				}
				at := fmt.Sprintf("%d lines beneath %d, more %t", lines, filler, more)
				n := linesOf(t, d, Options{}, "^asked$")
				if len(n) > 1 && slices.Min(n[1:]) < 4 {
					t.Errorf("%s: %v of them on pages", at, n)
				}
				head := linesOf(t, d, Options{}, "^(asked|Section)$")
				if len(head) > len(n) || len(head) == len(n) && head[0] < n[0]+1 {
					t.Errorf("%s: %v with their heading, %v without", at, head, n)
				}
				if len(n) == 1 {
					together++
				} else {
					parted++
				}
			}
		}
	}
	if together == 0 || parted == 0 {
		t.Errorf("%d are together, %d parted", together, parted)
	}
}

// TestBalanceAddsNoPage: a balanced Doc has as many pages as one whose pages are
// as full as can be, and every band stands once.
func TestBalanceAddsNoPage(t *testing.T) {
	moved := 0
	for filler := range 120 {
		d := after(filler, Heading{Level: 2, Text: "Section"})
		d.Blocks = append(d.Blocks, asked(9))
		s := newSetter(d, false)
		for i, b := range d.Blocks {
			from := len(s.bands)
			if err := b.set(s); err != nil {
				t.Fatal(i, err)
			}
			s.leadIn(b, from)
		}
		full := s.openings()
		balanced := s.balanced(full)
		if len(full) != len(balanced) || !slices.IsSorted(balanced) || balanced[0] != 0 {
			t.Fatalf("beneath %d lines: pages begin at bands %v, balanced at %v", filler, full, balanced)
		}
		for n, from := range balanced {
			end := len(s.bands)
			if n+1 < len(balanced) {
				end = balanced[n+1]
			}
			if h := tall(s.bands[from:end]); h > s.room() {
				t.Errorf("beneath %d lines: page %d is %d tall, and a page holds %d", filler, n+1, h, s.room())
			}
		}
		if !slices.Equal(full, balanced) {
			moved++
		}
	}
	if moved == 0 {
		t.Error("nothing was balanced")
	}
}
