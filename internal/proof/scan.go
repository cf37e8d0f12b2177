package proof

import (
	"bytes"
	"fmt"
	"strconv"
)

// A scanner parts operators of pages from their operands. It makes nothing that
// lasts: a page has many of them.
type scanner struct {
	parser
	operands []operand
	room     []byte // of strings
}

// An operand is a number, a name or a string; or a dictionary. Those of an array
// stand in its place.
type operand struct {
	kind byte // of the character that one of its kind begins with: '0', '/', '(', '<'
	num  float64
	b    []byte
	dict any
}

const maxOperands = 1 << 16 // of one operator

// next is the next operator, with its operands; nil at the end.
func (s *scanner) next() (op []byte, err error) {
	s.operands, s.room = s.operands[:0], s.room[:0]
	for s.skip() {
		if len(s.operands) == maxOperands {
			return nil, fmt.Errorf("more than %d operands", maxOperands)
		}
		switch c := s.b[s.i]; {
		case c == '[' || c == ']':
			s.i++
		case c == '/':
			s.i++
			s.operands = append(s.operands, operand{kind: c, b: s.word()})
		case c == '<' && s.peek(1) == '<':
			s.i += 2
			d, err := s.dict(0)
			if err != nil {
				return nil, err
			}
			s.operands = append(s.operands, operand{kind: '<', dict: d})
		case c == '<':
			s.i++
			if err := s.digits(); err != nil {
				return nil, err
			}
		case c == '(':
			s.i++
			t, err := s.string()
			if err != nil {
				return nil, err
			}
			s.operands = append(s.operands, operand{kind: '(', b: []byte(t.(text))})
		case class[c] == delimiter:
			return nil, fmt.Errorf("unexpected %q", string(c))
		case c >= '0' && c <= '9' || c == '-' || c == '.' || c == '+':
			v, err := decimal(s.word())
			if err != nil {
				return nil, err
			}
			s.operands = append(s.operands, operand{kind: '0', num: v})
		default:
			op = s.word()
			if string(op) == "BI" {
				s.picture()
			}
			return op, nil
		}
	}
	return nil, nil
}

// digits reads a string of hexadecimal digits, up to its end.
func (s *scanner) digits() error {
	from, high := len(s.room), -1
	for ; s.i < len(s.b); s.i++ {
		c := s.b[s.i]
		v := nibble(c)
		switch {
		case c == '>':
			s.i++
			if high >= 0 {
				s.room = append(s.room, byte(high<<4))
			}
			s.operands = append(s.operands, operand{kind: '(', b: s.room[from:len(s.room):len(s.room)]})
			return nil
		case class[c] == space:
		case v < 0:
			return fmt.Errorf("%q in a string of hexadecimal digits", string(c))
		case high < 0:
			high = v
		default:
			s.room = append(s.room, byte(high<<4|v))
			high = -1
		}
	}
	return fmt.Errorf("a string does not end")
}

// picture passes a picture among the operators.
func (s *scanner) picture() {
	if i := bytes.Index(s.b[s.i:], []byte("ID")); i >= 0 {
		s.i += i
		s.i += max(0, bytes.Index(s.b[s.i:], []byte("EI")))
	}
}

// decimal is w as a number.
func decimal(w []byte) (float64, error) {
	var n, scale int64 = 0, 1
	sign, point := int64(1), false
	for i, c := range w {
		switch {
		case i == 0 && c == '-':
			sign = -1
		case c == '.' && !point:
			point = true
		case digit(c) && len(w) <= 15:
			if n = 10*n + int64(c-'0'); point {
				scale *= 10
			}
		default:
			v, err := strconv.ParseFloat(string(w), 64)
			if err != nil || bytes.ContainsFunc(w, func(r rune) bool { return r > '9' }) {
				return 0, fmt.Errorf("%q is no number", clip(w))
			}
			return v, nil
		}
	}
	return float64(sign*n) / float64(scale), nil
}
