package pdf

import (
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// written is every page of the files on a sheet of its own, as large as it is.
func written(t testing.TB, files ...[]byte) []byte {
	t.Helper()
	out := newMemory()
	w := NewWriter(out, Options{Title: "copies", Producer: "test"})
	for _, b := range files {
		f := opened(t, b)
		c := w.Copier(f)
		for n := range f.Pages() {
			d := mustPage(t, c, n+1)
			sheet := &Sheet{}
			var m Matrix
			sheet.Width, sheet.Height, m = Place(d, 0, FitNone)
			sheet.Draw(d, m)
			if err := w.Sheet(sheet); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.bytes
}

// stored is a file on disk, for other readers.
func stored(t testing.TB, b []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "file.pdf")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// run is what another program says.
func run(t testing.TB, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).Output()
	if err != nil {
		detail := ""
		if exit, ok := err.(*exec.ExitError); ok {
			detail = string(exit.Stderr)
		}
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, detail)
	}
	return string(out)
}

// drawn is a page as poppler draws it, and mupdf where it is installed.
func drawn(t testing.TB, b []byte, page int, dpi int) []image.Image {
	t.Helper()
	path := stored(t, b)
	n := fmt.Sprint(page)
	pictures := []string{run(t, "pdftoppm", "-cropbox", "-png", "-r", fmt.Sprint(dpi), "-f", n, "-l", n, path)}
	if mutool, err := exec.LookPath("mutool"); err == nil {
		pictures = append(pictures, run(t, mutool, "draw", "-q", "-F", "png", "-o", "-", "-r", fmt.Sprint(dpi), path, n))
	}
	var all []image.Image
	for _, p := range pictures {
		img, err := png.Decode(strings.NewReader(p))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, img)
	}
	return all
}

// alike fails when a page looks otherwise after it was copied.
func alike(t *testing.T, before []byte, dpi int) {
	t.Helper()
	after := written(t, before)
	was, is := drawn(t, before, 1, dpi), drawn(t, after, 1, dpi)
	for i := range was {
		off, blank := differences(was[i], is[i])
		if off < 0 || off > 0.002 {
			t.Errorf("reader %d: %v became %v, %.2f %% of the pixels differ", i, was[i].Bounds(), is[i].Bounds(), 100*off)
		}
		if blank {
			t.Errorf("reader %d: nothing was drawn before", i)
		}
	}
}

// differences is the share of pixels that differ, -1 for another size.
func differences(a, b image.Image) (share float64, blank bool) {
	r, s := a.Bounds(), b.Bounds()
	if d := r.Dx() - s.Dx(); d < -1 || d > 1 {
		return -1, false
	}
	if d := r.Dy() - s.Dy(); d < -1 || d > 1 {
		return -1, false
	}
	w, h := min(r.Dx(), s.Dx()), min(r.Dy(), s.Dy())
	off, ink := 0, 0
	for y := range h {
		for x := range w {
			p, q := rgb(a, x, y), rgb(b, x, y)
			if p != [3]int{255, 255, 255} {
				ink++
			}
			for i := range p {
				if d := p[i] - q[i]; d > 48 || d < -48 {
					off++
					break
				}
			}
		}
	}
	return float64(off) / float64(w*h), ink == 0
}

func rgb(img image.Image, x, y int) [3]int {
	r, g, b, _ := img.At(img.Bounds().Min.X+x, img.Bounds().Min.Y+y).RGBA()
	return [3]int{int(r >> 8), int(g >> 8), int(b >> 8)}
}

// onePage is a file of one page of 200 by 300 with more objects from 6 on.
func onePage(page, resources, contents string, more ...string) []byte {
	b := build{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] /Contents 4 0 R /Resources 5 0 R " + page + " >>",
		stream("", contents),
		"<< " + resources + " >>",
	}
	return append(b, more...).file()
}

