package pdf

import (
	"errors"
	"fmt"
	"testing"
)

// A length that leads to the end of a later object doesn't hide the objects
// between from the repair.
func TestRepairBehindLostBytes(t *testing.T) {
	const first, lost = "%%PDF-1.4\n4 0 obj\n<< /Length %d >>\nstream\n", "q Q\nendstream\nendobj\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\n"
	file := fmt.Sprintf(first, len(lost)-1) + lost + "endobj\n" +
		"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Contents 4 0 R >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n"
	if f := opened(t, []byte(file)); f.Pages() != 1 || len(f.Catalog()) == 0 {
		t.Errorf("%d pages, catalog %v", f.Pages(), f.Catalog())
	}
}

// A file may end within the escape of a string.
func TestOpenToBackslash(t *testing.T) {
	for _, end := range []string{`(a\`, `<< /Pages (\`, `[(\`} {
		file := "%PDF-1.4\ntrailer\n<< /Root 1 0 R >>\n1 0 obj\n" + end
		if _, err := Open(Bytes([]byte(file)), ""); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v, want damaged", end, err)
		}
	}
}

// Pages are found by themselves where the catalog leads to no page tree.
func TestSalvageBehindCatalog(t *testing.T) {
	for _, tree := range []string{"7", "null", "<< /Type /Pages >>", "<< /Type /Pages /Kids [2 0 R] >>"} {
		file := "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n" + tree +
			"\nendobj\n3 0 obj\n<< /Type /Page /MediaBox [0 0 9 9] >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n"
		if f := opened(t, []byte(file)); f.Pages() != 1 {
			t.Errorf("%s: %d pages, want 1", tree, f.Pages())
		}
	}
}
