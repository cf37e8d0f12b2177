package typeset

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// Font is one of the fonts that come with the program. It is unpacked when it
// is first drawn with, and may be used by many goroutines.
type Font struct {
	Name string // PostScript name
	Bold bool

	// Heights above the baseline and thickness of an upright stroke, in
	// thousandths of the size. Descent is negative.
	Ascent, Descent, CapHeight, Stem int

	packed string // gzip of the TrueType file
	once   sync.Once
	face   *face
}

// face is an unpacked font.
type face struct {
	*sfnt
	layout *font.Font // what shaping needs
}

// open unpacks f. A font that can't be read is a broken build, found by every
// test.
func (f *Font) open() *face {
	f.once.Do(func() {
		var err error
		if f.face, err = unpack(f.packed); err != nil {
			panic(fmt.Errorf("font %s: %w", f.Name, err))
		}
	})
	return f.face
}

func unpack(packed string) (*face, error) {
	z, err := gzip.NewReader(bytes.NewReader([]byte(packed)))
	if err != nil {
		return nil, err
	}
	ttf, err := io.ReadAll(z)
	if err != nil {
		return nil, err
	}
	s, err := openSFNT(ttf)
	if err != nil {
		return nil, err
	}
	// Outlines, names and instructions are nothing to the shaper, and take it
	// long to read.
	var tables []table
	for _, tag := range []string{"GDEF", "GPOS", "GSUB", "OS/2", "cmap", "head", "hhea", "hmtx", "maxp"} {
		if data := s.tables[tag]; len(data) > 0 {
			tables = append(tables, table{tag, data})
		}
	}
	loader, err := opentype.NewLoader(bytes.NewReader(assemble(tables...)))
	if err != nil {
		return nil, err
	}
	layout, err := font.NewFont(loader)
	if err != nil {
		return nil, err
	}
	return &face{s, layout}, nil
}

// covers tells whether f has a glyph for r.
func (f *Font) covers(r rune) bool {
	id, ok := f.open().layout.NominalGlyph(r)
	return ok && id != 0
}

// box is what encloses all glyphs of the font, in its units.
func (f *face) box() (b [4]float64) {
	for i := range b {
		b[i] = float64(int16(be.Uint16(f.tables["head"][36+2*i:])))
	}
	return b
}
