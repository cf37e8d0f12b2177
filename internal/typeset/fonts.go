package typeset

import (
	"bytes"
	"embed"
	"fmt"
	"io"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

//go:embed fonts/*.ttf fonts/*.ttf.gz
var files embed.FS

// coverage has the spans of characters that the families draw, in order: three
// bytes for the first character of a span and three for the last.
//
//go:embed fonts/coverage.bin
var coverage string

// A Font is one of those that come with the program. It is opened when it is
// first drawn with, and may be used by many goroutines.
type Font struct {
	Name string // PostScript name
	Bold bool

	// Heights above the baseline and thickness of an upright stroke, in
	// thousandths of the size. Descent is negative.
	Ascent, Descent, CapHeight, Stem int

	file   string
	struck bool // bold by being drawn several times, a little apart
	once   sync.Once
	face   *face
}

// A face is an open font.
type face struct {
	*sfnt
	layout *font.Font // what shaping needs
}

// A family is a font in two weights, which draw the same characters.
type family struct {
	regular, bold Font
	from, to      int      // its spans in coverage
	langs         []string // that would have from it what others draw too
}

// open opens f. Two weights of one file share it. A font that can't be read is a
// broken build, found by every test.
func (f *Font) open() *face {
	f.once.Do(func() {
		for i := range families {
			if r := &families[i].regular; f == &families[i].bold && f.file == r.file {
				f.face = r.open()
				return
			}
		}
		var err error
		if f.face, err = openFace(f.file); err != nil {
			panic(fmt.Errorf("font %s: %w", f.Name, err))
		}
	})
	return f.face
}

func openFace(name string) (*face, error) {
	file, err := openFile(name)
	if err != nil {
		return nil, err
	}
	s, err := openSFNT(file)
	if err != nil {
		return nil, err
	}
	// Outlines and names are nothing to the shaper, and take it long to read.
	var tables []table
	for _, tag := range []string{"GDEF", "GPOS", "GSUB", "OS/2", "cmap", "head", "hhea", "hmtx", "maxp"} {
		if data := s.table(tag); len(data) > 0 {
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

func openFile(name string) (program, error) {
	if !strings.HasSuffix(name, ".gz") {
		b, err := files.ReadFile(name)
		return raw(b), err
	}
	file, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	return openPacked(file.(io.ReaderAt), info.Size())
}

// covers tells whether f has a glyph for r.
func (f *Font) covers(r rune) bool {
	id, ok := f.open().layout.NominalGlyph(r)
	return ok && id != 0
}

// box is what encloses all glyphs of the font, in its units.
func (f *face) box() (b [4]float64) {
	for i := range b {
		b[i] = float64(int16(be.Uint16(f.table("head")[36+2*i:])))
	}
	return b
}

// strikes are where a struck font is drawn, so that its strokes grow as those of
// a bold one: the upright ones more than the level ones.
var strikes = [4]part{{dx: -15}, {dx: 15}, {dy: -10}, {dy: 10}}

// subset is the program of f cut to pieces, as sfnt.subset makes it.
func (f *Font) subset(pieces []piece) ([]byte, error) {
	if !f.struck {
		return f.open().sfnt.subset(pieces)
	}
	bold := make([]piece, len(pieces))
	for i, p := range pieces {
		bold[i].advance = p.advance
		for _, q := range p.parts {
			for _, s := range strikes {
				bold[i].parts = append(bold[i].parts, part{q.id, q.dx + s.dx, q.dy + s.dy})
			}
		}
	}
	return f.open().sfnt.subset(bold)
}

// fontFor is the font that draws r best in text of a language. Where none has
// it, it is one that says so. No font is opened to tell.
func fontFor(r rune, lang string, bold bool) *Font {
	f := familyFor(r, lang)
	if f == nil {
		f = &families[0]
	}
	if bold {
		return &f.bold
	}
	return &f.regular
}

// drawable tells whether some font draws r.
func drawable(r rune) bool { return familyFor(r, "") != nil }

// familyFor is the family that draws r best; nil, none has it. A language whose
// signs others draw too has them from its own.
func familyFor(r rune, lang string) *family {
	if r >= ' ' && r < 0x7F || r >= 0xC0 && r < 0x250 || r >= 0x400 && r < 0x530 { // most text: Latin, Cyrillic
		return &families[0]
	}
	if primary, _, _ := strings.Cut(lang, "-"); primary != "" {
		for i := range families {
			if f := &families[i]; slices.Contains(f.langs, primary) && f.covers(r) {
				return f
			}
		}
	}
	for i := range families {
		if f := &families[i]; f.covers(r) {
			return f
		}
	}
	return nil
}

// covers tells whether f has a glyph for r.
func (f *family) covers(r rune) bool {
	i := f.from + sort.Search(f.to-f.from, func(i int) bool { return bound(f.from+i, 3) >= r })
	return i < f.to && bound(i, 0) <= r
}

// bound is the first character of a span of coverage, or its last one.
func bound(span, at int) rune {
	s := coverage[6*span+at:]
	return rune(s[0])<<16 | rune(s[1])<<8 | rune(s[2])
}
