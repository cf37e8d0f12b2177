package page

import (
	"encoding/binary"
	"fmt"
	"slices"
)

// subset is the program of a TrueType font with nothing but the glyphs of ids:
// the glyph ids[i] gets the number i+1, after .notdef, and what composite
// glyphs are made of follows. Hinting stays; names, layout tables and the
// character map go, since a PDF addresses glyphs by number. The same arguments
// give the same bytes.
func subset(ttf []byte, ids []int) (program []byte, err error) {
	defer func() {
		if r := recover(); r != nil { // an index outside a table
			program, err = nil, fmt.Errorf("font: damaged (%v)", r)
		}
	}()
	be := binary.BigEndian
	from := tablesOf(ttf)
	outline := outlines(from)
	list := append([]int{0}, ids...)
	number := map[int]int{}
	for i, id := range list {
		if _, twice := number[id]; !twice {
			number[id] = i
		}
	}
	var glyf []byte
	loca := []uint32{0}
	for i := 0; i < len(list); i++ { // the list grows by the parts of composites
		g := slices.Clone(outline(list[i]))
		for _, at := range components(g) {
			part := int(be.Uint16(g[at:]))
			if _, known := number[part]; !known {
				number[part] = len(list)
				list = append(list, part)
			}
			be.PutUint16(g[at:], uint16(number[part]))
		}
		glyf = append(glyf, g...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		loca = append(loca, uint32(len(glyf)))
	}

	metrics := int(be.Uint16(from["hhea"][34:]))
	var hmtx []byte
	for _, id := range list {
		m := min(id, metrics-1)
		hmtx = append(hmtx, from["hmtx"][4*m:4*m+2]...)
		bearing := 4*m + 2
		if id >= metrics {
			bearing = 4*metrics + 2*(id-metrics)
		}
		hmtx = append(hmtx, from["hmtx"][bearing:bearing+2]...)
	}
	head, hhea, maxp := slices.Clone(from["head"]), slices.Clone(from["hhea"]), slices.Clone(from["maxp"])
	be.PutUint32(head[8:], 0)  // checkSumAdjustment
	be.PutUint16(head[50:], 1) // long offsets in loca
	be.PutUint16(hhea[34:], uint16(len(list)))
	be.PutUint16(maxp[4:], uint16(len(list)))
	var offsets []byte
	for _, at := range loca {
		offsets = be.AppendUint32(offsets, at)
	}
	return fontFile([]table{
		{"cvt ", from["cvt "]}, {"fpgm", from["fpgm"]}, {"glyf", glyf}, {"head", head}, {"hhea", hhea},
		{"hmtx", hmtx}, {"loca", offsets}, {"maxp", maxp}, {"prep", from["prep"]},
	}), nil
}

// outlines answers the description of a glyph by its number.
func outlines(tables map[string][]byte) func(id int) []byte {
	be, glyf, loca := binary.BigEndian, tables["glyf"], tables["loca"]
	if be.Uint16(tables["head"][50:]) == 0 {
		return func(id int) []byte {
			return glyf[2*int(be.Uint16(loca[2*id:])) : 2*int(be.Uint16(loca[2*id+2:]))]
		}
	}
	return func(id int) []byte { return glyf[be.Uint32(loca[4*id:]):be.Uint32(loca[4*id+4:])] }
}

// components are the places in a composite glyph where the number of a part
// stands.
func components(g []byte) (places []int) {
	be := binary.BigEndian
	if len(g) == 0 || int16(be.Uint16(g)) >= 0 {
		return nil
	}
	const words, scale, more, twoScales, matrix = 1, 8, 0x20, 0x40, 0x80
	for at := 10; ; {
		flags := be.Uint16(g[at:])
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

type table struct {
	tag  string
	data []byte
}

// fontFile puts tables, sorted by their tags, into a file; empty ones are left
// out.
func fontFile(tables []table) []byte {
	be := binary.BigEndian
	tables = slices.DeleteFunc(tables, func(t table) bool { return len(t.data) == 0 })
	n := len(tables)
	power := 0
	for 2<<power <= n {
		power++
	}
	out := be.AppendUint32(nil, 0x00010000)
	for _, v := range []int{n, 16 << power, power, 16*n - 16<<power} {
		out = be.AppendUint16(out, uint16(v))
	}
	at, adjust := 12+16*n, 0
	for _, t := range tables {
		if t.tag == "head" {
			adjust = at + 8
		}
		out = append(out, t.tag...)
		out = be.AppendUint32(out, checksum(t.data))
		out = be.AppendUint32(out, uint32(at))
		out = be.AppendUint32(out, uint32(len(t.data)))
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

// checksum adds the big-endian words of data, which is padded with zeros.
func checksum(data []byte) (sum uint32) {
	for ; len(data) >= 4; data = data[4:] {
		sum += binary.BigEndian.Uint32(data)
	}
	var last [4]byte
	copy(last[:], data)
	return sum + binary.BigEndian.Uint32(last[:])
}
