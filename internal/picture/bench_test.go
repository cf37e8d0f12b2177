package picture

import (
	"bytes"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"testing"

	"mappe/internal/pdf"
)

// noisy is a picture that compresses about as badly as a scan.
func noisy(w, h int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	seed := uint32(1)
	for y := range h {
		for x := range w {
			seed = seed*1664525 + 1013904223
			v := byte(200 + 20*(x/40%2) + int(seed>>28))
			img.SetNRGBA(x, y, color.NRGBA{v, v, v - byte(y/64%2*9), 255})
		}
	}
	return img
}

// stored is a file as a source.
func stored(b *testing.B, data []byte) *pdf.Source {
	b.Helper()
	name := filepath.Join(b.TempDir(), "picture")
	if err := os.WriteFile(name, data, 0o600); err != nil {
		b.Fatal(err)
	}
	f, err := os.Open(name)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { f.Close() })
	return pdf.NewSource(f, int64(len(data)))
}

func benchmark(b *testing.B, data []byte, pixels bool) {
	s := stored(b, data)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		f, err := Open(s)
		if err == nil && pixels {
			err = f.Check(1)
		}
		if err == nil && !pixels {
			_, err = f.Draw(1, func(pdf.Object) pdf.Ref { return pdf.Ref{} })
		}
		if err != nil {
			b.Fatal(err)
		}
	}
}

// A scan of about 300 KB.
func BenchmarkJPEG(b *testing.B) {
	data := encoded(b, noisy(830, 1170))
	b.Run("open", func(b *testing.B) { benchmark(b, data, false) })
	b.Run("check", func(b *testing.B) { benchmark(b, data, true) })
}

func BenchmarkPNG(b *testing.B) {
	img := noisy(4000, 3000)
	m := making{w: 4000, h: 3000, colour: 2, bits: 8, at: func(x, y, k int) int { return int(img.Pix[img.PixOffset(x, y)+k]) }}
	opaque := m.png()
	m.colour, m.at = 6, func(x, y, k int) int { return int(img.Pix[img.PixOffset(x, y)+k]) &^ (k / 3) }
	alpha := m.png()
	b.Run("open", func(b *testing.B) { benchmark(b, opaque, false) })
	b.Run("check", func(b *testing.B) { benchmark(b, opaque, true) })
	b.Run("alpha", func(b *testing.B) { benchmark(b, alpha, false) })
}

func BenchmarkWebP(b *testing.B) {
	data := losslessWebP(sample(4000, 3000), [4][2]byte{{20, 200}, {20, 160}, {20, 200}, {0, 255}})
	b.Run("draw", func(b *testing.B) { benchmark(b, riff("VP8L", bytes.Clone(data)), false) })
}
