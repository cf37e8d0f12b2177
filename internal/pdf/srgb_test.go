package pdf

import (
	"encoding/binary"
	"image"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"testing"
)

// A program that manages colours draws those of our profile as it draws sRGB
// itself.
func TestProfileIsSRGB(t *testing.T) {
	w, out := blank(t, 0)
	space := Array{Name("ICCBased"), w.Add(w.Deflated(Dict{{"N", Int(3)}}, SRGB().Profile))}
	colours := [][3]float64{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {1, 1, 1}, {0, 0, 0}, {.5, .5, .5}, {.04, .04, .04}, {.02, .3, .9}, {.9, .8, .1}, {.25, .01, .6}}
	s := &Sheet{Width: 20, Height: float64(10 * len(colours))}
	for i, c := range colours {
		y := Real(10 * i)
		operands := []Object{Real(c[0]), Real(c[1]), Real(c[2])}
		s.Op("rg", operands...)
		s.Op("re", Int(0), y, Int(10), Int(10))
		s.Op("f")
		s.Op("cs", s.Use("ColorSpace", space))
		s.Op("sc", operands...)
		s.Op("re", Int(10), y, Int(10), Int(10))
		s.Op("f")
	}
	if err := w.Sheet(s); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	path := out.saved(t)
	base := filepath.Join(t.TempDir(), "drawn")
	tool(t, "pdftoppm", "-r", "72", "-png", "-singlefile", path, base)
	tool(t, "mutool", "draw", "-q", "-r", "72", "-o", base+"2.png", path)
	for _, name := range []string{base + ".png", base + "2.png"} {
		img := decoded(t, name)
		for i, c := range colours {
			y := img.Bounds().Max.Y - 10*i - 5
			device, managed := img.At(5, y), img.At(15, y)
			r1, g1, b1, _ := device.RGBA()
			r2, g2, b2, _ := managed.RGBA()
			for _, d := range []int{int(r1>>8) - int(r2>>8), int(g1>>8) - int(g2>>8), int(b1>>8) - int(b2>>8)} {
				if d < -1 || d > 1 {
					t.Errorf("%s: %v is %v as sRGB and %v through the profile", filepath.Base(name), c, device, managed)
				}
			}
		}
	}
}

// The figures are those that other profiles of sRGB have, but for how their
// makers rounded.
func TestProfileSRGB(t *testing.T) {
	p := SRGB().Profile
	if int(binary.BigEndian.Uint32(p)) != len(p) || len(p) > 600 || len(p)%4 != 0 {
		t.Errorf("the profile of %d bytes says %d", len(p), binary.BigEndian.Uint32(p))
	}
	want := map[string][3]float64{"rXYZ": {0.4361, 0.2225, 0.0139}, "gXYZ": {0.3851, 0.7169, 0.0971}, "bXYZ": {0.1431, 0.0606, 0.7141}, "wtpt": white50}
	n := int(binary.BigEndian.Uint32(p[128:]))
	for i := range n {
		tag := p[132+12*i:]
		at, size := binary.BigEndian.Uint32(tag[4:]), binary.BigEndian.Uint32(tag[8:])
		if at%4 != 0 || int(at+size) > len(p) {
			t.Errorf("%s lies at %d, %d bytes of %d", tag[:4], at, size, len(p))
		}
		figures, ok := want[string(tag[:4])]
		if !ok {
			continue
		}
		delete(want, string(tag[:4]))
		for i, figure := range figures {
			if got := float64(int32(binary.BigEndian.Uint32(p[int(at)+8+4*i:]))) / 65536; math.Abs(got-figure) > 0.0003 {
				t.Errorf("number %d of %s is %.4f, want %.4f", i+1, tag[:4], got, figure)
			}
		}
	}
	if len(want) > 0 {
		t.Errorf("of %d tags none is %v", n, want)
	}
}

func decoded(t *testing.T, path string) image.Image {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return img
}
