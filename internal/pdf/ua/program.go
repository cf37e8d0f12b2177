package ua

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"
)

// program is a TrueType font: what of it is needed to judge what is shown.
type program struct {
	glyphs, long int
	perEm        float64
	hmtx         []byte
}

// readProgram reads a TrueType font that is cut to what a PDF needs.
func readProgram(b []byte) (*program, error) {
	if len(b) < 12 {
		return nil, errors.New("the font program is too short")
	}
	tables := map[string][]byte{}
	n := int(binary.BigEndian.Uint16(b[4:]))
	if len(b) < 12+16*n {
		return nil, errors.New("the font program is too short")
	}
	for i := range n {
		e := b[12+16*i:]
		at, size := uint64(binary.BigEndian.Uint32(e[8:])), uint64(binary.BigEndian.Uint32(e[12:]))
		if at+size > uint64(len(b)) {
			return nil, fmt.Errorf("table %q ends behind the font program", e[:4])
		}
		tables[string(e[:4])] = b[at : at+size]
	}
	for _, want := range []struct {
		name  string
		least int
	}{{"head", 54}, {"hhea", 36}, {"maxp", 6}, {"hmtx", 4}, {"loca", 4}, {"glyf", 0}} {
		if t, ok := tables[want.name]; !ok || len(t) < want.least {
			return nil, fmt.Errorf("the font program has no sound table %q", want.name)
		}
	}
	p := &program{
		glyphs: int(binary.BigEndian.Uint16(tables["maxp"][4:])),
		long:   int(binary.BigEndian.Uint16(tables["hhea"][34:])),
		perEm:  float64(binary.BigEndian.Uint16(tables["head"][18:])),
		hmtx:   tables["hmtx"],
	}
	wide := 2 << (binary.BigEndian.Uint16(tables["head"][50:]) & 1)
	if len(tables["loca"]) < wide*(p.glyphs+1) || p.long < 1 || len(p.hmtx) < 4*p.long || p.perEm == 0 {
		return nil, fmt.Errorf("the font program has not %d glyphs", p.glyphs)
	}
	return p, nil
}

// advance is the width of a glyph, in thousandths of the size.
func (p *program) advance(glyph int) float64 {
	return float64(binary.BigEndian.Uint16(p.hmtx[4*min(glyph, p.long-1):])) * 1000 / p.perEm
}

// sorted are the keys of m in order.
func sorted[V any](m map[int]V) []int { return slices.Sorted(maps.Keys(m)) }
