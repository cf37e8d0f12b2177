package picture

import (
	"encoding/binary"
	"io"
)

// coder reads every code of a JPEG. It holds the tables and, of a progressive
// one, a bit for each coefficient that an earlier scan made other than zero:
// later ones depend on it.
type coder struct {
	bitReader
	frame  frame
	tables [2][4]*huffman // of the first coefficients, and of the others
	every  int            // units between two restart markers
	filled [][]uint64     // by component and block
	stride []int          // blocks of a component in a row
	blocks blocks
}

// blocks is who takes the blocks of a JPEG.
type blocks interface {
	start(*coder) error               // the head was read
	steps(body []byte)                // tables of quantization
	wants(scan []int) bool            // any of the components in a scan
	restart()                         // nothing hangs on what came before
	block(p *pass, part, at int) bool // the next one; false where it is broken
}

func (i *jpegImage) check() error { return checkJPEG(i.body.Reader()) }

func checkJPEG(r io.Reader) error { return readJPEG(r, checker{}) }

// checker makes no pixels of the blocks.
type checker struct{}

func (checker) start(*coder) error { return nil }
func (checker) steps([]byte)       {}
func (checker) wants([]int) bool   { return true }
func (checker) restart()           {}
func (checker) block(p *pass, part, at int) bool {
	if p.frame.process == markSOF+2 {
		return p.progressive(&p.filled[part][at])
	}
	return p.sequential()
}

// readJPEG hands on the blocks of a JPEG.
func readJPEG(r io.Reader, to blocks) error {
	c := &coder{bitReader: bitReader{in: r, buf: make([]byte, 0, 32<<10)}, blocks: to}
	for {
		marker, err := c.marker()
		if err != nil {
			return err
		}
		switch marker {
		case markSOI, markTEM:
			continue
		case markEOI:
			return nil
		}
		if marker >= markRST && marker <= markRST+7 {
			continue
		}
		body, err := c.segment()
		if err != nil {
			return err
		}
		switch marker {
		case markDHT:
			err = c.huffman(body)
		case markDQT:
			c.blocks.steps(body)
		case markDRI:
			if len(body) >= 2 {
				c.every = int(binary.BigEndian.Uint16(body))
			}
		case markSOF, markSOF + 1, markSOF + 2:
			err = c.start(marker, body)
		case markSOS:
			err = c.scan(body)
		}
		if err != nil {
			return err
		}
	}
}

// segment is the bytes that stand under a marker.
func (c *coder) segment() ([]byte, error) {
	hi, _ := c.byte()
	lo, err := c.byte()
	if err != nil {
		return nil, err
	}
	n := int(hi)<<8 | int(lo)
	if n < 2 {
		return nil, damaged("a part of the picture has no length")
	}
	body := make([]byte, n-2)
	for k := range body {
		if body[k], err = c.byte(); err != nil {
			return nil, err
		}
	}
	return body, nil
}

func (c *coder) huffman(body []byte) error {
	for len(body) >= 17 {
		n := 0
		for _, k := range body[1:17] {
			n += int(k)
		}
		class, slot := body[0]>>4, body[0]&15
		if class > 1 || slot > 3 || n > 256 || len(body) < 17+n {
			break
		}
		h, ok := newHuffman(body[1:17], body[17:17+n])
		if !ok {
			break
		}
		c.tables[class][slot] = h
		body = body[17+n:]
	}
	if len(body) > 0 {
		return damaged("the picture has an unreadable table")
	}
	return nil
}

func (c *coder) start(marker byte, body []byte) (err error) {
	if c.frame, err = readFrame(marker, body); err != nil {
		return err
	}
	f := &c.frame
	across, down := f.units(nil)
	c.filled, c.stride = nil, nil
	for k, p := range f.parts {
		c.stride = append(c.stride, across*p.h)
		if c.filled = append(c.filled, nil); marker == markSOF+2 && c.blocks.wants([]int{k}) {
			c.filled[k] = make([]uint64, across*p.h*down*p.v)
		}
	}
	return c.blocks.start(c)
}

// pass is what one scan codes.
type pass struct {
	first, last int // coefficients
	refine      bool
	dc, ac      *huffman
	run         int            // blocks that end here
	low         int            // the bit that it adds, from the lowest
	keep        func(k, v int) // takes coefficients; v is 0 for one more bit of what is there
	*coder
}

func (c *coder) scan(body []byte) error {
	f := &c.frame
	if f.process == 0 {
		return damaged("the picture has pixels before its head")
	}
	parts, err := f.scan(body)
	if err != nil {
		return err
	}
	if f.process == markSOF+2 && len(parts) == 1 && !c.blocks.wants(parts) {
		return nil // the next marker is looked for
	}
	tail := body[1+2*len(parts):]
	p := pass{first: int(tail[0]), last: int(tail[1]), refine: tail[2]>>4 != 0, low: int(tail[2] & 15), coder: c}
	progressive := f.process == markSOF+2
	if progressive && (p.first > p.last || p.last > 63 || p.first == 0 && p.last != 0 || p.first > 0 && len(parts) > 1) {
		return damaged("the picture has an unreadable scan")
	}
	across, down := f.units(parts)
	c.blocks.restart()
	for y := range down {
		for x := range across {
			if unit := y*across + x; c.every > 0 && unit > 0 && unit%c.every == 0 {
				if m, err := c.marker(); err != nil || m < markRST || m > markRST+7 {
					return c.lost(y, down)
				}
				p.run = 0
				c.blocks.restart()
			}
			for k, n := range parts {
				part := f.parts[n]
				slots := body[2+2*k]
				p.dc, p.ac = c.tables[0][slots>>4&3], c.tables[1][slots&3]
				h, v := part.h, part.v
				if len(parts) == 1 {
					h, v = 1, 1
				}
				for b := range h * v {
					if !c.blocks.block(&p, n, (y*v+b/h)*c.stride[n]+x*h+b%h) {
						return c.lost(y, down)
					}
				}
			}
		}
	}
	return nil
}

func (c *coder) lost(y, down int) error {
	if c.err != nil && c.err != io.EOF {
		return c.err
	}
	return damaged("the picture's pixels end or are broken after %d of 100 parts of its height", 100*y/down)
}
