package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"math/bits"
	"os"
	"strings"
	"testing"

	"mappe/internal/pdf"
)

// deflated is data in the format of zlib.
func deflated(data []byte) []byte {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	z.Write(data)
	z.Close()
	return b.Bytes()
}

// samples are the bytes of an image with some samples a pixel.
func samples(img *image.NRGBA, r image.Rectangle, of func(color.NRGBA) []byte) []byte {
	var b []byte
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			b = append(b, of(img.NRGBAAt(x, y))...)
		}
	}
	return b
}

func rgb(c color.NRGBA) []byte { return []byte{c.R, c.G, c.B} }

// rgbTags are the entries of a page of 8-bit colours.
func rgbTags(w, h, compression int, more ...tag) []tag {
	return append([]tag{
		number(tagWidth, w), number(tagHeight, h), number(tagSamples, 3), {tagBits, 3, []int{8, 8, 8}},
		number(tagPhotometric, tiffRGB), number(tagCompression, compression), {tagFormat, 3, []int{1, 1, 1}},
	}, more...)
}

func TestTIFFOrientation(t *testing.T) {
	img := sample(40, 24)
	for o := 1; o <= 8; o++ {
		for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
			data := tiffFile(order, sheet{rgbTags(40, 24, tiffDeflate, tag{tagOrientation, 3, []int{o}}), [][]byte{deflated(samples(img, img.Rect, rgb))}})
			f := open(t, data)
			if !f.Pages[0].Passed {
				t.Error("decoded")
			}
			same(t, drawn(t, written(t, f))[0], turned(img, o), 0)
		}
	}
}

