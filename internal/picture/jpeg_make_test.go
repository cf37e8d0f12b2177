package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/jpeg"
	"testing"
)

// encoded is img as the standard library writes it.
func encoded(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 100}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// segment is a part of a JPEG under a marker.
func segment(marker byte, body ...any) []byte {
	var b []byte
	for _, part := range body {
		switch part := part.(type) {
		case string:
			b = append(b, part...)
		case []byte:
			b = append(b, part...)
		case byte:
			b = append(b, part)
		case int:
			b = append(b, byte(part))
		}
	}
	return append(binary.BigEndian.AppendUint16([]byte{0xff, marker}, uint16(len(b)+2)), b...)
}

// with puts segments behind the start of a JPEG.
func with(data []byte, segments ...[]byte) []byte {
	return append(append([]byte("\xff\xd8"), bytes.Join(segments, nil)...), data[2:]...)
}

// exif is EXIF data with an orientation, a resolution and a place on earth.
func exif(order binary.AppendByteOrder, orientation int, dpi int, secret string) []byte {
	b := []byte("MM\x00*")
	if order == binary.AppendByteOrder(binary.LittleEndian) {
		b = []byte("II*\x00")
	}
	entry := func(tag, kind uint16, count, value uint32) {
		b = order.AppendUint16(order.AppendUint16(b, tag), kind)
		b = order.AppendUint32(b, count)
		if kind == 3 {
			b = order.AppendUint16(order.AppendUint16(b, uint16(value)), 0)
		} else {
			b = order.AppendUint32(b, value)
		}
	}
	b = order.AppendUint32(b, 8)
	b = order.AppendUint16(b, 5)
	entry(0x010e, 2, uint32(len(secret)), 100)
	entry(tagOrientation, 3, 1, uint32(orientation))
	entry(tagXResolution, 5, 1, 80)
	entry(tagYResolution, 5, 1, 80)
	entry(tagUnit, 3, 1, 2)
	b = order.AppendUint32(b, 0)
	b = append(b, make([]byte, 80-len(b))...)
	b = order.AppendUint32(order.AppendUint32(b, uint32(dpi)), 1)
	b = append(b, make([]byte, 100-len(b))...)
	return append(b, secret...)
}

// blocky makes JPEGs of blocks of 8 by 8 pixels with one value each in every
// component: sizes 8×across by 8×down, any number of components, a restart
// after so many units, one scan for all components or one for each, and the
// two scans of a progressive one.
type blocky struct {
	across, down int
	ids          string // of the components
	process      byte
	bits         byte
	every        int
	apart        bool
	value        func(part, x, y int) int
}

func (m blocky) jpeg() []byte {
	b := []byte("\xff\xd8")
	b = append(b, segment(0xdb, 0, bytes.Repeat([]byte{8}, 64))...)
	head := []byte{m.bits, byte(m.down * 8 >> 8), byte(m.down * 8), byte(m.across * 8 >> 8), byte(m.across * 8), byte(len(m.ids))}
	for _, id := range []byte(m.ids) {
		head = append(head, id, 0x11, 0)
	}
	b = append(b, segment(m.process, head)...)
	// Of first coefficients: nine symbols of four bits, the number of bits of
	// a difference. Of the others: one bit for the end of the block, two bits
	// for one that is 1 or -1.
	b = append(b, segment(markDHT, 0, []byte{3: 9, 15: 0}, []byte{0, 1, 2, 3, 4, 5, 6, 7, 8})...)
	b = append(b, segment(markDHT, 0x10, []byte{1, 1, 15: 0}, []byte{0x00, 0x01})...)
	if m.every > 0 {
		b = append(b, segment(markDRI, 0, m.every)...)
	}
	scans := []string{m.ids}
	if m.apart {
		scans = nil
		for _, id := range m.ids {
			scans = append(scans, string(id))
		}
	}
	for _, s := range scans {
		b = append(b, m.scan(s, 0)...)
	}
	if m.process == markSOF+2 {
		for _, id := range m.ids {
			b = append(b, m.scan(string(id), 1)...)
		}
	}
	return append(b, 0xff, markEOI)
}

// scan is one scan: of everything, or of what a progressive one has first, or
// of the other coefficients, which are nothing.
func (m blocky) scan(ids string, first byte) []byte {
	head := []byte{byte(len(ids))}
	for _, id := range []byte(ids) {
		head = append(head, id, 0)
	}
	last := byte(63)
	if m.process == markSOF+2 && first == 0 {
		last = 0
	}
	out := segment(markSOS, head, first, last, 0)
	var acc, n uint
	put := func(v, bits uint) {
		for k := int(bits) - 1; k >= 0; k-- {
			if acc, n = acc<<1|v>>k&1, n+1; n == 8 {
				if out = append(out, byte(acc)); byte(acc) == 0xff {
					out = append(out, 0)
				}
				acc, n = 0, 0
			}
		}
	}
	before := map[byte]int{}
	for unit := range m.across * m.down {
		if m.every > 0 && unit > 0 && unit%m.every == 0 {
			for n > 0 {
				put(1, 1)
			}
			out = append(out, 0xff, markRST+byte((unit/m.every-1)%8))
			before = map[byte]int{}
		}
		for _, id := range []byte(ids) {
			if first == 0 {
				v := m.value(bytes.IndexByte([]byte(m.ids), id), unit%m.across, unit/m.across) - 128
				d := v - before[id]
				before[id] = v
				size := uint(0)
				for a := max(d, -d); a>>size > 0; {
					size++
				}
				put(size, 4)
				if d < 0 {
					d += 1<<size - 1
				}
				put(uint(d), size)
			}
			if last > 0 {
				put(0, 1)
			}
		}
	}
	for n > 0 {
		put(1, 1)
	}
	return out
}
