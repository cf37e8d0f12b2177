package packets

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
	"testing"

	"mappe/profile"
)

// letterScan is something like a scan of A4 at so many dots an inch.
func letterScan(dpi int) *image.Gray {
	w, h := 827*dpi/100, 1169*dpi/100
	img := image.NewGray(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			v := 235 + (x*7919+y*104729)%9
			if u, line := x*100/dpi, y*100/dpi; u > 80 && u < 750 && line > 80 && line%18 < 8 && (u*u/7+line/18)%5 < 2 {
				v = 40
			}
			img.Pix[y*img.Stride+x] = byte(v)
		}
	}
	return img
}

// One page of A4 in grey: how many million pixels are decoded and judged in a
// second, by one processor, and how much memory is taken for it in all.
func BenchmarkScan(b *testing.B) {
	for _, dpi := range []int{300, 600} {
		img := letterScan(dpi)
		var j, p bytes.Buffer
		if err := jpeg.Encode(&j, img, &jpeg.Options{Quality: 75}); err != nil {
			b.Fatal(err)
		}
		if err := png.Encode(&p, img); err != nil {
			b.Fatal(err)
		}
		for name, data := range map[string][]byte{"jpeg": j.Bytes(), "png": p.Bytes()} {
			b.Run(name+map[int]string{300: "/300dpi", 600: "/600dpi"}[dpi], func(b *testing.B) {
				in := input(b, "x", data)
				b.ReportAllocs()
				for b.Loop() {
					plate, why := in.plate(1, profile.File{})
					var s Scan
					if why == nil {
						plate.look(&s)
					}
					if why != nil || !s.Looked() {
						b.Fatal(why, s)
					}
				}
				b.ReportMetric(float64(len(img.Pix))*float64(b.N)/1e6/b.Elapsed().Seconds(), "Mpixel/s")
			})
		}
	}
}