// corners are four squares of different colours in a box of 200 by 300.
const corners = "1 0 0 rg 0 200 100 100 re f 0 0.6 0 rg 100 200 100 100 re f 0 0 1 rg 0 0 100 100 re f 0.7 g 100 0 80 90 re f 0 g 60 120 20 50 re f "

func TestPagesOfAllShapes(t *testing.T) {
	for _, rotate := range []int{0, 90, 180, 270, -90, 450} {
		for _, crop := range []string{"", "/CropBox [30 40 190 220]", "/CropBox [-50 -50 500 90]", "/MediaBox [-100 50 160 250]"} {
			t.Run(fmt.Sprintf("%d %s", rotate, crop), func(t *testing.T) {
				alike(t, onePage(fmt.Sprintf("/Rotate %d %s", rotate, crop), "", corners), 72)
			})
		}
	}
}

func TestUserUnit(t *testing.T) {
	b := onePage("/UserUnit 2 /CropBox [30 40 190 220] /Rotate 90", "", corners)
	was, is := drawn(t, b, 1, 80)[0], drawn(t, written(t, b), 1, 40)[0]
	if off, _ := differences(was, is); off < 0 || off > 0.002 {
		t.Errorf("%v became %v, %.2f %% of the pixels differ", was.Bounds(), is.Bounds(), 100*off)
	}
}

