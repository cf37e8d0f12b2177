package specimen_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	_ "image/gif"
	"image/jpeg"
	_ "image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mappe/internal/pdf/specimen"
)

// Two pixels are alike when no colour differs by more than near; two pages
// are when so many thousandths of their pixels are not.
const (
	near      = 32
	thousands = 1
)

// Two other programs draw the first, the middle and the last page of a copy as
// they draw those of its source.
func TestDrawnTheSame(t *testing.T) {
	for _, s := range slices.Concat(sound(), variants(t)) {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			from := put(t, dir, "from.pdf", s.data(), 0)
			out := filepath.Join(dir, "to.pdf")
			n, _, err := job{Inputs: []input{{from, s.password}}, Out: out, Exact: true}.do()
			if err != nil {
				t.Fatal(err)
			}
			pages := slices.Compact([]int{1, (n + 1) / 2, n})
			for name, paint := range painters {
				if s.mutool && name != "mutool" {
					continue
				}
				before, after := paint(t, from, s.password, 72, pages), paint(t, out, "", 72, pages)
				for i := range pages {
					if off, ok := alike(before[i], after[i]); !ok {
						t.Errorf("%s draws page %d otherwise: %s", name, pages[i], off)
					}
				}
				if name == "mutool" && blank(before[0]) {
					t.Error("the source is a blank page: there is nothing to compare")
				}
			}
		})
	}
}

// Pictures in files of their own are on the sheet as they are decoded by
// another library.
func TestPicturesDrawnTheSame(t *testing.T) {
	m := framed(240, 160)
	grey, few := image.NewGray(m.Bounds()), image.NewPaletted(m.Bounds(), specimenPalette)
	deep := image.NewNRGBA64(m.Bounds())
	for _, to := range []draw.Image{grey, few, deep} {
		draw.Draw(to, m.Bounds(), m, image.Point{}, draw.Src)
	}
	encode := func(with func(*bytes.Buffer) error) []byte {
		var b bytes.Buffer
		if err := with(&b); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	for name, data := range map[string][]byte{
		"colour.jpg":  specimen.JPEG(m),
		"grey.jpg":    encode(func(b *bytes.Buffer) error { return jpeg.Encode(b, grey, nil) }),
		"colour.png":  specimen.PNG(m),
		"grey.png":    specimen.PNG(grey),
		"palette.png": specimen.PNG(few),
		"deep.png":    specimen.PNG(deep),
		"colour.gif":  specimen.GIF(m),
		"plain.tif":   encode(func(b *bytes.Buffer) error { return writeTIFF(b, m) }),
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			out := filepath.Join(dir, "to.pdf")
			if _, _, err := (job{Inputs: []input{{Path: put(t, dir, name, data, 0)}}, Out: out}).do(); err != nil {
				t.Fatal(err)
			}
			want := image.Image(m)
			if !strings.HasSuffix(name, ".tif") {
				var err error
				if want, _, err = image.Decode(bytes.NewReader(data)); err != nil {
					t.Fatal(err)
				}
			}
			for painter, paint := range painters {
				got := inked(paint(t, out, "", 150, []int{1})[0])
				if off := blurred(want, got); off > 6 {
					t.Errorf("%s draws it %.1f off on the average", painter, off)
				}
			}
		})
	}
}

// specimenPalette is few colours, so that a picture of them is one of a byte a
// pixel.
var specimenPalette = color.Palette{color.Black, color.White, color.RGBA{200, 0, 0, 255}, color.RGBA{0, 200, 0, 255}, color.RGBA{0, 0, 200, 255}, color.RGBA{200, 200, 0, 255}}

// framed is a picture with a dark frame: what is drawn of it can be found.
func framed(w, h int) *image.RGBA {
	m := specimen.Image(w, h)
	for y := range h {
		for x := range w {
			if min(x, y, w-1-x, h-1-y) < 4 {
				m.Set(x, y, color.Black)
			}
		}
	}
	return m
}

