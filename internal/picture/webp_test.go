package picture

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"os"
	"strings"
	"testing"

	"mappe/internal/pdf"
)

// losslessWebP is a picture whose red, green, blue and alpha have two values
// each, as the lossless kind of WebP writes it.
func losslessWebP(img *image.NRGBA, values [4][2]byte) []byte {
	var out []byte
	acc, n := 0, 0
	put := func(v, bits int) {
		for k := range bits {
			if acc, n = acc|v>>k&1<<n, n+1; n == 8 {
				out, acc, n = append(out, byte(acc)), 0, 0
			}
		}
	}
	put(0x2f, 8)
	put(img.Rect.Dx()-1, 14)
	put(img.Rect.Dy()-1, 14)
	put(1, 1)                  // alpha is used
	put(0, 3+1+1+1)            // version; no transform, no cache, one set of codes
	order := []int{1, 0, 2, 3} // green comes first
	for _, k := range order {
		put(1, 1) // two symbols, or one
		put(1, 1)
		put(1, 1)
		put(int(values[k][0]), 8)
		put(int(values[k][1]), 8)
	}
	put(1, 4) // of distances there are none
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			c := img.NRGBAAt(x, y)
			for _, k := range order {
				v := []byte{c.R, c.G, c.B, c.A}[k]
				bit := 0
				if v == values[k][1] {
					bit = 1
				}
				put(bit, 1)
			}
		}
	}
	for n > 0 {
		put(0, 1)
	}
	return out
}

// riff is a WebP of some chunks.
func riff(chunks ...any) []byte {
	b := []byte("WEBP")
	for k := 0; k < len(chunks); k += 2 {
		body := chunks[k+1].([]byte)
		b = append(b, chunks[k].(string)...)
		b = append(binary.LittleEndian.AppendUint32(b, uint32(len(body))), body...)
		if len(body)%2 != 0 {
			b = append(b, 0)
		}
	}
	return append(binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(b))), b...)
}

func TestWebPLossless(t *testing.T) {
	canary := "CANARY-55.6761N-12.5683E"
	const w, h = 20, 12
	img, want := image.NewNRGBA(image.Rect(0, 0, w, h)), image.NewNRGBA(image.Rect(0, 0, w, h))
	values := [4][2]byte{{40, 200}, {60, 250}, {10, 90}, {128, 255}}
	for y := range h {
		for x := range w {
			c := color.NRGBA{values[0][x/10], values[1][y/6], values[2][(x+y)%2], values[3][x%2]}
			img.SetNRGBA(x, y, c)
			on := func(v byte) byte { return byte((int(v)*int(c.A) + 255*(255-int(c.A))) / 255) }
			want.SetNRGBA(x, y, color.NRGBA{on(c.R), on(c.G), on(c.B), 255})
		}
	}
	head := []byte{0x1c, 0, 0, 0, w - 1, 0, 0, h - 1, 0, 0}
	data := riff("VP8X", head, "VP8L", losslessWebP(img, values),
		"EXIF", exif(binary.LittleEndian, 8, 300, canary), "XMP ", []byte(canary))
	f := open(t, append(data, canary...))
	if p := f.Pages[0]; p.Orientation != 8 || p.X != 300 || p.Passed {
		t.Errorf("%+v", p)
	}
	name := written(t, f)
	same(t, drawn(t, name)[0], turned(want, 8), 1)
	out, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(out, []byte("CANARY")) {
		t.Error("what describes the picture is in the PDF")
	}
}

// yellow is 16 by 16 pixels of (250, 230, 61), lossy.
const yellow = "UklGRjwAAABXRUJQVlA4IDAAAADQAQCdASoQABAAAMASJaACdLoB+AADsAD+/aHP/94//vWV96yv+8f//nEsdTu5jAA="

func TestWebPLossy(t *testing.T) {
	data, err := base64.StdEncoding.DecodeString(yellow)
	if err != nil {
		t.Fatal(err)
	}
	same(t, render(t, data)[0], flat(16, 16, color.NRGBA{250, 230, 61, 255}), 5)
}

// flat is a picture of one colour.
func flat(w, h int, c color.Color) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for k := range w * h {
		img.Set(k%w, k/w, c)
	}
	return img
}

func TestWebPRefused(t *testing.T) {
	data, err := base64.StdEncoding.DecodeString(yellow)
	if err != nil {
		t.Fatal(err)
	}
	img := image.NewNRGBA(image.Rect(0, 0, 1, 1))
	huge := losslessWebP(img, [4][2]byte{{0, 1}, {0, 1}, {0, 1}, {0, 1}})
	copy(huge[1:], "\xff\xff\xff\x0f")
	bent := bytes.Clone(data)
	bent[len(bent)-40] = 0
	for _, tt := range []struct {
		name string
		data []byte
		kind error
		says string
	}{
		{"cut", data[:50], ErrDamaged, "too early"},
		{"moving", riff("VP8X", []byte{2, 0, 0, 0, 0, 0, 0, 0, 0, 0}, "ANIM", make([]byte, 6)), ErrForeign, "animated"},
		{"no pixels", riff("EXIF", make([]byte, 6)), ErrDamaged, "no pixels"},
		{"too large", riff("VP8L", huge), ErrTooLarge, "268 megapixels"},
		{"broken head", bent, ErrDamaged, "16 by 0"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Open(pdf.Bytes(tt.data))
			if !errors.Is(err, tt.kind) || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("%v", err)
			}
		})
	}
}
