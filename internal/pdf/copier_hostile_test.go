package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// active is a page that carries everything that acts, calls out or hides a
// file, wherever an object could have it.
func active() []byte {
	const extra = " /A 6 0 R /AA << /O 6 0 R >> /AF [8 0 R] /Metadata 10 0 R /PieceInfo << /Evil << /Private 8 0 R >> >> /LastModified (D:2020) " +
		"/StructParent 0 /StructParents 0 /OPI << /2.0 << /F (evil.eps) >> >> /Ref << /F 8 0 R /Page 0 >> /Alternates [<< /Image 15 0 R >>] " +
		"/URI (http://evil.example/) /JS (evil) /Thumb 15 0 R /Next 6 0 R /Dest (evil) /Parent 3 0 R /P 3 0 R /EF << /F 9 0 R >> /UF (evil) "
	b := build{
		"<< /Type /Catalog /Pages 2 0 R /OpenAction 6 0 R /AA << /WC 6 0 R >> /URI << /Base (http://evil.example/) >> /AcroForm << /Fields [7 0 R] /XFA (evil) >> " +
			"/Names << /JavaScript << /Names [(evil) 6 0 R] >> /EmbeddedFiles << /Names [(evil) 8 0 R] >> >> /Collection << /D (evil) >> /Perms << /DocMDP 11 0 R >> /Legal << /JavaScriptActions 1 >> >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] /Contents 4 0 R /Resources 5 0 R /Trans << /S /Dissolve >> /VP [<< /Measure << >> >>] " +
			"/PresSteps 8 0 R /Annots [7 0 R 12 0 R 13 0 R << /Subtype /Screen /Rect [0 0 9 9] /A << /S /Rendition /JS (evil) >> >> << /Subtype /RichMedia /Rect [0 0 9 9] /RichMediaContent 8 0 R >> " +
			"<< /Subtype /Movie /Rect [0 0 9 9] /Movie << /F (evil) >> >> << /Subtype /Sound /Rect [0 0 9 9] /Sound 9 0 R >> << /Subtype /3D /Rect [0 0 9 9] /3DD 9 0 R >>]" + extra + ">>",
		stream("/F (evil.bin) /FFilter /FlateDecode /FDecodeParms << /Evil true >>"+extra, "BT /F 24 Tf 60 200 Td (words) Tj ET /Fm Do /Im Do"),
		"<< /Font << /F 14 0 R >> /XObject << /Fm 16 0 R /Im 15 0 R /Ps 17 0 R >> /Properties << /P 8 0 R /Q 1 0 R /R 6 0 R >> /ExtGState << /G << /Type /ExtGState /LW 1" + extra + ">> >> >>",
		"<< /Type /Action /S /JavaScript /JS (evil\\(1\\)) /Next << /S /Launch /F (evil.exe) /Win << /F (evil.exe) >> >> >>",
		"<< /Type /Annot /Subtype /Widget /FT /Btn /Rect [0 0 50 50] /AP << /N 16 0 R /D 6 0 R >>" + extra + ">>",
		"<< /Type /Filespec /F (evil.exe) /UF (evil.exe) /EF << /F 9 0 R >> >>",
		stream("/Type /EmbeddedFile /Subtype /application#2Fevil", "MZ evil"),
		stream("/Type /Metadata /Subtype /XML", "<evil/>"),
		"<< /Type /Sig /Contents <6576696C> /ByteRange [0 1 2 3] >>",
		"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (http://evil.example/) >> /PA 6 0 R >>",
		"<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS 8 0 R /AP << /N 16 0 R >>" + extra + ">>",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FontDescriptor << /Type /FontDescriptor /FontName /Helvetica /Flags 32" + extra + ">>" + extra + ">>",
		stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /F << /Type /Filespec /F (evil) >>"+extra, "x"),
		stream("/Type /XObject /Subtype /Form /Subtype2 /PS /PS 9 0 R /BBox [0 0 50 50] /Resources 5 0 R /Group << /S /Transparency"+extra+">>"+extra, "0 1 0 rg 0 0 50 50 re f"),
		stream("/Type /XObject /Subtype /PS /Level1 9 0 R", "evil"),
	}
	return b.file()
}

