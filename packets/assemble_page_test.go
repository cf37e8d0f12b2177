package packets

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mappe/internal/pdf"
)

func TestRotationIsUpright(t *testing.T) {
	for _, own := range []int{0, 90, 180, 270, -90, 450} {
		for _, wish := range []int{0, 90, 180, 270} {
			t.Run(fmt.Sprintf("own %d wish %d", own, wish), func(t *testing.T) {
				in := input(t, "page.pdf", onePage(
					fmt.Sprintf("/MediaBox [100 200 400 600] /Rotate %d", own), quarters(100, 200, 300, 400)))
				packet := bound(t, sheet{Source: in, Page: 1, Rotate: wish})
				img := drawn(t, packet, 1)
				total := (own%360 + 360 + wish) % 360
				if got, want := seen(img), turned(total); got != want {
					t.Errorf("quarters are %v, want %v", got, want)
				}
				if b := img.Bounds(); (b.Dx() > b.Dy()) != (total%180 == 90) {
					t.Errorf("the sheet is %d by %d", b.Dx(), b.Dy())
				}
			})
		}
	}
}

func TestPlaceLeavesStripFree(t *testing.T) {
	full := func(box string, w, h float64) *Input {
		return input(t, "full.pdf", onePage("/MediaBox "+box, quarters(0, 0, w, h)))
	}
	scan := encodedPNG(t, quarterPicture(1240, 1754))
	for _, tt := range []struct {
		name           string
		in             *Input
		fit            pdf.Fit
		wide, high     int // sheet at 36 dpi
		inkWide, inkHi int
		free           bool
	}{
		{"A4 shrinks", full("[0 0 595.28 841.89]", 595.28, 841.89), pdf.FitA4, 298, 421, 288, 408, true},
		{"A4 as it is", full("[0 0 595.28 841.89]", 595.28, 841.89), pdf.FitNone, 298, 421, 298, 421, false},
		{"A5 is not enlarged", full("[0 0 420 595]", 420, 595), pdf.FitA4, 298, 421, 210, 298, true},
		{"landscape", full("[0 0 841.89 595.28]", 841.89, 595.28), pdf.FitA4, 421, 298, 403, 285, true},
		{"A3 as it is", full("[0 0 1191 842]", 1191, 842), pdf.FitNone, 596, 421, 596, 421, false},
		{"letter", full("[0 0 612 792]", 612, 792), pdf.FitA4, 298, 421, 298, 386, true},
		{"crop box", input(t, "crop.pdf", onePage("/MediaBox [0 0 1000 1000] /CropBox [50 50 250 450]",
			"0 0 1 rg 0 0 1000 1000 re f "+quarters(50, 50, 200, 400))), pdf.FitA4, 298, 421, 100, 200, true},
		{"user unit", input(t, "unit.pdf", onePage("/MediaBox [0 0 100 200] /UserUnit 2",
			quarters(0, 0, 100, 200))), pdf.FitNone, 150, 200, 100, 200, false},
		{"a scan", input(t, "scan.png", scan), pdf.FitNone, 298, 421, 269, 381, true},
		{"a small picture", input(t, "small.png", encodedPNG(t, quarterPicture(300, 150))), pdf.FitA4, 421, 298, 72, 36, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			img := drawn(t, bound(t, sheet{Source: tt.in, Page: 1, Fit: tt.fit}), 1)
			near := func(what string, got, want int) {
				if got < want-2 || got > want+2 {
					t.Errorf("%s is %d, want %d", what, got, want)
				}
			}
			box := inked(img)
			near("sheet width", img.Bounds().Dx(), tt.wide)
			near("sheet height", img.Bounds().Dy(), tt.high)
			near("ink width", box.Dx(), tt.inkWide)
			near("ink height", box.Dy(), tt.inkHi)
			if got := seen(img); got != turned(0) {
				t.Errorf("quarters are %v", got)
			}
			foot := img.Bounds().Max.Y - 12 // 9 mm are 12.8 dots
			if tt.free && box.Max.Y > foot {
				t.Errorf("ink reaches down to %d, the strip begins at %d", box.Max.Y, foot)
			}
			near("middle", box.Min.X+box.Max.X, img.Bounds().Dx())
		})
	}
}

