package picture

import (
	"encoding/binary"
	"slices"
)

// tag is an entry of a directory: of 16-bit numbers (kind 3), 32-bit numbers
// (4), or bytes (7).
type tag struct {
	tag, kind uint16
	values    []int
}

// sheet is a page of a TIFF: its entries, and its blocks, which are strips
// unless it has a tagTileWidth.
type sheet struct {
	tags   []tag
	blocks [][]byte
}

// number is an entry with one number.
func number(name uint16, v int) tag { return tag{name, 4, []int{v}} }

// tiffFile is a TIFF of some pages. The data of the blocks comes first.
func tiffFile(order binary.AppendByteOrder, pages ...sheet) []byte {
	b := []byte("II*\x00\x00\x00\x00\x00")
	if order == binary.AppendByteOrder(binary.BigEndian) {
		b = []byte("MM\x00*\x00\x00\x00\x00")
	}
	link := 4 // where the place of the next directory stands
	for _, p := range pages {
		var at, sizes []int
		for _, block := range p.blocks {
			at, sizes = append(at, len(b)), append(sizes, len(block))
			b = append(b, block...)
		}
		tags := slices.Clone(p.tags)
		offsets, counts := uint16(tagOffsets), uint16(tagCounts)
		if slices.ContainsFunc(tags, func(t tag) bool { return t.tag == tagTileWidth }) {
			offsets, counts = tagTileOffsets, tagTileCounts
		}
		tags = append(tags, tag{offsets, 4, at}, tag{counts, 4, sizes})
		slices.SortFunc(tags, func(a, b tag) int { return int(a.tag) - int(b.tag) })
		var places []int
		for _, t := range tags {
			places = append(places, len(b))
			for _, v := range t.values {
				b = plain(order, b, t.kind, v)
			}
		}
		if len(b)%2 != 0 {
			b = append(b, 0)
		}
		copy(b[link:], order.AppendUint32(nil, uint32(len(b))))
		b = order.AppendUint16(b, uint16(len(tags)))
		for k, t := range tags {
			b = order.AppendUint16(order.AppendUint16(b, t.tag), t.kind)
			b = order.AppendUint32(b, uint32(len(t.values)))
			var short []byte
			for _, v := range t.values {
				short = plain(order, short, t.kind, v)
			}
			if t.kind == 5 {
				b = order.AppendUint32(b[:len(b)-4], uint32(len(t.values)/2))
			}
			if len(short) > 4 {
				b = order.AppendUint32(b, uint32(places[k]))
			} else {
				b = append(b, append(short, 0, 0, 0, 0)[:4]...)
			}
		}
		link = len(b)
		b = order.AppendUint32(b, 0)
	}
	return b
}

func plain(order binary.AppendByteOrder, b []byte, kind uint16, v int) []byte {
	switch kind {
	case 3:
		return order.AppendUint16(b, uint16(v))
	case 4, 5:
		return order.AppendUint32(b, uint32(v))
	}
	return append(b, byte(v))
}

// faxed is rows of black (true) and white pixels as a Group 4 fax, without
// the codes of whole runs: every change of colour must lie within three
// pixels of one in the row above, or be reached by a pass.
func faxed(rows [][]bool) []byte {
	var out []byte
	acc, n := 0, 0
	put := func(code string) {
		for _, c := range code {
			if acc, n = acc<<1|int(c-'0'), n+1; n == 8 {
				out, acc, n = append(out, byte(acc)), 0, 0
			}
		}
	}
	above := make([]bool, len(rows[0]))
	for _, row := range rows {
		w := len(row)
		// change is the first place from x on where the colour is no longer that.
		change := func(row []bool, x int, colour bool) int {
			for x < w && row[x] == colour {
				x++
			}
			return x
		}
		a0, colour := -1, false
		for a0 < w {
			a1 := change(row, max(a0, 0), colour)
			b1 := max(a0+1, 0) // the first change above to the other colour, right of a0
			for b1 < w && !(above[b1] != colour && (b1 == 0 && colour == false || b1 > 0 && above[b1-1] == colour)) {
				b1++
			}
			b2 := change(above, b1, !colour)
			switch d := a1 - b1; {
			case b2 < a1:
				put("0001")
				a0 = b2
				continue
			case d >= -3 && d <= 3:
				put(map[int]string{0: "1", 1: "011", 2: "000011", 3: "0000011", -1: "010", -2: "000010", -3: "0000010"}[d])
				a0, colour = a1, !colour
			default: // two runs, of few pixels
				a2 := change(row, a1, !colour)
				put("001" + run(a1-max(a0, 0), colour) + run(a2-a1, !colour))
				a0 = a2
			}
		}
		above = row
	}
	put("000000000001000000000001")
	for n > 0 {
		put("0")
	}
	return out
}

// flatFax is rows as a Group 3 fax of one dimension, each behind a line end;
// or without line ends, each at a byte.
func flatFax(ends bool, rows [][]bool) []byte {
	bits := ""
	for _, row := range rows {
		if ends {
			bits += "000000000001"
		}
		for x, black := 0, false; x < len(row); black = !black {
			from := x
			for x < len(row) && row[x] == black {
				x++
			}
			for ; x-from > 16 && !black; from += 16 {
				bits += run(16, false) + run(0, true) // a long run in two
			}
			bits += run(x-from, black)
		}
		for !ends && len(bits)%8 != 0 {
			bits += "0"
		}
	}
	out := make([]byte, (len(bits)+7)/8)
	for k, c := range bits {
		out[k/8] |= byte(c-'0') << (7 - k%8)
	}
	return out
}

// run is the code of a run of at most 7 black or 16 white pixels.
func run(n int, black bool) string {
	if black {
		return []string{"0000110111", "010", "11", "10", "011", "0011", "0010", "00011"}[n]
	}
	return []string{"00110101", "000111", "0111", "1000", "1011", "1100", "1110", "1111",
		"10011", "10100", "00111", "01000", "001000", "000011", "110100", "110101", "101010"}[n]
}
