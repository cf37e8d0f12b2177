package page

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"sync"

	"mappe/internal/pdf"
)

//go:embed fonts/NotoSans-Regular.ttf.gz
var regularGz []byte

//go:embed fonts/NotoSans-Bold.ttf.gz
var boldGz []byte

var (
	regular = sync.OnceValue(func() *font { return mustFont("NotoSans-Regular", 92, regularGz) })
	bold    = sync.OnceValue(func() *font { return mustFont("NotoSans-Bold", 155, boldGz) })
)

// Height of Noto Sans above and below the baseline, in em.
const (
	ascent  = 1.069
	descent = 0.293
)

// font is an unpacked TrueType file and what is read of it: the glyph of every
// character it has one for.
type font struct {
	name  string // PostScript name
	ttf   []byte
	glyph map[rune]glyph
	box   pdf.Rect // round all glyphs, in 1/1000 em
	stem  float64  // thickness of an upright stroke, in 1/1000 em
}

// glyph is the number of a glyph in its font and its advance in 1/1000 em.
type glyph struct{ id, advance int }

// has tells whether f has a glyph for r.
func (f *font) has(r rune) bool { _, ok := f.glyph[r]; return ok }

// width is the length of s in points when set at size points. Characters
// without a glyph count nothing.
func (f *font) width(s string, size float64) float64 {
	var n int
	for _, r := range s {
		n += f.glyph[r].advance
	}
	return float64(n) * size / 1000
}

// mustFont unpacks an embedded font; a font that can't be read is a broken
// build, found by every test.
func mustFont(name string, stem float64, packed []byte) *font {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		panic(fmt.Errorf("font %s: %w", name, err))
	}
	ttf, err := io.ReadAll(z)
	if err != nil {
		panic(fmt.Errorf("font %s: %w", name, err))
	}
	f, err := readFont(ttf)
	if err != nil {
		panic(fmt.Errorf("font %s: %w", name, err))
	}
	f.name, f.stem = name, stem
	return f
}

var errFont = errors.New("not a TrueType font with a Unicode character map of format 4")

// readFont reads the tables head, hhea, hmtx and cmap (format 4: the basic
// plane).
func readFont(ttf []byte) (f *font, err error) {
	defer func() {
		if recover() != nil { // an index outside a table
			f, err = nil, errFont
		}
	}()
	be := binary.BigEndian
	tables := tablesOf(ttf)
	upem := int(be.Uint16(tables["head"][18:]))
	metrics := int(be.Uint16(tables["hhea"][34:]))
	hmtx := tables["hmtx"]
	f = &font{ttf: ttf, glyph: map[rune]glyph{}}
	for i := range f.box {
		f.box[i] = float64(1000 * int(int16(be.Uint16(tables["head"][36+2*i:]))) / upem)
	}
	cmap := tables["cmap"]
	for i := range int(be.Uint16(cmap[2:])) {
		rec := cmap[4+8*i:]
		sub := cmap[be.Uint32(rec[4:]):]
		if be.Uint16(rec) != 3 || be.Uint16(rec[2:]) != 1 || be.Uint16(sub) != 4 {
			continue
		}
		for r, id := range format4(sub) {
			m := min(id, metrics-1)
			f.glyph[r] = glyph{id, (1000*int(be.Uint16(hmtx[4*m:])) + upem/2) / upem}
		}
		return f, nil
	}
	return nil, errFont
}

// tablesOf is the table directory of a TrueType file. It panics when a table
// lies outside.
func tablesOf(ttf []byte) map[string][]byte {
	be := binary.BigEndian
	tables := map[string][]byte{}
	for i := range int(be.Uint16(ttf[4:])) {
		rec := ttf[12+16*i:]
		at, n := be.Uint32(rec[8:]), be.Uint32(rec[12:])
		tables[string(rec[:4])] = ttf[at : at+n]
	}
	return tables
}

// format4 reads a character map of segments: character → glyph, without the
// missing glyph 0.
func format4(sub []byte) map[rune]int {
	u16 := func(at int) int { return int(binary.BigEndian.Uint16(sub[at:])) }
	glyphs := map[rune]int{}
	n := u16(6) // twice the number of segments
	ends, starts := 14, 16+n
	deltas, offsets := starts+n, starts+2*n
	for s := 0; s < n; s += 2 {
		end, start, delta, offset := u16(ends+s), u16(starts+s), u16(deltas+s), u16(offsets+s)
		for c := start; c <= end && c < 0xFFFF; c++ {
			glyph := c
			if offset != 0 {
				if glyph = u16(offsets + s + offset + 2*(c-start)); glyph == 0 {
					continue
				}
			}
			if glyph = (glyph + delta) & 0xFFFF; glyph != 0 {
				glyphs[rune(c)] = glyph
			}
		}
	}
	return glyphs
}