func TestPagesLookAsBefore(t *testing.T) {
	const helvetica = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
	square := stream("/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Resources << >>", "0 0 1 rg 0 0 100 100 re f")
	for _, tt := range []struct {
		name string
		file []byte
	}{
		{"words", onePage("", "/Font << /F "+helvetica+" >>", "BT /F 30 Tf 20 150 Td (words) Tj ET")},
		{"unbalanced", onePage("", "", "q 0 1 0 rg q .5 0 0 .5 10 10 cm 20 20 100 100 re f q 0 0 9 9 re W n")},
		{"tiling", onePage("/Rotate 90", "/Pattern << /P 6 0 R >>", "/Pattern cs /P scn 10 10 150 250 re f",
			stream("/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 20 20] /XStep 20 /YStep 20 /Matrix [1 .3 -.3 1 7 3] /Resources << >>",
				"1 0 0 rg 0 0 10 10 re f 0 0 1 rg 10 10 10 10 re f"))},
		{"tiling uncoloured", onePage("", "/Pattern << /P 6 0 R >> /ColorSpace << /C [/Pattern /DeviceRGB] >>", "/C cs 0 .6 0 /P scn 10 10 150 250 re f",
			stream("/PatternType 1 /PaintType 2 /TilingType 1 /BBox [0 0 20 20] /XStep 25 /YStep 25 /Matrix [2 0 0 2 7 3] /Resources << >>", "0 0 10 10 re f"))},
		{"shadings", onePage("", "/Shading << /A << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 200 0] /Function 6 0 R /Extend [true true] >> "+
			"/B << /ShadingType 3 /ColorSpace /DeviceRGB /Coords [100 200 10 100 200 60] /Function << /FunctionType 3 /Domain [0 1] /Functions [6 0 R 7 0 R] /Bounds [.5] /Encode [0 1 0 1] >> >> >> "+
			"/Pattern << /S << /PatternType 2 /Matrix [1 0 0 1 0 0] /Shading << /ShadingType 1 /ColorSpace /DeviceRGB /Domain [0 1 0 1] /Matrix [80 0 0 80 10 10] /Function 8 0 R >> >> >>",
			"q 0 120 200 40 re W n /A sh Q /B sh /Pattern cs /S scn 10 10 80 80 re f",
			"<< /FunctionType 2 /Domain [0 1] /C0 [1 0 0] /C1 [0 0 1] /N 1 >>",
			stream("/FunctionType 0 /Domain [0 1] /Range [0 1 0 1 0 1] /Size [2] /BitsPerSample 8", "\x00\x00\xff\x00\xff\x00"),
			stream("/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1]", "{ 0 }"))},
		{"mesh", onePage("", "/Shading << /M 6 0 R >>", "/M sh",
			stream("/ShadingType 4 /ColorSpace /DeviceRGB /BitsPerCoordinate 8 /BitsPerComponent 8 /BitsPerFlag 8 /Decode [0 200 0 300 0 1 0 1 0 1]",
				"\x00\x10\x10\xff\x00\x00\x00\xf0\x20\x00\xff\x00\x00\x80\xf0\x00\x00\xff"))},
		{"type 3 font without resources", onePage("", "/Font << /T 6 0 R /F "+helvetica+" >> /XObject << /S 9 0 R >>", "BT /T 40 Tf 20 100 Td (ab) Tj ET",
			"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [.001 0 0 .001 0 0] /FirstChar 97 /LastChar 98 /Widths [1000 1000] "+
				"/Encoding << /Differences [97 /square /letter] >> /CharProcs << /square 7 0 R /letter 8 0 R >> >>",
			stream("", "1000 0 d0 1 0 0 rg 0 0 800 800 re f"), stream("", "1000 0 d0 q 5 0 0 5 0 0 cm /S Do Q BT /F 900 Tf (x) Tj ET"), square)},
		{"form without resources", onePage("", "/Font << /F "+helvetica+" >> /XObject << /O 6 0 R /S 8 0 R >>", "/O Do",
			stream("/Subtype /Form /BBox [0 0 200 300] /Resources << /XObject << /I 7 0 R /S 8 0 R >> /Font << /F "+helvetica+" >> >>", "q 1 0 0 1 50 50 cm /I Do Q"),
			stream("/Subtype /Form /BBox [0 0 200 200]", "/S Do BT /F 40 Tf 1 0 0 rg 10 110 Td (deep) Tj ET"), square)},
		{"pattern in a form", onePage("", "/XObject << /O 6 0 R >>", "q .5 0 0 .5 20 20 cm /O Do Q",
			stream("/Subtype /Form /BBox [0 0 300 300] /Matrix [1 0 .2 1 0 0] /Resources << /Pattern << /P 7 0 R >> >>", "/Pattern cs /P scn 0 0 300 300 re f"),
			stream("/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 30 30] /XStep 30 /YStep 30 /Resources << >>", "1 0 0 rg 0 0 15 15 re f"))},
		{"soft mask", onePage("/Group << /S /Transparency /CS /DeviceRGB >>", "/ExtGState << /M << /SMask << /S /Luminosity /G 6 0 R /BC [0 0 0] >> >> /N << /SMask /None >> >>",
			"q /M gs 1 0 0 rg 0 0 200 300 re f Q /N gs 0 0 1 rg 0 0 30 30 re f",
			stream("/Subtype /Form /BBox [0 0 200 300] /Group << /S /Transparency /CS /DeviceGray /I true >> /Resources << /Shading << /A << /ShadingType 2 /ColorSpace /DeviceGray "+
				"/Coords [0 0 0 300] /Function << /FunctionType 2 /Domain [0 1] /N 1 >> >> >> >>", "/A sh"))},
		{"blend modes", onePage("/Group << /S /Transparency /CS /DeviceRGB >>", "/ExtGState << /M << /BM /Multiply /ca .8 >> /D << /BM [/Unknown /Difference] >> >>",
			"1 1 0 rg 0 0 150 200 re f /M gs 0 1 1 rg 50 50 150 200 re f /D gs 1 0 1 rg 20 20 100 100 re f")},
		{"blend modes, no group", onePage("", "/ExtGState << /M << /BM /Multiply >> >>", "1 1 0 rg 0 0 150 200 re f /M gs 0 1 1 rg 50 50 150 200 re f")},
		{"knockout", onePage("/Group << /S /Transparency >>", "/XObject << /G 6 0 R >> /ExtGState << /H << /ca .5 >> >>", "0 1 0 rg 0 0 200 150 re f /H gs /G Do",
			stream("/Subtype /Form /BBox [0 0 200 300] /Group << /S /Transparency /K true /I true >> /Resources << /ExtGState << /H << /ca .5 >> >> >>",
				"/H gs 1 0 0 rg 20 20 100 200 re f 0 0 1 rg 60 60 100 200 re f"))},
		{"several streams", build{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 /Resources << /Font << /F " + helvetica + " >> >> /MediaBox [0 0 200 300] >>",
			"<< /Type /Page /Parent 2 0 R /Contents [4 0 R 5 0 R 6 0 R] >>",
			stream("", "q 1 0 0 rg 0 0 50 50 re f BT /F 20 Tf 20 100"), stream("/Filter /ASCIIHexDecode", "54642028776F"), stream("", "rds) Tj ET Q")}.file()},
		{"colour spaces", onePage("", "/ColorSpace << /S [/Separation /Spot /DeviceCMYK 6 0 R] /N [/DeviceN [/A /B] /DeviceRGB 7 0 R << /Subtype /NChannel >>] /L [/Lab << /WhitePoint [.95 1 1.09] /Range [-100 100 -100 100] >>] "+
			"/I [/Indexed /DeviceRGB 1 <ff00000000ff>] /C [/CalRGB << /WhitePoint [.95 1 1.09] /Gamma [1 1 1] >>] >>",
			"/S cs 1 scn 0 0 100 100 re f /N cs .5 1 scn 100 0 100 100 re f /L cs 50 50 50 scn 0 100 100 100 re f /I cs 1 scn 100 100 100 100 re f /C cs .2 .9 .4 scn 0 200 100 100 re f",
			"<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 1 0 0] /N 1 >>", stream("/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1]", "{ 0 }"))},
		{"pictures", onePage("", "/XObject << /A 6 0 R /B 8 0 R /C 9 0 R /D 10 0 R >>",
			"0.9 g 0 0 200 300 re f q 80 0 0 80 10 10 cm /A Do Q q 80 0 0 80 100 10 cm /B Do Q 1 0 0 rg q 80 0 0 80 10 100 cm /C Do Q q 80 0 0 80 100 100 cm /D Do Q "+
				"q 50 0 0 50 10 200 cm BI /W 2 /H 2 /BPC 8 /CS /G ID \x00\x80\xc0\xff EI Q",
			stream("/Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceRGB /SMask 7 0 R", "\xff\x00\x00\x00\xff\x00\x00\x00\xff\x00\x00\x00"),
			stream("/Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray", "\xff\x80\x40\xff"),
			stream("/Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace [/Indexed /DeviceRGB 3 <ff000000ff000000ffffff00>] /Mask [2 2]", "\x00\x01\x02\x03"),
			stream("/Subtype /Image /Width 8 /Height 2 /BitsPerComponent 1 /ImageMask true /Decode [1 0]", "\xf0\x0f"),
			stream("/Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter [/ASCIIHexDecode] /DecodeParms [null] /Mask 9 0 R", "00 80 c0 40>"))},
		{"short names of filters", onePage("", "/XObject << /A 6 0 R >>", "q 100 0 0 100 10 10 cm /A Do Q",
			stream("/Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray /F /AHx", "00 80 c0 40>"))},
	} {
		t.Run(tt.name, func(t *testing.T) { alike(t, tt.file, 72) })
	}
}

// Lines as thin as a pixel are drawn as they were, also where the page says
// how its colours blend: a form that is such a group softens them in poppler.
func TestThinLinesOfGroup(t *testing.T) {
	for _, group := range []string{"", "/CS /DeviceRGB", "/CS /DeviceCMYK /I true"} {
		file := onePage("/Group << /S /Transparency "+group+" >>", "", "0.9 w 20.3 20.7 150 200 re S 10 250.4 m 190 250.4 l S")
		before := drawn(t, file, 1, 36)
		for i, after := range drawn(t, written(t, file), 1, 36) {
			if off, blank := differences(before[i], after); off != 0 || blank {
				t.Errorf("%q, reader %d: %.2f %% of the pixels differ", group, i, 100*off)
			}
		}
	}
}