func TestTIFFLayout(t *testing.T) {
	img := sample(40, 24)
	whole := img.Rect
	le, be := binary.AppendByteOrder(binary.LittleEndian), binary.AppendByteOrder(binary.BigEndian)
	strips := func(of func(color.NRGBA) []byte, pack func([]byte) []byte) [][]byte {
		var all [][]byte
		for y := 0; y < 24; y += 10 {
			all = append(all, pack(samples(img, image.Rect(0, y, 40, min(24, y+10)), of)))
		}
		return all
	}
	raw := func(b []byte) []byte { return b }
	mirrored := func(b []byte) []byte {
		for k, v := range b {
			b[k] = bits.Reverse8(v)
		}
		return b
	}
	var tiles, planes [][]byte
	for y := 0; y < 24; y += 16 {
		for x := 0; x < 40; x += 16 {
			tiles = append(tiles, deflated(samples(img, image.Rect(x, y, x+16, y+16), rgb)))
		}
	}
	for k := range 3 {
		planes = append(planes, strips(func(c color.NRGBA) []byte { return rgb(c)[k : k+1] }, raw)...)
	}
	differences := func(b []byte) []byte {
		for at := 0; at < len(b); at += 120 {
			for k := 119; k >= 3; k-- {
				b[at+k] -= b[at+k-3]
			}
		}
		return deflated(b)
	}
	wide := func(order binary.AppendByteOrder) func(color.NRGBA) []byte {
		return func(c color.NRGBA) []byte {
			var b []byte
			for _, v := range rgb(c) {
				b = order.AppendUint16(b, uint16(v)<<8|uint16(v))
			}
			return b
		}
	}
	wideTags := rgbTags(40, 24, tiffPlain, number(tagRowsPerStrip, 10))
	wideTags[3].values = []int{16, 16, 16}
	inks := func(c color.NRGBA) []byte { return []byte{0, 0, 0, 255 - c.G} }
	grey := func(c color.NRGBA) []byte { return []byte{c.G} }
	faint := func(c color.NRGBA) []byte { return append(rgb(c), 128) }
	palette := tag{tagPalette, 3, make([]int, 768)}
	for n := range 256 {
		palette.values[n], palette.values[256+n], palette.values[512+n] = n*257, (255-n)*257, n*257/2
	}
	one := func(bits, samples, see, compression int, more ...tag) []tag {
		return append([]tag{number(tagWidth, 40), number(tagHeight, 24), number(tagSamples, samples), number(tagBits, bits),
			number(tagPhotometric, see), number(tagCompression, compression), number(tagRowsPerStrip, 10)}, more...)
	}
	fours := one(8, 4, tiffCMYK, tiffPlain)
	fours[3] = tag{tagBits, 3, []int{8, 8, 8, 8}}
	alpha := one(8, 4, tiffRGB, tiffPlain, number(tagExtra, 2))
	alpha[3] = fours[3]
	for _, tt := range []struct {
		name   string
		order  binary.AppendByteOrder
		page   sheet
		passed bool
		want   func(color.NRGBA) color.Color
	}{
		{"strips", le, sheet{rgbTags(40, 24, tiffPlain, number(tagRowsPerStrip, 10)), strips(rgb, raw)}, false, nil},
		{"bits mirrored", le, sheet{rgbTags(40, 24, tiffPlain, number(tagRowsPerStrip, 10), number(tagFillOrder, 2)), strips(rgb, mirrored)}, false, nil},
		{"pack bits", be, sheet{rgbTags(40, 24, tiffPackBits, number(tagRowsPerStrip, 10)), strips(rgb, packed)}, false, nil},
		{"tiles", le, sheet{rgbTags(40, 24, tiffDeflate, number(tagTileWidth, 16), number(tagTileHeight, 16)), tiles}, false, nil},
		{"planes", le, sheet{rgbTags(40, 24, tiffPlain, number(tagRowsPerStrip, 10), number(tagPlanar, 2)), planes}, false, nil},
		{"differences", le, sheet{rgbTags(40, 24, tiffDeflate, number(tagRowsPerStrip, 10), number(tagPredictor, 2)), strips(rgb, differences)}, false, nil},
		{"differences in one", le, sheet{rgbTags(40, 24, tiffDeflate, number(tagPredictor, 2)), [][]byte{differences(samples(img, whole, rgb))}}, true, nil},
		{"differences that are none", le, sheet{rgbTags(40, 24, tiffPackBits, number(tagRowsPerStrip, 10), number(tagPredictor, 2)), strips(rgb, packed)}, false, nil},
		{"16 bits low first", le, sheet{wideTags, strips(wide(le), raw)}, false, nil},
		{"16 bits high first", be, sheet{wideTags, strips(wide(be), raw)}, false, nil},
		{"grey", le, sheet{one(8, 1, blackIsZero, tiffPlain), strips(grey, raw)}, false,
			func(c color.NRGBA) color.Color { return color.Gray{Y: c.G} }},
		{"white is zero", le, sheet{one(8, 1, whiteIsZero, tiffPlain), strips(grey, raw)}, false,
			func(c color.NRGBA) color.Color { return color.Gray{Y: 255 - c.G} }},
		{"palette", le, sheet{one(8, 1, tiffPalette, tiffPlain, palette), strips(grey, raw)}, false,
			func(c color.NRGBA) color.Color { return color.NRGBA{c.G, 255 - c.G, c.G / 2, 255} }},
		{"inks", le, sheet{fours, strips(inks, raw)}, false,
			func(c color.NRGBA) color.Color { return color.Gray{Y: c.G} }},
		{"alpha", le, sheet{alpha, strips(faint, raw)}, false, func(c color.NRGBA) color.Color {
			on := func(v byte) byte { return byte((int(v)*128 + 255*127) / 255) }
			return color.NRGBA{on(c.R), on(c.G), on(c.B), 255}
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := open(t, tiffFile(tt.order, tt.page))
			if f.Pages[0].Passed != tt.passed {
				t.Errorf("passed: %v", f.Pages[0].Passed)
			}
			want := image.NewNRGBA(whole)
			for y := range 24 {
				for x := range 40 {
					c := img.NRGBAAt(x, y)
					if want.Set(x, y, c); tt.want != nil {
						want.Set(x, y, tt.want(c))
					}
				}
			}
			slack := 2
			if tt.name == "inks" {
				slack = 36 // black ink is not quite black
			}
			same(t, drawn(t, written(t, f))[0], want, slack)
		})
	}
}