func TestAnnotationsAreDrawn(t *testing.T) {
	look := func(colour string) string {
		return stream("/Type /XObject /Subtype /Form /BBox [0 0 10 10]", colour+" rg 0 0 10 10 re f")
	}
	in := input(t, "form.pdf", onePage(
		"/MediaBox [0 0 200 200] /Annots [5 0 R 6 0 R 7 0 R << /Subtype /Popup /Rect [0 0 9 9] /AP << /N 9 0 R >> >>]", "",
		"<< /Type /Annot /Subtype /Widget /FT /Tx /V (x) /Rect [0 100 100 200] /AP << /N 8 0 R >> >>",
		"<< /Type /Annot /Subtype /Widget /FT /Btn /Rect [100 0 200 100] /AS /On /AP << /N << /On 9 0 R /Off 8 0 R >> >> >>",
		"<< /Type /Annot /Subtype /Stamp /F 2 /Rect [0 0 200 200] /AP << /N 9 0 R >> >>",
		look("1 0 0"), look("0 0 1")))
	packet := bound(t, sheet{Source: in, Page: 1})
	if got, want := seen(drawn(t, packet, 1)), [4]string{"red", "white", "white", "blue"}; got != want {
		t.Errorf("quarters are %v, want %v", got, want)
	}
	if bytes.Contains(packet, []byte("/Annot")) {
		t.Error("annotations went into the packet")
	}
}

func TestHiddenLayerStaysHidden(t *testing.T) {
	for _, config := range []string{"/OFF [6 0 R]", "/BaseState /OFF /ON [5 0 R]"} {
		in := input(t, "layers.pdf", tiny(
			"<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [5 0 R 6 0 R] /D << "+config+" >> >> >>",
			"<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 200 200] "+
				"/Resources << /Properties << /Seen 5 0 R /Off 6 0 R >> >> >>",
			"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
			stream("", "/OC /Seen BDC 1 0 0 rg 0 0 200 200 re f EMC /OC /Off BDC 0 0 1 rg 0 0 200 200 re f EMC"),
			"<< /Type /OCG /Name (seen) >>", "<< /Type /OCG /Name (off) >>"))
		packet := bound(t, sheet{Source: in, Page: 1})
		if got := seen(drawn(t, packet, 1)); got != [4]string{"red", "red", "red", "red"} {
			t.Errorf("%s: quarters are %v", config, got)
		}
	}
}

func TestNothingActiveSurvives(t *testing.T) {
	hostile := input(t, "hostile.pdf", tiny(
		"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /AA << /WC 8 0 R >> "+
			"/Names << /EmbeddedFiles << /Names [(evil) 9 0 R] >> /JavaScript << /Names [(j) 8 0 R] >> >> "+
			"/AcroForm << /Fields [7 0 R] >> /Metadata 11 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox "+a4+" /Contents 4 0 R /AA << /O 8 0 R >> /PieceInfo << /X 9 0 R >> "+
			"/Annots [7 0 R << /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (evil.exe) >> >>] "+
			"/Resources << /Font << /F 5 0 R >> /XObject << /Fm 6 0 R >> /Properties << /P 8 0 R /Q 1 0 R >> >> >>",
		stream("", "BT /F 24 Tf 60 500 Td (words) Tj ET /Fm Do"),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Secret 8 0 R >>",
		stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Metadata 11 0 R /AF [9 0 R] /PieceInfo << /X 9 0 R >> /Ref << /F 9 0 R >>", ""),
		"<< /Type /Annot /Subtype /Widget /FT /Btn /Rect [0 0 50 50] /AA << /U 8 0 R >> /A 8 0 R /AP << /N 6 0 R >> >>",
		"<< /S /JavaScript /JS (app.alert\\(2\\)) /Next << /S /Launch /F (evil.exe) >> >>",
		"<< /Type /Filespec /F (evil.exe) /EF << /F 10 0 R >> >>",
		stream("/Type /EmbeddedFile", "MZ evil"),
		stream("/Type /Metadata /Subtype /XML", "<x>author-secret</x>")))
	clean := input(t, "clean.pdf", written(a4, "clean"))
	for _, sheets := range [][]sheet{
		{{Source: hostile, Page: 1}, {Source: clean, Page: 1}},
		{{Source: clean, Page: 1}, {Source: hostile, Page: 1}},
	} {
		packet := bound(t, sheets...)
		path := filepath.Join(t.TempDir(), "plain.pdf")
		tool(t, "qpdf", "--qdf", "--object-streams=disable", stored(t, "packet.pdf", packet), path)
		plain, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range []string{"/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/OpenAction", "/AA", "/AcroForm", "/PieceInfo",
			"/Filespec", "/Annot", "evil", "alert", "secret"} {
			if bytes.Contains(plain, []byte(word)) {
				t.Errorf("the packet contains %q", word)
			}
		}
		if !strings.Contains(tool(t, "pdftotext", path, "-"), "words") {
			t.Error("the page's words are lost")
		}
	}
}
