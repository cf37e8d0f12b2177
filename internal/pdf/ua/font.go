package ua

import (
	"math"
	"slices"
	"strings"
	"unicode/utf16"

	"mappe/internal/pdf"
)

// font is a composite font with a TrueType program, the only kind that mappe
// writes.
type font struct {
	place   string
	dict    pdf.Dict
	sound   bool // it is of that kind
	below   pdf.Dict
	widths  map[int]float64
	usual   float64
	unicode map[int]string
	glyphs  []byte // CIDToGIDMap, nil for the identity
	program *program
	used    map[int]string // codes, and where each was first shown
	order   []int
}

// font reads a font once.
func (d *document) font(o pdf.Object) *font {
	ref, _ := o.(pdf.Ref)
	if f := d.fonts[ref.Num]; f != nil {
		return f
	}
	f := &font{place: object(ref.Num), dict: d.f.Dict(o), widths: map[int]float64{}, used: map[int]string{}, usual: 1000}
	d.fonts[ref.Num] = f
	f.unicode = unicodes(d.data(f.dict.Get("ToUnicode"), f.place))
	f.below = d.f.Dict(append(d.f.Array(f.dict.Get("DescendantFonts")), nil)[0])
	f.sound = d.f.Name(f.dict.Get("Subtype")) == "Type0" && d.f.Name(f.below.Get("Subtype")) == "CIDFontType2"
	if w, ok := d.f.Number(f.below.Get("DW")); ok {
		f.usual = w
	}
	d.readWidths(f)
	f.glyphs = nil
	if s := d.f.Stream(f.below.Get("CIDToGIDMap")); s != nil {
		f.glyphs = d.data(f.below.Get("CIDToGIDMap"), f.place)
	}
	about := d.f.Dict(f.below.Get("FontDescriptor"))
	if data := d.data(about.Get("FontFile2"), f.place); len(data) > 0 {
		var err error
		if f.program, err = readProgram(data); err != nil {
			d.complain("font-embedded", f.place, "%v", err)
		}
	}
	return f
}

func (d *document) readWidths(f *font) {
	w := d.f.Array(f.below.Get("W"))
	for i := 0; i+1 < len(w); {
		first, _ := d.f.Int(w[i])
		if list := d.f.Array(w[i+1]); list != nil {
			for j, o := range list {
				f.widths[first+j], _ = d.f.Number(o)
			}
			i += 2
			continue
		}
		if i+2 >= len(w) {
			return
		}
		last, _ := d.f.Int(w[i+1])
		for c := first; c <= last && c <= 0xffff; c++ {
			f.widths[c], _ = d.f.Number(w[i+2])
		}
		i += 3
	}
}

func (f *font) width(code int) float64 {
	if w, ok := f.widths[code]; ok {
		return w
	}
	return f.usual
}

// codes are the characters of a string that is shown.
func (f *font) codes(s pdf.String) (all []int) {
	if !f.sound {
		for i := range len(s) {
			all = append(all, int(s[i]))
		}
		return all
	}
	for i := 0; i+1 < len(s); i += 2 {
		all = append(all, int(s[i])<<8|int(s[i+1]))
	}
	return all
}

func (f *font) use(code int, place string) {
	if _, ok := f.used[code]; !ok {
		f.used[code] = place
		f.order = append(f.order, code)
	}
}

// glyph is the glyph of a character.
func (f *font) glyph(code int) int {
	if f.glyphs == nil {
		return code
	}
	if 2*code+1 < len(f.glyphs) {
		return int(f.glyphs[2*code])<<8 | int(f.glyphs[2*code+1])
	}
	return 0
}

// unicodes reads a ToUnicode map.
func unicodes(data []byte) map[int]string {
	all := map[int]string{}
	s := scanner{b: data}
	for {
		op, operands, ok := s.next()
		if !ok {
			return all
		}
		switch op {
		case "endbfchar":
			for ; len(operands) >= 2; operands = operands[2:] {
				all[code(operands[0])] = utf16be(operands[1])
			}
		case "endbfrange":
			for ; len(operands) >= 3; operands = operands[3:] {
				from, to := code(operands[0]), code(operands[1])
				for c := from; c <= to; c++ {
					if list, ok := operands[2].(pdf.Array); ok && c-from < len(list) {
						all[c] = utf16be(list[c-from])
					} else if runes := []rune(utf16be(operands[2])); len(runes) > 0 {
						runes[len(runes)-1] += rune(c - from)
						all[c] = string(runes)
					}
				}
			}
		}
	}
}

