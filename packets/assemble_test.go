package packets

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/validate"
)

// valid has the library judge a PDF.
func valid(t *testing.T, pdf []byte) {
	t.Helper()
	ctx, err := readObjects(pdf, "")
	if err != nil {
		t.Fatal(err)
	}
	if err := validate.XRefTable(ctx); err != nil {
		t.Fatal(err)
	}
}

func TestBinding(t *testing.T) {
	cover, err := generated("cover", written(a4, "cover page"))
	if err != nil {
		t.Fatal(err)
	}
	scan := input(t, "scan.pdf", written("[0 0 595 842]", "scanned page"))
	wide := input(t, "wide.pdf", written("[0 0 842 595]", "wide page"))
	a := assembly{
		Title: "Дмитро Müller-Łęcka", Lang: "da", Stamps: stamps(3),
		Sheets: []sheet{
			{Source: cover, Page: 1},
			{Source: scan, Page: 1, Fit: true, Stamp: 1},
			{Source: wide, Page: 1, Fit: true, Stamp: 2},
			{Source: scan, Page: 1, Fit: true, Stamp: 3},
		},
		Outline: []mark{
			{Title: "Forside", Sheet: 0},
			{Title: "Bilag (ægte)", Sheet: 1, Open: true, Under: []mark{{Title: "Паспорт", Sheet: 1}, {Title: "Ansøgning", Sheet: 3}}},
		},
		Labels: []label{{From: 0, Style: "r"}, {From: 1, Style: "D"}},
		Links: []link{
			{Sheet: 0, Rect: [4]float64{10, 10, 50, 20}, To: 2},
			{Sheet: 0, Rect: [4]float64{10, 30, 50, 40}, URI: "https://www.nyidanmark.dk/"},
		},
	}
	pdf := bound(t, a)
	path := stored(t, "packet.pdf", pdf)

	for i, want := range []string{"cover page", "scanned page stamp 1", "wide page stamp 2", "scanned page stamp 3"} {
		n := fmt.Sprint(i + 1)
		if got := strings.Join(strings.Fields(tool(t, "pdftotext", "-f", n, "-l", n, path, "-")), " "); got != want {
			t.Errorf("page %d says %q, want %q", i+1, got, want)
		}
	}
	if info := tool(t, "pdfinfo", path); !strings.Contains(info, "Дмитро Müller-Łęcka") || !strings.Contains(info, "Pages:           4") {
		t.Errorf("pdfinfo says\n%s", info)
	}

	type item struct {
		Title string `json:"title"`
		Page  int    `json:"destpageposfrom1"`
		Open  bool   `json:"open"`
		Kids  []item `json:"kids"`
	}
	var q struct {
		Outlines []item
		Labels   []struct {
			Index int
			Label map[string]any
		} `json:"pagelabels"`
	}
	if err := json.Unmarshal([]byte(tool(t, "qpdf", "--json=1", "--json-key=outlines", "--json-key=pagelabels", path)), &q); err != nil {
		t.Fatal(err)
	}
	none := []item{}
	if diff := cmp.Diff([]item{
		{"Forside", 1, true, none},
		{"Bilag (ægte)", 2, true, []item{{"Паспорт", 2, true, none}, {"Ansøgning", 4, true, none}}},
	}, q.Outlines); diff != "" {
		t.Errorf("bookmarks (-want +got):\n%s", diff)
	}
	if len(q.Labels) != 2 || q.Labels[0].Label["/S"] != "/r" || q.Labels[1].Index != 1 || q.Labels[1].Label["/S"] != "/D" {
		t.Errorf("page labels are %+v", q.Labels)
	}

	doc, _, err := readDocument(pdf, "")
	if err != nil {
		t.Fatal(err)
	}
	annots := doc.array(doc.pages[0].dict["Annots"])
	if len(annots) != 2 {
		t.Fatalf("%d links, want 2", len(annots))
	}
	kids := doc.array(doc.dict(doc.catalog["Pages"])["Kids"])
	first := doc.dict(annots[0])
	if f, _ := doc.number(first["F"]); f != 4 {
		t.Errorf("flags %v, want 4", f)
	}
	if diff := cmp.Diff(kids[2], doc.array(first["Dest"])[0]); diff != "" {
		t.Errorf("the link leads elsewhere (-want +got):\n%s", diff)
	}
	if uri := doc.get(doc.dict(doc.dict(annots[1])["A"])["URI"]); uri != types.StringLiteral("https://www.nyidanmark.dk/") {
		t.Errorf("address is %v", uri)
	}

	again := bytes.Buffer{}
	if err := assemble(&again, a); err != nil || !bytes.Equal(again.Bytes(), pdf) {
		t.Errorf("a second run differs (%v)", err)
	}
}

