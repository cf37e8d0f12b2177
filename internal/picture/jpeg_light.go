package picture

import "image"

// lightener makes the lightness of a JPEG alone, and no more of it than is
// wanted: of each block of 8 by 8 pixels a square of 8, 4, 2 or 1, by a smaller
// transform. Other colours are gone over. It holds the planes that it makes
// and, of a progressive picture, as many coefficients as pixels.
type lightener struct {
	side     int  // of what is made of a block
	told     bool // Adobe says what four colours are
	inverted bool // they are the lighter the more
	plain    bool // the components are red, green and blue
	table    [4][64]int32
	base     []float32 // of the transform: side times side
	planes   []*lightPlane
	frame    frame
}

// lightPlane is one component.
type lightPlane struct {
	stride int // blocks in a row
	pix    []byte
	coef   []int16 // of a progressive picture
	before int     // the first coefficient of the block before
	steps  int
}

// light decodes the lightness so that a side of at most k pixels becomes one.
func (i *jpegImage) light(k int) (*image.Gray, error) {
	l := &lightener{side: 8, told: i.adobe, inverted: i.adobe && !i.inks, plain: i.plainRGB() || i.adobe && i.rgb}
	for l.side > 1 && 16/l.side <= k {
		l.side /= 2
	}
	l.base = newBase(l.side)
	if err := readJPEG(i.body.Reader(), l); err != nil {
		return nil, err
	}
	return l.image()
}

// main is the component that stands for the lightness.
func (l *lightener) main() int {
	if n := len(l.frame.parts); n == 3 && l.plain || n == 4 && (l.plain || !l.told) {
		return 1 // green, or magenta
	}
	return 0
}

func (l *lightener) wanted(part int) bool { return part == l.main() || part == 3 }

func (l *lightener) wants(scan []int) bool {
	for _, n := range scan {
		if l.wanted(n) {
			return true
		}
	}
	return false
}

func (l *lightener) start(c *coder) error {
	l.frame = c.frame
	across, down := l.frame.units(nil)
	l.planes = make([]*lightPlane, len(l.frame.parts))
	for n, p := range l.frame.parts {
		if !l.wanted(n) {
			continue
		}
		pl := &lightPlane{stride: across * p.h, steps: p.steps}
		size := pl.stride * down * p.v * l.side * l.side
		if err := held(int64(size), maxHeld); err != nil {
			return err
		}
		pl.pix = make([]byte, size)
		if l.frame.process == markSOF+2 {
			pl.coef = make([]int16, size)
			c.filled[n] = make([]uint64, pl.stride*down*p.v)
		}
		l.planes[n] = pl
	}
	return nil
}

func (l *lightener) steps(body []byte) {
	for len(body) > 64 {
		wide, slot := int(body[0]>>4), body[0]&3
		if body = body[1:]; wide == 1 && len(body) < 128 || wide > 1 {
			return
		}
		for k := range 64 {
			v := int32(body[k*(1+wide)])
			if wide == 1 {
				v = v<<8 | int32(body[2*k+1])
			}
			l.table[slot][zigzag[k]] = v
		}
		body = body[64*(1+wide):]
	}
}

func (l *lightener) restart() {
	for _, p := range l.planes {
		if p != nil {
			p.before = 0
		}
	}
}

func (l *lightener) block(p *pass, part, at int) bool {
	pl := l.planes[part]
	switch {
	case l.frame.process != markSOF+2 && pl == nil:
		return p.sequential()
	case l.frame.process != markSOF+2:
		return l.sequential(p, pl, at)
	case pl == nil:
		var none uint64
		return p.progressive(&none)
	}
	return l.progressive(p, pl, at, &p.filled[part][at])
}

// sequential makes the pixels of a block.
func (l *lightener) sequential(p *pass, pl *lightPlane, at int) bool {
	if p.dc == nil || p.ac == nil {
		return false
	}
	var b [64]float32
	table := &l.table[pl.steps]
	s, ok := p.decode(p.dc)
	if !ok || s > 15 {
		return false
	}
	v, ok := p.amount(s)
	if !ok {
		return false
	}
	pl.before += v
	b[0] = float32(int32(pl.before) * table[0])
	last := 0 // column and row with a coefficient
	for k := 1; k < 64; k++ {
		rs, ok := p.decode(p.ac)
		if !ok {
			return false
		}
		if k += rs >> 4; rs&15 == 0 {
			if rs == 0xf0 {
				continue
			}
			if rs>>4 != 0 {
				return false
			}
			break
		}
		if k > 63 {
			return false
		}
		v, ok := p.amount(rs & 15)
		if !ok {
			return false
		}
		if z := int(zigzag[k]); z&7 < l.side && z>>3 < l.side {
			b[z>>3*l.side+z&7] = float32(int32(v) * table[z])
			last = max(last, z&7, z>>3)
		}
	}
	l.transform(&b, last, pl, at)
	return true
}

// progressive adds what a scan has of a block.
func (l *lightener) progressive(p *pass, pl *lightPlane, at int, filled *uint64) bool {
	n := l.side * l.side
	c := pl.coef[at*n:][:n]
	if p.first == 0 {
		if p.refine {
			bit, ok := p.take(1)
			c[0] |= int16(bit << p.low)
			return ok
		}
		if p.dc == nil {
			return false
		}
		s, ok := p.decode(p.dc)
		if !ok || s > 15 {
			return false
		}
		v, ok := p.amount(s)
		pl.before += v
		c[0] = int16(pl.before << p.low)
		return ok
	}
	p.keep = func(k, v int) {
		if z := int(zigzag[k]); z&7 < l.side && z>>3 < l.side {
			i := z>>3*l.side + z&7
			if v == 0 { // one more bit of what is there
				if c[i] < 0 {
					c[i] -= 1 << p.low
				} else {
					c[i] += 1 << p.low
				}
				return
			}
			c[i] = int16(v << p.low)
		}
	}
	return p.progressive(filled)
}

// image is the lightness, once everything is read.
func (l *lightener) image() (*image.Gray, error) {
	if l.frame.process == 0 {
		return nil, damaged("the picture has no pixels")
	}
	n := l.side
	for _, pl := range l.planes {
		if pl == nil || pl.coef == nil {
			continue
		}
		for at := range len(pl.coef) / (n * n) {
			var b [64]float32
			last := 0
			for i, v := range pl.coef[at*n*n:][:n*n] {
				if v != 0 {
					b[i] = float32(int32(v) * l.table[pl.steps][i/n*8+i%n])
					last = max(last, i/n, i%n)
				}
			}
			l.transform(&b, last, pl, at)
		}
		pl.coef = nil
	}
	f := &l.frame
	w, h := (f.width*n+7)/8, (f.height*n+7)/8
	img := image.NewGray(image.Rect(0, 0, w, h))
	for y := range h {
		row := img.Pix[y*w:][:w]
		l.row(l.main(), y, row)
		if len(f.parts) == 4 {
			black := make([]byte, w)
			l.row(3, y, black)
			for x := range row {
				if !l.inverted {
					row[x], black[x] = 255-row[x], 255-black[x]
				}
				row[x] = byte(int(row[x]) * int(black[x]) / 255)
			}
		}
	}
	return img, nil
}

// row is a row of a component, as wide as the picture.
func (l *lightener) row(part, y int, out []byte) {
	f, pl := &l.frame, l.planes[part]
	p := f.parts[part]
	from := pl.pix[y*p.v/f.down*pl.stride*l.side:]
	if p.h == f.across {
		copy(out, from)
		return
	}
	for x := range out {
		out[x] = from[x*p.h/f.across]
	}
}
