package packets

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/validate"

	"mappe/internal/pdf"
	"mappe/locales"
)

// valid has another program judge a PDF, leniently: strictly it minds fonts in
// people's scans that the format allows.
func valid(t *testing.T, data []byte) {
	t.Helper()
	ctx, err := pdfcpu.Read(bytes.NewReader(data), &model.Configuration{
		Cmd: model.VALIDATE, Reader15: true, ValidationMode: model.ValidationRelaxed, Eol: types.EolLF, Offline: true,
		Limits: model.DefaultResourceLimits(),
	})
	if err == nil {
		err = validate.XRefTable(ctx)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// sheet is a page of an input as it is laid on paper.
type sheet struct {
	Source       *Input
	Page, Rotate int
	Fit          pdf.Fit
}

// pressed writes sheets, without stamps, into out.
func pressed(out io.WriterAt, sheets ...sheet) error {
	printer, err := locales.New("en")
	if err != nil {
		return err
	}
	k := &Packet{voice: Voice{Printer: printer}}
	var pages []stamped
	for _, s := range sheets {
		x := &piece{item: "x", input: s.Source, pages: []int{s.Page}, rotate: s.Rotate, fit: s.Fit}
		k.pieces, pages = append(k.pieces, x), append(pages, stamped{piece: x})
	}
	return newPress(k, out, pages).print()
}

// bound lays sheets and has two readers check the result.
func bound(t *testing.T, sheets ...sheet) []byte {
	t.Helper()
	var d pdf.Memory
	if err := pressed(&d, sheets...); err != nil {
		t.Fatal(err)
	}
	tool(t, "qpdf", "--check", stored(t, "packet.pdf", d.Bytes()))
	valid(t, d.Bytes())
	return d.Bytes()
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
	pdf := bound(t, sheet{Source: in, Page: 1}, sheet{Source: in, Page: 2}, sheet{Source: in, Page: 1})
	if !strings.Contains(tool(t, "pdffonts", stored(t, "packet.pdf", pdf)), "CID TrueType") {
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
			pdf := bound(t, sheet{Source: input(t, "made.pdf", data), Page: 1})
			if got := tool(t, "pdftotext", stored(t, "packet.pdf", pdf), "-"); !strings.Contains(got, "the words") {
				t.Errorf("the page says %q", got)
			}
		})
	}
}

// A packet whose disk or file fails is an error, never a shorter packet.
func TestPressErrors(t *testing.T) {
	in := input(t, "scans/one.pdf", written(a4, "one"))
	if err := pressed(new(pdf.Memory), sheet{Source: in, Page: 2}); err == nil || !strings.HasPrefix(err.Error(), "scans/one.pdf: page 2: ") {
		t.Errorf("error %v", err)
	}
	if err := pressed(brokenDisk{}, sheet{Source: in, Page: 1}); !errors.Is(err, io.ErrClosedPipe) || strings.Contains(err.Error(), "\n") {
		t.Errorf("error %v, want %v, once", err, io.ErrClosedPipe)
	}
}

type brokenDisk struct{}

func (brokenDisk) WriteAt([]byte, int64) (int, error) { return 0, io.ErrClosedPipe }

// A file that changes between survey and writing is named, and there is no
// packet.
func TestInputsMustStay(t *testing.T) {
	one, two := written(a4, "one"), written(a4, "two")
	for name, change := range map[string]func(path string) error{
		"changed while it was read":       func(path string) error { return os.WriteFile(path, append(slices.Clone(one), '\n'), 0o600) },
		"let the other program finish":    func(path string) error { os.Remove(path); return os.WriteFile(path, two, 0o600) },
		"is gone since it was first read": os.Remove,
	} {
		t.Run(name, func(t *testing.T) {
			dir, root := folder(t, map[string][]byte{"one.pdf": one})
			s := &shelf{root: root}
			in, err := inspect(s, "one.pdf", "")
			if err != nil {
				t.Fatal(err)
			}
			s.clear()
			if err := change(filepath.Join(dir, "one.pdf")); err != nil {
				t.Fatal(err)
			}
			if err := pressed(new(pdf.Memory), sheet{Source: in, Page: 1}); err == nil || strings.Count(err.Error(), "one.pdf") != 1 || !strings.Contains(err.Error(), name) {
				t.Errorf("error %v", err)
			}
		})
	}
}

