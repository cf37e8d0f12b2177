//go:build !race

package typeset

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"mappe/internal/pdf"
)

// A shown is what one text-showing operator of a page draws: the texts of its
// glyphs, and where it starts and ends, in points.
type shown struct {
	page     int
	x, y, to float64
	texts    []string
}

// decode reads the text of a file as a viewer does: the operators of each page
// show numbers of glyphs in a font, whose ToUnicode says what they read as and
// whose widths say how far they go.
func decode(t *testing.T, file []byte) (all []shown) {
	t.Helper()
	f, err := pdf.Open(pdf.Bytes(file), "")
	if err != nil {
		t.Fatal(err)
	}
	var w pdf.Memory
	c := pdf.NewWriter(&w, pdf.Options{}).Copier(f)
	for page := 1; page <= f.Pages(); page++ {
		ops, err := c.Contents(page)
		if err != nil {
			t.Fatal(err)
		}
		fonts := map[string]*readFont{}
		for _, e := range f.Dict(f.Dict(f.Page(page).Resources).Get("Font")) {
			fonts[string(e.Key)] = newReadFont(t, f, e.Value)
		}
		var font *readFont
		var x, y, size float64
		var operands []string
		number := func(i int) float64 { // the operand i, from the last one
			v, err := strconv.ParseFloat(operands[len(operands)-1-i], 64)
			if err != nil {
				t.Fatalf("page %d: %v", page, err)
			}
			return v
		}
		for _, token := range tokens(string(ops)) {
			switch token {
			case "Tf":
				size = number(0)
				if font = fonts[strings.TrimPrefix(operands[0], "/")]; font == nil {
					t.Fatalf("page %d: no font %s", page, operands[0])
				}
			case "Tm":
				x, y = number(1), number(0)
			case "TJ":
				s := shown{page: page, x: x, y: y}
				for _, o := range operands {
					if o == "[" || o == "]" {
						continue
					}
					if !strings.HasPrefix(o, "<") {
						v, err := strconv.ParseFloat(o, 64)
						if err != nil {
							t.Fatalf("page %d: %v", page, err)
						}
						x -= v / 1000 * size
						continue
					}
					for hex := strings.Trim(o, "<>"); hex != ""; hex = hex[4:] {
						n, err := strconv.ParseUint(hex[:4], 16, 16)
						if err != nil {
							t.Fatal(err)
						}
						text, ok := font.reads[uint16(n)]
						if !ok || text == "" {
							t.Fatalf("page %d: glyph %d reads as nothing", page, n)
						}
						s.texts = append(s.texts, text)
						x += font.width(uint16(n)) / 1000 * size
					}
				}
				s.to = x
				all = append(all, s)
			default:
				if isOperand(token) {
					operands = append(operands, token)
					continue
				}
			}
			operands = operands[:0]
		}
	}
	return all
}

func isOperand(token string) bool { return strings.ContainsAny(token[:1], "/<[]-.0123456789") }

// tokens parts operators; strings are hexadecimal and have no spaces.
func tokens(ops string) []string {
	spaced := strings.NewReplacer("[", " [ ", "]", " ] ", "<<", " << ", ">>", " >> ", "<", " <", ">", "> ").Replace(ops)
	return strings.Fields(spaced)
}

// readFont is what a viewer knows of a font.
type readFont struct {
	reads  map[uint16]string
	widths map[uint16]float64
	usual  float64
}

func (f *readFont) width(n uint16) float64 {
	if w, ok := f.widths[n]; ok {
		return w
	}
	return f.usual
}

func newReadFont(t *testing.T, f *pdf.File, o pdf.Object) *readFont {
	t.Helper()
	d := f.Dict(o)
	cmap, err := f.Decode(f.Stream(d.Get("ToUnicode")), 1<<24)
	if err != nil {
		t.Fatal(err)
	}
	font := &readFont{reads: map[uint16]string{}, widths: map[uint16]float64{}}
	fields := tokens(string(cmap))
	for i, token := range fields {
		if token == "beginbfrange" {
			t.Fatal("ToUnicode has ranges, which this test doesn't read")
		}
		if token != "beginbfchar" {
			continue
		}
		for i++; fields[i] != "endbfchar"; i += 2 {
			n, err := strconv.ParseUint(strings.Trim(fields[i], "<>"), 16, 16)
			if err != nil {
				t.Fatal(err)
			}
			var units []uint16
			for hex := strings.Trim(fields[i+1], "<>"); hex != ""; hex = hex[4:] {
				u, err := strconv.ParseUint(hex[:4], 16, 16)
				if err != nil {
					t.Fatal(err)
				}
				units = append(units, uint16(u))
			}
			if _, twice := font.reads[uint16(n)]; twice {
				t.Fatalf("glyph %d reads as two texts", n)
			}
			font.reads[uint16(n)] = string(utf16.Decode(units))
		}
	}
	descendant := f.Dict(f.Array(d.Get("DescendantFonts"))[0])
	font.usual, _ = f.Number(descendant.Get("DW"))
	w := f.Array(descendant.Get("W"))
	for i := 0; i < len(w); {
		first, _ := f.Int(w[i])
		if list := f.Array(w[i+1]); list != nil {
			for k, o := range list {
				font.widths[uint16(first+k)], _ = f.Number(o)
			}
			i += 2
			continue
		}
		last, _ := f.Int(w[i+1])
		for n := first; n <= last; n++ {
			font.widths[uint16(n)], _ = f.Number(w[i+2])
		}
		i += 3
	}
	return font
}
