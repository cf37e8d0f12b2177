package pdf

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// blankPage is a page of those contents, which may use a form Fm, a picture Im,
// and fonts.
func blankPage(contents, form, page string) build {
	return build{
		"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 200 300] >>",
		"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources 7 0 R " + page + " >>",
		stream("", contents), form, stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", "x"),
		"<< /XObject << /Fm 5 0 R /Im 6 0 R /None 99 0 R >> /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> /T3 8 0 R >> " +
			"/ExtGState << /G << /LW 2 >> /GF << /Font [8 0 R 9] >> >> >>",
		"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /CharProcs << >> /Encoding << /Differences [] >> /FirstChar 0 /LastChar 0 /Widths [9] >>",
		stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "0 0 9 9 re f"),
	}
}

func TestBlank(t *testing.T) {
	form := func(data string) string {
		return stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources 7 0 R", data)
	}
	orphan := stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "/G gs")
	for _, c := range []struct {
		name, contents, form, page string
		blank                      bool
	}{
		{"nothing", "", "", "", true},
		{"white space and a comment", " \n% a comment f S (", "", "", true},
		{"a state", "q 1 0 0 1 5 5 cm 2 w [3 (x)] 0 d /G gs 1 0 0 rg /Cs cs 0.5 sc Q", "", "", true},
		{"a clip", "0 0 9 9 re W n 1 1 m 2 2 l h W* n", "", "", true},
		{"marks", "/Artifact BMC EMC /P <</MCID 0/ActualText (x)/A [true null]>> BDC EMC /X MP BX EX", "", "", true},
		{"no text", "BT /F 9 Tf 1 0 0 1 9 9 Tm () Tj [] TJ [-250 ()] TJ <> Tj ET", "", "", true},
		{"unseen text", "BT /F 9 Tf 3 Tr (recognised) Tj [(a) 3 <61>] TJ 7 Tr (clip) ' ET", "", "", true},
		{"unseen text, given back", "q 3 Tr Q BT /F 9 Tf q 0 Tr Q 3 Tr (x) Tj ET", "", "", true},
		{"a form of nothing", "/Fm Do q /Fm Do Q", form("q 2 w Q"), "", true},
		{"a form in itself", "/Fm Do", form("/Fm Do 3 Tr /Fm Do"), "", true},
		{"a form with the state of its user", "3 Tr /F 9 Tf /Fm Do", form("(x) Tj"), "", true},
		{"a form with the names of its user", "/Fm Do", orphan, "", true},
		{"an annotation nobody sees", "", "", "/Annots [<< /Subtype /Link /Rect [1 1 9 9] /A << /S /URI /URI (https://example.org/) >> >> << /Subtype /Stamp /F 2 /Rect [1 1 9 9] /AP << /N 9 0 R >> >>]", true},

		{"a line", "0 0 m 9 9 l S", "", "", false},
		{"a white area", "1 g 0 0 9 9 re f*", "", "", false},
		{"an area outside", "-99 -99 9 9 re b", "", "", false},
		{"a shading", "/Sh sh", "", "", false},
		{"a picture", "q 9 0 0 9 0 0 cm /Im Do Q", "", "", false},
		{"a picture that isn't there", "/None Do", "", "", false},
		{"a picture that nobody named", "/Nobody Do", "", "", false},
		{"a picture in the contents", "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI", "", "", false},
		{"text", "BT /F 9 Tf (x) Tj ET", "", "", false},
		{"spaces, which a font may draw", "BT /F 9 Tf ( ) Tj ET", "", "", false},
		{"text as an outline", "BT /F 9 Tf 1 Tr (x) Tj ET", "", "", false},
		{"text that is seen again", "BT /F 9 Tf 3 Tr (x) Tj 0 Tr (x) \" ET", "", "", false},
		{"text after a state", "q 3 Tr Q BT /F 9 Tf (x) Tj ET", "", "", false},
		{"pictures of letters, in no mode", "BT /T3 9 Tf 3 Tr (x) Tj ET", "", "", false},
		{"the same by a state", "BT /GF gs 3 Tr (x) Tj ET", "", "", false},
		{"letters of no font", "BT /No 9 Tf 3 Tr (x) Tj ET", "", "", false},
		{"a form that paints", "/Fm Do", form("0 0 m 9 9 l S"), "", false},
		{"a form that paints when it is seen", "3 Tr /F 9 Tf /Fm Do 0 Tr /Fm Do", form("(x) Tj"), "", false},
		{"a form with the names of two users", "/Fm Do /Fm Do", orphan, "", false},
		{"a form that is damaged", "/Fm Do", stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Filter /FlateDecode", "xxx"), "", false},
		{"an annotation", "", "", "/Annots [<< /Subtype /Stamp /Rect [1 1 9 9] /AP << /N 9 0 R >> >>]", false},
		{"an annotation without a look", "", "", "/Annots [<< /Subtype /Movie /Rect [1 1 9 9] >>]", false},
		{"an operator that nobody knows", "1 2 foo", "", "", false},
		{"a string without an end", "(f", "", "", false},
		{"a string of digits without an end", "<6a", "", "", false},
		{"an array without an end", "[ 1 2", "", "", false},
		{"an operator in an array", "[ 1 2 m ]", "", "", false},
		{"a bracket too many", "1 ] 0 d", "", "", false},
		{"a brace", "{ 1 }", "", "", false},
		{"a state too many", "Q", "", "", false},
		{"states without an end", strings.Repeat("q ", maxHands+1), "", "", false},
	} {
		copier := NewCopier(opened(t, blankPage(c.contents, c.form, c.page).file()), nil)
		contents, err := copier.Contents(1)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if got := copier.Blank(1, contents); got != c.blank {
			t.Errorf("%s: blank: %v, want %v", c.name, got, c.blank)
		}
	}
}