// packed is data in the compression PackBits, rows being no concern of it.
func packed(b []byte) []byte {
	var out []byte
	for len(b) > 0 {
		n := 1
		for n < min(len(b), 128) && b[n] == b[0] {
			n++
		}
		if n > 1 {
			out = append(out, byte(1-n), b[0])
		} else {
			n = min(len(b), 3)
			out = append(append(out, 128, byte(n-1)), b[:n]...)
		}
		b = b[n:]
	}
	return out
}

func TestTIFFPages(t *testing.T) {
	img := sample(40, 24)
	other := turned(img, 3).(*image.NRGBA)
	canary := "CANARY-55.6761N-12.5683E"
	secret := tag{270, 2, nil}
	for _, c := range []byte(canary) {
		secret.values = append(secret.values, int(c))
	}
	data := tiffFile(binary.LittleEndian,
		sheet{rgbTags(40, 24, tiffDeflate, secret), [][]byte{deflated(samples(img, img.Rect, rgb))}},
		sheet{rgbTags(40, 24, tiffPlain, number(tagSubfile, 1)), [][]byte{samples(img, img.Rect, rgb)}},
		sheet{rgbTags(40, 24, tiffPlain, secret), [][]byte{samples(other, img.Rect, rgb)}},
	)
	f := open(t, append(data, canary...))
	if len(f.Pages) != 2 || f.Left != 1 {
		t.Errorf("%d pages, %d left", len(f.Pages), f.Left)
	}
	name := written(t, f)
	got := drawn(t, name)
	same(t, got[0], img, 0)
	same(t, got[1], other, 0)
	out, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(out, []byte("CANARY")) {
		t.Error("what describes the picture is in the PDF")
	}
}

func TestTIFFRefused(t *testing.T) {
	img := sample(40, 24)
	good := func(more ...tag) []byte {
		return tiffFile(binary.LittleEndian, sheet{rgbTags(40, 24, tiffDeflate, more...), [][]byte{deflated(samples(img, img.Rect, rgb))}})
	}
	loop := good()
	copy(loop[len(loop)-4:], loop[4:8])
	if f, err := Open(pdf.Bytes(loop)); err != nil || len(f.Pages) != 1 {
		t.Errorf("a file that leads back to its first page: %v", err)
	}
	short := sheet{rgbTags(40, 24, tiffPlain), [][]byte{make([]byte, 2000)}}
	wide := sheet{rgbTags(50000, 20000, tiffPlain), [][]byte{make([]byte, 2000)}}
	heavy := sheet{rgbTags(12000, 12000, tiffPlain), [][]byte{make([]byte, 2000)}}
	float := sheet{rgbTags(40, 24, tiffPlain), [][]byte{make([]byte, 2880)}}
	float.tags[6].values = []int{3, 3, 3}
	lab := sheet{rgbTags(40, 24, tiffPlain), [][]byte{make([]byte, 2880)}}
	lab.tags[4] = number(tagPhotometric, 8)
	for _, tt := range []struct {
		name    string
		data    []byte
		kind    error
		says    string
		checked bool
	}{
		{"cut", good()[:100], ErrDamaged, "too early", false},
		{"samples missing", tiffFile(binary.LittleEndian, short), ErrDamaged, "too early", true},
		{"too large", tiffFile(binary.LittleEndian, wide), ErrTooLarge, "1000 megapixels", false},
		{"too large to decode", tiffFile(binary.LittleEndian, heavy), ErrTooLarge, "411 MB", false},
		{"no numbers", tiffFile(binary.LittleEndian, float), ErrForeign, "whole numbers", false},
		{"other colours", tiffFile(binary.LittleEndian, lab), ErrForeign, "interpretation 8", false},
		{"no pages", []byte("II*\x00\x00\x00\x00\x00"), ErrDamaged, "no pages", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f, err := Open(pdf.Bytes(tt.data))
			if err == nil && tt.checked {
				err = f.Check(1)
			}
			if !errors.Is(err, tt.kind) || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("%v", err)
			}
		})
	}
}
