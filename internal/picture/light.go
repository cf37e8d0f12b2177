package picture

import "image"

// shining is a picture of which the lightness alone can be had.
type shining interface {
	// light is the lightness on white paper, of squares of k pixels a side; of
	// k the decoder may take a smaller one.
	light(k int) (*image.Gray, error)
}

// Light decodes how light a page is, 1 being the first, on white paper and as
// it lies in the file: neither turned as its orientation asks nor framed. A
// square of about k pixels a side becomes one. Little more is held in memory
// than what comes out, except of WebP, GIF and interlaced PNG.
func (f *File) Light(page, k int) (img *image.Gray, err error) {
	defer guard(&err)
	p, err := f.page(page)
	if err != nil {
		return nil, err
	}
	img, err = p.image.(shining).light(max(1, k))
	return img, broken(err)
}

// Held is about how many bytes Light has in memory at a time, beside a few
// times its result.
func (f *File) Held(page int) int64 {
	p, err := f.page(page)
	if err != nil {
		return 0
	}
	pixels := int64(p.Width) * int64(p.Height)
	switch i := p.image.(type) {
	case *pngImage:
		if i.interlaced {
			return int64(i.rowBytes(i.width)) * int64(i.height)
		}
	case *webpImage:
		return 5 * pixels
	case *gifImage:
		return pixels
	case *tiffImage:
		if i.jpeg == nil && i.compression == tiffJPEG {
			across, _, _ := i.grid()
			return 5 * int64(across) * int64(i.blockWidth) * int64(i.blockHeight)
		}
	}
	return 0
}

func (i *pngImage) light(k int) (*image.Gray, error) {
	t := plainTone(i.width, i.bits, i.samples(), max(1, i.samples()), false)
	if i.colour&pngAlpha != 0 {
		t.alpha = t.samples - 1
		t.colours--
	}
	if i.colour&pngPalette != 0 {
		t.coloured(i.palette)
		for v, a := range i.clear {
			if v < 256 {
				t.levels[v] = byte((int(t.levels[v])*int(a) + 255*(255-int(a))) / 255)
			}
		}
	}
	if i.colour == 0 && len(i.clear) == 2 && i.bits <= 8 {
		t.levels[i.clear[1]] = 255
	}
	s := newShrinker(i.width, i.height, k)
	err := i.each(func(row []byte) {
		t.row(row, s.line)
		s.take()
	})
	return s.out, err
}

func (i *tiffImage) light(k int) (*image.Gray, error) {
	if i.jpeg != nil {
		return i.jpeg.light(k)
	}
	// Of a YCbCr JPEG in several parts the parts come as red, green, blue.
	t := plainTone(i.width, i.bits, i.samples, i.colours, i.see == whiteIsZero)
	if i.see == tiffPalette {
		t.coloured(i.palette)
	}
	if i.alpha == 2 { // else the colours are mixed with black: dark where clear
		t.alpha = i.colours
	}
	s := newShrinker(i.width, i.height, k)
	err := i.each(func(row []byte) {
		t.row(row, s.line)
		s.take()
	})
	return s.out, err
}

func (i *webpImage) light(k int) (*image.Gray, error) {
	img, err := i.decode()
	if err != nil {
		return nil, err
	}
	s := newShrinker(i.width, i.height, k)
	row := make([]byte, 3*i.width)
	for y := range i.height {
		switch p := img.(type) {
		case *image.YCbCr:
			spellVideo(p, y, row)
		case *image.NYCbCrA:
			spellVideo(&p.YCbCr, y, row)
		default:
			if err := spell(img, y, row); err != nil {
				return nil, err
			}
		}
		for x := range s.line {
			s.line[x] = luma(row[3*x], row[3*x+1], row[3*x+2])
			a := 255
			switch p := img.(type) {
			case *image.NYCbCrA:
				a = int(p.A[y*p.AStride+x])
			case *image.NRGBA:
				a = int(p.Pix[y*p.Stride+4*x+3])
			}
			s.line[x] = byte((int(s.line[x])*a + 255*(255-a)) / 255)
		}
		s.take()
	}
	return s.out, nil
}

func (i *gifImage) light(k int) (*image.Gray, error) {
	p, err := i.decode()
	if err != nil {
		return nil, err
	}
	var levels [256]byte
	for n, c := range p.Palette {
		r, g, b, a := c.RGBA()
		levels[n] = luma(byte(r>>8), byte(g>>8), byte(b>>8)) + 255 - byte(a>>8) // mixed with black, by its alpha
	}
	s := newShrinker(p.Rect.Dx(), p.Rect.Dy(), k)
	for y := range p.Rect.Dy() {
		for x := range s.line {
			s.line[x] = levels[p.Pix[y*p.Stride+x]]
		}
		s.take()
	}
	return s.out, nil
}
