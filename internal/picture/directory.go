package picture

import (
	"bytes"
	"encoding/binary"
	"io"
)

// The tags that are read of EXIF data and of any TIFF.
const (
	tagOrientation = 0x0112
	tagXResolution = 0x011a
	tagYResolution = 0x011b
	tagUnit        = 0x0128
)

const maxEntries = 512 // of a directory; some cameras write a hundred

// directory is a list of tagged values in a TIFF file or in EXIF data.
type directory struct {
	r     io.ReaderAt
	size  int64
	order binary.ByteOrder
	tags  map[uint16][10]byte // type, count, and the value or where it is
	next  int64               // where the next directory is, 0 for nowhere
}

// tiffHead is the byte order of a TIFF and where its first directory is.
func tiffHead(r io.ReaderAt) (order binary.ByteOrder, first int64, ok bool) {
	var head [8]byte
	if _, err := r.ReadAt(head[:], 0); err != nil && err != io.EOF {
		return nil, 0, false
	}
	switch string(head[:4]) {
	case "II*\x00":
		order = binary.LittleEndian
	case "MM\x00*":
		order = binary.BigEndian
	default:
		return nil, 0, false
	}
	return order, int64(order.Uint32(head[4:])), true
}

// readDirectory reads the directory at a place of a file.
func readDirectory(r io.ReaderAt, size int64, order binary.ByteOrder, at int64) (*directory, bool) {
	d := &directory{r: r, size: size, order: order, tags: map[uint16][10]byte{}}
	count, ok := d.read(at, 2)
	if !ok {
		return nil, false
	}
	n := min(int64(order.Uint16(count)), maxEntries)
	list, ok := d.read(at+2, 12*n)
	if !ok {
		return nil, false
	}
	for ; len(list) > 0; list = list[12:] {
		d.tags[order.Uint16(list)] = [10]byte(list[2:12])
	}
	if next, ok := d.read(at+2+12*n, 4); ok {
		d.next = int64(order.Uint32(next))
	}
	return d, true
}

// read is n bytes of the file.
func (d *directory) read(at, n int64) ([]byte, bool) {
	if at < 0 || n < 0 || n > d.size || at > d.size-n {
		return nil, false
	}
	b := make([]byte, n)
	k, _ := d.r.ReadAt(b, at)
	return b, int64(k) == n
}

// value is the bytes under a tag, at most limit of them, and their type.
func (d *directory) value(tag uint16, limit int64) (data []byte, kind uint16) {
	e, ok := d.tags[tag]
	if !ok {
		return nil, 0
	}
	kind = d.order.Uint16(e[:])
	widths := [...]int64{0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8}
	if int(kind) >= len(widths) || kind == 0 {
		return nil, 0
	}
	n := int64(d.order.Uint32(e[2:])) * widths[kind]
	if n <= 4 {
		return e[6 : 6+min(n, limit)], kind
	}
	data, ok = d.read(int64(d.order.Uint32(e[6:])), min(n, limit))
	if !ok {
		return nil, 0
	}
	return data, kind
}

// ints are the whole numbers under a tag, at most limit of them.
func (d *directory) ints(tag uint16, limit int) []int64 {
	data, kind := d.value(tag, 4*int64(limit))
	var all []int64
	switch kind {
	case 1, 7:
		for _, b := range data {
			all = append(all, int64(b))
		}
	case 3:
		for ; len(data) >= 2; data = data[2:] {
			all = append(all, int64(d.order.Uint16(data)))
		}
	case 4:
		for ; len(data) >= 4; data = data[4:] {
			all = append(all, int64(d.order.Uint32(data)))
		}
	}
	return all[:min(len(all), limit)]
}

// int is the whole number under a tag, or another where there is none.
func (d *directory) int(tag uint16, otherwise int64) int64 {
	if v := d.ints(tag, 1); len(v) > 0 {
		return v[0]
	}
	return otherwise
}

// ratio is the fraction under a tag, 0 where there is none.
func (d *directory) ratio(tag uint16) float64 {
	data, kind := d.value(tag, 8)
	if kind != 5 || len(data) < 8 || d.order.Uint32(data[4:]) == 0 {
		return 0
	}
	return float64(d.order.Uint32(data)) / float64(d.order.Uint32(data[4:]))
}

// describe takes over what a directory says of how a page stands.
func (p *Page) describe(d *directory) {
	if o := d.int(tagOrientation, 0); o >= 1 && o <= 8 {
		p.Orientation = int(o)
	}
	unit := map[int64]float64{2: 1, 3: 2.54}[d.int(tagUnit, 2)]
	if x, y := d.ratio(tagXResolution)*unit, d.ratio(tagYResolution)*unit; !believable(p.X, p.Y) && x > 0 && y > 0 {
		p.X, p.Y = x, y
	}
}

// exif takes over what EXIF data says.
func (p *Page) exif(data []byte) {
	r := bytes.NewReader(bytes.TrimPrefix(data, []byte("Exif\x00\x00")))
	if order, first, ok := tiffHead(r); ok {
		if d, ok := readDirectory(r, r.Size(), order, first); ok {
			p.describe(d)
		}
	}
}
