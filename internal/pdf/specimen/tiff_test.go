package specimen_test

import (
	"bytes"
	"encoding/binary"
	"image"
)

// writeTIFF writes a picture uncompressed, in one strip.
func writeTIFF(b *bytes.Buffer, m *image.RGBA) error {
	w, h := uint32(m.Bounds().Dx()), uint32(m.Bounds().Dy())
	fields := [][4]uint32{ // tag, kind, count, value
		{256, 4, 1, w}, {257, 4, 1, h}, {258, 3, 3, 8 + 2 + 10*12 + 4}, {259, 3, 1, 1}, {262, 3, 1, 2},
		{273, 4, 1, 8 + 2 + 10*12 + 4 + 6}, {277, 3, 1, 3}, {278, 4, 1, h}, {279, 4, 1, 3 * w * h}, {284, 3, 1, 1},
	}
	b.WriteString("II*\x00\x08\x00\x00\x00")
	put := func(v any) { binary.Write(b, binary.LittleEndian, v) } // a bytes.Buffer does not fail
	put(uint16(len(fields)))
	for _, f := range fields {
		put(uint16(f[0]))
		put(uint16(f[1]))
		put(f[2:])
	}
	put(uint32(0))
	put([3]uint16{8, 8, 8})
	for i := 0; i < len(m.Pix); i += 4 {
		b.Write(m.Pix[i : i+3])
	}
	return nil
}