// inked is the part of a page that is not white.
func inked(m image.Image) image.Image {
	var r image.Rectangle
	for y := m.Bounds().Min.Y; y < m.Bounds().Max.Y; y++ {
		for x := m.Bounds().Min.X; x < m.Bounds().Max.X; x++ {
			if c := color.GrayModel.Convert(m.At(x, y)).(color.Gray); c.Y < 128 {
				r = r.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return m.(*image.RGBA).SubImage(r)
}

// blurred is how far two pictures are apart on the average, each as 24 by 16
// fields.
func blurred(a, b image.Image) float64 {
	const w, h = 24, 16
	field := func(m image.Image, x, y int) (sum [3]float64) {
		r, n := m.Bounds(), 0.0
		for j := r.Min.Y + y*r.Dy()/h; j < r.Min.Y+(y+1)*r.Dy()/h; j++ {
			for i := r.Min.X + x*r.Dx()/w; i < r.Min.X+(x+1)*r.Dx()/w; i++ {
				red, green, blue, _ := m.At(i, j).RGBA()
				sum[0], sum[1], sum[2], n = sum[0]+float64(red>>8), sum[1]+float64(green>>8), sum[2]+float64(blue>>8), n+1
			}
		}
		for k := range sum {
			sum[k] /= max(n, 1)
		}
		return sum
	}
	total := 0.0
	for y := range h {
		for x := range w {
			p, q := field(a, x, y), field(b, x, y)
			for k := range p {
				total += max(p[k]-q[k], q[k]-p[k])
			}
		}
	}
	return total / (w * h * 3)
}

// alike compares two pages. The error is how much they differ.
func alike(a, b *image.RGBA) (off string, ok bool) {
	if a.Bounds().Size() != b.Bounds().Size() {
		return fmt.Sprintf("%v and %v pixels", a.Bounds().Size(), b.Bounds().Size()), false
	}
	n := 0
	for i := 0; i < len(a.Pix); i += 4 {
		for k := range 3 {
			if p, q := int(a.Pix[i+k]), int(b.Pix[i+k]); p-q > near || q-p > near {
				n++
				break
			}
		}
	}
	all := len(a.Pix) / 4
	return fmt.Sprintf("%d of %d pixels", n, all), n*1000 <= all*thousands
}

func blank(m *image.RGBA) bool {
	for _, p := range m.Pix {
		if p != m.Pix[0] && p != 255 {
			return false
		}
	}
	return true
}

// painters draw pages.
var painters = map[string]func(t *testing.T, path, password string, dpi int, pages []int) []*image.RGBA{
	"mutool": func(t *testing.T, path, password string, dpi int, pages []int) (all []*image.RGBA) {
		dir := t.TempDir()
		args := []string{"draw", "-q", "-r", fmt.Sprint(dpi), "-c", "rgb", "-F", "ppm", "-o", filepath.Join(dir, "%d.ppm")}
		if password != "" {
			args = append(args, "-p", password)
		}
		for _, n := range pages {
			if _, err := tool("mutool", append(args, path, fmt.Sprint(n))...); err != nil {
				t.Fatal(err)
			}
			all = append(all, ppm(t, filepath.Join(dir, fmt.Sprintf("%d.ppm", n))))
		}
		return all
	},
	"poppler": func(t *testing.T, path, password string, dpi int, pages []int) (all []*image.RGBA) {
		dir := t.TempDir()
		for _, n := range pages {
			page := fmt.Sprint(n)
			args := []string{"-cropbox", "-r", fmt.Sprint(dpi), "-f", page, "-l", page, "-singlefile"}
			if password != "" {
				args = append(args, "-upw", password)
			}
			if _, err := tool("pdftoppm", append(args, path, filepath.Join(dir, page))...); err != nil {
				t.Fatal(err)
			}
			all = append(all, ppm(t, filepath.Join(dir, page+".ppm")))
		}
		return all
	},
}

// ppm reads a picture as the painters write it.
func ppm(t *testing.T, path string) *image.RGBA {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var w, h, most int
	var lines [4][]byte
	rest, n := b, 0
	for n < 3 {
		line, after, ok := bytes.Cut(rest, []byte("\n"))
		if !ok {
			t.Fatalf("%s is no picture", path)
		}
		if rest = after; !bytes.HasPrefix(line, []byte("#")) {
			lines[n] = line
			n++
		}
	}
	if _, err := fmt.Sscanf(string(bytes.Join(lines[1:3], []byte(" "))), "%d %d %d", &w, &h, &most); err != nil || len(rest) != 3*w*h || most != 255 {
		t.Fatalf("%s: %q, %d bytes: %v", path, lines, len(rest), err)
	}
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for i := range w * h {
		copy(m.Pix[4*i:], rest[3*i:3*i+3])
		m.Pix[4*i+3] = 255
	}
	return m
}