// Nothing active survives, whether the hostile file comes first or last, while
// what is seen does.
func TestNothingActiveSurvives(t *testing.T) {
	plain := pages(1, "", "").file()
	for i, files := range [][][]byte{{active(), plain}, {plain, active()}, {plain, active(), active()}} {
		packet := written(t, files...)
		path := stored(t, packet)
		qdf := run(t, "qpdf", "--qdf", "--object-streams=disable", path, "-")
		for _, word := range []string{"/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/OpenAction", "/AA", "/A ", "/AcroForm", "/PieceInfo", "/AF", "/EF",
			"/Filespec", "/Annot", "/Next", "/OPI", "/Ref ", "/Alternates", "/URI", "/Dest", "/StructParent", "/Thumb", "/LastModified", "/PS", "/Sig",
			"/XFA", "/F (", "/FFilter", "/Level1", "/RichMedia", "evil"} {
			if strings.Contains(qdf, word) {
				t.Errorf("%d: the packet contains %q", i, word)
			}
		}
		if n := strings.Count(qdf, "/Metadata"); n != 2 { // the packet's own: in the catalog, and its type
			t.Errorf("%d: /Metadata %d times", i, n)
		}
		if got := run(t, "pdftotext", path, "-"); !strings.Contains(got, "words") || !strings.Contains(got, "page 1") {
			t.Errorf("%d: the pages say %q", i, got)
		}
	}
	img := drawn(t, written(t, active()), 1, 72)[0]
	if got := at(img, 25, 25); got != "green" {
		t.Errorf("the look of the button is %s", got)
	}
}

// What is missing or cannot be read is in the account, and the rest is drawn.
func TestDamageIsNoted(t *testing.T) {
	zipped := stream("/Filter /FlateDecode", "this isn't deflated")
	const rest = "1 0 0 rg 0 0 50 50 re f"
	for _, tt := range []struct {
		name, page string
		more       []string
		want       string
		red        bool
	}{
		{"contents", "/Contents 9 0 R", nil, "[its contents]", false},
		{"part", "/Contents [9 0 R 6 0 R]", []string{stream("", rest)}, "[a part of its contents]", true},
		{"undecodable part", "/Contents [6 0 R 7 0 R]", []string{zipped, stream("", rest)}, "[a part of its contents]", true},
		{"picture", "/Resources << /XObject << /X 99 0 R /Y 98 0 R >> >> /Contents 6 0 R", []string{stream("", rest)}, "[a picture]", true},
		{"nothing", "", nil, "[]", false},
		{"empty", "/Contents []", nil, "[]", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := build{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
				"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] " + tt.page + " >>", "null", "null"}
			file := append(b, tt.more...).file()
			c := NewCopier(opened(t, file), &kept{})
			if got := fmt.Sprint(mustPage(t, c, 1).Left.Missing); got != tt.want {
				t.Errorf("missing %s, want %s", got, tt.want)
			}
			if _, err := c.Contents(1); (err != nil) != strings.Contains(tt.want, "contents") {
				t.Errorf("contents: %v", err)
			}
			if red := at(drawn(t, written(t, file), 1, 72)[0], 25, 25) == "red"; red != tt.red {
				t.Errorf("the rest is drawn: %v", red)
			}
		})
	}
}

// A page that restores more than it saved leaves what is laid over it alone.
func TestTooManyRestores(t *testing.T) {
	b := onePage("/Annots [<< /Subtype /Stamp /Rect [20 20 120 120] /AP << /N 6 0 R >> >>]", "", "q Q Q Q Q 0.1 0 0 0.1 0 0 cm 0 0 1 1 re W n", look("1 0 0"))
	for i, img := range drawn(t, written(t, b), 1, 72) {
		if got := at(img, 70, 70); got != "red" {
			t.Errorf("reader %d: what lies over the page is %s", i, got)
		}
	}
}

