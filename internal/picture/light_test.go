package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"testing"

	"mappe/internal/pdf"
)

// lit compares the lightness of every page with what poppler draws: taken from
// the file, and from the picture in the PDF that is made of it.
func lit(t *testing.T, f *File, name string, sheets []image.Image) {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		t.Fatal(err)
	}
	made, err := pdf.Open(pdf.NewSource(file, info.Size()), "")
	if err != nil {
		t.Fatal(err)
	}
	for n, p := range f.Pages {
		if p.frame != [4]int{0, 0, p.Width, p.Height} {
			continue // the rest of the sheet is white
		}
		img, err := f.Light(n+1, 1)
		if err != nil {
			t.Errorf("page %d: %v", n+1, err)
			continue
		}
		most := 2 // of 100 pixels; colours that no screen has are drawn otherwise than a JPEG says
		if f.Kind == JPEG {
			most = 30
		}
		alike(t, "file", turned(img, p.Orientation), sheets[n], most)
		painted, err := made.Painted(n + 1)
		if err != nil || len(painted.Pictures) != 1 || painted.Letters+painted.Strokes > 0 {
			t.Errorf("page %d: painted %+v, %v", n+1, painted, err)
			continue
		}
		e, err := Embed(made, painted.Pictures[0])
		if err == nil {
			img, err = e.Light(1)
		}
		if err != nil {
			t.Errorf("page %d: %v", n+1, err)
		} else if made.Dict(painted.Pictures[0].Stream.Dict.Get("SMask")) == nil && painted.Pictures[0].Stream.Dict.Get("Mask") == nil {
			alike(t, "PDF", turned(img, p.Orientation), sheets[n], most)
		}
	}
}

// alike compares lightness: coarsely, since it is taken for one of the colours
// where a picture stores those.
func alike(t *testing.T, what string, got, want image.Image, most int) {
	t.Helper()
	if got.Bounds().Size() != want.Bounds().Size() {
		t.Errorf("%s: %v and not %v", what, got.Bounds(), want.Bounds())
		return
	}
	far := 0
	for y := range got.Bounds().Dy() {
		for x := range got.Bounds().Dx() {
			a := int(color.GrayModel.Convert(got.At(x, y)).(color.Gray).Y)
			b := int(color.GrayModel.Convert(want.At(x, y)).(color.Gray).Y)
			if max(a, b)-min(a, b) > 35 {
				if far++; far == 1 {
					t.Logf("%s: at %d,%d: %d and not %d", what, x, y, a, b)
				}
			}
		}
	}
	if n := got.Bounds().Dx() * got.Bounds().Dy(); 100*far > most*n {
		t.Errorf("%s: %d of %d pixels are lighter or darker than they are drawn", what, far, n)
	}
}

// A JPEG, also a progressive one with everything that such may have, is in
// every size what another decoder makes of it.
func TestLightOfJPEG(t *testing.T) {
	sequential := encoded(t, sample(301, 203))
	progressive, err := os.ReadFile("testdata/progressive.jpg")
	if err != nil {
		t.Fatal(err)
	}
	for _, data := range [][]byte{sequential, progressive} {
		whole, err := jpeg.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		f := open(t, data)
		w, h := f.Pages[0].Width, f.Pages[0].Height
		for _, k := range []int{1, 2, 3, 4, 8, 50} {
			img, err := f.Light(1, k)
			if err != nil {
				t.Fatal(err)
			}
			side := map[int]int{1: 1, 2: 2, 3: 2, 4: 4, 8: 8, 50: 8}[k]
			if got := img.Rect.Size(); got.X != (w+side-1)/side || got.Y != (h+side-1)/side {
				t.Fatalf("%d: %v of %d by %d", k, got, w, h)
			}
			sum, most := 0, 0
			for y := range h / side {
				for x := range w / side {
					want := 0
					for i := range side * side {
						want += int(color.GrayModel.Convert(whole.At(x*side+i%side, y*side+i/side)).(color.Gray).Y)
					}
					d := int(img.GrayAt(x, y).Y) - want/side/side
					sum, most = sum+d, max(most, d, -d)
				}
			}
			if n := (w / side) * (h / side); most > 40 || max(sum, -sum) > n {
				t.Errorf("1 of %d: differs by up to %d, in all by %d on %d pixels", side, most, sum, n)
			}
		}
	}
}
