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

// ring are the objects of n pages, each with a form of its own, the resources of
// which are those of all forms.
func ring(n int) []string {
	all := []string{"", "<</Type/Catalog/Pages 2 0 R>>", "", ""}
	var kids, forms strings.Builder
	for i := range n {
		fmt.Fprintf(&forms, "/X%d %d 0 R", i, len(all))
		fmt.Fprintf(&kids, "%d 0 R ", len(all)+1)
		all = append(all, body("/Subtype/Form/Resources 3 0 R", fmt.Sprint("form ", i)),
			fmt.Sprintf("<</Type/Page/Parent 2 0 R/Resources<</XObject<</X %d 0 R>>>>>>", len(all)))
	}
	all[2] = fmt.Sprintf("<</Type/Pages/MediaBox[0 0 595 842]/Count %d/Kids[%s]>>", n, kids.String())
	all[3] = "<</XObject<<" + forms.String() + ">>>>"
	return all
}

// chain are the objects of a page whose group leads through n more, each of
// which is said by link, that gets the number of the next; the last leads to
// the first.
func chain(n int, link func(i, next int) string) []string {
	all := []string{"", "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/MediaBox[0 0 595 842]/Count 1/Kids[3 0 R]>>",
		"<</Type/Page/Parent 2 0 R/Group 4 0 R>>"}
	for i := range n {
		all = append(all, link(i, 4+(i+1)%n))
	}
	return all
}

// What leads to itself, or is very deep, costs no more than anything else, and
// whatever was read before makes no difference.
func TestSumOfWhatIsLarge(t *testing.T) {
	for name, objects := range map[string][]string{
		"ring, and a way into it for each page": ring(1000),
		"deep": chain(100_000, func(i, next int) string {
			if next == 4 {
				return "<</Last true>>"
			}
			return fmt.Sprintf("<</Next[%d 0 R]>>", next)
		}),
		"large ring":             chain(30_000, func(i, next int) string { return fmt.Sprintf("<</I %d/Next %d 0 R>>", i, next) }),
		"large ring of the same": chain(30_000, func(_, next int) string { return fmt.Sprintf("<</Next %d 0 R>>", next) }),
		"more than is remembered": append(chain(1, func(_, _ int) string {
			var all strings.Builder
			for range 2 {
				for i := range keptSums + 100 {
					fmt.Fprintf(&all, " %d 0 R", 5+i)
				}
			}
			return "[" + all.String() + "]"
		}), strings.Split(strings.Repeat("<</Of[1]>>\n", keptSums+100), "\n")...),
	} {
		file := table(objects, "")
		f := open(t, file)
		seen := map[[16]byte]bool{}
		var last [16]byte
		for n := 1; n <= f.Count(); n++ {
			var err error
			if last, err = f.Sum(n); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			seen[last] = true
		}
		if len(seen) != f.Count() {
			t.Errorf("%s: %d sums of %d pages", name, len(seen), f.Count())
		}
		if most := int64(20 * len(file)); f.work > most {
			t.Errorf("%s: %d bytes are looked at in a file of %d", name, f.work, len(file))
		}
		if len(f.sums) > keptSums {
			t.Errorf("%s: %d sums are remembered", name, len(f.sums))
		}
		if alone, err := open(t, file).Sum(f.Count()); err != nil || alone != last {
			t.Errorf("%s: the last page has the sum %x behind others, and %x alone, %v", name, last, alone, err)
		}
	}
}

func TestSumIsRefused(t *testing.T) {
	twice := table(chain(200, func(i, next int) string { return fmt.Sprintf("<</Is %v/Next %d 0 R>>", i%100 == 0, next) }), "")
	if _, err := open(t, twice).Sum(1); err == nil || !strings.Contains(err.Error(), "200 values lead to each other") {
		t.Errorf("a ring that is the same from two of its values, and long: %v", err)
	}
	x := following{f: open(t, twice)}
	if err := x.hold(&knot{ref: ref{7, 0}, words: make([]byte, 65<<20), inner: new([]*knot)}, 1); err == nil {
		t.Error("any number of bytes is held")
	}
	for want, file := range map[string][]byte{
		"page 2: object 16: its stream does not end at byte": with(16, "Tj ET EMC", "Tj ET EMC endstream"),
		"page 2: /MediaBox is no rectangle":                  with(2, "/MediaBox[0 0 595 842]", ""),
		"page 2: /Rotate is 45, not a multiple of 90":        with(4, "/Rotate 90", "/Rotate 45"),
		"page 2: a chain of references without an end":       table(append(packet()[:15], "15 0 R", packet()[16]), ""),
	} {
		if _, err := open(t, file).Sum(2); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}
