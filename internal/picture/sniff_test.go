package picture

import (
	"errors"
	"testing"

	"mappe/internal/pdf"
)

func TestSniff(t *testing.T) {
	for _, tt := range []struct {
		head   string
		kind   Kind
		format string
	}{
		{"", "", "empty"},
		{"%PDF-1.4\n", PDF, ""},
		{"noise before\n%PDF-1.4\n", PDF, ""},
		{"\xff\xd8\xff\xe0", JPEG, ""},
		{"\x89PNG\r\n\x1a\n", PNG, ""},
		{"II*\x00\x08\x00\x00\x00", TIFF, ""},
		{"MM\x00*\x00\x00\x00\x08", TIFF, ""},
		{"II+\x00\x08\x00\x00\x00", "", "BigTIFF"},
		{"RIFF\x00\x00\x00\x00WEBPVP8 ", WebP, ""},
		{"RIFF\x00\x00\x00\x00WAVEfmt ", "", "unknown"},
		{"GIF89a", GIF, ""},
		{"BM\x00\x00\x00\x00", "", "BMP"},
		{"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "", "HEIC"},
		{"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1heic", "", "HEIC"},
		{"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1avif", "", "AVIF"},
		{"\x00\x00\x00\x1cftypavif\x00\x00\x00\x00avifmif1", "", "AVIF"},
		{"\x00\x00\x00\x18ftypisom\x00\x00\x00\x00mp41heic", "", "MP4"},
		{"\x00\x00\x00\x0cjP  \r\n\x87\n", "", "JPEG 2000"},
		{"\xff\x0a", "", "JPEG XL"},
		{"PK\x03\x04....word/document.xml", "", "Word"},
		{"PK\x03\x04", "", "ZIP"},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "", "Microsoft Office 97"},
		{"<!DOCTYPE html><html>", "", "HTML"},
		{"<svg xmlns='x'>", "", "SVG"},
		{"Dear all,\n", "", "text"},
		{"\x00\x01\x02\x03", "", "unknown"},
	} {
		kind, format := Sniff([]byte(tt.head))
		if kind != tt.kind || format != tt.format {
			t.Errorf("%q: %q %q, want %q %q", tt.head, kind, format, tt.kind, tt.format)
		}
		if kind == "" {
			if _, err := Open(pdf.Bytes([]byte(tt.head))); !errors.Is(err, ErrForeign) || err.Error() != format {
				t.Errorf("%q: %v", tt.head, err)
			}
		}
	}
}

// A size is believed where a scanner measured it and the page is no larger
// than A4.
func TestSize(t *testing.T) {
	for _, tt := range []struct {
		w, h  int
		x, y  float64
		o     int
		known bool
	}{
		{2480, 3508, 300, 300, 1, true},
		{3508, 2480, 300, 300, 6, true},
		{2550, 3300, 300, 300, 1, true}, // US letter
		{1728, 1143, 204, 98, 1, true},  // a fax
		{2480, 3508, 200, 200, 1, false},
		{4032, 3024, 72, 72, 6, false},
		{600, 400, 72, 72, 1, false},
		{600, 400, 72.009, 72.009, 1, false},
		{600, 400, 96, 96, 1, false},
		{600, 400, 0, 0, 1, false},
		{600, 400, 1300, 1300, 1, false},
	} {
		p := Page{Width: tt.w, Height: tt.h, X: tt.x, Y: tt.y, Orientation: tt.o}
		if _, _, known := p.Size(); known != tt.known {
			t.Errorf("%+v: %v", tt, known)
		}
	}
}
