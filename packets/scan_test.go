package packets

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mappe/internal/pdf"
	"mappe/profile"
)

// embedded is a page that is the quarter picture, its data encoded in some way.
func embedded(page, entries string, data []byte) []byte {
	return onePage("/MediaBox [0 0 500 400] /Resources << /XObject << /I 5 0 R >> >> "+page, "q 480 0 0 360 10 20 cm /I Do Q",
		stream("/Subtype /Image /Width 400 /Height 300 "+entries, string(data)))
}

// raw is the samples of a picture.
func raw(img image.Image) (b []byte) {
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			c := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
			b = append(b, c.R, c.G, c.B)
		}
	}
	return b
}

// runs is RunLengthDecode, of runs that are none.
func runs(b []byte) (out []byte) {
	for chunk := range slices.Chunk(b, 100) {
		out = append(append(out, byte(len(chunk)-1)), chunk...)
	}
	return append(out, 128)
}

// A scan is judged as it will be printed: what is judged looks like the packet
// when it is drawn, however the picture is stored and turned.
func TestScanIsWhatIsPrinted(t *testing.T) {
	img := quarterPicture(400, 300)
	var z, g bytes.Buffer
	w := zlib.NewWriter(&z)
	w.Write(raw(img))
	w.Close()
	if err := gif.Encode(&g, img, nil); err != nil {
		t.Fatal(err)
	}
	rgb := "/ColorSpace /DeviceRGB /BitsPerComponent 8 "
	inputs := map[string][]byte{
		"png":        encodedPNG(t, img),
		"gif":        g.Bytes(),
		"flate":      embedded("", rgb+"/Filter /FlateDecode", z.Bytes()),
		"run length": embedded("", rgb+"/Filter [/ASCIIHexDecode /RunLengthDecode]", []byte(hex.EncodeToString(runs(raw(img)))+">")),
		"plain":      embedded("/Rotate 270 /CropBox [100 100 500 400]", rgb, raw(img)),
		"jpeg":       embedded("/Rotate 90", rgb+"/Filter /DCTDecode", encodedJPEG(t, img)),
		"jpeg hex":   embedded("/Rotate 180", rgb+"/Filter [/ASCIIHexDecode /DCTDecode]", []byte(hex.EncodeToString(encodedJPEG(t, img))+">")),
		"inverted":   embedded("", rgb+"/Decode [1 0 1 0 1 0]", raw(img)),
		"palette": embedded("", "/BitsPerComponent 8 /ColorSpace [/Indexed /DeviceRGB 3 <ff0000 00ff00 0000ff 000000>]",
			bytes.Repeat(append(bytes.Repeat([]byte{0}, 200), bytes.Repeat([]byte{1}, 200)...), 300)),
		"stencil": embedded("", "/ImageMask true /BitsPerComponent 1", bytes.Repeat(append(bytes.Repeat([]byte{0xff}, 30), bytes.Repeat([]byte{0}, 20)...), 300)),
	}
	for o := range uint16(8) {
		inputs[fmt.Sprintf("exif %d", o+1)] = withEXIF(encodedJPEG(t, img), o+1)
	}
	for name, data := range inputs {
		t.Run(name, func(t *testing.T) {
			in := input(t, "x", data)
			for _, rotate := range []int{0, 90, 180, 270} {
				plate, why := in.plate(1, profile.File{Rotate: rotate})
				if why != nil {
					t.Fatalf("%+v", why)
				}
				sheet, err := plate.sheet()
				if err != nil {
					t.Fatal(err)
				}
				page := drawn(t, bound(t, sheetOf(in, rotate)...), 1)
				at := plate.bounds()
				wrong, all := 0, 0
				const edge = 3
				for y := edge; y < page.Bounds().Dy()-edge; y++ {
					for x := edge; x < page.Bounds().Dx()-edge; x++ {
						// From pixels of the drawn page to those of the sheet.
						px := (float64(x) + 0.5) * 2
						py := plate.height - (float64(y)+0.5)*2
						sx, sy := (px-at[0])*sheet.DPI/72, (at[3]-py)*sheet.DPI/72
						if sx < edge || sy < edge || sx >= float64(sheet.Gray.Rect.Dx()-edge) || sy >= float64(sheet.Gray.Rect.Dy()-edge) {
							continue
						}
						all++
						want := int(color.GrayModel.Convert(page.At(x, y)).(color.Gray).Y)
						if got := int(sheet.Gray.GrayAt(int(sx), int(sy)).Y); max(got, want)-min(got, want) > 90 {
							wrong++
						}
					}
				}
				if all < 1000 || 12*wrong > all {
					t.Errorf("turned by %d: %d of %d pixels are not as they are printed", rotate, wrong, all)
				}
			}
		})
	}
}

func sheetOf(in *Input, rotate int) []sheet { return []sheet{{Source: in, Page: 1, Rotate: rotate}} }

