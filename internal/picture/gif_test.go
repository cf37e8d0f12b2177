package picture

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/gif"
	"os"
	"strings"
	"testing"

	"mappe/internal/pdf"
)

// animated is a GIF of some frames on a screen.
func animated(t testing.TB, w, h int, frames ...*image.Paletted) []byte {
	t.Helper()
	g := &gif.GIF{Image: frames, Delay: make([]int, len(frames)), Config: image.Config{Width: w, Height: h}}
	var b bytes.Buffer
	if err := gif.EncodeAll(&b, g); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestGIF(t *testing.T) {
	colours := color.Palette{color.NRGBA{200, 40, 40, 255}, color.NRGBA{}, color.NRGBA{20, 60, 220, 255}}
	frame := image.NewPaletted(image.Rect(5, 3, 17, 11), colours)
	want := flat(24, 16, color.White).(*image.NRGBA)
	for y := 3; y < 11; y++ {
		for x := 5; x < 17; x++ {
			n := uint8((x + y/2) % 3)
			frame.SetColorIndex(x, y, n)
			if n != 1 {
				want.Set(x, y, colours[n])
			}
		}
	}
	data := animated(t, 24, 16, frame, image.NewPaletted(image.Rect(0, 0, 24, 16), colours))
	canary := "CANARY-55.6761N-12.5683E"
	comment := append([]byte{0x21, 0xfe, byte(len(canary))}, canary...)
	at := bytes.Index(data, []byte{0x21, 0xf9})
	data = append(bytes.Clone(data[:at]), append(append(comment, 0), data[at:]...)...)
	f := open(t, append(data, canary...))
	if p := f.Pages[0]; p.Width != 24 || p.Height != 16 || len(f.Pages) != 1 || f.Left != 1 {
		t.Errorf("%+v, %d left", p, f.Left)
	}
	name := written(t, f)
	same(t, drawn(t, name)[0], want, 0)
	out, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(out, []byte("CANARY")) {
		t.Error("what describes the picture is in the PDF")
	}
}

func TestGIFRefused(t *testing.T) {
	frame := image.NewPaletted(image.Rect(0, 0, 24, 16), color.Palette{color.White, color.Black})
	data := animated(t, 24, 16, frame)
	at := bytes.IndexByte(data, 0x2c)
	huge := bytes.Clone(data)
	copy(huge[6:], "\xff\xff\xff\xff")
	for _, tt := range []struct {
		name string
		data []byte
		kind error
		says string
	}{
		{"cut", data[:len(data)-4], ErrDamaged, "too early"},
		{"cut in the head", data[:at+5], ErrDamaged, "too early"},
		{"no pixels", append(bytes.Clone(data[:at]), 0x3b), ErrDamaged, "no pixels"},
		{"too large", huge, ErrTooLarge, "4294 megapixels"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Open(pdf.Bytes(tt.data))
			if !errors.Is(err, tt.kind) || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("%v", err)
			}
		})
	}
}
