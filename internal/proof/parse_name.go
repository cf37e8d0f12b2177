package proof

import "fmt"

const keptNames = 512

// A lemma is a name, and the same as a value.
type lemma struct {
	is    name
	value any
}

// nameOf is the name that stands behind a slash as w, if need be from those that
// were read before.
func (p *parser) nameOf(w []byte) lemma {
	for i, c := range w {
		if c == '#' {
			n := spelt(w, i)
			return lemma{n, n}
		}
	}
	if len(w) == 0 || len(w) > 32 {
		return lemma{name(w), name(w)}
	}
	kept := &p.names[(int(w[0])+7*int(w[len(w)-1])+31*int(w[len(w)/2])+61*len(w))%keptNames]
	if string(kept.is) != string(w) {
		n := name(w)
		*kept = lemma{n, n}
	}
	return *kept
}

// spelt is a name of which bytes are written as two digits, from the first of
// these on.
func spelt(w []byte, i int) name {
	out := append([]byte(nil), w[:i]...)
	for ; i < len(w); i++ {
		if w[i] == '#' && i+2 < len(w) && nibble(w[i+1]) >= 0 && nibble(w[i+2]) >= 0 {
			out = append(out, byte(nibble(w[i+1])<<4|nibble(w[i+2])))
			i += 2
		} else {
			out = append(out, w[i])
		}
	}
	return name(out)
}

// digits are hexadecimal ones, and one more.
var digits = [256]byte{
	'0': 1, '1': 2, '2': 3, '3': 4, '4': 5, '5': 6, '6': 7, '7': 8, '8': 9, '9': 10,
	'A': 11, 'B': 12, 'C': 13, 'D': 14, 'E': 15, 'F': 16, 'a': 11, 'b': 12, 'c': 13, 'd': 14, 'e': 15, 'f': 16,
}

// nibble is a hexadecimal digit, negative for what is none.
func nibble(c byte) int { return int(digits[c]) - 1 }

// pass passes a value that nobody asks for: what it is made of must be right all
// the same.
func (p *parser) pass(depth int) error {
	if !p.skip() {
		return fmt.Errorf("ends where a value should stand")
	}
	if depth > maxDepth {
		return fmt.Errorf("more than %d arrays and dictionaries within one another", maxDepth)
	}
	shut := byte(0)
	switch c := p.b[p.i]; {
	case c == '/':
		p.i++
		p.word()
		return nil
	case c == '[':
		shut = ']'
		p.i++
	case c == '<' && p.peek(1) == '<':
		shut = '>'
		p.i += 2
	case digit(c) || c == '-' || c == '.':
		_, err := p.figure()
		return err
	case (c == '(' || c == '<') && p.open == nil:
		var err error
		p.text, err = p.bytes(p.text[:0])
		return err
	default:
		v, err := p.value(depth)
		if w, bare := v.(keyword); bare && err == nil {
			err = fmt.Errorf("unexpected %q", clip([]byte(w)))
		}
		return err
	}
	for key := true; p.skip(); key = !key {
		switch c := p.b[p.i]; {
		case c == shut && (c == ']' || key && p.peek(1) == '>'):
			p.i++
			if c == '>' {
				p.i++
			}
			return nil
		case shut == '>' && key && c != '/':
			return fmt.Errorf("%q where a key of a dictionary should stand", string(c))
		}
		if err := p.pass(depth + 1); err != nil {
			return err
		}
	}
	return fmt.Errorf("an array or dictionary does not end")
}
