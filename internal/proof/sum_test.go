package proof

import (
	"fmt"
	"strings"
	"testing"
)

// shared are the objects of n pages that have the same resources: n forms.
func shared(n int) []string {
	all := []string{"", "<</Type/Catalog/Pages 2 0 R>>", "", ""}
	var kids, forms strings.Builder
	for i := range n {
		fmt.Fprintf(&forms, "/X%d %d 0 R", i, len(all))
		all = append(all, body("/Subtype/Form/Resources<</Font<</F 3 0 R>>>>", fmt.Sprint("form ", i)))
	}
	all[3] = "<</XObject<<" + forms.String() + ">>>>"
	for i := range n {
		fmt.Fprintf(&kids, "%d 0 R ", len(all)+1)
		all = append(all, body("", fmt.Sprintf("/X%d Do", i)), fmt.Sprintf("<</Type/Page/Parent 2 0 R/Resources 3 0 R/Contents %d 0 R>>", len(all)))
	}
	all[2] = fmt.Sprintf("<</Type/Pages/MediaBox[0 0 595 842]/Count %d/Kids[%s]>>", n, kids.String())
	return all
}

// What many pages share is followed twice, and not once for every page; the sum
// of a page is the same whichever was read before.
func TestSumOfSharedResources(t *testing.T) {
	const n = 300
	file := table(shared(n), "")
	f := open(t, file)
	seen := map[[16]byte]bool{}
	var last [16]byte
	for page := 1; page <= n; page++ {
		var err error
		if last, err = f.Sum(page); err != nil {
			t.Fatal(err)
		}
		seen[last] = true
	}
	if len(seen) != n {
		t.Errorf("%d sums of %d pages", len(seen), n)
	}
	if most := int64(20 * len(file)); f.work > most {
		t.Errorf("%d bytes are looked at in a file of %d", f.work, len(file))
	}
	if alone, err := open(t, file).Sum(n); err != nil || alone != last {
		t.Errorf("page %d has the sum %x behind others, and %x alone, %v", n, last, alone, err)
	}
}
