package packets

import (
	"bytes"
	"strings"
	"testing"

	"mappe/internal/page"
	"mappe/internal/pdf"
	"mappe/internal/pdf/ua"
)

func conforms(t *testing.T, file []byte, scope ua.Scope) {
	t.Helper()
	for _, c := range ua.Check(file, scope) {
		t.Error(c)
	}
}

// Lists, which are wholly ours, keep every rule of docs/pdfua.md, in every
// language and as large print; packets keep those that are not of copied pages.
func TestConforms(t *testing.T) {
	for _, tag := range tongues() {
		for name, d := range lists(t, speaking(t, tag)) {
			for size, o := range map[string]page.Options{"": {}, " large": {Large: true}} {
				t.Run(name+"."+tag+size, func(t *testing.T) {
					var b bytes.Buffer
					if err := page.PDF(&b, d, o); err != nil {
						t.Fatal(err)
					}
					conforms(t, b.Bytes(), ua.Whole)
				})
			}
		}
		for _, path := range []string{
			"../examples/bf1-secondment/case.yaml", "../examples/bf23-paper/case.yaml", "../examples/mf4-family/case.yaml", "../examples/od2d-gaps/case.yaml",
			"../testdata/hard/forty.yaml", "../testdata/hard/long-names.yaml", "../testdata/hard/scripts.yaml",
		} {
			t.Run(path+"."+tag, func(t *testing.T) {
				for _, k := range planned(t, path, tag, ForApplicant) {
					conforms(t, whole(t, k), ua.Packet)
				}
			})
		}
	}
}

// tagged is a packet of one item with whole files, drawn as its structure.
func tagged(t *testing.T, web bool, files ...*Input) string {
	t.Helper()
	k := &Packet{Title: "test", Lang: "en", voice: Voice{Printer: speaking(t, "en")}, WebLinks: web}
	for _, in := range files {
		x := &piece{kind: PageFile, item: "2.1 Passport", input: in}
		for n := range in.Pages {
			x.pages = append(x.pages, n+1)
		}
		k.pieces = append(k.pieces, x)
		k.Body += in.Pages
	}
	var out pdf.Memory
	if err := newPress(k, &out, k.list()).print(); err != nil {
		t.Fatal(err)
	}
	drawn, err := ua.Draw(out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	conforms(t, out.Bytes(), ua.Packet)
	return drawn
}

// A scan is a figure that says what it is, a page with text a paragraph of its
// words, and links stand beside what they lie on.
func TestStructureOfCopiedPages(t *testing.T) {
	const picture = "q 400 0 0 400 60 300 cm /Im Do Q"
	const image = "<< /XObject << /Im 5 0 R >> /Font << /F 6 0 R >> >>"
	scan := func(contents, more string) []byte {
		return onePage("/MediaBox "+a4+" /Resources "+image+more, contents,
			stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", "x"),
			"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
	}
	letter := "BT /F 9 Tf 60 200 Td (" + strings.Repeat("words of a letter ", 4) + ") Tj ET"
	drawn := tagged(t, true,
		input(t, "passport.jpg", encodedJPEG(t, quarterPicture(40, 20))),
		input(t, "scan.pdf", scan(picture, "")),
		input(t, "signed by a program.pdf", scan(picture+" BT /F 9 Tf 60 200 Td (Scanned with a program) Tj ET", "")),
		input(t, "recognised.pdf", scan(picture+" BT 3 Tr ET "+letter, "")),
		input(t, "letter.pdf", scan(letter, " /Annots [<< /Subtype /Link /Rect [60 200 200 212] /A << /S /URI /URI (https://example.org/) >> >> << /Subtype /Link /Rect [60 100 200 112] /Dest [3 0 R /Fit] >>]")),
		input(t, "linked scan.pdf", scan(picture, " /Annots [<< /Subtype /Link /Rect [60 200 200 212] /Dest [3 0 R /Fit] >>]")))
	const want = `Document
  Sect title "2.1 Passport"
    Figure alt "2.1 Passport, page 1 of 6, scanned image"
    Figure alt "2.1 Passport, page 2 of 6, scanned image"
    Figure alt "2.1 Passport, page 3 of 6, scanned image"
    P title "2.1 Passport, page 4 of 6"
    P title "2.1 Passport, page 5 of 6"
      Link → https://example.org/
      Link → page 5
    Figure alt "2.1 Passport, page 6 of 6, scanned image"
    P
      Link → page 6
`
	if drawn != want {
		t.Errorf("got\n%s\nwant\n%s", drawn, want)
	}
}

// Others read the structure as we do, and hear the words of a letter.
func TestOthersReadTheStructure(t *testing.T) {
	file := whole(t, planned(t, "../examples/mf4-family/case.yaml", "da", ForApplicant)[0])
	path := stored(t, "packet.pdf", file)
	tree := tool(t, "pdfinfo", "-struct", path)
	for _, want := range []string{"Document\n", "  Sect ", "H1 (block)", "Figure", "Link (inline)", "Table", "  TH:"} {
		if !strings.Contains(tree, want) {
			t.Errorf("no %q in\n%.2000s", want, tree)
		}
	}
	if strings.Contains(tree, "Error") {
		t.Error(tree)
	}
	about := tool(t, "pdfinfo", path)
	if !strings.Contains(about, "Tagged:          yes") || !strings.Contains(about, "UserProperties:  no") {
		t.Error(about)
	}
	for line := range strings.Lines(tool(t, "pdffonts", path)) {
		f := strings.Fields(line)
		if strings.Contains(line, "Noto") && !strings.HasSuffix(strings.Join(f[:len(f)-2], " "), "CID TrueType Identity-H yes yes yes") {
			t.Errorf("font %q", line)
		}
	}
	tool(t, "qpdf", "--check", path)
	valid(t, file)
}
