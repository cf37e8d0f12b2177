package pdf

import "bufio"

const (
	lzwClear = 256
	lzwEnd   = 257
	lzwCodes = 4096
)

// lzwReader undoes LZWDecode.
type lzwReader struct {
	r     *bufio.Reader
	early int // 1 where codes grow one earlier than they need to
	acc   uint32
	bits  int // in acc
	width int // of a code
	next  int // the code that is defined next
	last  int // the code before, -1 for none
	prev  [lzwCodes]uint16
	tail  [lzwCodes]byte
	out   [lzwCodes]byte
	portions
}

func newLZW(r *bufio.Reader, early bool) *lzwReader {
	l := &lzwReader{r: r, width: 9, next: lzwEnd + 1, last: -1}
	if early {
		l.early = 1
	}
	return l
}

func (l *lzwReader) Read(p []byte) (int, error) {
	return l.give(p, func() { l.err = l.step() })
}

// step reads one code and writes what it stands for.
func (l *lzwReader) step() error {
	for l.bits < l.width {
		c, err := l.r.ReadByte()
		if err != nil {
			return err // the code for the end is often missing
		}
		l.acc, l.bits = l.acc<<8|uint32(c), l.bits+8
	}
	l.bits -= l.width
	code := int(l.acc>>l.bits) & (1<<l.width - 1)
	switch {
	case code == lzwClear:
		l.width, l.next, l.last = 9, lzwEnd+1, -1
		return nil
	case code == lzwEnd:
		return errEnd
	case code > l.next || code == l.next && l.last < 0 || code > lzwEnd && l.last < 0:
		return damaged("LZW code %d", code)
	}
	at := len(l.out)
	c := code
	if code == l.next {
		at-- // the last one, and its first byte again
		c = l.last
	}
	for ; c > lzwEnd; c = int(l.prev[c]) {
		at--
		l.out[at] = l.tail[c]
	}
	at--
	l.out[at] = byte(c)
	if code == l.next {
		l.out[len(l.out)-1] = byte(c)
	}
	if l.last >= 0 && l.next < lzwCodes {
		l.prev[l.next], l.tail[l.next] = uint16(l.last), byte(c)
		l.next++
		if l.next+l.early >= 1<<l.width && l.width < 12 {
			l.width++
		}
	}
	l.last, l.rest = code, l.out[at:]
	return nil
}
