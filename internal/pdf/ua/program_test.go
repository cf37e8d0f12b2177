package ua_test

import (
	"encoding/binary"
	"strings"

	"mappe/internal/pdf"
)

// drawn is a TrueType font of boxes: glyph 0 is the missing one, the others
// stand for letters and are 500 wide.
func drawn(letters string) pdf.Font {
	n := len([]rune(letters)) + 1
	be := binary.BigEndian
	u16 := func(values ...int) (b []byte) {
		for _, v := range values {
			b = be.AppendUint16(b, uint16(v))
		}
		return b
	}
	box := append(u16(1, 50, 0, 450, 700, 3, 0), 1, 1, 1, 1)
	box = append(box, u16(50, 400, 0, 0x10000-400, 0, 0, 700, 0)...)
	if len(box)%2 != 0 {
		box = append(box, 0)
	}
	var hmtx, loca, glyf []byte
	for range n {
		hmtx = append(hmtx, u16(500, 50)...)
		loca = append(loca, u16(len(glyf)/2)...)
		glyf = append(glyf, box...)
	}
	loca = append(loca, u16(len(glyf)/2)...)
	head := append(u16(1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0, 1000), make([]byte, 16)...)
	head = append(head, u16(50, 0, 450, 700, 0, 8, 2, 0, 0)...)
	hhea := append(u16(1, 0, 800, 0x10000-200, 0, 500, 50, 50, 450, 1), make([]byte, 14)...)
	hhea = append(hhea, u16(n)...)
	maxp := append(u16(1, 0, n, 4, 1), make([]byte, 22)...)
	tables := []struct {
		name string
		data []byte
	}{{"glyf", glyf}, {"head", head}, {"hhea", hhea}, {"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp}}
	out := append([]byte("\x00\x01\x00\x00"), u16(len(tables), 64, 2, 32)...)
	at := 12 + 16*len(tables)
	var data []byte
	for _, t := range tables {
		out = append(out, t.name...)
		out = be.AppendUint32(out, 0)
		out = be.AppendUint32(out, uint32(at+len(data)))
		out = be.AppendUint32(out, uint32(len(t.data)))
		data = append(data, t.data...)
		for len(data)%4 != 0 {
			data = append(data, 0)
		}
	}
	f := pdf.Font{Name: "ABCDEF+Boxes", Program: append(out, data...), Ascent: 800, Descent: -200, CapHeight: 700, StemV: 80, Box: pdf.Rect{50, 0, 450, 700}}
	for i, r := range []rune(letters) {
		f.Glyphs = append(f.Glyphs, pdf.Glyph{ID: uint16(i + 1), Width: 500, Text: string(r)})
	}
	return f
}

// shown are operators that show s in a font of those letters.
func shown(font pdf.Name, letters, s string, x, y float64) []byte {
	var codes pdf.String
	for _, r := range s {
		i := len([]rune(letters[:strings.IndexRune(letters, r)])) + 1
		codes += pdf.String([]byte{byte(i >> 8), byte(i)})
	}
	sheet := &printed{}
	sheet.op("BT")
	sheet.op("Tf", font, pdf.Int(12))
	sheet.op("Td", pdf.Real(x), pdf.Real(y))
	sheet.op("Tj", codes)
	sheet.op("ET")
	return sheet.b
}
