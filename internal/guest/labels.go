package guest

import (
	"strconv"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// labels are what a viewer calls the pages; all are empty in a file that says
// nothing of them.
func (d *document) labels(tree types.Object, pages int) []string {
	labels := make([]string, pages)
	ranges := map[int]types.Dict{}
	d.leaves(tree, "Nums", func(key, value types.Object) {
		if first, ok := d.number(key); ok && first >= 0 && int(first) < pages {
			ranges[int(first)] = d.dict(value)
		}
	})
	if len(ranges) == 0 {
		return labels
	}
	var prefix, style string
	n := 1
	for i := range labels {
		if r, ok := ranges[i]; ok {
			prefix, style, n = d.text(r["P"]), d.name(r["S"]), 1
			if start, ok := d.number(r["St"]); ok && start >= 1 && start < 1<<31 {
				n = int(start)
			}
		}
		labels[i] = prefix + numeral(style, n)
		n++
	}
	return labels
}

func numeral(style string, n int) string {
	switch style {
	case "D":
		return strconv.Itoa(n)
	case "R":
		return roman(n)
	case "r":
		return strings.ToLower(roman(n))
	case "A":
		return letters(n)
	case "a":
		return strings.ToLower(letters(n))
	}
	return ""
}

// roman goes on with M where the Romans stopped; beyond any page there can be,
// it gives up.
func roman(n int) string {
	if n > 2*maxPages {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, d := range []struct {
		value int
		sign  string
	}{
		{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"},
		{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
	} {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.sign)
		}
	}
	return b.String()
}

// letters counts A to Z, AA to ZZ, AAA and so on.
func letters(n int) string {
	if n > 2*maxPages {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('A'+(n-1)%26)), (n-1)/26+1)
}
