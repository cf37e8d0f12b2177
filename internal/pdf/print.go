package pdf

import (
	"math"
	"slices"
	"strconv"
	"unicode/utf16"
)

// printer writes objects as they stand in a file. The zero printer writes
// strings as they are; seal encrypts them.
type printer struct {
	b    []byte
	seal func(String) String
	hex  bool // strings in hexadecimal: as long as others of their length
}

// object writes o; what is no object is null.
func (p *printer) object(o Object) {
	switch o := o.(type) {
	case Name:
		p.name(o)
	case Int:
		p.gap()
		p.b = strconv.AppendInt(p.b, int64(o), 10)
	case Ref:
		p.gap()
		p.b = strconv.AppendInt(p.b, int64(o.Num), 10)
		p.b = append(p.b, " 0 R"...)
	case Real:
		p.gap()
		p.b = appendReal(p.b, float64(o))
	case Dict:
		p.dict(o)
	case Array:
		p.b = append(p.b, '[')
		for _, v := range o {
			p.object(v)
		}
		p.b = append(p.b, ']')
	case String:
		if p.seal != nil {
			o = p.seal(o)
		}
		p.string(o, p.hex || p.seal != nil)
	case bool:
		p.gap()
		p.b = strconv.AppendBool(p.b, o)
	default:
		p.gap()
		p.b = append(p.b, "null"...)
	}
}

// dict writes a dictionary without what is null and without what a later entry
// overrides.
func (p *printer) dict(d Dict) {
	p.b = append(p.b, "<<"...)
	for _, e := range lasting(d) {
		if e.Value != nil {
			p.name(e.Key)
			p.object(e.Value)
		}
	}
	p.b = append(p.b, ">>"...)
}

// gap keeps two bare tokens apart.
func (p *printer) gap() {
	if n := len(p.b); n > 0 && bare[p.b[n-1]] {
		p.b = append(p.b, ' ')
	}
}

// bare are the characters that a token goes on with.
var bare = func() (is [256]bool) {
	for i := range is {
		is[i] = i > ' '
	}
	for _, c := range "()<>[]{}/%" {
		is[c] = false
	}
	return is
}()

const digits = "0123456789abcdef"

func (p *printer) name(n Name) {
	p.b = append(p.b, '/')
	for i := range len(n) {
		switch c := n[i]; {
		case c == 0: // no name may hold it
		case c > '~' || c == '#' || !bare[c]:
			p.b = append(p.b, '#', digits[c>>4], digits[c&15])
		default:
			p.b = append(p.b, c)
		}
	}
	if p.b[len(p.b)-1] == '/' { // the name is empty, and is not to begin with what follows
		p.b = append(p.b, ' ')
	}
}

// string writes s in parentheses, or in hexadecimal where that is wanted or
// shorter.
func (p *printer) string(s String, hex bool) {
	escapes := 0
	for i := range len(s) {
		switch s[i] {
		case '(', ')', '\\', '\r':
			escapes++
		}
	}
	if hex || escapes == len(s) && escapes > 0 {
		p.b = append(p.b, '<')
		for i := range len(s) {
			p.b = append(p.b, digits[s[i]>>4], digits[s[i]&15])
		}
		p.b = append(p.b, '>')
		return
	}
	p.b = append(p.b, '(')
	for i := range len(s) {
		switch c := s[i]; c {
		case '(', ')', '\\':
			p.b = append(p.b, '\\', c)
		case '\r':
			p.b = append(p.b, '\\', 'r')
		default:
			p.b = append(p.b, c)
		}
	}
	p.b = append(p.b, ')')
}

// appendReal writes v without exponent, with six decimals or more where it is
// small. What is no number is 0. What no integer holds keeps its point, since
// qpdf gives up a file at an integer that it can't hold.
func appendReal(b []byte, v float64) []byte {
	const most = 3.4e38 // what readers hold
	if math.IsNaN(v) {
		return append(b, '0')
	}
	decimals, scale := 6, 1e6
	switch a := math.Abs(v); {
	case a >= 1e18:
		return strconv.AppendFloat(b, max(-most, min(most, v)), 'f', 1, 64)
	case a >= 1e9:
		return strconv.AppendFloat(b, v, 'f', 0, 64)
	case a < 1e-3:
		decimals, scale = 12, 1e12
	case a < 1:
		decimals, scale = 9, 1e9
	}
	n := int64(math.Round(v * scale))
	for decimals > 0 && n%10 == 0 {
		n, decimals = n/10, decimals-1
	}
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	from := len(b)
	b = strconv.AppendInt(b, n, 10)
	if decimals == 0 {
		return b
	}
	for len(b)-from <= decimals { // a zero at least before the point
		b = slices.Insert(b, from, '0')
	}
	return slices.Insert(b, len(b)-decimals, '.')
}

// Text is a string for people: as it is where it is ASCII, UTF-16 elsewhere.
func Text(s string) String {
	plain := true
	for i := range len(s) {
		c := s[i]
		plain = plain && c < 0x7f && (c >= ' ' || c == '\t' || c == '\n' || c == '\r')
	}
	if plain {
		return String(s)
	}
	return String(utf16be([]byte{0xfe, 0xff}, s))
}

// utf16be appends s in UTF-16, the high byte first.
func utf16be(b []byte, s string) []byte {
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return b
}