func code(o pdf.Object) (n int) {
	s, _ := o.(pdf.String)
	for i := range len(s) {
		n = n<<8 | int(s[i])
	}
	return n
}

func utf16be(o pdf.Object) string {
	s, _ := o.(pdf.String)
	units := make([]uint16, len(s)/2)
	for i := range units {
		units[i] = uint16(s[2*i])<<8 | uint16(s[2*i+1])
	}
	return string(utf16.Decode(units))
}

// checkFonts looks at every font that something was shown in.
func (d *document) checkFonts() {
	for _, num := range sorted(d.fonts) {
		f := d.fonts[num]
		if len(f.used) == 0 {
			continue
		}
		d.checkFont(f)
		if f.sound && f.program != nil {
			d.checkGlyphs(f)
		}
		d.checkUnicode(f)
	}
}

func (d *document) checkFont(f *font) {
	if !f.sound {
		d.complain("font-kind", f.place, "is no composite font of TrueType glyphs")
		return
	}
	about := d.f.Dict(f.below.Get("FontDescriptor"))
	if f.program == nil {
		d.complain("font-embedded", f.place, "its program is not in the file")
	}
	if d.f.Name(f.dict.Get("Encoding")) != "Identity-H" {
		d.complain("font-encoding", f.place, "the encoding is %v, not Identity-H", f.dict.Get("Encoding"))
	}
	info := d.f.Dict(f.below.Get("CIDSystemInfo"))
	if info.Get("Registry") == nil || info.Get("Ordering") == nil || info.Get("Supplement") == nil {
		d.complain("font-encoding", f.place, "CIDSystemInfo lacks an entry")
	}
	if f.glyphs == nil && d.f.Name(f.below.Get("CIDToGIDMap")) != "Identity" {
		d.complain("font-encoding", f.place, "CIDToGIDMap is neither Identity nor a stream")
	}
	names := []string{string(d.f.Name(f.dict.Get("BaseFont"))), string(d.f.Name(f.below.Get("BaseFont"))), string(d.f.Name(about.Get("FontName")))}
	if slices.ContainsFunc(names, func(n string) bool { return n != names[0] }) {
		d.complain("font-name", f.place, "is called %q", names)
	}
	if tag, _, ok := strings.Cut(names[0], "+"); !ok || len(tag) != 6 || strings.Trim(tag, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		d.complain("font-name", f.place, "%q does not say that it is a subset", names[0])
	}
	if set := d.data(about.Get("CIDSet"), f.place); about.Get("CIDSet") != nil {
		for _, c := range f.order {
			if c/8 >= len(set) || set[c/8]&(0x80>>(c%8)) == 0 {
				d.complain("font-cidset", f.place, "CIDSet lacks %04x", c)
			}
		}
	}
}

func (d *document) checkGlyphs(f *font) {
	for _, c := range f.order {
		place := f.place + ", " + f.used[c]
		switch g := f.glyph(c); {
		case g == 0:
			d.complain("font-notdef", place, "%04x is shown, the missing glyph", c)
		case g >= f.program.glyphs:
			d.complain("font-glyphs", place, "%04x is glyph %d of %d", c, g, f.program.glyphs)
		case math.Abs(f.program.advance(g)-f.width(c)) > 1:
			d.complain("font-widths", place, "%04x is %g wide, its glyph %g", c, f.width(c), f.program.advance(g))
		}
	}
}

func (d *document) checkUnicode(f *font) {
	for _, c := range f.order {
		place := f.place + ", " + f.used[c]
		text, ok := f.unicode[c]
		if !ok || text == "" {
			d.complain("font-unicode", place, "%04x reads as nothing", c)
		}
		for _, r := range text {
			switch {
			case r == 0 || r == 0xFEFF || r == 0xFFFE || r == 0xFFFD:
				d.complain("font-characters", place, "%04x reads as %U", c, r)
			case 0xE000 <= r && r <= 0xF8FF || r >= 0xF0000:
				d.complain("font-characters", place, "%04x reads as %U, which means nothing to others", c, r)
			}
		}
	}
}
