package typeset

import (
	"fmt"
	"math"
	"slices"
)

// A part of what is drawn as one: a glyph of a font, moved dx to the right and
// dy up, in units of the font.
type part struct{ id, dx, dy int }

// A piece is one glyph of a subset: its parts, drawn over one another, and how
// far it advances.
type piece struct {
	parts   []part
	advance int
}

// subset is the program of a font with nothing but .notdef and the pieces: the
// piece i has the number i+1. One part that isn't moved is copied; anything
// else becomes a composite glyph. The glyphs that only composites use follow.
// Names, layout tables and the character map go, since a PDF addresses glyphs
// by number. The same arguments give the same bytes.
func (s *sfnt) subset(pieces []piece) (program []byte, err error) {
	defer damaged(&err)
	c := cutter{
		from: s, pieces: make([]piece, 1, 2*len(pieces)+16), number: make([]uint16, s.glyphs),
		loca: make([]byte, 4, 8*len(pieces)+64), glyf: make([]byte, 0, 128*len(pieces)),
		bounds: none, bearings: [2]int{math.MaxInt16, math.MaxInt16},
	}
	c.pieces[0] = piece{[]part{{}}, s.advance(0)}
	for _, p := range pieces {
		p.parts = s.drawn(p.parts)
		if id, ok := p.copied(); ok && c.number[id] == 0 {
			c.number[id] = uint16(len(c.pieces))
		}
		c.pieces = append(c.pieces, p)
	}
	for i := 0; i < len(c.pieces); i++ { // they grow by the components of composites
		c.add(c.pieces[i])
	}
	if len(c.pieces) > math.MaxUint16 {
		return nil, fmt.Errorf("font: %d glyphs in one subset", len(c.pieces))
	}
	return c.program(), nil
}

// copied tells whether p is nothing but a glyph of the font.
func (p piece) copied() (id int, ok bool) {
	if len(p.parts) == 1 && p.parts[0].dx == 0 && p.parts[0].dy == 0 {
		return p.parts[0].id, true
	}
	return 0, false
}

// drawn are the parts that have an outline.
func (s *sfnt) drawn(parts []part) []part {
	blank := func(p part) bool { return len(s.outline(p.id)) == 0 }
	if slices.ContainsFunc(parts, blank) {
		return slices.DeleteFunc(slices.Clone(parts), blank)
	}
	return parts
}

// A cutter collects the tables of a subset.
type cutter struct {
	from   *sfnt
	pieces []piece  // by their new numbers
	number []uint16 // by the number in the font: that of its copy; 0, it has none yet

	glyf, loca, hmtx []byte

	bounds   box    // of all
	advance  int    // the widest
	bearings [2]int // the least, left and right
	reach    int    // the farthest from an origin to the right
	simple   extent // the most of glyphs that are contours
	compound extent // and of composites
	parts    int    // the most that a composite has
}

// add places the next glyph.
func (c *cutter) add(p piece) {
	start := len(c.glyf)
	if id, ok := p.copied(); ok {
		c.glyf = append(c.glyf, c.from.outline(id)...)
		outline := c.glyf[start:]
		places := components(outline)
		for _, at := range places {
			be.PutUint16(outline[at:], c.copy(int(be.Uint16(outline[at:]))))
		}
		c.count(c.from.extent(id), len(places))
	} else if len(p.parts) > 0 {
		c.compose(p.parts)
	}
	left := 0
	if len(c.glyf) > start {
		b := boxOf(c.glyf[start:])
		left, c.bounds = b.left, c.bounds.with(b)
		c.bearings = [2]int{min(c.bearings[0], left), min(c.bearings[1], p.advance-b.right)}
		c.reach = max(c.reach, b.right)
	}
	c.advance = max(c.advance, p.advance)
	c.hmtx = be.AppendUint16(be.AppendUint16(c.hmtx, uint16(p.advance)), uint16(left))
	for len(c.glyf)%4 != 0 {
		c.glyf = append(c.glyf, 0)
	}
	c.loca = be.AppendUint32(c.loca, uint32(len(c.glyf)))
}

// compose places a composite glyph of parts.
func (c *cutter) compose(parts []part) {
	const words, offsets, more = 1, 2, 0x20 // ARG_1_AND_2_ARE_WORDS, ARGS_ARE_XY_VALUES, MORE_COMPONENTS
	whole, total := none, extent{}
	for _, p := range parts {
		whole = whole.with(boxOf(c.from.outline(p.id)).moved(p.dx, p.dy))
		e := c.from.extent(p.id)
		total = extent{total.points + e.points, total.contours + e.contours, max(total.depth, e.depth+1)}
	}
	c.glyf = be.AppendUint16(c.glyf, math.MaxUint16) // contours: -1
	for _, v := range []int{whole.left, whole.bottom, whole.right, whole.top} {
		c.glyf = be.AppendUint16(c.glyf, uint16(v))
	}
	for i, p := range parts {
		flags := uint16(words | offsets)
		if i+1 < len(parts) {
			flags |= more
		}
		c.glyf = be.AppendUint16(be.AppendUint16(c.glyf, flags), c.copy(p.id))
		c.glyf = be.AppendUint16(be.AppendUint16(c.glyf, uint16(p.dx)), uint16(p.dy))
	}
	c.count(total, len(parts))
}

// copy is the number of the copy of a glyph, which is placed later if there is
// none.
func (c *cutter) copy(id int) uint16 {
	if c.number[id] == 0 && id != 0 {
		c.number[id] = uint16(len(c.pieces))
		c.pieces = append(c.pieces, piece{[]part{{id: id}}, c.from.advance(id)})
	}
	return c.number[id]
}

// count notes what a glyph takes, for those who draw it.
func (c *cutter) count(e extent, parts int) {
	if parts == 0 {
		c.simple = c.simple.or(e)
		return
	}
	c.compound, c.parts = c.compound.or(e), max(c.parts, parts)
}

// program is the font file of what was placed.
func (c *cutter) program() []byte {
	put := func(data []byte, at int, values ...int) {
		for i, v := range values {
			be.PutUint16(data[at+2*i:], uint16(v))
		}
	}
	clone := func(tag string) []byte { return append([]byte(nil), c.from.table(tag)...) }
	head, hhea, maxp := clone("head"), clone("hhea"), clone("maxp")
	put(head, 8, 0, 0) // the sum of the file, filled in at the end
	put(head, 36, c.bounds.left, c.bounds.bottom, c.bounds.right, c.bounds.top)
	put(head, 50, 1) // loca is wide
	put(hhea, 10, c.advance, c.bearings[0], c.bearings[1], c.reach)
	put(hhea, 34, len(c.pieces))
	put(maxp, 4, len(c.pieces), c.simple.points, c.simple.contours, c.compound.points, c.compound.contours)
	put(maxp, 28, c.parts, c.compound.depth)
	return assemble(table{"glyf", c.glyf}, table{"head", head}, table{"hhea", hhea},
		table{"hmtx", c.hmtx}, table{"loca", c.loca}, table{"maxp", maxp})
}
