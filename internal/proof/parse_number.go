package proof

import (
	"bytes"
	"fmt"
	"strconv"
)

// A figure is a number, or a reference, which begins like one.
type figure struct {
	kind   byte // '0' whole, '.' with a fraction, 'R' a reference
	n, gen int
	x      float64
}

// number reads a number or a reference, as a value.
func (p *parser) number() (any, error) {
	f, err := p.figure()
	switch {
	case err != nil:
		return nil, err
	case f.kind == 'R':
		return ref{f.n, f.gen}, nil
	case f.kind == '.':
		return f.x, nil
	}
	return f.n, nil
}

func (p *parser) figure() (figure, error) {
	w := p.word()
	n, ok := whole(w)
	if !ok {
		x, err := fraction(w)
		return figure{kind: '.', x: x}, err
	}
	if p.loose || n < 0 {
		return figure{kind: '0', n: n}, nil
	}
	back := p.i
	if p.skip() && digit(p.b[p.i]) {
		if gen, ok := whole(p.word()); ok && p.skip() && p.b[p.i] == 'R' && class[p.peek(1)] != regular {
			p.i++
			return figure{kind: 'R', n: n, gen: gen}, nil
		}
	}
	p.i = back
	return figure{kind: '0', n: n}, nil
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// whole is w as an integer of at most 18 digits.
func whole(w []byte) (n int, ok bool) {
	sign := 1
	if len(w) > 1 && (w[0] == '-' || w[0] == '+') {
		if w[0] == '-' {
			sign = -1
		}
		w = w[1:]
	}
	if len(w) == 0 || len(w) > 18 {
		return 0, false
	}
	for _, c := range w {
		if !digit(c) {
			return 0, false
		}
		n = 10*n + int(c-'0')
	}
	return sign * n, true
}

// fraction is w as a number that need not be whole.
func fraction(w []byte) (float64, error) {
	if len(w) > 0 && digit(w[len(w)-1]) {
		return decimal(w)
	}
	return float(w)
}

// decimal is w as a number. Digits that float64 holds in one, divided by a power
// of ten that it holds too, are the nearest there is.
func decimal(w []byte) (float64, error) {
	var n, scale int64 = 0, 1
	negative, point := false, false
	for i, c := range w {
		switch {
		case i == 0 && c == '-':
			negative = true
		case c == '.' && !point:
			point = true
		case digit(c) && len(w) <= 15:
			if n = 10*n + int64(c-'0'); point {
				scale *= 10
			}
		default:
			return float(w)
		}
	}
	x := float64(n) / float64(scale)
	if negative {
		x = -x
	}
	return x, nil
}

func float(w []byte) (float64, error) {
	v, err := strconv.ParseFloat(string(w), 64)
	if err != nil || bytes.ContainsFunc(w, func(r rune) bool { return r > '9' }) {
		return 0, fmt.Errorf("%q is no number", clip(w))
	}
	return v, nil
}
