package picture

import "io"

// bitReader reads the entropy-coded data of a JPEG: bytes between markers, and bit
// by bit within.
type bitReader struct {
	in     io.Reader
	buf    []byte
	i      int    // of the next byte in buf
	acc    uint64 // the next bits, from the top
	n      int    // how many of them there are
	marked bool   // a marker comes next
	err    error
}

// more makes sure that buf has two bytes at i, or one if it is the last.
func (b *bitReader) more() bool {
	if b.i+1 < len(b.buf) {
		return true
	}
	if b.err == nil {
		left := copy(b.buf[:cap(b.buf)], b.buf[b.i:])
		n := 0
		for n == 0 && b.err == nil {
			n, b.err = b.in.Read(b.buf[left:cap(b.buf)])
		}
		b.buf, b.i = b.buf[:left+n], 0
	}
	return b.i < len(b.buf)
}

// byte is the next byte, outside of entropy-coded data.
func (b *bitReader) byte() (byte, error) {
	if !b.more() {
		return 0, short(b.err)
	}
	b.i++
	return b.buf[b.i-1], nil
}

// marker goes behind the next marker, over whatever stands before it.
func (b *bitReader) marker() (byte, error) {
	b.acc, b.n, b.marked = 0, 0, false
	for {
		c, err := b.byte()
		for err == nil && c == 0xff {
			if c, err = b.byte(); err == nil && c != 0 && c != 0xff {
				return c, nil
			}
		}
		if err != nil {
			return 0, err
		}
	}
}

// fill has at least 32 bits ready, unless a marker comes before.
func (b *bitReader) fill() {
	for b.n <= 56 && !b.marked {
		if b.i+1 >= len(b.buf) && !b.more() {
			b.marked = true
			return
		}
		c := b.buf[b.i]
		if c == 0xff {
			k := b.i + 1
			for k < len(b.buf) && b.buf[k] == 0xff {
				k++ // fill bytes before a marker
			}
			if k >= len(b.buf) || b.buf[k] != 0 || k > b.i+1 {
				b.marked = true
				return
			}
			b.i++
		}
		b.i++
		b.acc |= uint64(c) << (56 - b.n)
		b.n += 8
	}
}

// skip drops up to 16 bits; false where they are not there.
func (b *bitReader) skip(n int) bool {
	if b.n < n {
		if b.fill(); b.n < n {
			return false
		}
	}
	b.acc <<= n
	b.n -= n
	return true
}

// take is the next n bits, up to 16.
func (b *bitReader) take(n int) (int, bool) {
	if b.n < n {
		b.fill()
	}
	v := int(b.acc >> (64 - n))
	return v, b.skip(n)
}

// huffman is a table of codes.
type huffman struct {
	fast   [1 << 9]uint16 // by the next bits: length of the code, and its symbol
	limit  [17]int        // behind the last code of a length, shifted to 16 bits
	offset [17]int        // from a code of a length to its place in symbols
	symbol []byte
}

// newHuffman reads a table: how many codes there are of each length, and the
// symbols.
func newHuffman(lengths, symbols []byte) (*huffman, bool) {
	h := &huffman{symbol: symbols}
	code, k := 0, 0
	for l := 1; l <= 16; l++ {
		h.offset[l] = k - code
		for range lengths[l-1] {
			if k == len(symbols) || code >= 1<<l {
				return nil, false
			}
			if l <= 9 {
				for f := code << (9 - l); f < (code+1)<<(9-l); f++ {
					h.fast[f] = uint16(l<<8) | uint16(symbols[k])
				}
			}
			code++
			k++
		}
		h.limit[l] = code << (16 - l)
		code <<= 1
	}
	return h, true
}

// decode is the next symbol; false where there is none.
func (b *bitReader) decode(h *huffman) (int, bool) {
	if b.n < 16 {
		b.fill()
	}
	if f := h.fast[b.acc>>55]; f != 0 {
		return int(f & 0xff), b.skip(int(f >> 8))
	}
	next := int(b.acc >> 48)
	for l := 10; l <= 16; l++ {
		if next < h.limit[l] {
			return int(h.symbol[next>>(16-l)+h.offset[l]]), b.skip(l)
		}
	}
	return 0, false
}
