package packets

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mappe/internal/pdf"
	"mappe/internal/picture"
)

// problem is what err says of a file; it fails for any other error.
func problem(t *testing.T, err error) Problem {
	t.Helper()
	if err == nil {
		return Problem{}
	}
	var p *Problem
	if !errors.As(err, &p) {
		t.Fatalf("%T is not a *Problem: %v", err, err)
	}
	return *p
}

func folder(t *testing.T, files map[string][]byte) (string, *os.Root) {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return dir, root
}

func TestInspect(t *testing.T) {
	pdf := written(a4, "words")
	png := encodedPNG(t, quarterPicture(20, 30))
	jpg := encodedJPEG(t, quarterPicture(20, 30))
	_, root := folder(t, map[string][]byte{
		"scans/two.pdf": stamps(2), "photo.jpg": jpg, "scan.png": png,
		"named.pdf": jpg, "headed.pdf": append([]byte("junk\n"), pdf...), "trailed.pdf": append(pdf, "\n<!-- mail footer -->\n"...),
	})
	for _, tt := range []struct {
		name, kind string
		pages      int
	}{
		{"scans/two.pdf", kindPDF, 2}, {"scans/../photo.jpg", "jpeg", 1}, {"scan.png", "png", 1},
		{"named.pdf", "jpeg", 1}, {"headed.pdf", kindPDF, 1}, {"trailed.pdf", kindPDF, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			in, err := inspect(&shelf{root: root}, tt.name, "not needed")
			if err != nil {
				t.Fatal(err)
			}
			if in.Path != tt.name || in.Kind != tt.kind || in.Pages != tt.pages || in.Size != in.source.Size() {
				t.Errorf("%s: %s of %d pages, %d bytes", in.Path, in.Kind, in.Pages, in.Size)
			}
		})
	}
}

func TestInspectForeign(t *testing.T) {
	for _, tt := range []struct{ data, want string }{
		{"", "empty"},
		{"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", "HEIC"},
		{"\x00\x00\x00\x18ftypavif\x00\x00\x00\x00", "AVIF"},
		{"\x00\x00\x00\x18ftypisom\x00\x00\x00\x00", "MP4"},
		{"PK\x03\x04\x14\x00[Content_Types].xml word/document.xml", "Word"},
		{"PK\x03\x04\x14\x00 xl/workbook.xml", "Excel"},
		{"PK\x03\x04\x14\x00\x00 mimetypeapplication/vnd.oasis.opendocument.text", "OpenDocument"},
		{"PK\x03\x04\x14\x00 scans/passport.pdf %PDF-1.4", "ZIP"},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Microsoft Office 97"},
		{"\r\n<!DOCTYPE html><html>", "HTML"},
		{"\xef\xbb\xbf<html>", "HTML"},
		{"Kære Søren", "text"},
		{"\x7fELF\x01\x02\x03", "unknown"},
	} {
		_, err := examined("x", []byte(tt.data), "")
		if diff := cmp.Diff(Problem{"x", ProblemForeign, tt.want}, problem(t, err)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.data, diff)
		}
	}
}

