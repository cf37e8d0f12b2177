package page

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// linesOf counts, on each page, the lines of words like pattern.
func linesOf(t *testing.T, d Doc, o Options, pattern string) (n []int) {
	t.Helper()
	sheets, err := Print(d, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range sheets.Words {
		at := map[unit]bool{}
		for _, w := range words {
			if regexp.MustCompile(pattern).MatchString(w.Run.Text) {
				at[w.Y] = true
			}
		}
		n = append(n, len(at))
	}
	return slices.DeleteFunc(n, func(n int) bool { return n == 0 })
}

// after is a Doc whose last block stands beneath n lines.
func after(n int, b Block) Doc {
	d := Doc{Lang: "en"}
	for range n {
		d.Blocks = append(d.Blocks, Paragraph{Text: Plain("filler")})
	}
	return Doc{Lang: "en", Blocks: append(d.Blocks, b)}
}

// TestSplitItems: an item that is too tall for one page leaves three lines on
// either side, wherever the page ends.
func TestSplitItems(t *testing.T) {
	long, small := strings.Repeat("item ", 200), []Words{Plain(strings.Repeat("item ", 160)), Plain("item")}
	for name, b := range map[string]Block{
		"list":  List{Items: []Item{{Text: Plain(long), Under: small}}},
		"check": Check{Number: "1.1", Text: Plain(long), Under: small},
	} {
		split := 0
		for filler := 10; filler < 60; filler++ {
			n := linesOf(t, after(filler, b), Options{Large: true}, "item")
			if len(n) > 1 {
				split++
			}
			if slices.Min(n) < 3 {
				t.Errorf("%s beneath %d lines: %v lines on a page", name, filler, n)
			}
		}
		if split == 0 {
			t.Errorf("%s: never split", name)
		}
	}
}

// TestTableBegins: a table begins where its lead-in, its head and two rows fit,
// and leaves no more of a page empty than they would take.
func TestTableBegins(t *testing.T) {
	tab := Table{Head: []string{"head", "words"}, Small: true, Named: true}
	for i := range 12 {
		tab.Rows = append(tab.Rows, []Words{Plain("row"), Plain(fmt.Sprintf("words of row %d", i))})
	}
	var need unit // from the last line before to the second row
	for filler := 10; filler < 60; filler++ {
		d := after(filler, Heading{Level: 2, Text: "Title"})
		d.Blocks = append(d.Blocks, Paragraph{Text: Plain("what leads in"), Strong: true}, tab)
		sheets, err := Print(d, Options{})
		if err != nil {
			t.Fatal(err)
		}
		var last unit // baseline of the last line before the table
		page := 0
		for i, words := range sheets.Words {
			var rows []unit
			for _, w := range words {
				switch w.Run.Text {
				case "filler":
					last, page = w.Y, i
				case "row":
					rows = append(rows, w.Y)
				}
			}
			if len(rows) == 0 {
				continue
			}
			if len(rows) < 2 {
				t.Errorf("beneath %d lines: page %d has one row", filler, i+1)
			} else if need == 0 {
				need = last - rows[1]
			}
			if i > page && last-need > a4Height-bottom+10*point {
				t.Errorf("beneath %d lines: the table begins on page %d, although %d points were left", filler, i+1, (last-a4Height+bottom)/point)
			}
			break
		}
	}
	if need == 0 {
		t.Fatal("no table begins beneath the lines")
	}
}
