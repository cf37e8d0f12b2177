package proof

import "fmt"

// string reads a string, as it was before encryption.
func (p *parser) string() (any, error) {
	var err error
	if p.text, err = p.bytes(p.text[:0]); err != nil {
		return nil, err
	}
	if p.open == nil {
		return text(p.text), nil
	}
	return p.open(text(p.text))
}

// bytes appends those of the string that begins here.
func (p *parser) bytes(out []byte) ([]byte, error) {
	if p.i++; p.b[p.i-1] == '<' {
		return p.hex(out)
	}
	for depth := 1; p.i < len(p.b); p.i++ {
		switch c := p.b[p.i]; c {
		case '(':
			depth++
			out = append(out, c)
		case ')':
			if depth--; depth == 0 {
				p.i++
				return out, nil
			}
			out = append(out, c)
		case '\\':
			p.i++
			out = p.escape(out)
		case '\r':
			if p.peek(1) == '\n' {
				p.i++
			}
			out = append(out, '\n')
		default:
			out = append(out, c)
		}
	}
	p.short = true
	return out, fmt.Errorf("a string does not end")
}

// escape reads what stands behind a backslash, up to its last byte.
func (p *parser) escape(out []byte) []byte {
	switch c := p.peek(0); c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case '\n':
		return out
	case '\r':
		if p.peek(1) == '\n' {
			p.i++
		}
		return out
	case '0', '1', '2', '3', '4', '5', '6', '7':
		v := c - '0'
		for range 2 {
			d := p.peek(1)
			if d < '0' || d > '7' {
				break
			}
			v = v<<3 | (d - '0')
			p.i++
		}
		return append(out, v)
	default:
		return append(out, c)
	}
}

// hex reads up to the closing bracket.
func (p *parser) hex(out []byte) ([]byte, error) {
	for p.i+1 < len(p.b) { // two digits, as they mostly stand
		high, low := digits[p.b[p.i]], digits[p.b[p.i+1]]
		if high == 0 || low == 0 {
			break
		}
		out = append(out, (high-1)<<4|(low-1))
		p.i += 2
	}
	high := -1
	for ; p.i < len(p.b); p.i++ {
		c := p.b[p.i]
		v := nibble(c)
		switch {
		case c == '>':
			p.i++
			if high >= 0 {
				out = append(out, byte(high<<4))
			}
			return out, nil
		case class[c] == space:
		case v < 0:
			return out, fmt.Errorf("%q in a string of hexadecimal digits", string(c))
		case high < 0:
			high = v
		default:
			out = append(out, byte(high<<4|v))
			high = -1
		}
	}
	p.short = true
	return out, fmt.Errorf("a string does not end")
}
