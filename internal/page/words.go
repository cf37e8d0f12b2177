package page

import (
	"crypto/sha256"
	"strconv"
	"strings"

	"mappe/internal/pdf"
)

// Press prints sheets into one file. All of them share two fonts, the weights:
// a character gets its number in the file when it is first drawn, so pages are
// written one by one, and the fonts, cut to what was drawn, at the end.
type Press struct {
	w       *pdf.Writer
	weights [2]cut
}

// cut is one weight: the characters drawn, in the order in which they came.
// Number 0 is the missing glyph.
type cut struct {
	font   *font
	ref    pdf.Ref
	number map[rune]int
	drawn  []rune
}

// NewPress prints into the file that w writes.
func NewPress(w *pdf.Writer) *Press {
	return &Press{w, [2]cut{
		{font: regular(), ref: w.Reserve(), number: map[rune]int{}},
		{font: bold(), ref: w.Reserve(), number: map[rune]int{}},
	}}
}

// Print puts sheets into the file, after those that are there: the drawing of
// each page, its words, its links to addresses. more lays what else belongs on
// a sheet, whose page is counted from 1.
func (p *Press) Print(sheets Sheets, more func(s *pdf.Sheet, page int) error) error {
	var below *pdf.Copier
	if sheets.Drawing != nil {
		f, err := pdf.Open(pdf.Bytes(sheets.Drawing), "")
		if err != nil {
			return err
		}
		below = p.w.Copier(f)
	}
	for i, words := range sheets.Words {
		s := &pdf.Sheet{Width: a4Width, Height: a4Height}
		if below != nil {
			d, err := below.Page(i + 1)
			if err != nil {
				return err
			}
			s.Artifact(func() { s.Draw(d, pdf.Identity) })
		}
		p.Words(s, words)
		for _, l := range sheets.Links {
			if l.Page == i+1 && !strings.HasPrefix(l.To, "#") {
				s.Links = append(s.Links, pdf.Link{Rect: l.Rect, URI: l.To})
			}
		}
		if err := more(s, i+1); err != nil {
			return err
		}
		if err := p.w.Sheet(s); err != nil {
			return err
		}
	}
	return nil
}

// Words draws words on a sheet.
func (p *Press) Words(s *pdf.Sheet, words []Word) {
	if len(words) == 0 {
		return
	}
	b := []byte("BT\n")
	var last Word
	for i, w := range words {
		weight := &p.weights[0]
		if w.Strong {
			weight = &p.weights[1]
		}
		if i == 0 || w.Strong != last.Strong || w.Size != last.Size {
			b = append(append(b, '/'), s.Use("Font", weight.ref)...)
			b = append(decimal(append(b, ' '), w.Size), " Tf\n"...)
		}
		if i == 0 || w.Ink != last.Ink {
			for _, c := range w.Ink {
				b = append(decimal(b, float64(c)/255), ' ')
			}
			b = append(b, "rg\n"...)
		}
		b = append(decimal(append(b, "1 0 0 1 "...), w.X), ' ')
		b = append(decimal(b, w.Y), " Tm <"...)
		b = append(weight.encode(b, w.Text), "> Tj\n"...)
		last = w
	}
	s.Raw(append(b, "ET"...))
}

// Close writes the fonts.
func (p *Press) Close() error {
	for _, c := range p.weights {
		if err := c.write(p.w); err != nil {
			return err
		}
	}
	return nil
}

// encode appends the numbers of the characters of s, four hexadecimal digits
// each.
func (c *cut) encode(b []byte, s string) []byte {
	const digits = "0123456789ABCDEF"
	for _, r := range s {
		n, ok := c.number[r]
		if !ok && c.font.has(r) {
			c.drawn = append(c.drawn, r)
			n = len(c.drawn)
			c.number[r] = n
		}
		b = append(b, digits[n>>12&15], digits[n>>8&15], digits[n>>4&15], digits[n&15])
	}
	return b
}

// write embeds the weight, if anything was drawn in it.
func (c *cut) write(w *pdf.Writer) error {
	if len(c.drawn) == 0 {
		return nil
	}
	ids := make([]int, len(c.drawn))
	glyphs := make([]pdf.Glyph, len(c.drawn))
	for i, r := range c.drawn {
		g := c.font.glyph[r]
		ids[i] = g.id
		glyphs[i] = pdf.Glyph{ID: uint16(i + 1), Width: float64(g.advance), Text: string(r)}
	}
	program, err := subset(c.font.ttf, ids)
	if err != nil {
		return err
	}
	w.SetFont(c.ref, pdf.Font{
		Name: tag(program) + "+" + c.font.name, Program: program, Glyphs: glyphs,
		Ascent: 1000 * ascent, Descent: -1000 * descent, CapHeight: 714, StemV: c.font.stem, Box: c.font.box,
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

// decimal appends v with at most three decimals.
func decimal(b []byte, v float64) []byte {
	b = strconv.AppendFloat(b, v, 'f', 3, 64)
	for b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	if b[len(b)-1] == '.' {
		b = b[:len(b)-1]
	}
	return b
}