// A source may have a long list of pages, share objects between them, refer in
// circles, and use what newer writers use.
func TestSourcesOfAllKinds(t *testing.T) {
	circle := tiny("<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 /MediaBox "+a4+" /Rotate 0 /Resources 6 0 R >>",
		"<< /Type /Page /Parent 2 0 R /Contents [4 0 R 5 0 R] >>",
		stream("", "q BT /D 24 Tf 60 500 Td (first"), stream("", "second) Tj ET Q"),
		"<< /Font << /D 7 0 R >> /XObject << /Me 8 0 R >> >>",
		"<< /Type /Font /Subtype /Type0 /BaseFont /Helvetica /Encoding /Identity-H /DescendantFonts [9 0 R] >>",
		stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources 6 0 R", ""),
		"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Helvetica /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 10 0 R >>",
		"<< /Type /FontDescriptor /FontName /Helvetica /Flags 4 /FontBBox [0 0 1 1] /ItalicAngle 0 /Ascent 1 /Descent 0 /CapHeight 1 /StemV 1 >>")
	in := input(t, "circle.pdf", circle)
	if in.Pages != 2 {
		t.Errorf("%d pages, want 2: one page listed twice", in.Pages)
	}
	pdf := bound(t, assembly{Sheets: []sheet{{Source: in, Page: 1}, {Source: in, Page: 2}, {Source: in, Page: 1, Fit: true}}})
	if !bytes.Contains(pdf, []byte("/CIDFontType2")) {
		t.Error("a font below a font is lost")
	}

	plain := stored(t, "plain.pdf", written(a4, "the words"))
	for _, args := range [][]string{
		{"--force-version=2.0"},
		{"--object-streams=generate"},
		{"--linearize"},
		{"--encrypt", "", "owner", "128", "--use-aes=y", "--"},
		{"--encrypt", "", "owner", "256", "--"},
		{"--encrypt", "", "owner", "256", "--extract=n", "--print=none", "--modify=none", "--"},
		{"--allow-weak-crypto", "--encrypt", "", "owner", "40", "--"},
		{"--object-streams=generate", "--encrypt", "", "owner", "256", "--"},
	} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "made.pdf")
			tool(t, "qpdf", append(args, plain, path)...)
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			pdf := bound(t, assembly{Sheets: []sheet{{Source: input(t, "made.pdf", data), Page: 1, Fit: true}}})
			if got := tool(t, "pdftotext", stored(t, "packet.pdf", pdf), "-"); !strings.Contains(got, "the words") {
				t.Errorf("the page says %q", got)
			}
		})
	}
}

func TestManySheets(t *testing.T) {
	const n = 600
	a := assembly{Stamps: stamps(n)}
	scan := encodedJPEG(t, quarterPicture(40, 60))
	for i := range n {
		in := input(t, fmt.Sprintf("scan %d.jpg", i), scan)
		a.Sheets = append(a.Sheets, sheet{Source: in, Page: 1, Fit: true, Stamp: i + 1})
		a.Outline = append(a.Outline, mark{Title: in.Path, Sheet: i})
	}
	var b bytes.Buffer
	if err := assemble(&b, a); err != nil {
		t.Fatal(err)
	}
	path := stored(t, "packet.pdf", b.Bytes())
	if got := strings.TrimSpace(tool(t, "qpdf", "--show-npages", path)); got != fmt.Sprint(n) {
		t.Errorf("%s pages, want %d", got, n)
	}
	if got := tool(t, "pdftotext", "-f", fmt.Sprint(n), path, "-"); strings.TrimSpace(got) != fmt.Sprintf("stamp %d", n) {
		t.Errorf("the last page says %q", got)
	}
}

type brokenPipe struct{ written int }

func (p *brokenPipe) Write(b []byte) (int, error) { p.written += len(b); return 0, io.ErrClosedPipe }

func TestAssembleErrors(t *testing.T) {
	in := input(t, "scans/one.pdf", written(a4, "one"))
	photo := input(t, "photo.png", encodedPNG(t, quarterPicture(8, 8)))
	for _, tt := range []struct {
		name string
		a    assembly
		want string
	}{
		{"no sheets", assembly{}, "packet: no sheets"},
		{"page", assembly{Sheets: []sheet{{Source: in, Page: 2}}}, "scans/one.pdf: page 2: the file has pages 1 to 1"},
		{"picture", assembly{Sheets: []sheet{{Source: photo, Page: 2}}}, "photo.png: page 2: a picture has one page"},
		{"stamp", assembly{Stamps: stamps(1), Sheets: []sheet{{Source: in, Page: 1, Stamp: 2}}}, "scans/one.pdf: page 1: stamp 2: the file has pages 1 to 1"},
		{"bookmark", assembly{Sheets: []sheet{{Source: in, Page: 1}}, Outline: []mark{{Title: "x", Sheet: 1}}}, `packet: bookmark "x" leads to sheet 1 of 1`},
		{"link", assembly{Sheets: []sheet{{Source: in, Page: 1}}, Links: []link{{To: 7}}}, "packet: a link on sheet 0 leads to sheet 7 of 1"},
		{"source", assembly{Sheets: []sheet{{Source: in, Page: 1}, {Source: nil}}}, "packet: sheet 1 has no source"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := &brokenPipe{}
			err := assemble(p, tt.a)
			if err == nil || err.Error() != tt.want {
				t.Errorf("error %v, want %s", err, tt.want)
			}
			if p.written != 0 {
				t.Errorf("%d bytes were written", p.written)
			}
		})
	}
	if err := assemble(&brokenPipe{}, assembly{Sheets: []sheet{{Source: in, Page: 1}}}); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("error %v, want %v", err, io.ErrClosedPipe)
	}
}

func TestHomeStaysUntouched(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(home, "config"))
	in := input(t, "one.pdf", written(a4, "one"))
	if err := assemble(io.Discard, assembly{Sheets: []sheet{{Source: in, Page: 1}}}); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(home)
	if err != nil || len(entries) > 0 {
		t.Errorf("%v in the home folder (%v)", entries, err)
	}
}