func TestInspectTooLarge(t *testing.T) {
	dir, root := folder(t, map[string][]byte{"big.pdf": nil})
	if err := os.Truncate(filepath.Join(dir, "big.pdf"), maxInputBytes+5<<20); err != nil {
		t.Fatal(err)
	}
	_, err := inspect(&shelf{root: root}, "big.pdf", "")
	if diff := cmp.Diff(Problem{"big.pdf", ProblemTooLarge, "4101 MB"}, problem(t, err)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}

	bomb := encodedPNG(t, image.NewGray(image.Rect(0, 0, 8, 8)))
	binary.BigEndian.PutUint32(bomb[16:], 20000)
	binary.BigEndian.PutUint32(bomb[20:], 20000)
	binary.BigEndian.PutUint32(bomb[29:], crc32.ChecksumIEEE(bomb[12:29]))
	_, err = examined("bomb.png", bomb, "")
	if diff := cmp.Diff(Problem{"bomb.png", ProblemTooLarge, "400 megapixels"}, problem(t, err)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}

	many := tiny("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids ["+strings.Repeat("3 0 R ", 10)+"] >>",
		"<< /Type /Pages /Kids ["+strings.Repeat("4 0 R ", 3000)+"] >>", "<< /Type /Page /MediaBox "+a4+" >>")
	_, err = examined("many.pdf", many, "")
	if diff := cmp.Diff(Problem{"many.pdf", ProblemTooLarge, "more than 20000 pages"}, problem(t, err)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestInspectDamaged(t *testing.T) {
	pdf, jpg, png := written(a4, "words"), encodedJPEG(t, quarterPicture(200, 300)), encodedPNG(t, quarterPicture(200, 300))
	flipped := bytes.Clone(png)
	flipped[len(png)-20] ^= 0xff
	for name, data := range map[string][]byte{
		"half.pdf":       pdf[:len(pdf)/3],
		"head.pdf":       []byte("%PDF-1.7\n%%EOF\n"),
		"no pages.pdf":   tiny("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"),
		"no tree.pdf":    tiny("<< /Type /Catalog >>"),
		"lost page.pdf":  tiny("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [9 0 R] /Count 1 >>"),
		"circle.pdf":     tiny("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"),
		"lost words.pdf": tiny("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Contents 7 0 R >>"),
		"bad flate.pdf":  bytes.Replace(onePage("", "abcdefgh"), []byte("<<  /Length"), []byte("<< /Filter /FlateDecode /Length"), 1),
		"half.jpg":       jpg[:len(jpg)/2],
		"no end.jpg":     jpg[:len(jpg)-2],
		"head.jpg":       jpg[:4],
		"no pixels.jpg":  {0xff, 0xd8, 0xff, 0xd9},
		"half.png":       png[:len(png)/2],
		"no end.png":     png[:len(png)-12],
		"flipped.png":    flipped,
	} {
		t.Run(name, func(t *testing.T) {
			_, err := examined(name, data, "")
			if p := problem(t, err); p.Kind != ProblemDamaged || p.Detail == "" || p.Path != name {
				t.Errorf("problem %+v", p)
			} else {
				t.Log(err)
			}
		})
	}
	moved := bytes.Replace(pdf, []byte("startxref\n"), []byte("startxref\n9"), 1)
	if in, err := examined("moved.pdf", moved, ""); err != nil || in.Pages != 1 {
		t.Errorf("a wrong startxref is not repaired: %v", err)
	}
	for name, data := range map[string][]byte{"no tail.pdf": pdf[:len(pdf)-40], "half.pdf": pdf[:len(pdf)/2]} {
		in, err := examined(name, data, "")
		if err != nil || len(in.remarks()) != 1 || in.remarks()[0] != (Remark{Kind: "repaired", File: name}) {
			t.Errorf("%s: %v, %v", name, err, in.remarks())
		}
	}
	few, err := examined("few.pdf", tiny("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R 9 0 R 8 0 R] /Count 3 >>", "<< /Type /Page >>"), "")
	if err != nil || few.Pages != 1 || len(few.remarks()) != 1 || few.remarks()[0].Kind != "lost" || few.remarks()[0].Detail != "2" {
		t.Errorf("%v, %+v", err, few)
	}
	signed := tiny("<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [<< /FT /Sig /V << /ByteRange [0 1 2 3] >> >>] >> >>", "<< /Type /Pages /Kids [3 0 R] >>", "<< /Type /Page >>")
	if in, err := examined("signed.pdf", signed, ""); err != nil || len(in.remarks()) != 1 || in.remarks()[0].Kind != "signed" {
		t.Errorf("signed: %v", err)
	}
	carries := tiny("<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(annex.pdf) 4 0 R] >> >> >>", "<< /Type /Pages /Kids [3 0 R] >>", "<< /Type /Page >>")
	if in, err := examined("carries.pdf", carries, ""); err != nil || !slices.Equal(in.remarks(), []Remark{{Kind: "attached", File: "carries.pdf", Detail: "1"}}) {
		t.Errorf("attached: %v", err)
	}
	in, err := examined("lost image.pdf", onePage("/Resources << /XObject << /I 9 0 R >> >>", "/I Do"), "")
	if err != nil {
		t.Fatal(err)
	}
	want := Remark{Kind: "missing", File: "lost image.pdf", Page: 1, Detail: "a picture"}
	if got, _ := in.page(1); len(got) != 1 || got[0] != want {
		t.Errorf("remarks %v, want %v", got, want)
	}
}

// A disk that fails is no damage of the file.
func TestInspectUnreadable(t *testing.T) {
	for _, head := range []string{"", "%PDF-1.7\n"} {
		_, err := look("a.pdf", pdf.NewSource(torn(head), 100_000), "")
		if p := problem(t, err); p != (Problem{"a.pdf", ProblemUnreadable, io.ErrClosedPipe.Error()}) {
			t.Errorf("%q: %+v", head, p)
		}
	}
}

// torn is a disk of which nothing but the head of a file can be read, once.
type torn string

func (s torn) ReadAt(p []byte, at int64) (int, error) {
	if s == "" || at > 0 || len(p) != picture.SniffLen {
		return 0, io.ErrClosedPipe
	}
	return copy(p, s+torn(strings.Repeat(" ", picture.SniffLen))), nil
}

func TestProblemNamesPlaceAndRemedy(t *testing.T) {
	for _, tt := range []struct {
		p    Problem
		want string
	}{
		{Problem{"a.pdf", ProblemMissing, ""}, "a.pdf: no such file; put it there or correct the path in the profile"},
		{Problem{"a.pdf", ProblemUnreadable, "too many open files"}, "a.pdf: cannot be read (too many open files); check the file's permissions, or copy it anew"},
		{Problem{"a.heic", ProblemForeign, "HEIC"}, "a.heic: is a HEIC photo, as iPhones take them; share or export it as JPEG; for new photos choose Settings › Camera › Formats › Most Compatible"},
		{Problem{"a.pdf", ProblemForeign, "empty"}, "a.pdf: is empty; copy or scan it again"},
		{Problem{"a.pdf", ProblemEncrypted, detailNoPassword}, "a.pdf: needs a password; name its password_file or save a copy without a password"},
		{Problem{"a.pdf", ProblemDamaged, "page 2: its contents are missing"}, "a.pdf: is damaged: page 2: its contents are missing; scan, download or export it again"},
		{Problem{"/a.pdf", ProblemOutside, detailAbsolute}, "/a.pdf: is an absolute path; copy the file into the profile's folder and give the path from there"},
	} {
		if got := tt.p.Error(); got != tt.want {
			t.Errorf("got  %s\nwant %s", got, tt.want)
		}
	}
}

// Whatever can be looked at can be assembled, and nothing panics.
func FuzzLook(f *testing.F) {
	f.Add(written(a4, "words"))
	f.Add(stamps(2))
	f.Add(onePage("/MediaBox [0 0 9 9] /Rotate 90 /Annots [5 0 R]", "", "<< /Subtype /Stamp /Rect [0 0 9 9] /AP << /N 6 0 R >> >>",
		stream("/Subtype /Form /BBox [0 0 1 1] /Resources 2 0 R", "")))
	f.Add(encodedPNG(f, quarterPicture(4, 4)))
	f.Add(withEXIF(encodedJPEG(f, quarterPicture(4, 4)), 6))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<16 {
			return
		}
		in, err := examined("x", data, "")
		if err != nil {
			problem(t, err)
			return
		}
		var sheets []sheet
		for p := range min(in.Pages, 5) {
			sheets = append(sheets, sheet{Source: in, Page: p + 1})
		}
		if err := pressed(new(pdf.Memory), sheets...); err != nil {
			t.Errorf("looked at, yet %v", err)
		}
	})
}