// Copying ends with an error where it would take more work than a file of the
// size is worth.
func TestCopyingIsBounded(t *testing.T) {
	t.Run("shared values", func(t *testing.T) {
		annots := strings.Repeat("6 0 R ", 200_000)
		b := build{"<< /Type /Catalog /Pages 2 0 R >>", "", "null", "[" + annots + "]", "null", "<< /Subtype /Ink /Rect [0 0 9 9] /InkList [7 0 R] >>", "[" + strings.Repeat("1 ", 1000) + "]"}
		kids := ""
		for range 100 {
			b = append(b, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Annots 4 0 R >>")
			kids += fmt.Sprintf("%d 0 R ", len(b))
		}
		b[1] = "<< /Type /Pages /Count 100 /Kids [" + kids + "] >>"
		bounded(t, b.file())
	})
	t.Run("shared contents", func(t *testing.T) {
		b := build{"<< /Type /Catalog /Pages 2 0 R >>", "", "null", stream("", strings.Repeat("0 0 m ", 100_000))}
		kids := ""
		for range 1000 {
			b = append(b, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>")
			kids += fmt.Sprintf("%d 0 R ", len(b))
		}
		b[1] = "<< /Type /Pages /Count 1000 /Kids [" + kids + "] >>"
		bounded(t, b.file())
	})
	t.Run("contents that inflate", func(t *testing.T) {
		var b bytes.Buffer
		z := zlib.NewWriter(&b)
		_, _ = z.Write(bytes.Repeat([]byte(" "), 40<<20))
		z.Close()
		bounded(t, onePage("/Contents [6 0 R 6 0 R]", "", "", stream("/Filter /FlateDecode", b.String())))
	})
	many := func(s string, n int) string { return "[" + strings.Repeat(s, n) + "]" }
	for name, tt := range map[string]struct {
		catalog, annot string
		more           []string
	}{
		"combinations of layers": {"/OCProperties << /OCGs [8 0 R] >>", "/Subtype /Link /OC 7 0 R",
			[]string{"<< /Type /OCMD /OCGs " + many("8 0 R ", 200_000) + " >>", "<< /Type /OCG >>"}},
		"options of fields": {"", "/Subtype /Widget /FT /Ch /Ff 131072 /V (b) /Opt 7 0 R",
			[]string{many("8 0 R ", 200_000), "(" + strings.Repeat("a", 16<<10) + ")"}},
		"large comments": {"", "/Subtype /Link" + strings.Repeat(" /A 1", 100_000), nil},
		"large fields":   {"", "/Subtype /Widget /Parent 7 0 R", []string{"<< /Parent 7 0 R" + strings.Repeat(" /A 1", 100_000) + " >>"}},
	} {
		t.Run(name, func(t *testing.T) {
			b := pages(1, tt.catalog, "/Annots "+many("6 0 R ", 200_000))
			bounded(t, append(append(b, "<< /Rect [0 0 9 9] "+tt.annot+" >>"), tt.more...).file())
		})
	}
}

// A comment is not drawn with more than a few megabytes.
func TestDrawingIsBounded(t *testing.T) {
	b := pages(1, "", "/Annots [6 0 R]")
	b = append(b, "<< /Subtype /Squiggly /Rect [0 0 9 9] /QuadPoints ["+strings.Repeat("0 9 9999.1 9 0 8 9999.1 8 ", 25_000)+"] >>")
	p := new(kept)
	mustPage(t, NewCopier(opened(t, b.file()), p), 1)
	for _, o := range *p {
		if s, ok := o.(*Stream); ok && len(s.Body[0].Data) > 9<<20 {
			t.Errorf("%d bytes are drawn", len(s.Body[0].Data))
		}
	}
}

// bounded fails unless copying all pages ends with ErrLimit.
func bounded(t *testing.T, b []byte) {
	t.Helper()
	f := opened(t, b)
	c := NewCopier(f, &kept{})
	for n := range f.Pages() {
		if _, err := c.Page(n + 1); err != nil {
			if !errors.Is(err, ErrLimit) || !strings.HasPrefix(err.Error(), fmt.Sprintf("page %d: ", n+1)) {
				t.Errorf("page %d: %v", n+1, err)
			}
			return
		}
	}
	t.Error("everything was copied")
}
