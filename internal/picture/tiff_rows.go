package picture

import (
	"bufio"
	"compress/zlib"
	"encoding/binary"
	"io"
	"math/bits"

	"golang.org/x/image/tiff/lzw"
)

const maxAcross = 512 // blocks that are read at a time

// each calls do with every row of the picture, from the top: whole pixels,
// 16-bit samples with their high byte first.
func (i *tiffImage) each(do func(row []byte)) error {
	across, down, planes := i.grid()
	if across*planes > maxAcross {
		return foreign("a TIFF with %d tiles side by side", across*planes)
	}
	per := i.samples / planes // samples of a block
	block := make([]byte, i.rowBytes(i.blockWidth, per))
	line := make([]byte, across*len(block)) // of one plane
	row := line
	if planes > 1 {
		row = make([]byte, planes*len(line))
	}
	open := make([]io.Reader, across*planes)
	for b := range down {
		for k := range open {
			var err error
			plane, x := k/across, k%across
			rows := min(i.blockHeight, i.height-b*i.blockHeight)
			if open[k], err = i.open(i.blocks[(plane*down+b)*across+x], rows); err != nil {
				return err
			}
		}
		for range min(i.blockHeight, i.height-b*i.blockHeight) {
			for plane := range planes {
				for x := range across {
					if _, err := io.ReadFull(open[plane*across+x], block); err != nil {
						return noEOF(err)
					}
					i.settle(block, per)
					copy(line[x*len(block):], block)
				}
				if wide := i.bits / 8; planes > 1 {
					for x := range i.width {
						copy(row[(x*planes+plane)*wide:], line[x*wide:][:wide])
					}
				}
			}
			do(row[:i.rowBytes(i.width, i.samples)])
		}
	}
	return nil
}

// settle turns the row of a block into plain samples.
func (i *tiffImage) settle(b []byte, samples int) {
	if i.bits == 16 {
		if i.little {
			for k := 0; k+1 < len(b); k += 2 {
				b[k], b[k+1] = b[k+1], b[k]
			}
		}
		if i.predictor == 2 {
			for k := 2 * samples; k+1 < len(b); k += 2 {
				v := binary.BigEndian.Uint16(b[k:]) + binary.BigEndian.Uint16(b[k-2*samples:])
				binary.BigEndian.PutUint16(b[k:], v)
			}
		}
	} else if i.predictor == 2 {
		for k := samples; k < len(b); k++ {
			b[k] += b[k-samples]
		}
	}
}

// open reads the samples of a block of some rows.
func (i *tiffImage) open(p piece, rows int) (io.Reader, error) {
	var data io.Reader = io.NewSectionReader(i.src, p.at, p.size)
	if i.reversed {
		data = &mirror{data}
	}
	in := bufio.NewReaderSize(data, 8<<10)
	switch i.compression {
	case tiffPlain:
		return in, nil
	case tiffRLE, tiffG3, tiffG4:
		f := newFax(in, i.blockWidth)
		f.group4, f.mixed, f.aligned = i.compression == tiffG4, i.compression == tiffG3 && i.g3&1 != 0, i.compression == tiffRLE
		return f, nil
	case tiffLZW:
		return lzw.NewReader(in, lzw.MSB, 8), nil
	case tiffDeflate, tiffOldDeflate:
		return zlib.NewReader(in)
	case tiffPackBits:
		return &packBits{in: in}, nil
	case tiffJPEG:
		return i.decoded(p, rows)
	}
	return nil, foreign("a TIFF of compression %d", i.compression)
}

// mirror reads bytes whose bits stand in the other order.
type mirror struct{ in io.Reader }

func (m *mirror) Read(b []byte) (int, error) {
	n, err := m.in.Read(b)
	for k, v := range b[:n] {
		b[k] = bits.Reverse8(v)
	}
	return n, err
}

// packBits undoes the compression of that name.
type packBits struct {
	in   *bufio.Reader
	left int  // bytes of the run
	same bool // they are all value
	v    byte
}

func (p *packBits) Read(b []byte) (n int, err error) {
	for n < len(b) {
		if p.left == 0 {
			c, err := p.in.ReadByte()
			if err != nil {
				return n, err
			}
			switch k := int(int8(c)); {
			case k == -128:
				continue
			case k >= 0:
				p.left, p.same = k+1, false
			default:
				p.left, p.same = 1-k, true
				if p.v, err = p.in.ReadByte(); err != nil {
					return n, noEOF(err)
				}
			}
		}
		k := min(p.left, len(b)-n)
		if p.same {
			for j := range k {
				b[n+j] = p.v
			}
		} else if k, err = io.ReadFull(p.in, b[n:n+k]); err != nil {
			return n + k, noEOF(err)
		}
		n += k
		p.left -= k
	}
	return n, nil
}
