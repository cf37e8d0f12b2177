package typeset

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strconv"

	"mappe/internal/pdf"
)

// Cuts are the fonts of one file, cut to what it draws. A cluster gets its
// number when it is first drawn, so that pages are written one by one and the
// fonts at the end. Cuts are for one goroutine.
type Cuts struct {
	w     *pdf.Writer
	fonts []*embedded // in the order of their first use
	of    map[*Font]*embedded
}

// embedded is a font and the clusters drawn with it, of which number n stands at
// n-1. Number 0 is the missing glyph.
type embedded struct {
	font  *Font
	ref   pdf.Ref
	drawn []cluster

	plain  []plain           // by the glyph of the font: the first character it was drawn for
	others map[string]uint16 // the rest, by what they are
	known  map[*cluster]uint16
}

type plain struct {
	reads  rune
	number uint16
}

// NewCuts begins with the fonts of the file that w writes.
func NewCuts(w *pdf.Writer) *Cuts { return &Cuts{w: w, of: map[*Font]*embedded{}} }

// Font is the object that f becomes.
func (c *Cuts) Font(f *Font) pdf.Ref { return c.cut(f).ref }

func (c *Cuts) cut(f *Font) *embedded {
	t := c.of[f]
	if t == nil {
		t = &embedded{font: f, ref: c.w.Reserve(), plain: make([]plain, f.open().glyphs), others: map[string]uint16{}, known: map[*cluster]uint16{}}
		c.fonts, c.of[f] = append(c.fonts, t), t
	}
	return t
}

// Append appends the operator that shows r in its font at its size: strings of
// numbers, and where glyphs stand closer or wider than the font has it, by how
// much.
func (c *Cuts) Append(b []byte, r Run) []byte {
	const digits = "0123456789ABCDEF"
	t, f := c.cut(r.Font), r.Font.open()
	b = append(b, '[')
	open, gap := false, 0 // gap: to move left before the next glyph
	for _, g := range r.Glyphs {
		n := t.number(g)
		if gap -= int(g.shift); gap != 0 {
			if open {
				b, open = append(b, '>'), false
			}
			b = strconv.AppendInt(b, int64(gap), 10)
		}
		if !open {
			b, open = append(b, '<'), true
		}
		b = append(b, digits[n>>12], digits[n>>8&15], digits[n>>4&15], digits[n&15])
		gap = g.width(f) + int(g.shift) - int(g.advance)
	}
	if open {
		b = append(b, '>')
	}
	return append(b, "] TJ"...)
}

// width is how far g advances by itself.
func (g Glyph) width(f *face) int {
	if g.cluster != nil {
		return g.cluster.advance
	}
	return f.advance(int(g.id))
}

// number is that of a cluster in the file.
func (t *embedded) number(g Glyph) uint16 {
	if g.cluster == nil {
		p := &t.plain[g.id]
		if p.number == 0 {
			*p = plain{g.reads, t.add(t.whole(g))}
		}
		if p.reads == g.reads {
			return p.number
		}
	} else if n := t.known[g.cluster]; n != 0 {
		return n
	}
	whole := t.whole(g)
	key := whole.key()
	n := t.others[key]
	if n == 0 {
		n = t.add(whole)
		t.others[key] = n
	}
	if g.cluster != nil {
		t.known[g.cluster] = n
	}
	return n
}

// add gives the next number. Past the last one there is no room, which write
// tells.
func (t *embedded) add(c cluster) uint16 {
	t.drawn = append(t.drawn, c)
	return uint16(min(len(t.drawn), 1<<16-1))
}

// whole is g with all that it is.
func (t *embedded) whole(g Glyph) cluster {
	if g.cluster != nil {
		return *g.cluster
	}
	return cluster{piece{[]part{{id: int(g.id)}}, t.font.open().advance(int(g.id))}, string(g.reads)}
}

// key is the same for the same clusters alone.
func (c cluster) key() string {
	b := binary.AppendVarint(nil, int64(c.advance))
	for _, p := range c.parts {
		b = binary.AppendVarint(binary.AppendVarint(binary.AppendVarint(b, int64(p.id)+1), int64(p.dx)), int64(p.dy))
	}
	return string(append(append(b, 0), c.text...))
}

// Write embeds the fonts that were drawn with.
func (c *Cuts) Write() error {
	for _, t := range c.fonts {
		if len(t.drawn) == 0 {
			continue
		}
		if err := t.write(c.w); err != nil {
			return fmt.Errorf("font %s: %w", t.font.Name, err)
		}
	}
	return nil
}

func (t *embedded) write(w *pdf.Writer) error {
	if len(t.drawn) >= 1<<16 {
		return fmt.Errorf("%d clusters are drawn, and a file can have %d; divide it", len(t.drawn), 1<<16-1)
	}
	pieces, glyphs := make([]piece, len(t.drawn)), make([]pdf.Glyph, len(t.drawn))
	for i, c := range t.drawn {
		pieces[i] = c.piece
		glyphs[i] = pdf.Glyph{ID: uint16(i + 1), Width: float64(c.advance), Text: c.text}
	}
	f := t.font.open()
	program, err := t.font.subset(pieces)
	if err != nil {
		return err
	}
	w.SetFont(t.ref, pdf.Font{
		Name: tag(program) + "+" + t.font.Name, Program: program, Glyphs: glyphs,
		Ascent: float64(t.font.Ascent), Descent: float64(t.font.Descent),
		CapHeight: float64(t.font.CapHeight), StemV: float64(t.font.Stem), Box: f.box(),
	})
	return nil
}

// tag is the six letters by which a subset is told from others.
func tag(program []byte) string {
	sum := sha256.Sum256(program)
	for i := range 6 {
		sum[i] = 'A' + sum[i]%26
	}
	return string(sum[:6])
}
