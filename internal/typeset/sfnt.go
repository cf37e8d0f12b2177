package typeset

import (
	"encoding/binary"
	"fmt"
	"math"
)

var be = binary.BigEndian

// sfnt is a TrueType file and what cutting it needs to know of it.
type sfnt struct {
	file   program
	places map[string]place
	loca   []byte
	hmtx   []byte
	glyf   int  // where outlines start
	glyphs int  // how many there are
	long   int  // how many have an advance of their own in hmtx; the others share the last one
	wide   bool // loca counts bytes in four bytes, not pairs of them in two
}

type place struct{ at, n int }

// openSFNT reads the directory of the tables and the counts.
func openSFNT(file program) (s *sfnt, err error) {
	defer damaged(&err)
	s = &sfnt{file: file, places: map[string]place{}}
	n := int(be.Uint16(file.slice(4, 2)))
	for record := file.slice(12, 16*n); len(record) > 0; record = record[16:] {
		s.places[string(record[:4])] = place{int(be.Uint32(record[8:])), int(be.Uint32(record[12:]))}
	}
	s.loca, s.hmtx, s.glyf = s.table("loca"), s.table("hmtx"), s.places["glyf"].at
	s.glyphs = int(be.Uint16(s.table("maxp")[4:]))
	s.long = int(be.Uint16(s.table("hhea")[34:]))
	s.wide = be.Uint16(s.table("head")[50:]) != 0
	return s, nil
}

// table is a table of the file; empty, there is none.
func (s *sfnt) table(tag string) []byte {
	p := s.places[tag]
	return s.file.slice(p.at, p.n)
}

// damaged turns an index outside a table into an error.
func damaged(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("font: damaged (%v)", r)
	}
}

// outline is the description of a glyph; empty, it draws nothing.
func (s *sfnt) outline(id int) []byte {
	var from, to int
	if s.wide {
		from, to = int(be.Uint32(s.loca[4*id:])), int(be.Uint32(s.loca[4*id+4:]))
	} else {
		from, to = 2*int(be.Uint16(s.loca[2*id:])), 2*int(be.Uint16(s.loca[2*id+2:]))
	}
	return s.file.slice(s.glyf+from, to-from)
}

// advance is how far a glyph advances.
func (s *sfnt) advance(id int) int { return int(be.Uint16(s.hmtx[4*min(id, s.long-1):])) }

// An extent is what it takes to draw a glyph: points, contours, and how deep
// composites lie in it.
type extent struct{ points, contours, depth int }

func (e extent) or(o extent) extent {
	return extent{max(e.points, o.points), max(e.contours, o.contours), max(e.depth, o.depth)}
}

func (s *sfnt) extent(id int) (e extent) {
	outline := s.outline(id)
	if len(outline) == 0 {
		return e
	}
	if n := int(int16(be.Uint16(outline))); n >= 0 {
		e.contours = n
		if n > 0 {
			e.points = 1 + int(be.Uint16(outline[8+2*n:])) // behind the last point of the last contour
		}
		return e
	}
	for _, at := range components(outline) {
		part := s.extent(int(be.Uint16(outline[at:])))
		e = extent{e.points + part.points, e.contours + part.contours, max(e.depth, part.depth+1)}
	}
	return e
}

// components are the places in the outline of a composite glyph where the
// numbers of its components stand. A glyph of contours has none.
func components(outline []byte) (places []int) {
	if len(outline) == 0 || int16(be.Uint16(outline)) >= 0 {
		return nil
	}
	const words, scale, more, twoScales, matrix = 1, 8, 0x20, 0x40, 0x80
	for at := 10; ; {
		flags := be.Uint16(outline[at:])
		places = append(places, at+2)
		at += 6
		if flags&words != 0 {
			at += 2
		}
		switch {
		case flags&scale != 0:
			at += 2
		case flags&twoScales != 0:
			at += 4
		case flags&matrix != 0:
			at += 8
		}
		if flags&more == 0 {
			return places
		}
	}
}

// A box bounds an outline.
type box struct{ left, bottom, right, top int }

// none bounds nothing.
var none = box{math.MaxInt16, math.MaxInt16, math.MinInt16, math.MinInt16}

// boxOf is what the head of an outline says.
func boxOf(outline []byte) box {
	side := func(at int) int { return int(int16(be.Uint16(outline[at:]))) }
	return box{side(2), side(4), side(6), side(8)}
}

func (b box) moved(dx, dy int) box { return box{b.left + dx, b.bottom + dy, b.right + dx, b.top + dy} }

// with is the box round both.
func (b box) with(o box) box {
	return box{min(b.left, o.left), min(b.bottom, o.bottom), max(b.right, o.right), max(b.top, o.top)}
}

// A table of a font file.
type table struct {
	tag  string
	data []byte
}

// assemble puts tables, sorted by their tags, into a file. One of them is
// head, which gets the sum of the file.
func assemble(tables ...table) []byte {
	n, power, at := len(tables), 0, 12+16*len(tables)
	for 2<<power <= n {
		power++
	}
	size, adjust := at, 0
	for _, t := range tables {
		if t.tag == "head" {
			adjust = size + 8
		}
		size += (len(t.data) + 3) &^ 3
	}
	out := be.AppendUint32(make([]byte, 0, size), 0x00010000)
	for _, v := range []int{n, 16 << power, power, 16*n - 16<<power} {
		out = be.AppendUint16(out, uint16(v))
	}
	for _, t := range tables {
		out = append(out, t.tag...)
		for _, v := range []uint32{checksum(t.data), uint32(at), uint32(len(t.data))} {
			out = be.AppendUint32(out, v)
		}
		at += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		out = append(out, t.data...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	be.PutUint32(out[adjust:], 0xB1B0AFBA-checksum(out))
	return out
}

// checksum adds the words of data, which is padded with zeros.
func checksum(data []byte) (sum uint32) {
	for ; len(data) >= 4; data = data[4:] {
		sum += be.Uint32(data)
	}
	var last [4]byte
	copy(last[:], data)
	return sum + be.Uint32(last[:])
}
