package packets

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/color"
	"testing"
)

func TestPictureOrientations(t *testing.T) {
	upright := quarterPicture(60, 90)
	for o := 1; o <= 8; o++ {
		t.Run(fmt.Sprint(o), func(t *testing.T) {
			w, h := 60, 90
			if o >= 5 {
				w, h = h, w
			}
			// where a stored pixel is shown, after the EXIF specification
			stored := image.NewNRGBA(image.Rect(0, 0, w, h))
			for y := range h {
				for x := range w {
					sx, sy := x, y
					switch o {
					case 2:
						sx = w - 1 - x
					case 3:
						sx, sy = w-1-x, h-1-y
					case 4:
						sy = h - 1 - y
					case 5:
						sx, sy = y, x
					case 6:
						sx, sy = h-1-y, x
					case 7:
						sx, sy = h-1-y, w-1-x
					case 8:
						sx, sy = y, w-1-x
					}
					stored.Set(x, y, upright.At(sx, sy))
				}
			}
			in := input(t, "photo.jpg", withEXIF(encodedJPEG(t, stored), uint16(o)))
			pdf := bound(t, sheet{Source: in, Page: 1})
			img := drawn(t, pdf, 1)
			if got, want := seen(img), turned(0); got != want {
				t.Errorf("quarters are %v, want %v", got, want)
			}
			if box := inked(img); box.Dx() >= box.Dy() {
				t.Errorf("the picture is %v", box)
			}
			if bytes.Contains(pdf, []byte("GPS-secret")) || bytes.Contains(pdf, []byte("Exif")) {
				t.Error("EXIF data went into the packet")
			}
		})
	}
}

func TestPictureKinds(t *testing.T) {
	q := quarterPicture(40, 40)
	deep, paletted := image.NewNRGBA64(q.Rect), image.NewPaletted(q.Rect, nil)
	for _, name := range []string{"red", "green", "blue", "black"} {
		paletted.Palette = append(paletted.Palette, colours[name])
	}
	clear, clearDeep := image.NewNRGBA(q.Rect), image.NewNRGBA64(q.Rect)
	for y := range 40 {
		for x := range 40 {
			deep.Set(x, y, q.At(x, y))
			paletted.Set(x, y, q.At(x, y))
			if c := q.NRGBAAt(x, y); c.G == 255 { // transparent black instead of green
				clear.SetNRGBA(x, y, color.NRGBA{})
			} else {
				clear.SetNRGBA(x, y, c)
			}
			clearDeep.Set(x, y, clear.At(x, y))
		}
	}
	clearPalette := image.NewPaletted(q.Rect, color.Palette{colours["red"], color.NRGBA{}, colours["blue"], colours["black"]})
	copy(clearPalette.Pix, paletted.Pix)
	grey, greyDeep := image.NewGray(q.Rect), image.NewGray16(q.Rect)
	for i := range grey.Pix {
		grey.Pix[i] = 255 * byte((i%40/20+i/800)%2)
		greyDeep.Pix[2*i], greyDeep.Pix[2*i+1] = grey.Pix[i], grey.Pix[i]
	}
	whole, open, greys := turned(0), [4]string{"red", "white", "blue", "black"}, [4]string{"black", "white", "white", "black"}
	inks, err := base64.StdEncoding.DecodeString(inkedJPEG)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name string
		data []byte
		want [4]string
	}{
		{"rgb.png", encodedPNG(t, q), whole},
		{"rgb16.png", encodedPNG(t, deep), whole},
		{"palette.png", encodedPNG(t, paletted), whole},
		{"alpha.png", encodedPNG(t, clear), open},
		{"alpha16.png", encodedPNG(t, clearDeep), open},
		{"palette-alpha.png", encodedPNG(t, clearPalette), open},
		{"grey.png", encodedPNG(t, grey), greys},
		{"grey16.png", encodedPNG(t, greyDeep), greys},
		{"grey.jpg", encodedJPEG(t, grey), greys},
		{"cmyk.jpg", inks, whole},
	} {
		t.Run(tt.name, func(t *testing.T) {
			pdf := bound(t, sheet{Source: input(t, tt.name, tt.data), Page: 1})
			if got := seen(drawn(t, pdf, 1)); got != tt.want {
				t.Errorf("quarters are %v, want %v", got, tt.want)
			}
		})
	}
}
