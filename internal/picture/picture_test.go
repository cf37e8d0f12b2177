package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"mappe/internal/pdf"
)

// open opens an image that must be usable in whole.
func open(t *testing.T, data []byte) *File {
	t.Helper()
	f, err := Open(pdf.Bytes(data))
	if err != nil {
		t.Fatal(err)
	}
	for n := range f.Pages {
		if err := f.Check(n + 1); err != nil {
			t.Errorf("page %d: %v", n+1, err)
		}
	}
	return f
}

// written is a PDF with every page of a file on a sheet of its own, a pixel
// being a point.
func written(t *testing.T, f *File) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "out.pdf")
	out, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	w := pdf.NewWriter(out, pdf.Options{Title: "pictures", Lang: "en"})
	for n, p := range f.Pages {
		d, err := f.Draw(n+1, w.Add)
		if err != nil {
			t.Fatal(err)
		}
		width, height := p.upright(float64(p.Width), float64(p.Height))
		sheet := &pdf.Sheet{Width: width, Height: height}
		sheet.Op("cm", pdf.Real(width/d.Box[2]), pdf.Int(0), pdf.Int(0), pdf.Real(height/d.Box[3]), pdf.Int(0), pdf.Int(0))
		for _, part := range d.Parts {
			sheet.Paint(part.Object, part.Matrix)
		}
		if err := w.Sheet(sheet); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return name
}

// drawn are the sheets of a PDF as poppler draws them, a point being a pixel;
// qpdf must be content with the file. They are drawn larger than that, and
// looked at in the middle of each pixel.
func drawn(t *testing.T, name string) []image.Image {
	t.Helper()
	if out, err := exec.Command("qpdf", "--check", name).CombinedOutput(); err != nil {
		t.Fatalf("qpdf: %v\n%s", err, out)
	}
	dir := t.TempDir()
	cmd := exec.Command("pdftoppm", "-r", "360", "-png", name, filepath.Join(dir, "p"))
	if out, err := cmd.CombinedOutput(); err != nil || len(out) > 0 {
		t.Fatalf("pdftoppm: %v\n%s", err, out)
	}
	names, err := filepath.Glob(filepath.Join(dir, "*.png"))
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(names)
	var all []image.Image
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		size := img.Bounds().Size().Div(5)
		small := image.NewNRGBA(image.Rectangle{Max: size})
		for y := range size.Y {
			for x := range size.X {
				small.Set(x, y, img.At(5*x+2, 5*y+2))
			}
		}
		all = append(all, small)
	}
	return all
}

// render is the pages of an image file, drawn.
func render(t *testing.T, data []byte) []image.Image {
	t.Helper()
	f := open(t, data)
	name := written(t, f)
	sheets := drawn(t, name)
	lit(t, f, name, sheets)
	return sheets
}

// sample is a picture none of whose eight orientations looks like another:
// four colours, and a bright patch in the first.
func sample(w, h int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.NRGBA{R: 200, G: 40, B: 40, A: 255}
			switch {
			case x < w/4 && y < h/4:
				c = color.NRGBA{R: 250, G: 230, B: 60, A: 255}
			case x >= w/2 && y < h/2:
				c = color.NRGBA{R: 40, G: 160, B: 60, A: 255}
			case x < w/2 && y >= h/2:
				c = color.NRGBA{R: 30, G: 60, B: 200, A: 255}
			case x >= w/2 && y >= h/2:
				c = color.NRGBA{R: 20, G: 20, B: 20, A: 255}
			}
			img.SetNRGBA(x, y, c)
		}
	}
	return img
}

// turned is img as its orientation asks: what EXIF says of the first row and
// the first column, done pixel by pixel.
func turned(img image.Image, o int) image.Image {
	w, h := img.Bounds().Dx(), img.Bounds().Dy()
	out := image.NewNRGBA(image.Rect(0, 0, w, h))
	if o >= 5 {
		out = image.NewNRGBA(image.Rect(0, 0, h, w))
	}
	for y := range h {
		for x := range w {
			to := map[int]image.Point{
				1: {x, y}, 2: {w - 1 - x, y}, 3: {w - 1 - x, h - 1 - y}, 4: {x, h - 1 - y},
				5: {y, x}, 6: {h - 1 - y, x}, 7: {h - 1 - y, w - 1 - x}, 8: {y, w - 1 - x},
			}[o]
			out.Set(to.X, to.Y, img.At(x, y))
		}
	}
	return out
}

// differ is the largest difference of two pictures in any colour, but for
// some pixels next to where colours meet.
func differ(a, b image.Image) (string, int) {
	if a.Bounds().Size() != b.Bounds().Size() {
		return fmt.Sprintf("%v and not %v", a.Bounds().Size(), b.Bounds().Size()), 1 << 16
	}
	most, where := 0, ""
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			r1, g1, b1, _ := a.At(x, y).RGBA()
			r2, g2, b2, _ := b.At(x, y).RGBA()
			for _, v := range [][2]uint32{{r1, r2}, {g1, g2}, {b1, b2}} {
				if d := max(int(v[0]>>8), int(v[1]>>8)) - min(int(v[0]>>8), int(v[1]>>8)); d > most {
					most, where = d, fmt.Sprintf("at %d,%d: %v and not %v", x, y, a.At(x, y), b.At(x, y))
				}
			}
		}
	}
	return where, most
}

// same fails where two pictures differ by more than some amount.
func same(t *testing.T, got, want image.Image, slack int) {
	t.Helper()
	if where, d := differ(got, want); d > slack {
		t.Errorf("differs by %d: %s", d, where)
	}
}
