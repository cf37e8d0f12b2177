package pdf

import (
	"bufio"
	"io"
)

var errEnd = io.EOF // a filter's own end of data

// hexReader undoes ASCIIHexDecode.
type hexReader struct {
	r   *bufio.Reader
	err error
}

func (h *hexReader) Read(p []byte) (n int, err error) {
	for n < len(p) && h.err == nil {
		var b byte
		half := false
		for {
			var c byte
			if c, h.err = h.r.ReadByte(); h.err == nil && c == '>' {
				h.err = errEnd
			}
			if h.err != nil {
				break
			}
			v, ok := nibble(c)
			if !ok {
				continue
			}
			if half {
				b |= v
				p[n] = b
				n++
				break
			}
			b, half = v<<4, true
		}
		if h.err != nil && half {
			p[n] = b
			n++
		}
	}
	if n > 0 {
		return n, nil
	}
	return 0, h.err
}

// ascii85 undoes ASCII85Decode.
type ascii85 struct {
	r     *bufio.Reader
	begun bool
	out   [4]byte
	portions
}

func (a *ascii85) Read(p []byte) (int, error) { return a.give(p, a.group) }

// portions is data that a filter gives in small portions.
type portions struct {
	rest []byte // not yet given
	err  error
}

// give fills p; next makes another portion, or sets err, or both.
func (g *portions) give(p []byte, next func()) (n int, err error) {
	for n < len(p) {
		if len(g.rest) == 0 {
			if g.err == nil {
				next()
			}
			if len(g.rest) == 0 && g.err != nil {
				break
			}
		}
		k := copy(p[n:], g.rest)
		g.rest = g.rest[k:]
		n += k
	}
	if n > 0 {
		return n, nil
	}
	return 0, g.err
}

// group reads five characters, which mean four bytes.
func (a *ascii85) group() {
	if !a.begun {
		a.begun = true
		for {
			b, _ := a.r.Peek(2)
			if len(b) == 2 && b[0] == '<' && b[1] == '~' {
				_, _ = a.r.Discard(2)
			} else if len(b) > 0 && class[b[0]] == space {
				_, _ = a.r.Discard(1)
				continue
			}
			break
		}
	}
	var v uint32
	n := 0
	for n < 5 {
		c, err := a.r.ReadByte()
		switch {
		case err != nil:
			a.err = err
		case c == '~':
			a.err = errEnd
		case c == 'z' && n == 0:
			a.out = [4]byte{}
			a.rest = a.out[:]
			return
		case '!' <= c && c <= 'u':
			v = v*85 + uint32(c-'!')
			n++
			continue
		default:
			continue
		}
		break
	}
	if n < 2 {
		return
	}
	for i := n; i < 5; i++ {
		v = v*85 + 84
	}
	a.out = [4]byte{byte(v >> 24), byte(v >> 16), byte(v >> 8), byte(v)}
	a.rest = a.out[:n-1]
}

// runLength undoes RunLengthDecode.
type runLength struct {
	r    *bufio.Reader
	left int // of the run
	same bool
	c    byte // that is repeated
	err  error
}

func (l *runLength) Read(p []byte) (n int, err error) {
	for n < len(p) && l.err == nil {
		if l.left == 0 {
			l.run()
			continue
		}
		k := min(l.left, len(p)-n)
		if l.same {
			for i := range k {
				p[n+i] = l.c
			}
		} else {
			k, l.err = io.ReadFull(l.r, p[n:n+k])
		}
		n, l.left = n+k, l.left-k
	}
	if n > 0 {
		return n, nil
	}
	return 0, l.err
}

// run reads how a run begins.
func (l *runLength) run() {
	var c byte
	if c, l.err = l.r.ReadByte(); l.err != nil {
		return
	}
	switch {
	case c < 128:
		l.left, l.same = int(c)+1, false
	case c > 128:
		l.left, l.same = 257-int(c), true
		l.c, l.err = l.r.ReadByte()
	default:
		l.err = errEnd
	}
}