// Whatever the files are, there is a line for each, and reasons.
func TestScansNeverFail(t *testing.T) {
	bad := func(entries, data string) []byte { return embedded("", entries, []byte(data)) }
	files := map[string][]byte{
		"empty.pdf": {}, "text.txt": []byte("words"), "cut.jpg": encodedJPEG(t, quarterPicture(40, 30))[:300],
		"jpx.pdf": bad("/Filter /JPXDecode", "x"), "jbig2.pdf": bad("/Filter /JBIG2Decode", "x"),
		"jpeg.pdf": bad("/Filter /DCTDecode", "no jpeg"), "fax.pdf": bad("/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 99999999 >>", "\x00\x00\x00"),
		"bits.pdf": bad("/BitsPerComponent 7 /ColorSpace /DeviceGray", "x"), "space.pdf": bad("/BitsPerComponent 8 /ColorSpace [/DeviceN [/A /B] /DeviceRGB 5 0 R]", "x"),
		"huge.pdf": onePage("/MediaBox [0 0 500 400] /Resources << /XObject << /I 5 0 R >> >>", "500 0 0 400 0 0 cm /I Do", stream("/Subtype /Image /Width 900000 /Height 900000 /BitsPerComponent 1 /ColorSpace /DeviceGray", "x")),
		"flat.pdf": onePage("/MediaBox [0 0 500 400] /Resources << /XObject << /I 5 0 R >> >>", "500 0 0 0 0 0 cm /I Do", stream("/Subtype /Image /Width 9 /Height 9 /BitsPerComponent 8 /ColorSpace /DeviceGray", "x")),
		"palette.pdf": onePage("/MediaBox [0 0 500 400] /Resources << /XObject << /I 5 0 R >> >>", "500 0 0 400 0 0 cm /I Do",
			stream("/Subtype /Image /Width 9 /Height 9 /BitsPerComponent 8 /ColorSpace 6 0 R", "x"), "[/Indexed 6 0 R 3 <00112233>]"),
		"folded.pdf": onePage("/MediaBox [0 0 500 400] /Resources << /XObject << /I 5 0 R >> >>", "0 0 500 400 0 0 cm /I Do", stream("/Subtype /Image /Width 9 /Height 9 /BitsPerComponent 8 /ColorSpace /DeviceGray", "x")),
		"inline.pdf": onePage("/MediaBox [0 0 500 400]", "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI"),
		"words.pdf":  written(a4, strings.Repeat("words ", 20)),
	}
	dir, root := folder(t, files)
	if err := os.WriteFile(filepath.Join(dir, "pages.pdf"), written(a4, "x"), 0o600); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"empty.pdf": "file", "text.txt": "file", "cut.jpg": "file", "none.pdf": "file", "pages.pdf": "file", "../out.pdf": "file",
		"jpx.pdf": "jpx", "jbig2.pdf": "jbig2", "jpeg.pdf": "damaged", "fax.pdf": "damaged", "bits.pdf": "damaged", "space.pdf": "colours",
		"huge.pdf": "large", "flat.pdf": "words", "palette.pdf": "damaged", "folded.pdf": "words", "inline.pdf": "inline", "words.pdf": "words",
	}
	p := &profile.Profile{Applicants: []profile.Applicant{{Documents: []profile.Document{{}}}}}
	for name := range want {
		f := profile.File{File: name}
		if name == "pages.pdf" {
			f.Pages = "7"
		}
		p.Applicants[0].Documents[0].Files = append(p.Applicants[0].Documents[0].Files, f, f)
	}
	got := map[string]string{}
	scans := Scans(root, p, func(int, int) {})
	for _, s := range scans {
		got[s.File] = s.Why
	}
	if len(scans) != len(want) {
		t.Errorf("%d lines for %d files", len(scans), len(want))
	}
	for name, why := range want {
		if got[name] != why {
			t.Errorf("%s: %q, want %q", name, got[name], why)
		}
	}
}

// Whatever can be looked at is judged, or there is a reason.
func FuzzScan(f *testing.F) {
	img := quarterPicture(12, 9)
	f.Add(encodedPNG(f, img), 90)
	f.Add(withEXIF(encodedJPEG(f, img), 6), 0)
	f.Add(embedded("/Rotate 90", "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode", encodedJPEG(f, img)), 0)
	f.Add(embedded("", "/ImageMask true /Decode [1 0]", []byte("\xff\x0f")), 180)
	f.Add(embedded("", "/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 12 >>", []byte("\x26\xa0")), 270)
	f.Add(embedded("", "/BitsPerComponent 4 /ColorSpace [/Indexed /DeviceCMYK 1 <0000000011223344>] /Filter /LZWDecode", []byte("\x80\x0b\x60\x50")), 0)
	f.Fuzz(func(t *testing.T, data []byte, rotate int) {
		if len(data) > 1<<14 {
			return
		}
		in, err := look("x", pdf.Bytes(data), "")
		if err != nil {
			problem(t, err)
			return
		}
		for n := range min(in.Pages, 3) {
			plate, why := in.plate(n+1, profile.File{Rotate: rotate % 4 * 90})
			if why != nil {
				if why.kind == "" {
					t.Errorf("page %d: no reason", n+1)
				}
				continue
			}
			var s Scan
			plate.look(&s)
		}
	})
}
