package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

const (
	maxFile   = 150 << 10
	maxFolder = 2 << 20
)

// The committed scans are the ones that this program draws.
func TestCommittedScansAreCurrent(t *testing.T) {
	papers := papers()
	total := 0
	for _, name := range names(papers) {
		made, err := papers[name]()
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		total += len(made)
		if len(made) > maxFile {
			t.Errorf("%s: %d bytes, more than %d", name, len(made), maxFile)
		}
		committed, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(name)))
		if err != nil {
			t.Errorf("%v: run make examples", err)
		} else if !bytes.Equal(made, committed) {
			t.Errorf("%s is not what the generator makes with %s: run make examples", name, runtime.Version())
		}
	}
	if total > maxFolder {
		t.Errorf("%d bytes in all, more than %d", total, maxFolder)
	}
}

// And nothing else lies beside them.
func TestNoStrayScans(t *testing.T) {
	var files []string
	for _, folder := range []string{"examples", "testdata"} {
		found, err := filepath.Glob(filepath.Join("..", "..", folder, "*", "scans", "*"))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	papers := papers()
	if len(files) == 0 {
		t.Fatal("no scans: run make examples")
	}
	for _, f := range files {
		name, err := filepath.Rel(filepath.Join("..", ".."), f)
		if err != nil {
			t.Fatal(err)
		}
		if papers[filepath.ToSlash(name)] == nil {
			t.Errorf("%s is made by no generator", filepath.ToSlash(name))
		}
	}
}

// Whoever finds one page of these must see that it is an invention.
func TestEveryPageIsASpecimen(t *testing.T) {
	sheets := []*sheet{employment(), payslip(), receipt(maria), employerStatement(), studyConfirmation(), doctor(), gymCard(), annex(1), birthCertificate(), birthTranslation()}
	for _, list := range [][]*sheet{posting(), lease("A", "B", "C", "1"), bankStatement(), mf4(maria), od2d(rachel)} {
		sheets = append(sheets, list...)
	}
	for _, p := range []person{maria, oleh, sofia, daniela, thandi} {
		sheets = append(sheets, dataPage(p), visaPage(p, 1), visaPage(p, 2))
	}
	for i, s := range sheets {
		marked := false
		for _, o := range s.ops {
			marked = marked || strings.HasPrefix(o.text, "SPECIMEN") && o.ink == 0
			if o.x < 0 || o.y < 0 || o.x+o.w > s.w+0.5 || o.y+o.h > s.h+0.5 {
				t.Errorf("sheet %d: %+v lies outside %v by %v mm", i, o, s.w, s.h)
			}
		}
		if !marked {
			t.Errorf("sheet %d does not say that it is a specimen: %+v", i, s.ops[:min(3, len(s.ops))])
		}
	}
}

func TestPageCounts(t *testing.T) {
	for name, want := range map[string]int{
		"examples/mf4-family/scans/passport-maria.pdf":       4,
		"examples/mf4-family/scans/form-mf4-maria.pdf":       2,
		"examples/mf4-family/scans/receipt.pdf":              1,
		"examples/mf4-family/scans/lease.pdf":                3,
		"examples/bf1-secondment/scans/passport.pdf":         6,
		"examples/bf1-secondment/scans/posting-contract.pdf": 4,
		"examples/bf23-paper/scans/doctor.pdf":               1,
		"examples/od2d-gaps/scans/bank-statement.pdf":        2,
	} {
		data, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(name)))
		if err != nil {
			t.Error(err)
		} else if !bytes.Contains(data, fmt.Appendf(nil, "/Count %d ", want)) {
			t.Errorf("%s has not %d pages", name, want)
		}
	}
}

// A picture on its side says so, and still decodes.
func TestPhoneStoresSideways(t *testing.T) {
	src := image.NewGray(image.Rect(0, 0, 3, 2))
	src.SetGray(2, 0, color.Gray{Y: 200}) // the upper right corner
	turned := sideways(src)
	if got := turned.Rect.Size(); got != image.Pt(2, 3) || turned.GrayAt(0, 0).Y != 200 {
		t.Errorf("size %v, upper left %d: want 2 by 3 with the upper right corner there", got, turned.GrayAt(0, 0).Y)
	}
	data, err := encodeJPEG(turned, 80, exifTurnRight)
	if err != nil {
		t.Fatal(err)
	}
	const orientation6 = "\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06"
	if !bytes.HasPrefix(data, []byte("\xff\xd8\xff\xe1\x00\x22Exif\x00\x00MM")) || !bytes.Contains(data, []byte(orientation6)) {
		t.Errorf("no Exif block with orientation 6: % x", data[:40])
	}
	if _, err := jpeg.Decode(bytes.NewReader(data)); err != nil {
		t.Error(err)
	}
}

func TestTilted(t *testing.T) {
	src := image.NewGray(image.Rect(0, 0, 9, 5))
	for i := range src.Pix {
		src.Pix[i] = uint8(i * 5)
	}
	if got := tilted(src, 0); !bytes.Equal(got.Pix, src.Pix) {
		t.Errorf("no slope, yet another picture: %v", got.Pix)
	}
	if got := tilted(src, 1<<14); bytes.Equal(got.Pix, src.Pix) {
		t.Error("a slope of a quarter changes nothing")
	}
}

func TestWinAnsi(t *testing.T) {
	got, err := winAnsi(`Ærø (1) – \`)
	if want := "\xc6r\xf8 \\(1\\) \x96 \\\\"; err != nil || string(got) != want {
		t.Errorf("got %q, %v; want %q", got, err, want)
	}
	if _, err := winAnsi("Марія"); err == nil {
		t.Error("a letter that the standard fonts lack was accepted")
	}
}
