package picture

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"testing"
)

// A JPEG in a TIFF shares its tables with the others.
func TestTIFFJPEG(t *testing.T) {
	m := blocky{across: 5, down: 3, ids: "\x01\x02\x03", process: markSOF, bits: 8, value: func(part, x, y int) int { return 60 + 20*x + 30*y - 10*part }}
	strip := m
	strip.down = 1
	var tables []int
	abbreviated := func(m blocky) []byte {
		data := m.jpeg()
		at := bytes.Index(data, []byte{0xff, markSOF})
		from, to := bytes.Index(data, []byte{0xff, markDHT}), bytes.Index(data, []byte{0xff, markSOS})
		tables = nil
		for _, v := range bytes.Join([][]byte{data[:at], data[from:to], {0xff, markEOI}}, nil) {
			tables = append(tables, int(v))
		}
		return bytes.Join([][]byte{{0xff, markSOI}, data[at:from], data[to:]}, nil)
	}
	var strips [][]byte
	for y := range 3 {
		strip.value = func(part, x, _ int) int { return m.value(part, x, y) }
		strips = append(strips, abbreviated(strip))
	}
	whole := abbreviated(m)
	for _, see := range []int{tiffRGB, tiffYCbCr} {
		want := image.NewNRGBA(image.Rect(0, 0, 40, 24))
		for y := range 24 {
			for x := range 40 {
				v := func(k int) byte { return byte(m.value(k, x/8, y/8)) }
				want.Set(x, y, color.NRGBA{v(0), v(1), v(2), 255})
				if see == tiffYCbCr {
					want.Set(x, y, color.YCbCr{Y: v(0), Cb: v(1), Cr: v(2)})
				}
			}
		}
		for passed, blocks := range map[bool][][]byte{true: {whole}, false: strips} {
			rows := 24 / len(blocks)
			tags := rgbTags(40, 24, tiffJPEG, number(tagRowsPerStrip, rows), tag{tagJPEGTables, 7, tables})
			tags[4] = number(tagPhotometric, see)
			t.Run(fmt.Sprint(see, rows), func(t *testing.T) {
				f := open(t, tiffFile(binary.BigEndian, sheet{tags, blocks}))
				if f.Pages[0].Passed != passed {
					t.Errorf("passed: %v", f.Pages[0].Passed)
				}
				same(t, drawn(t, written(t, f))[0], want, 3)
			})
		}
	}
}
