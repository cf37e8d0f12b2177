package packets

import (
	"path/filepath"
	"testing"

	"mappe/internal/pdf"
)

// TestExamplesAreValid has pdfcpu judge every example's packets as its own
// command does: leniently, since strictly it minds fonts in people's scans that
// the format allows. qpdf judges the packets in cmd/mappe.
func TestExamplesAreValid(t *testing.T) {
	paths, err := filepath.Glob("../examples/*/case.yaml")
	if err != nil || len(paths) != 5 {
		t.Fatalf("%d examples, %v", len(paths), err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(filepath.Dir(path)), func(t *testing.T) {
			t.Parallel()
			for _, k := range planned(t, path, "en", ForApplicant) { // the authority's pages are among them
				var d pdf.Memory
				if _, err := k.Write(&d); err != nil {
					t.Fatal(err)
				}
				valid(t, d.Bytes())
			}
		})
	}
}
