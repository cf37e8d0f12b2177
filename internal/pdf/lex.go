package pdf

import (
	"bytes"
	"math"
)

// class tells the kinds of characters apart.
var class = func() (c [256]byte) {
	for _, b := range []byte("\x00\t\n\f\r ") {
		c[b] = space
	}
	for _, b := range []byte("()<>[]{}/%") {
		c[b] = delimiter
	}
	return c
}()

const (
	regular = iota
	space
	delimiter
)

// A lexer reads tokens from a part of a file. It never fails: what is no token
// is taken as the nearest thing that is one.
type lexer struct {
	b     []byte
	i     int
	short bool // the end of b was reached: more of the file might read differently
}

// at is the character at i, 0 at the end.
func (l *lexer) at(i int) byte {
	if i < len(l.b) {
		return l.b[i]
	}
	l.short = true
	return 0
}

// next skips white space and comments, and is the character there, 0 at the
// end.
func (l *lexer) next() byte {
	for l.i < len(l.b) {
		switch c := l.b[l.i]; {
		case class[c] == space:
			l.i++
		case c == '%':
			n := bytes.IndexAny(l.b[l.i:], "\r\n")
			if n < 0 {
				n = len(l.b) - l.i
			}
			l.i += n
		default:
			return c
		}
	}
	l.short = true
	return 0
}

// word is the run of regular characters from here on.
func (l *lexer) word() []byte {
	from := l.i
	for l.i < len(l.b) && class[l.b[l.i]] == regular {
		l.i++
	}
	if l.i == len(l.b) {
		l.short = true
	}
	return l.b[from:l.i]
}

// whole reads an integer without a sign; it stays where it is when there is
// none.
func (l *lexer) whole() (n int64, ok bool) {
	from := l.i
	l.next()
	start := l.i
	for ; l.i < len(l.b) && '0' <= l.b[l.i] && l.b[l.i] <= '9'; l.i++ {
		if n = n*10 + int64(l.b[l.i]-'0'); n > 1<<50 {
			n = 1 << 50
		}
	}
	if l.i == len(l.b) {
		l.short = true
	}
	if l.i == start {
		l.i = from
		return 0, false
	}
	return n, true
}

// keyword skips s when it stands here and ends here.
func (l *lexer) keyword(s string) bool {
	l.next()
	if len(l.b)-l.i <= len(s) {
		l.short = true
	}
	if !bytes.HasPrefix(l.b[l.i:], []byte(s)) {
		return false
	}
	if end := l.i + len(s); end < len(l.b) && class[l.b[end]] == regular {
		return false
	}
	l.i += len(s)
	return true
}

// number is what a word that begins like a number means. Writers produce
// "--5", "1.2.3" and "12-34"; readers agree on taking the part that makes
// sense.
func number(w []byte) Object {
	i, negative := 0, false
	for ; i < len(w) && (w[i] == '+' || w[i] == '-'); i++ {
		negative = negative || w[i] == '-'
	}
	var n int64
	var f float64
	exact, real := true, false
	scale := 1.0
	for ; i < len(w); i++ {
		c := w[i]
		switch {
		case c == '.' && !real:
			real = true
			continue
		case c < '0' || c > '9':
			i = len(w)
			continue
		}
		d := float64(c - '0')
		if real {
			if scale < 1e17 {
				scale *= 10
				f = f*10 + d
			}
			continue
		}
		if n > (math.MaxInt64-int64(c-'0'))/10 {
			exact = false
		}
		if exact {
			n = n*10 + int64(c-'0')
		}
		if f = f*10 + d; f > 1e30 {
			f = 1e30
		}
	}
	if !real && exact {
		if negative {
			n = -n
		}
		return Int(n)
	}
	f /= scale
	if negative {
		f = -f
	}
	return Real(f)
}

// text reads a literal string; the lexer stands behind its bracket.
func (l *lexer) text() []byte {
	n := bytes.IndexAny(l.b[l.i:], "()\\\r")
	if n >= 0 && l.b[l.i+n] == ')' {
		l.i += n + 1
		return l.b[l.i-n-1 : l.i-1]
	}
	var out []byte
	depth := 1
	for l.i < len(l.b) {
		c := l.b[l.i]
		l.i++
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return out
			}
		case '\r':
			c = '\n'
			if l.at(l.i) == '\n' {
				l.i++
			}
		case '\\':
			var ok bool
			if c, ok = l.escape(); !ok {
				continue
			}
		}
		out = append(out, c)
	}
	l.short = true
	return out
}

// escape is the character that a backslash introduces, if it does.
func (l *lexer) escape() (byte, bool) {
	if l.i == len(l.b) {
		return 0, false
	}
	c := l.b[l.i]
	l.i++
	switch c {
	case 'n':
		return '\n', true
	case 'r':
		return '\r', true
	case 't':
		return '\t', true
	case 'b':
		return '\b', true
	case 'f':
		return '\f', true
	case '\r':
		if l.at(l.i) == '\n' {
			l.i++
		}
		return 0, false
	case '\n':
		return 0, false
	case '0', '1', '2', '3', '4', '5', '6', '7':
		c -= '0'
		for range 2 {
			d := l.at(l.i)
			if d < '0' || d > '7' {
				break
			}
			c = c<<3 | (d - '0')
			l.i++
		}
	}
	return c, true
}

// hex reads a hexadecimal string; the lexer stands behind its bracket.
func (l *lexer) hex() []byte {
	var out []byte
	half, high := false, byte(0)
	for l.i < len(l.b) {
		c := l.b[l.i]
		l.i++
		if c == '>' {
			if half {
				out = append(out, high)
			}
			return out
		}
		v, ok := nibble(c)
		switch {
		case !ok:
		case half:
			out, half = append(out, high|v), false
		default:
			high, half = v<<4, true
		}
	}
	l.short = true
	return out
}

func nibble(c byte) (byte, bool) {
	switch {
	case '0' <= c && c <= '9':
		return c - '0', true
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10, true
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}

// unhash undoes #xx in a name.
func unhash(w []byte) []byte {
	if bytes.IndexByte(w, '#') < 0 {
		return w
	}
	out := make([]byte, 0, len(w))
	for i := 0; i < len(w); i++ {
		if w[i] == '#' && i+2 < len(w) {
			a, ok1 := nibble(w[i+1])
			b, ok2 := nibble(w[i+2])
			if ok1 && ok2 {
				out = append(out, a<<4|b)
				i += 2
				continue
			}
		}
		out = append(out, w[i])
	}
	return out
}
