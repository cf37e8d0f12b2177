package packets

import (
	"strings"

	"mappe/internal/page"
	"mappe/internal/pdf"
)

// roomy makes a sheet that is very small as large as a stamp needs that names
// the item and the page. What lies on it stays as large as it was.
func roomy(width, height float64, m pdf.Matrix) (float64, float64, pdf.Matrix) {
	const wide, high = 300, 100
	x, y := max(0, wide-width), max(0, high-height)
	return width + x, height + y, m.Then(pdf.Matrix{1, 0, 0, 1, x / 2, y})
}

// says tells whether the number of an item is among the words of a stamp.
func says(words []page.Word, number string) bool {
	var said strings.Builder
	for _, w := range words {
		said.WriteString(w.Run.Text)
	}
	return strings.Contains(bare(said.String()), number)
}
