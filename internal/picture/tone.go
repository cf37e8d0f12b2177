package picture

import "image"

// A tone says how light samples are: it turns rows of them into bytes from 0,
// black, to 255, white, as they are seen on white paper.
type tone struct {
	width, bits, samples int
	colours              int       // of the samples: 1, 3 (red, green, blue) or 4 (inks)
	alpha                int       // the sample that is one, 0 for none
	levels               [256]byte // of a sample of up to 8 bits: what it stands for
}

// plainTone takes the least sample for the darkest, or for the lightest.
func plainTone(width, bits, samples, colours int, inverted bool) *tone {
	t := &tone{width: width, bits: bits, samples: samples, colours: colours}
	most := 1<<min(bits, 8) - 1
	for v := range most + 1 {
		if t.levels[v] = byte(v * 255 / most); inverted {
			t.levels[v] = 255 - t.levels[v]
		}
	}
	return t
}

// coloured has the samples stand for colours of a palette: red, green, blue.
func (t *tone) coloured(palette []byte) {
	t.levels = [256]byte{}
	for v := 0; 3*v+2 < len(palette) && v < 256; v++ {
		t.levels[v] = luma(palette[3*v], palette[3*v+1], palette[3*v+2])
	}
}

func luma(r, g, b byte) byte { return byte((77*int(r) + 150*int(g) + 29*int(b)) >> 8) }

// row writes how light the pixels of a row are.
func (t *tone) row(in, out []byte) {
	switch {
	case t.samples == 1 && t.bits < 8:
		per, mask := 8/t.bits, byte(1<<t.bits-1)
		for x := 0; x < t.width; {
			b := in[x/per]
			for shift := 8 - t.bits; shift >= 0 && x < t.width; shift -= t.bits {
				out[x] = t.levels[b>>shift&mask]
				x++
			}
		}
	case t.samples == 1 && t.bits == 8:
		for x := range t.width {
			out[x] = t.levels[in[x]]
		}
	case t.bits < 8:
		at := func(i int) byte {
			i *= t.bits
			return in[i/8] >> (8 - t.bits - i%8) & (1<<t.bits - 1)
		}
		for x := range t.width {
			out[x] = t.mix(func(k int) byte { return t.levels[at(x*t.samples+k)] })
		}
	default:
		wide := t.bits / 8 // of 16 bits the upper 8
		step := wide * t.samples
		if t.colours == 3 && t.alpha == 0 {
			for x := range t.width {
				p := in[x*step:]
				out[x] = luma(t.levels[p[0]], t.levels[p[wide]], t.levels[p[2*wide]])
			}
			return
		}
		for x := range t.width {
			p := in[x*step:][:step]
			out[x] = t.mix(func(k int) byte { return t.levels[p[k*wide]] })
		}
	}
}

// mix is how light a pixel is; sample answers its samples.
func (t *tone) mix(sample func(k int) byte) byte {
	v := sample(0)
	switch t.colours {
	case 3:
		v = luma(v, sample(1), sample(2))
	case 4:
		v = byte(int(255-luma(v, sample(1), sample(2))) * int(255-sample(3)) / 255)
	}
	if t.alpha > 0 {
		a := int(sample(t.alpha))
		v = byte((int(v)*a + 255*(255-a)) / 255)
	}
	return v
}

// A shrinker makes a small picture of rows: the mean of squares of k pixels a
// side.
type shrinker struct {
	k, width, height int
	out              *image.Gray
	line             []byte
	sums             []uint32
	y                int
}

func newShrinker(width, height, k int) *shrinker {
	k = max(1, k)
	w, h := (width+k-1)/k, (height+k-1)/k
	return &shrinker{k: k, width: width, height: height, out: image.NewGray(image.Rect(0, 0, w, h)),
		line: make([]byte, width), sums: make([]uint32, w)}
}

// take takes the next row, which lies in line.
func (s *shrinker) take() {
	if s.y >= s.height {
		return
	}
	row := s.out.Pix[s.y/s.k*s.out.Stride:][:len(s.sums)]
	s.y++
	if s.k == 1 {
		copy(row, s.line)
		return
	}
	for x := range s.sums {
		sum := uint32(0)
		for _, v := range s.line[x*s.k : min(x*s.k+s.k, s.width)] {
			sum += uint32(v)
		}
		s.sums[x] += sum
	}
	if rows := (s.y-1)%s.k + 1; rows == s.k || s.y == s.height {
		for x := range s.sums {
			row[x] = byte(s.sums[x] / uint32(rows*(min(x*s.k+s.k, s.width)-x*s.k)))
		}
		clear(s.sums)
	}
}
