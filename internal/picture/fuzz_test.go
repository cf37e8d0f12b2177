package picture

import (
	"encoding/base64"
	"encoding/binary"
	"image"
	"image/color"
	"testing"

	"mappe/internal/pdf"
)

// FuzzPicture looks for a file that makes a decoder panic, whose parts lie
// outside of it, or that can be checked but not drawn.
func FuzzPicture(f *testing.F) {
	img := sample(16, 16)
	value := func(part, x, y int) int { return 60 + 20*x + 30*y - 10*part }
	at := func(x, y, k int) int { return (x + y + k) & 1 }
	grey := image.NewPaletted(image.Rect(0, 0, 16, 16), color.Palette{color.White, color.Black, color.NRGBA{}})
	lossy, err := base64.StdEncoding.DecodeString(yellow)
	if err != nil {
		f.Fatal(err)
	}
	le := binary.LittleEndian
	for _, seed := range [][]byte{
		with(encoded(f, img), segment(markAPP+1, "Exif\x00\x00", exif(le, 6, 300, "x"))),
		blocky{across: 3, down: 2, ids: "\x01\x02\x03", process: markSOF + 2, bits: 8, value: value}.jpeg(),
		blocky{across: 3, down: 2, ids: "\x01\x02\x03\x04", process: markSOF, bits: 8, every: 2, value: value}.jpeg(),
		making{w: 9, h: 9, colour: 6, bits: 8, at: at}.png(),
		making{w: 9, h: 9, colour: 3, bits: 1, palette: make([]byte, 6), clear: []byte{0, 9}, interlaced: true, at: at}.png(),
		making{w: 9, h: 9, colour: 2, bits: 16, clear: make([]byte, 6), at: at}.png(),
		tiffFile(le, sheet{rgbTags(16, 16, tiffDeflate, number(tagPredictor, 2)), [][]byte{deflated(samples(img, img.Rect, rgb))}}),
		tiffFile(binary.BigEndian, sheet{rgbTags(16, 16, tiffPackBits, number(tagTileWidth, 16), number(tagTileHeight, 16)), [][]byte{packed(samples(img, img.Rect, rgb))}}),
		tiffFile(le, sheet{[]tag{number(tagWidth, 8), number(tagHeight, 2), number(tagPhotometric, 0), number(tagCompression, tiffG4), number(tagRowsPerStrip, 1)},
			[][]byte{faxed([][]bool{make([]bool, 8)}), faxed([][]bool{make([]bool, 8)})}}),
		tiffFile(le, sheet{[]tag{number(tagWidth, 8), number(tagHeight, 2), number(tagPhotometric, 0), number(tagCompression, tiffG3), number(tagRowsPerStrip, 1), number(tagG3Options, 1)},
			[][]byte{flatFax(true, [][]bool{{true, false, true, true, true, false, true, true}}), flatFax(true, [][]bool{make([]bool, 8)})}}),
		animated(f, 20, 20, grey, grey),
		lossy,
		riff("VP8L", losslessWebP(image.NewNRGBA(image.Rect(0, 0, 3, 3)), [4][2]byte{{0, 1}, {0, 1}, {0, 1}, {0, 1}})),
	} {
		f.Add(seed)
	}
	unguarded = true
	f.Fuzz(func(t *testing.T, data []byte) {
		src := pdf.Bytes(data)
		file, err := Open(src)
		if err != nil {
			return
		}
		if len(file.Pages) == 0 {
			t.Fatal("no pages, and no error")
		}
		for n, p := range file.Pages[:min(3, len(file.Pages))] {
			if err := sized(int64(p.Width), int64(p.Height)); err != nil || p.Orientation < 1 || p.Orientation > 8 {
				t.Fatalf("%+v: %v", p, err)
			}
			if p.Width*p.Height > 1<<22 && !p.Passed {
				continue // sound, but slow
			}
			checked := file.Check(n + 1)
			drawing, err := file.Draw(n+1, func(o pdf.Object) pdf.Ref {
				for _, piece := range o.(*pdf.Stream).Body {
					if piece.From != nil && (piece.At < 0 || piece.Size < 0 || piece.From == src && piece.At+piece.Size > src.Size()) {
						t.Fatalf("a piece at %d of %d bytes of %d", piece.At, piece.Size, src.Size())
					}
				}
				return pdf.Ref{Num: 1}
			})
			if (checked == nil || p.Passed) && err != nil {
				t.Fatalf("checked, but: %v", err)
			}
			if err == nil && (len(drawing.Parts) != 1 || !(drawing.Box[2] > 0 && drawing.Box[3] > 0)) {
				t.Fatalf("%+v", drawing)
			}
		}
	})
}
