package pdf

import (
	"strings"
	"testing"
)

// What a page shows as text is counted wherever it stands.
func TestLetters(t *testing.T) {
	const picture = "q 200 0 0 300 0 0 cm /Im Do Q\n"
	form := func(data string) string {
		return stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", data)
	}
	for name, c := range map[string]struct {
		contents string
		form     string
		want     int
	}{
		"nothing":                    {"", "", 0},
		"a picture":                  {picture, "", 0},
		"words":                      {"BT /F 20 Tf (page 1) Tj ET", "", 6},
		"in pieces":                  {"BT [(pa) -20 <6765> 3 (\\)1)] TJ (a) ' 1 2 (b) \" ET", "", 8},
		"unseen":                     {picture + "BT 3 Tr (recognised) Tj ET", "", 10},
		"strings that are not shown": {"/Span <</ActualText (page 1)>> BDC " + picture + "EMC", "", 0},
		"in a form":                  {"/Fm Do", form("BT (in a form) Tj ET"), 9},
		"behind a dictionary":        {"/Span <</MCID 0>> BDC (page 1) Tj EMC", "", 6},
		"in hexadecimal":             {"<70616765> Tj", "", 4},
		"a form, twice":              {"/Fm Do /Fm Do", form("BT (in a form) Tj ET"), 9},
		"a form that paints itself":  {"/Fm Do", form("/Fm Do (x) Tj"), 1},
		"a picture in the contents":  {"BI /W 9 /H 1 /BPC 8 /CS /G ID (words) Tj EI Q\xff(words) Tj x\nEI\n(a) Tj", "", 1},
		"one without an end":         {"BI /W 9 /H 1 ID (words) Tj", "", 0},
		"one that ends the contents": {"(ab) Tj BI /W 9 /H 1 ID (words) Tj EI", "", 2},
		"data without a picture":     {"ID (words) Tj", "", 5},
		"enough":                     {"(" + strings.Repeat("x", 1000) + ") Tj", "", 64},
		"cut off":                    {"BT (page 1", "", 0},
	} {
		b := build{
			"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 200 300] >>",
			"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /XObject << /Fm 5 0 R /Im 6 0 R >> >> >>",
			stream("", c.contents), c.form, stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", "x"),
		}
		copier := NewCopier(opened(t, b.file()), nil)
		contents, err := copier.Contents(1)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got := copier.Letters(1, contents, 64); got != c.want {
			t.Errorf("%s: %d letters, want %d", name, got, c.want)
		}
	}
}