// What is called blank is white, as another program draws it.
func TestOthersSeeNothingOnBlankPages(t *testing.T) {
	tokens := strings.Split("q|q|Q|BT|ET|/F 9 Tf|/F 20 Tf|/T3 9 Tf|/GF gs|/G gs|3 Tr|3 Tr|7 Tr|0 Tr|1 Tr|(word) Tj|[(wo) 9 <7264>] TJ|() Tj|20 20 Td|12 TL (x) '|"+
		"/Fm Do|/Im Do|9 0 0 9 20 20 cm|10 10 m|90 90 l|10 10 50 50 re|n|W n|S|f|b*|0 g|1 0 0 RG|3 w|[3] 0 d|/P <</MCID 0>> BDC|EMC|/Sh sh|foo", "|")
	random := rand.New(rand.NewPCG(1, 2))
	const sheets = 400
	b := blankPage("", stream("/Type /XObject /Subtype /Form /BBox [0 0 90 90] /Resources 7 0 R", "BT /F 9 Tf 30 30 Td (form) Tj ET"), "")
	kids := ""
	for range sheets {
		n := len(b) + 1
		kids += fmt.Sprintf("%d 0 R ", n)
		var ops []string
		for range random.IntN(8) {
			ops = append(ops, tokens[random.IntN(len(tokens))])
		}
		b = append(b, fmt.Sprintf("<< /Type /Page /Parent 2 0 R /Contents %d 0 R /Resources 7 0 R >>", n+1), stream("", strings.Join(ops, "\n")))
	}
	b[1] = fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d /MediaBox [0 0 100 100] >>", kids, sheets)
	dir := t.TempDir()
	path := filepath.Join(dir, "in.pdf")
	if err := os.WriteFile(path, b.file(), 0o600); err != nil {
		t.Fatal(err)
	}
	tool(t, "pdftoppm", "-r", "36", "-gray", path, filepath.Join(dir, "page"))
	copier := NewCopier(opened(t, b.file()), nil)
	blank := 0
	for n := 1; n <= sheets; n++ {
		contents, err := copier.Contents(n)
		if err != nil {
			t.Fatal(err)
		}
		picture, err := os.ReadFile(filepath.Join(dir, fmt.Sprintf("page-%03d.pgm", n)))
		if err != nil {
			t.Fatal(err)
		}
		pixels := picture[len(picture)-50*50:]
		if copier.Blank(n, contents) {
			if blank++; bytes.Count(pixels, []byte{255}) != len(pixels) {
				t.Errorf("page %d is called blank:\n%s", n, contents)
			}
		}
	}
	if blank < sheets/10 || blank > sheets*9/10 {
		t.Errorf("%d of %d pages are blank", blank, sheets)
	}
}
