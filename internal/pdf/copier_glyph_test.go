package pdf

import (
	"strings"
	"testing"
)

// A font of drawn letters without resources is copied once, unless its
// letters call something by name: then for each page that knows the name.
func TestFontOfDrawnLetters(t *testing.T) {
	font := func(glyph string) build {
		page := "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] /Contents 5 0 R /Resources << /Font << /T 6 0 R >> /XObject << /X "
		square := func(colour string) string {
			return stream("/Subtype /Form /BBox [0 0 1000 1000] /Resources << >>", colour+" rg 0 0 900 900 re f")
		}
		return build{
			"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
			page + "8 0 R >> >> >>", page + "9 0 R >> >> >>", stream("", "BT /T 100 Tf 50 100 Td (a) Tj ET"),
			"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [.001 0 0 .001 0 0] /FirstChar 97 /LastChar 97 /Widths [1000] " +
				"/Encoding << /Differences [97 /a] >> /CharProcs << /a 7 0 R >> >>",
			stream("", glyph), square("1 0 0"), square("0 0 1"),
		}
	}
	for glyph, want := range map[string]int{
		"1000 0 0 0 900 900 d1 0 0 900 900 re f":                                                    1,
		"1000 0 0 0 900 900 d1 900 0 0 900 0 0 cm BI /W 1 /H 1 /IM true /BPC 1 /D [1 0] ID \x80 EI": 1,
		"1000 0 d0 /X Do":                              2,
		"1000 0 d0 /X  Do ":                            2,
		"1000 0 d0 q /X Do/X Do Q":                     2,
		"1000 0 d0 BI /W 1 /H 1 /BPC 8 /CS /G ID 8 EI": 2,
	} {
		file := font(glyph).file()
		packet := written(t, file)
		plain := run(t, "qpdf", "--qdf", "--object-streams=disable", stored(t, packet), "-")
		if got := strings.Count(plain, "/Subtype /Type3"); got != want {
			t.Errorf("%q: %d fonts, want %d", glyph, got, want)
		}
		for page := 1; page <= 2; page++ {
			before := drawn(t, file, page, 72)
			for i, after := range drawn(t, packet, page, 72) {
				if off, blank := differences(before[i], after); off != 0 || blank {
					t.Errorf("%q, page %d, reader %d: %.2f %% of the pixels differ; blank: %v", glyph, page, i, 100*off, blank)
				}
			}
		}
	}
}
