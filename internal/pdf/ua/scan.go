package ua

import (
	"mappe/internal/pdf"
)

// scanner reads the operators of a content stream.
type scanner struct {
	b []byte
	i int
}

// next is the next operator with its operands; false at the end. An inline
// picture is one operator, "BI".
func (s *scanner) next() (op string, operands []pdf.Object, ok bool) {
	for {
		o, word, ok := s.value()
		switch {
		case !ok:
			return "", operands, false
		case word == "BI":
			s.inline()
			return "BI", nil, true
		case word != "":
			return word, operands, true
		}
		operands = append(operands, o)
	}
}

// value is an object or an operator.
func (s *scanner) value() (o pdf.Object, word string, ok bool) {
	s.blanks()
	if s.i >= len(s.b) {
		return nil, "", false
	}
	switch c := s.b[s.i]; {
	case c == '/':
		s.i++
		return pdf.Name(s.unhashed(s.regular())), "", true
	case c == '(':
		return s.text(), "", true
	case c == '<' && s.at(1) == '<':
		s.i += 2
		d := pdf.Dict{}
		for list := s.list(">>"); len(list) >= 2; list = list[2:] {
			key, _ := list[0].(pdf.Name)
			d = append(d, pdf.Entry{Key: key, Value: list[1]})
		}
		return d, "", true
	case c == '<':
		return s.hex(), "", true
	case c == '[':
		s.i++
		return pdf.Array(s.list("]")), "", true
	case isDelimiter(c):
		s.i++
		return nil, string(c), true
	}
	w := s.regular()
	switch w {
	case "true", "false":
		return w == "true", "", true
	case "null":
		return nil, "", true
	}
	if n, ok := number(w); ok {
		return n, "", true
	}
	return nil, w, true
}

func (s *scanner) at(ahead int) byte {
	if s.i+ahead < len(s.b) {
		return s.b[s.i+ahead]
	}
	return 0
}

// list are the objects up to end.
func (s *scanner) list(end string) (all []pdf.Object) {
	for {
		s.blanks()
		if s.i >= len(s.b) {
			return all
		}
		if s.b[s.i] == end[0] {
			s.i += len(end)
			return all
		}
		o, word, ok := s.value()
		switch n := len(all); {
		case !ok:
			return all
		case word == "R" && n >= 2:
			num, _ := all[n-2].(pdf.Int)
			all = append(all[:n-2], pdf.Ref{Num: int(num)})
		default:
			all = append(all, o)
		}
	}
}

func (s *scanner) blanks() {
	for s.i < len(s.b) {
		switch c := s.b[s.i]; {
		case isBlank(c):
			s.i++
		case c == '%':
			for s.i < len(s.b) && s.b[s.i] != '\n' && s.b[s.i] != '\r' {
				s.i++
			}
		default:
			return
		}
	}
}

func (s *scanner) regular() string {
	from := s.i
	for s.i < len(s.b) && !isBlank(s.b[s.i]) && !isDelimiter(s.b[s.i]) {
		s.i++
	}
	return string(s.b[from:s.i])
}

func (s *scanner) unhashed(w string) string {
	var out []byte
	for i := 0; i < len(w); i++ {
		if w[i] == '#' && i+2 < len(w) {
			out = append(out, nibble(w[i+1])<<4|nibble(w[i+2]))
			i += 2
			continue
		}
		out = append(out, w[i])
	}
	return string(out)
}

func (s *scanner) text() pdf.String {
	var out []byte
	depth := 0
	for ; s.i < len(s.b); s.i++ {
		switch c := s.b[s.i]; c {
		case '(':
			if depth++; depth == 1 {
				continue
			}
		case ')':
			if depth--; depth == 0 {
				s.i++
				return pdf.String(out)
			}
		case '\\':
			s.i++
			switch c := s.at(0); {
			case c == 'n':
				out = append(out, '\n')
			case c == 'r':
				out = append(out, '\r')
			case c == 't':
				out = append(out, '\t')
			case c >= '0' && c <= '7':
				v := 0
				for n := 0; n < 3 && s.at(0) >= '0' && s.at(0) <= '7'; n++ {
					v = v<<3 | int(s.at(0)-'0')
					s.i++
				}
				s.i--
				out = append(out, byte(v))
			case c != '\n':
				out = append(out, c)
			}
			continue
		}
		out = append(out, s.b[s.i])
	}
	return pdf.String(out)
}

func (s *scanner) hex() pdf.String {
	var digits []byte
	for s.i++; s.i < len(s.b) && s.b[s.i] != '>'; s.i++ {
		if !isBlank(s.b[s.i]) {
			digits = append(digits, nibble(s.b[s.i]))
		}
	}
	s.i++
	if len(digits)%2 != 0 {
		digits = append(digits, 0)
	}
	out := make([]byte, len(digits)/2)
	for i := range out {
		out[i] = digits[2*i]<<4 | digits[2*i+1]
	}
	return pdf.String(out)
}

// inline skips an inline picture.
func (s *scanner) inline() {
	for ; s.i+3 < len(s.b); s.i++ {
		if isBlank(s.b[s.i]) && s.at(1) == 'E' && s.at(2) == 'I' && (isBlank(s.at(3)) || s.i+3 == len(s.b)) {
			s.i += 3
			return
		}
	}
	s.i = len(s.b)
}

func isBlank(c byte) bool {
	return c == 0 || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' '
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

func nibble(c byte) byte {
	switch {
	case c >= 'a':
		return c - 'a' + 10
	case c >= 'A':
		return c - 'A' + 10
	}
	return c - '0'
}

// number is an integer or a real.
func number(w string) (pdf.Object, bool) {
	i, sign := 0, 1.0
	if w[0] == '-' || w[0] == '+' {
		i++
		if w[0] == '-' {
			sign = -1
		}
	}
	v, scale, digits, point := 0.0, 1.0, 0, false
	for ; i < len(w); i++ {
		switch c := w[i]; {
		case c == '.' && !point:
			point = true
		case c >= '0' && c <= '9':
			digits++
			v = v*10 + float64(c-'0')
			if point {
				scale *= 10
			}
		default:
			return nil, false
		}
	}
	if digits == 0 {
		return nil, false
	}
	if !point {
		return pdf.Int(int64(sign * v)), true
	}
	return pdf.Real(sign * v / scale), true
}