// Files are open only while they are read, and few at a time.
func TestShelfKeepsFewFilesOpen(t *testing.T) {
	files := map[string][]byte{}
	for i := range 3 * maxOpen {
		files["scan"+string(rune('a'+i%26))+string(rune('a'+i/26))+".pdf"] = written(a4, "words")
	}
	_, root := folder(t, files)
	s := &shelf{root: root}
	var sheets []sheet
	for name := range files {
		in, err := inspect(s, name, "")
		if err != nil {
			t.Fatal(err)
		}
		sheets = append(sheets, sheet{Source: in, Page: 1})
		if len(s.open) > maxOpen {
			t.Fatalf("%d files are open", len(s.open))
		}
	}
	if err := pressed(new(pdf.Memory), sheets...); err != nil {
		t.Fatal(err)
	}
	if len(s.open) > maxOpen {
		t.Errorf("%d files are open", len(s.open))
	}
}

// Links and bookmarks of a file lead to its pages in the packet, and only to
// those that are in it.
func TestFilesKeepTheirLinks(t *testing.T) {
	in := input(t, "linked.pdf", tiny(
		"<< /Type /Catalog /Pages 2 0 R /Outlines 7 0 R >>",
		"<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 /MediaBox "+a4+" >>",
		"<< /Type /Page /Parent 2 0 R /Annots [<< /Type /Annot /Subtype /Link /Rect [10 10 90 30] /Dest [4 0 R /Fit] >> "+
			"<< /Type /Annot /Subtype /Link /Rect [10 50 90 70] /Dest [5 0 R /Fit] >> "+
			"<< /Type /Annot /Subtype /Link /Rect [10 80 90 99] /A << /S /URI /URI (https://example.org/) >> >>] >>",
		"<< /Type /Page /Parent 2 0 R >>", "<< /Type /Page /Parent 2 0 R >>", "null",
		"<< /Type /Outlines /First 8 0 R /Last 9 0 R >>",
		"<< /Title (Chapter) /Parent 7 0 R /Dest [4 0 R /Fit] /Next 9 0 R >>",
		"<< /Title (Left out) /Parent 7 0 R /Dest [5 0 R /Fit] /Prev 8 0 R >>"))
	printer, err := locales.New("en")
	if err != nil {
		t.Fatal(err)
	}
	k := &Packet{voice: Voice{Printer: printer}, Title: "x", pieces: []*piece{
		{item: "1.1 A", mark: "1.1 A", input: in, pages: []int{3}},
		{item: "1.2 B", mark: "1.2 B", input: in, pages: []int{1}},
		{item: "1.2 B", input: in, pages: []int{1, 2}},
	}}
	k.Body = 4
	var d pdf.Memory
	if _, err := k.Write(&d); err != nil {
		t.Fatal(err)
	}
	path := stored(t, "packet.pdf", d.Bytes())
	got := tool(t, "qpdf", "--json=1", "--json-key=outlines", path)
	for _, want := range []string{`"title": "Chapter"`, `"title": "1.2 B · page 2"`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	if strings.Contains(got, "Left out") {
		t.Error("a bookmark leads out of the piece")
	}
	f, err := pdf.Open(pdf.Bytes(d.Bytes()), "")
	if err != nil {
		t.Fatal(err)
	}
	var leads []int
	for n := range f.Pages() {
		for _, o := range f.Array(f.Page(n + 1).Dict.Get("Annots")) {
			a := f.Dict(o)
			if a.Get("A") != nil {
				t.Error("a web link of the file is in the packet")
			}
			to, _ := f.Destination(a.Get("Dest"))
			leads = append(leads, n+1, to)
		}
	}
	if want := []int{2, 4, 2, 1, 3, 4, 3, 1}; !slices.Equal(leads, want) {
		t.Errorf("links lead %v, want %v", leads, want)
	}
	k.WebLinks = true
	var web pdf.Memory
	if _, err := k.Write(&web); err != nil {
		t.Fatal(err)
	}
	if got := tool(t, "pdfinfo", "-url", stored(t, "web.pdf", web.Bytes())); strings.Count(got, "https://example.org/") != 2 {
		t.Errorf("web links that were asked for:\n%s", got)
	}
}
