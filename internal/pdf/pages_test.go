package pdf

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPage(t *testing.T) {
	f := opened(t, build{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R 4 0 R << /Type /Page /UserUnit 2.5 >> 5 0 R null 99 0 R 3 0 R] /MediaBox [0 0 100 200] /Rotate 90 /Resources << /Own 1 >> >>",
		"<< /Type /Page /CropBox [90 -50 10 150] /Rotate -90 /UserUnit -1 >>",
		"<< /Type /Pages /Kids [6 0 R] /MediaBox [7 0 R 0 50 50] /Resources << /Own 2 >> /Parent 2 0 R >>",
		"<< /Type /Page /MediaBox [0 0 0 0] /CropBox [500 500 600 600] /Rotate 720.0 /Resources << /Own 3 >> >>",
		"<< /Type /Page /Kids [1] /CropBox [60 60 70 70] /Rotate (x) >>",
		"-10",
	}.file())
	type page struct {
		Num, Own int
		Box      Rect
		Rotate   int
		Unit     float64
	}
	var got []page
	for n := range f.Pages() {
		p := f.Page(n + 1)
		own, _ := f.Int(f.Dict(p.Resources).Get("Own"))
		got = append(got, page{p.Ref.Num, own, p.Box, p.Rotate, p.Unit})
	}
	want := []page{
		{3, 1, Rect{10, 0, 90, 150}, 270, 1},
		{6, 2, Rect{-10, 0, 50, 50}, 0, 1},
		{0, 1, Rect{0, 0, 100, 200}, 90, 2.5},
		{5, 3, Rect{500, 500, 600, 600}, 0, 1},
		{3, 1, Rect{10, 0, 90, 150}, 270, 1},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if f.Lost() != 2 {
		t.Errorf("%d pages are lost, want 2", f.Lost())
	}
	if f.Page(0) != nil || f.Page(6) != nil {
		t.Error("there are pages before the first and behind the last")
	}
}

// What can't be read is no damage.
func TestUnreadable(t *testing.T) {
	torn := errors.New("torn")
	_, err := Open(NewSource(failing{torn}, 50_000), "")
	if !errors.Is(err, torn) || errors.Is(err, ErrDamaged) {
		t.Errorf("open: %v", err)
	}
	b := append(pages(1, "/Extra 6 0 R", ""), stream("", strings.Repeat("x", 100_000))).file()
	f := opened(t, b)
	f.windows, f.objects = windows{source: NewSource(failing{torn}, int64(len(b)))}, cache{}
	if o := f.Get(Ref{6, 0}); o != nil || !errors.Is(f.Err(), torn) {
		t.Errorf("object: %v, %v", o, f.Err())
	}
}

func TestOpenErrors(t *testing.T) {
	locked := func(encrypt string) []byte {
		return []byte(strings.Replace(string(append(pages(1, "", ""), encrypt).file()), "/Root", "/Encrypt 6 0 R /Root", 1))
	}
	for name, tt := range map[string]struct {
		file []byte
		want error
	}{
		"empty":           {nil, ErrDamaged},
		"no pages":        {build{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] >>"}.file(), ErrDamaged},
		"only a catalog":  {build{"<< /Type /Catalog >>"}.file(), ErrDamaged},
		"other handler":   {locked("<< /Filter /Adobe.PubSec /V 4 >>"), ErrEncryption},
		"no encryption":   {locked("(nothing)"), ErrDamaged},
		"too many pages":  {pages(20_001, "", "").file(), ErrLimit},
		"too many, in it": {pages(20_001, "", "").packed(), ErrLimit},
		"a large page in many places": {build{
			"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [" + strings.Repeat("3 0 R ", 19_000) + "] >>",
			"<< /Type /Page" + strings.Repeat(" /A 1", 100_000) + " >>",
		}.file(), ErrLimit},
	} {
		if _, err := Open(Bytes(tt.file), "guess"); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", name, err, tt.want)
		}
	}
}

func TestAbout(t *testing.T) {
	type about struct {
		Signed, Dynamic, Portfolio bool
		Attached                   int
	}
	for catalog, want := range map[string]about{
		"": {},
		"/AcroForm << /Fields [<< /FT /Sig /V << /ByteRange [0 1 2 3] >> >>] >>":                                      {Signed: true},
		"/AcroForm << /Fields [<< /FT /Sig /Kids [<< /V << /Contents (x) >> >>] >>] >>":                               {Signed: true},
		"/AcroForm << /Fields [<< /FT /Sig /V << /Type /DocTimeStamp /SubFilter /ETSI.RFC3161 >> >>] >>":              {Signed: true},
		"/Perms << /DocMDP << /Type /Sig /ByteRange [0 1 2 3] >> >>":                                                  {Signed: true},
		"/Perms << /UR3 << /Type /Sig /ByteRange [0 1 2 3] >> >>":                                                     {},
		"/AcroForm << /Fields [<< /FT /Sig >>] /SigFlags 3 >>":                                                        {},
		"/AcroForm << /Fields [<< /FT /Tx /V (x) >>] /XFA [(template) 9 0 R] >>":                                      {},
		"/AcroForm << /XFA (x) >> /NeedsRendering true":                                                               {Dynamic: true},
		"/Collection << /View /D >>":                                                                                  {Portfolio: true},
		"/Names << /EmbeddedFiles << /Kids [<< /Names [(a) 3 0 R (b) 3 0 R] >> << /Names [(b) 3 0 R (odd)] >>] >> >>": {Attached: 2},
	} {
		f := opened(t, pages(1, catalog, "").file())
		if diff := cmp.Diff(want, about{f.Signed(), f.Dynamic(), f.Portfolio(), f.Attached()}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", catalog, diff)
		}
	}
}
