package packets

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What viewers draw by themselves would be lost in silence.
func TestInspectUnprinted(t *testing.T) {
	page := func(annot string) []byte {
		return onePage("/MediaBox [0 0 200 200] /Annots [5 0 R]", "", "<< /Type /Annot /Rect [0 0 99 99] "+annot+" >>",
			"<< /FT /Tx /V (inherited) >>")
	}
	for _, tt := range []struct {
		name string
		data []byte
		want string
	}{
		{"field", page("/Subtype /Widget /FT /Tx /V (Maria)"), ""},
		{"inherited", page("/Subtype /Widget /Parent 6 0 R"), ""},
		{"comment", page("/Subtype /FreeText /Contents (see)"), ""},
		{"stamp", page("/Subtype /Stamp /Name /Approved"), "page 1: a comment (Stamp) is not drawn"},
		{"letters", page("/Subtype /Widget /FT /Tx /V <FEFF041C>"), "page 1: a filled-in field has letters that only the program that made it can draw"},
		{"empty field", page("/Subtype /Widget /FT /Tx /V ()"), ""},
		{"hidden field", page("/Subtype /Widget /FT /Tx /V (Maria) /F 2"), ""},
		{"note", page("/Subtype /Text /Contents (a note)"), ""},
		{"dynamic form", tiny("<< /Type /Catalog /Pages 2 0 R /NeedsRendering true >>", "<< /Type /Pages /Kids [3 0 R] >>", "<< /Type /Page >>"), "a dynamic XFA form has no pages yet"},
		{"form in two ways", tiny("<< /Type /Catalog /Pages 2 0 R /AcroForm << /XFA (x) >> >>", "<< /Type /Pages /Kids [3 0 R] >>", "<< /Type /Page >>"), ""},
		{"portfolio", tiny("<< /Type /Catalog /Pages 2 0 R /Collection << >> >>", "<< /Type /Pages /Kids [3 0 R] >>", "<< /Type /Page >>"), "a PDF portfolio holds other files"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := examined(tt.name, tt.data, "")
			want := Problem{}
			if tt.want != "" {
				want = Problem{tt.name, ProblemUnprinted, tt.want}
			}
			if diff := cmp.Diff(want, problem(t, err)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestInspectPasswords(t *testing.T) {
	plain := stored(t, "plain.pdf", written(a4, "the words"))
	for _, method := range [][]string{
		{"--allow-weak-crypto", "--encrypt", "user", "owner", "40", "--"},
		{"--allow-weak-crypto", "--encrypt", "user", "owner", "128", "--print=none", "--modify=none", "--extract=n", "--"},
		{"--encrypt", "user", "owner", "128", "--use-aes=y", "--"},
		{"--encrypt", "user", "owner", "256", "--print=none", "--modify=none", "--extract=n", "--"},
	} {
		t.Run(strings.Join(method, " "), func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "locked.pdf")
			tool(t, "qpdf", append(method, plain, path)...)
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for _, tt := range []struct{ password, detail string }{
				{"user", ""}, {"owner", ""}, {"", detailNoPassword}, {"guess", detailWrongPassword},
			} {
				in, err := examined("locked.pdf", data, tt.password)
				if tt.detail != "" {
					if diff := cmp.Diff(Problem{"locked.pdf", ProblemEncrypted, tt.detail}, problem(t, err)); diff != "" {
						t.Errorf("password %q (-want +got):\n%s", tt.password, diff)
					}
					continue
				}
				if err != nil {
					t.Errorf("password %q: %v", tt.password, err)
					continue
				}
				pdf := bound(t, sheet{Source: in, Page: 1})
				if got := tool(t, "pdftotext", stored(t, "packet.pdf", pdf), "-"); !strings.Contains(got, "the words") {
					t.Errorf("password %q: the page says %q", tt.password, got)
				}
			}
		})
	}
}
