package proof

import (
	"bytes"
	"fmt"
)

// A scanner parts operators of pages from their operands. It makes nothing that
// lasts: a page has many of them.
type scanner struct {
	parser
	operands []operand
	room     []byte // of strings
	said     any    // the last dictionary
}

// An operand is a number, a name or a string; or a dictionary. Those of an array
// stand in its place.
type operand struct {
	kind     byte // of the character that one of its kind begins with: '0', '/', '(', '<'
	num      float64
	from, to int32 // of the bytes of a name, and of those of a string in the room
}

const maxOperands = 1 << 16 // of one operator

// next is the next operator, with its operands; nil at the end.
func (s *scanner) next() (op []byte, err error) {
	s.operands, s.room, s.said = s.operands[:0], s.room[:0], nil
	for s.skip() {
		if len(s.operands) == maxOperands {
			return nil, fmt.Errorf("more than %d operands", maxOperands)
		}
		switch c := s.b[s.i]; {
		case c == '[' || c == ']':
			s.i++
		case c == '/':
			s.i++
			from := s.i
			s.word()
			s.operands = append(s.operands, operand{kind: '/', from: int32(from), to: int32(s.i)})
		case c == '<' && s.peek(1) == '<':
			s.i += 2
			if s.said, err = s.dict(0); err != nil {
				return nil, err
			}
			s.operands = append(s.operands, operand{kind: '<'})
		case c == '<' || c == '(':
			from := len(s.room)
			if s.room, err = s.bytes(s.room); err != nil {
				return nil, err
			}
			s.operands = append(s.operands, operand{kind: '(', from: int32(from), to: int32(len(s.room))})
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

// picture passes a picture among the operators.
func (s *scanner) picture() {
	if i := bytes.Index(s.b[s.i:], []byte("ID")); i >= 0 {
		s.i += i
		s.i += max(0, bytes.Index(s.b[s.i:], []byte("EI")))
	}
}
