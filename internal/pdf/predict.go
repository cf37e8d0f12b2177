package pdf

import "io"

const maxRow = 16 << 20 // bytes of a row of samples

// predicted undoes the predictor that the parameters of a filter name.
func (f *File) predicted(r io.Reader, parms Dict) (io.Reader, error) {
	value := func(key Name, missing int) int {
		if n, ok := f.Int(parms.Get(key)); ok {
			return n
		}
		return missing
	}
	kind := value("Predictor", 1)
	if kind < 2 {
		return r, nil
	}
	colors, bits, columns := value("Colors", 1), value("BitsPerComponent", 8), value("Columns", 1)
	if colors < 1 || colors > 64 || columns < 1 || columns > maxRow || bits != 1 && bits != 2 && bits != 4 && bits != 8 && bits != 16 {
		return nil, damaged("predictor with %d colours of %d bits in %d columns", colors, bits, columns)
	}
	size := (int64(colors*bits)*int64(columns) + 7) / 8
	if size > maxRow {
		return nil, limit("predictor with rows of %d bytes", size)
	}
	p := &predictor{r: r, size: int(size), pixel: max(1, colors*bits/8), colors: colors, bits: bits, png: kind >= 10}
	return p, nil
}

// predictor undoes the predictors of PNG and TIFF row by row.
type predictor struct {
	r                         io.Reader
	size, pixel, colors, bits int
	png                       bool
	row, above                []byte // with the byte that names the filter first
	rest                      []byte // of row, not yet given
	err                       error
}

func (p *predictor) Read(b []byte) (int, error) {
	for len(p.rest) == 0 {
		if p.err != nil {
			return 0, p.err
		}
		p.next()
	}
	n := copy(b, p.rest)
	p.rest = p.rest[n:]
	return n, nil
}

// next reads a row. Of the last one a part may be missing.
func (p *predictor) next() {
	if p.row == nil {
		p.row, p.above = make([]byte, p.size+1), make([]byte, p.size+1)
	}
	p.row, p.above = p.above, p.row
	row := p.row[1:]
	if p.png {
		row = p.row
	}
	n, err := io.ReadFull(p.r, row)
	if err == io.ErrUnexpectedEOF {
		err = nil
	}
	if p.err = err; n == 0 {
		return
	}
	clear(row[n:])
	if p.png {
		n--
		unfilter(p.row[0], p.row[1:], p.above[1:], p.pixel)
	} else {
		p.tiff(row)
	}
	p.rest = p.row[1 : 1+n]
}

// unfilter undoes a filter of PNG.
func unfilter(kind byte, row, above []byte, pixel int) {
	switch kind {
	case 1:
		for i := pixel; i < len(row); i++ {
			row[i] += row[i-pixel]
		}
	case 2:
		for i := range row {
			row[i] += above[i]
		}
	case 3:
		for i := range row {
			left := 0
			if i >= pixel {
				left = int(row[i-pixel])
			}
			row[i] += byte((left + int(above[i])) / 2)
		}
	case 4:
		for i := range row {
			var left, corner int
			if i >= pixel {
				left, corner = int(row[i-pixel]), int(above[i-pixel])
			}
			row[i] += paeth(left, int(above[i]), corner)
		}
	}
}

// paeth is which of three neighbours is nearest to left + above - corner.
func paeth(left, above, corner int) byte {
	distance := func(n int) int {
		if n < 0 {
			return -n
		}
		return n
	}
	a, b, c := distance(above-corner), distance(left-corner), distance(left+above-2*corner)
	switch {
	case a <= b && a <= c:
		return byte(left)
	case b <= c:
		return byte(above)
	}
	return byte(corner)
}

// tiff adds to each sample the one of the same colour to its left.
func (p *predictor) tiff(row []byte) {
	switch p.bits {
	case 8:
		for i := p.colors; i < len(row); i++ {
			row[i] += row[i-p.colors]
		}
	case 16:
		for i := 2 * p.colors; i+1 < len(row); i += 2 {
			n := int(row[i])<<8 + int(row[i+1]) + int(row[i-2*p.colors])<<8 + int(row[i-2*p.colors+1])
			row[i], row[i+1] = byte(n>>8), byte(n)
		}
	default:
		left := make([]int, p.colors)
		mask := 1<<p.bits - 1
		for i := 0; (i+1)*p.bits <= 8*len(row); i++ {
			at, shift := i*p.bits/8, 8-p.bits-i*p.bits%8
			n := (int(row[at])>>shift + left[i%p.colors]) & mask
			left[i%p.colors] = n
			row[at] = row[at]&^byte(mask<<shift) | byte(n<<shift)
		}
	}
}
