package packets

import (
	"bytes"
	"path/filepath"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/validate"
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
				var b bytes.Buffer
				if err := k.Write(&b); err != nil {
					t.Fatal(err)
				}
				ctx, err := pdfcpu.Read(bytes.NewReader(b.Bytes()), &model.Configuration{
					Cmd: model.VALIDATE, Reader15: true, ValidationMode: model.ValidationRelaxed, Eol: types.EolLF, Offline: true,
					Limits: model.DefaultResourceLimits(),
				})
				if err == nil {
					err = validate.XRefTable(ctx)
				}
				if err != nil {
					t.Errorf("%s: %v", k.Name, err)
				}
			}
		})
	}
}
