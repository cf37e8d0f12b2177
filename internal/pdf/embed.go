package pdf

import (
	"fmt"
	"math"
	"slices"
)

// A Font is a TrueType font to embed. Operators show its glyphs by their
// numbers, two bytes each, the high one first.
type Font struct {
	Name    string  // PostScript name, with the tag of a subset: "ABCDEF+NotoSans"
	Program []byte  // the font file
	Glyphs  []Glyph // that are shown

	// Measures in thousandths of the size of the font.
	Ascent, Descent, CapHeight, StemV float64
	Box                               Rect
	ItalicAngle                       float64 // degrees, negative where it leans to the right
	Flags                             int     // of the font descriptor; 0 is 32, a plain text font
}

// A Glyph of a Font.
type Glyph struct {
	ID    uint16
	Width float64 // in thousandths of the size
	Text  string  // what it reads as: a letter, or several of a ligature; "" where others say it
}

// Font adds a font.
func (w *Writer) Font(f Font) Ref {
	r := w.Reserve()
	w.SetFont(r, f)
	return r
}

// SetFont gives the reserved object r its font, once it is known which glyphs
// were shown.
func (w *Writer) SetFont(r Ref, f Font) {
	glyphs := slices.SortedStableFunc(slices.Values(f.Glyphs), func(a, b Glyph) int { return int(a.ID) - int(b.ID) })
	glyphs = slices.CompactFunc(glyphs, func(a, b Glyph) bool { return a.ID == b.ID })
	if f.Flags == 0 {
		f.Flags = 32
	}
	descriptor := w.Add(Dict{
		{"Type", Name("FontDescriptor")}, {"FontName", Name(f.Name)}, {"Flags", Int(f.Flags)},
		{"FontBBox", reals(f.Box[:]...)}, {"ItalicAngle", Real(f.ItalicAngle)},
		{"Ascent", Real(f.Ascent)}, {"Descent", Real(f.Descent)}, {"CapHeight", Real(f.CapHeight)}, {"StemV", Real(f.StemV)},
		{"FontFile2", w.Add(w.Deflated(Dict{{"Length1", Int(len(f.Program))}}, f.Program))},
	})
	usual := usualWidth(glyphs)
	descendant := w.Add(Dict{
		{"Type", Name("Font")}, {"Subtype", Name("CIDFontType2")}, {"BaseFont", Name(f.Name)},
		{"CIDSystemInfo", Dict{{"Registry", String("Adobe")}, {"Ordering", String("Identity")}, {"Supplement", Int(0)}}},
		{"FontDescriptor", descriptor}, {"CIDToGIDMap", Name("Identity")},
		{"DW", Real(usual)}, {"W", widths(glyphs, usual)},
	})
	w.Set(r, Dict{
		{"Type", Name("Font")}, {"Subtype", Name("Type0")}, {"BaseFont", Name(f.Name)},
		{"Encoding", Name("Identity-H")}, {"DescendantFonts", Array{descendant}},
		{"ToUnicode", w.Add(w.Deflated(nil, toUnicode(glyphs)))},
	})
}

// usualWidth is the width that most glyphs have, the smallest of such.
func usualWidth(glyphs []Glyph) float64 {
	counts := map[float64]int{}
	usual := 1000.0
	for _, g := range glyphs {
		counts[g.Width]++
		if n, most := counts[g.Width], counts[usual]; n > most || n == most && g.Width < usual {
			usual = g.Width
		}
	}
	return usual
}

// widths are those that differ from the usual: a first number and a list, or,
// for four and more of the same, a first number, a last one and the width.
func widths(glyphs []Glyph, usual float64) Array {
	out := Array{}
	var list Array
	next := math.MinInt // number that would go on with the list
	for i := 0; i < len(glyphs); {
		same := i + 1
		for same < len(glyphs) && glyphs[same].ID == glyphs[same-1].ID+1 && glyphs[same].Width == glyphs[i].Width {
			same++
		}
		g := glyphs[i]
		switch {
		case g.Width == usual:
			i = same
			continue
		case same-i >= 4:
			out = append(out, Int(g.ID), Int(glyphs[same-1].ID), Real(g.Width))
			i = same
			continue
		case int(g.ID) != next:
			list = Array{}
			out = append(out, Int(g.ID), nil)
		}
		list = append(list, Real(g.Width))
		out[len(out)-1] = list
		next = int(g.ID) + 1
		i++
	}
	return out
}

// toUnicode is the map from glyphs to text that searching and copying use.
func toUnicode(glyphs []Glyph) []byte {
	b := []byte("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n")
	glyphs = slices.DeleteFunc(slices.Clone(glyphs), func(g Glyph) bool { return g.Text == "" })
	for part := range slices.Chunk(glyphs, 100) {
		b = fmt.Appendf(b, "%d beginbfchar\n", len(part))
		for _, g := range part {
			b = fmt.Appendf(b, "<%04x> <%x>\n", g.ID, utf16be(nil, g.Text))
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"...)
}
