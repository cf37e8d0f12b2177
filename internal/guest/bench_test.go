package guest

import (
	"fmt"
	"strings"
	"testing"
)

// What a survey costs: of a small file it is the start of the guest.
func BenchmarkSurvey(b *testing.B) {
	for _, c := range []struct {
		name  string
		pages int
	}{{"1 page", 1}, {"5000 pages", 5000}} {
		b.Run(c.name, func(b *testing.B) {
			path := b.TempDir() + "/x.pdf"
			save(b, path, linked(c.pages))
			for b.Loop() {
				if _, err := Survey(b.Context(), path, "", Limits{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// linked has a link on each page to the next and an entry of the outline for
// each.
func linked(pages int) []byte {
	const first = 4
	objects := []string{"<</Type/Catalog/Pages 2 0 R/Outlines 3 0 R>>", "", fmt.Sprintf("<</Type/Outlines/First %d 0 R/Last %d 0 R>>", first+1, first+2*pages-1)}
	var kids strings.Builder
	for i := range pages {
		n := first + 2*i
		fmt.Fprintf(&kids, "%d 0 R ", n)
		next := first + 2*((i+1)%pages)
		objects = append(objects,
			fmt.Sprintf("<</Type/Page/Parent 2 0 R/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Dest[%d 0 R/Fit]>>]>>", next),
			fmt.Sprintf("<</Title(Page %d)/Parent 3 0 R/Dest[%d 0 R/Fit]%s%s>>", i+1, n, ref("Prev", n-1, i > 0), ref("Next", n+3, i < pages-1)))
	}
	objects[1] = fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]/MediaBox[0 0 595 842]>>", pages, kids.String())
	return pdf(objects...)
}

func ref(key string, n int, there bool) string {
	if !there {
		return ""
	}
	return fmt.Sprintf("/%s %d 0 R", key, n)
}
