package proof

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

const (
	maxMap    = 4 << 20 // bytes of a map from codes to text
	maxCodes  = 1 << 16 // that such a map names
	keptCodes = 4 * maxCodes
)

// A sign is what a code reads as.
type sign struct {
	text  string
	hand  hand
	blank bool
}

var unknown = sign{text: "\uFFFD"}

// A font as far as its text can be read.
type font struct {
	wide   bool   // codes have two bytes
	signs  []sign // by code; without a text where the font does not say
	widths []float64
	usual  float64
}

// font is the font that o leads to.
func (f *File) font(o any) (*font, error) {
	r, numbered := o.(ref)
	if t := f.fonts[r.num]; numbered && t != nil {
		return t, nil
	}
	d, err := as[dict](f, o, "a font")
	if err != nil || d == nil {
		return nil, err
	}
	t := &font{wide: d.get("Subtype") == name("Type0")}
	if s, err := as[*stream](f, d.get("ToUnicode"), "/ToUnicode"); err != nil {
		return nil, err
	} else if s != nil {
		data, err := f.decoded(s, maxMap)
		if err == nil {
			t.signs, err = readMap(data, f.slate)
		}
		if err != nil {
			return nil, fmt.Errorf("font %d: /ToUnicode: %w", r.num, err)
		}
	}
	if !t.wide && d.get("ToUnicode") == nil {
		for code := byte(' '); code < 255; code++ {
			t.signs = reads(t.signs, int(code), text([]byte{code}).words())
		}
	}
	if t.wide {
		err = f.wideWidths(t, d)
	} else {
		err = f.narrowWidths(t, d)
	}
	if err != nil {
		return nil, fmt.Errorf("font %d: widths: %w", r.num, err)
	}
	if numbered {
		kept := len(t.signs) + len(t.widths)
		for _, old := range f.fonts {
			kept += len(old.signs) + len(old.widths) + 1
		}
		if kept > keptCodes {
			clear(f.fonts)
		}
		f.fonts[r.num] = t
	}
	return t, nil
}

// narrowWidths reads the widths of a font whose codes have one byte.
func (f *File) narrowWidths(t *font, d dict) error {
	t.usual = 500
	first, _ := d.get("FirstChar").(int)
	all, err := as[array](f, d.get("Widths"), "/Widths")
	if err != nil {
		return err
	}
	for i, v := range all[:min(len(all), 256)] {
		if v, err = f.get(v); err != nil {
			return err
		}
		if at := first + i; at >= 0 && at < 256 {
			t.widen(at, v)
		}
	}
	return nil
}

// wideWidths reads those of a font whose codes have two: first [w …] or
// first last w.
func (f *File) wideWidths(t *font, d dict) error {
	below, err := as[array](f, d.get("DescendantFonts"), "/DescendantFonts")
	if err != nil || len(below) == 0 {
		return err
	}
	if d, err = as[dict](f, below[0], "a descendant font"); err != nil {
		return err
	}
	var ok bool
	if t.usual, ok = number(d.get("DW")); !ok {
		t.usual = 1000
	}
	w, err := as[array](f, d.get("W"), "/W")
	if err != nil {
		return err
	}
	for len(w) >= 2 {
		first, ok := w[0].(int)
		if !ok || first < 0 || first >= maxCodes {
			return fmt.Errorf("%v is no code", w[0])
		}
		o, err := f.get(w[1])
		if err != nil {
			return err
		}
		if list, ok := o.(array); ok {
			for i, v := range list[:min(len(list), maxCodes-first)] {
				t.widen(first+i, v)
			}
			w = w[2:]
			continue
		}
		last, ok := o.(int)
		if !ok || len(w) < 3 || last >= maxCodes {
			return fmt.Errorf("code %d has neither a list nor a last code", first)
		}
		for i := first; i <= last; i++ {
			t.widen(i, w[2])
		}
		w = w[3:]
	}
	return nil
}

// code is the first code of t, and how many bytes it has.
func (t *font) code(s []byte) (code, n int) {
	if t.wide && len(s) >= 2 {
		return int(s[0])<<8 | int(s[1]), 2
	}
	return int(s[0]), 1
}

func (t *font) width(code int) float64 {
	if code < len(t.widths) && t.widths[code] >= 0 {
		return t.widths[code]
	}
	return t.usual
}

// widen notes a width, which is none where it is negative.
func (t *font) widen(code int, v any) {
	for code >= len(t.widths) {
		t.widths = append(t.widths, -1)
	}
	t.widths[code], _ = number(v)
}

// sign is what a code reads as: U+FFFD where the font does not say.
func (t *font) sign(code int) *sign {
	if code < len(t.signs) && t.signs[code].text != "" {
		return &t.signs[code]
	}
	return &unknown
}

// readMap reads a map from codes to text.
func readMap(data []byte, s *slate) (signs []sign, err error) {
	p := &parser{b: data, loose: true, slate: s}
	var held []any
	for p.skip() {
		from := p.i
		o, err := p.value(0)
		if err != nil {
			return nil, fmt.Errorf("byte %d: %w", from, err)
		}
		w, bare := o.(keyword)
		if !bare {
			if held = append(held, o); len(held) > 3*maxCodes {
				return nil, fmt.Errorf("byte %d: more than %d values", from, 3*maxCodes)
			}
			continue
		}
		switch w {
		case "endbfchar":
			for ; len(held) >= 2; held = held[2:] {
				if code, ok := codeOf(held[0]); ok {
					signs = reads(signs, code, units(held[1]))
				}
			}
		case "endbfrange":
			for ; len(held) >= 3; held = held[3:] {
				signs = between(signs, held[0], held[1], held[2])
			}
		}
		held = held[:0]
	}
	return signs, nil
}

// between maps the codes from one to another.
func between(signs []sign, first, last, to any) []sign {
	from, ok1 := codeOf(first)
	until, ok2 := codeOf(last)
	if !ok1 || !ok2 {
		return signs
	}
	if list, ok := to.(array); ok {
		for i, v := range list[:min(len(list), max(0, until-from+1))] {
			signs = reads(signs, from+i, units(v))
		}
		return signs
	}
	t, _ := to.(text)
	for code := from; code <= until && len(t) > 0; code++ {
		signs = reads(signs, code, units(t))
		b := []byte(t)
		for i := len(b) - 1; i >= 0; i-- {
			if b[i]++; b[i] != 0 {
				break
			}
		}
		t = text(b)
	}
	return signs
}

// reads notes what a code reads as.
func reads(signs []sign, code int, text string) []sign {
	for code >= len(signs) {
		signs = append(signs, sign{})
	}
	signs[code] = sign{text, handOf(text), strings.TrimSpace(text) == ""}
	return signs
}

// codeOf is a string of one or two bytes as a code.
func codeOf(v any) (code int, ok bool) {
	t, ok := v.(text)
	for _, c := range []byte(t) {
		code = code<<8 | int(c)
	}
	return code, ok && len(t) >= 1 && len(t) <= 2
}

// units is a string of UTF-16.
func units(v any) string {
	t, _ := v.(text)
	var all []uint16
	for i := 0; i+1 < len(t); i += 2 {
		all = append(all, uint16(t[i])<<8|uint16(t[i+1]))
	}
	return string(utf16.Decode(all))
}
