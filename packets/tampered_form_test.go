package packets

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mappe/forms"
	"mappe/internal/guest"
	"mappe/internal/pdf/specimen"
)

// withForm is the packet of an example with a form that is filled in and the logo
// of a firm.
func withForm(t *testing.T, c Copy) *Packet {
	t.Helper()
	const (
		path    = "../examples/od2d-gaps/case.yaml"
		own     = "  - {item: form-od2d, files: [scans/form-od2d.pdf]}\n"
		mapping = "map: [{field: Part1.Surname, fact: name}, {field: Part1.Born, fact: born}, {field: Part1.Married, text: 'Ja'}, {field: Part2.Sponsor, text: 'محمد الأحمد'}]"
	)
	src, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(src), own) {
		t.Fatal(err, "the example has no form")
	}
	l := decided(t, path, []byte(strings.Replace(string(src), own, "", 1)), "2026-11-22")
	dir := t.TempDir()
	form := filepath.Join(dir, "own.pdf")
	if err := os.WriteFile(form, specimen.Application().Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	o := Official{Form: forms.OD2D, Path: form, Root: root}
	if o.Fields, err = guest.Inspect(t.Context(), form, "", guest.Limits{}); err == nil {
		o.Mapping, err = forms.ReadMapping("m.yaml", []byte(mapping))
	}
	if err != nil {
		t.Fatal(err)
	}
	v := Voice{Printer: speaking(t, "en"), Book: l.Book}
	in := surveyed(t, path, l)
	l, said, err := in.Enclose(context.Background(), l, v, o)
	if err != nil || len(said) > 0 {
		t.Fatal(err, said)
	}
	k, err := Plan(l, 0, in, v, branded(t, c))
	if err != nil || len(k.Holes) > 0 {
		t.Fatal(err, k.Holes)
	}
	return k
}
