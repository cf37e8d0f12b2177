package picture

import (
	"compress/zlib"
	"io"
)

// pngRows reads the rows of a PNG that is not interlaced, or of one pass of
// one that is.
type pngRows struct {
	z          io.Reader
	row, above []byte // behind the filter's number
	step       int    // bytes of a pixel, at least 1
}

// inflated is the rows of a PNG before their filters are undone.
func (i *pngImage) inflated() (io.ReadCloser, error) {
	return zlib.NewReader(i.data.Reader())
}

func (i *pngImage) rows(z io.Reader, width int) *pngRows {
	n := 1 + i.rowBytes(width)
	return &pngRows{z, make([]byte, n), make([]byte, n), max(1, i.samples()*i.bits/8)}
}

// next is the next row. It is good until the one after the next.
func (r *pngRows) next() ([]byte, error) {
	r.row, r.above = r.above, r.row
	if _, err := io.ReadFull(r.z, r.row); err != nil {
		return nil, noEOF(err)
	}
	b, above, step := r.row[1:], r.above[1:], r.step
	above = above[:len(b)]
	switch r.row[0] {
	case filterNone:
	case filterSub:
		for k := step; k < len(b); k++ {
			b[k] += b[k-step]
		}
	case filterUp:
		for k := range b {
			b[k] += above[k]
		}
	case filterAverage:
		for k := range min(step, len(b)) {
			b[k] += above[k] / 2
		}
		for k := step; k < len(b); k++ {
			b[k] += byte((int(b[k-step]) + int(above[k])) / 2)
		}
	case filterPaeth:
		for k := range min(step, len(b)) {
			b[k] += above[k]
		}
		for k := step; k < len(b); k++ {
			b[k] += paeth(b[k-step], above[k], above[k-step])
		}
	default:
		return nil, damaged("the picture has a row of an unknown kind")
	}
	return b, nil
}

// passes are where the pixels of each pass of an interlaced PNG lie: the
// first column and row, and the steps to the next.
var passes = [7][4]int{{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}}

// each calls do with every row of the picture, from the top.
func (i *pngImage) each(do func(row []byte)) error {
	z, err := i.inflated()
	if err != nil {
		return noEOF(err)
	}
	defer z.Close()
	if i.interlaced {
		if err := i.woven(z, do); err != nil {
			return err
		}
	} else {
		rows := i.rows(z, i.width)
		for range i.height {
			row, err := rows.next()
			if err != nil {
				return err
			}
			do(row)
		}
	}
	// The check sum stands at the end; what is too much before it is ignored,
	// within reason.
	_, err = io.CopyN(io.Discard, z, 1<<20)
	if err != io.EOF {
		return err
	}
	return nil
}

// woven puts the passes of an interlaced picture together.
func (i *pngImage) woven(z io.Reader, do func(row []byte)) error {
	stride := i.rowBytes(i.width)
	all := make([]byte, stride*i.height)
	size := i.samples() * i.bits // of a pixel
	for _, p := range passes {
		width, height := (i.width-p[0]+p[2]-1)/p[2], (i.height-p[1]+p[3]-1)/p[3]
		if width <= 0 || height <= 0 {
			continue
		}
		rows := i.rows(z, width)
		for y := range height {
			row, err := rows.next()
			if err != nil {
				return err
			}
			out := all[(p[1]+y*p[3])*stride:][:stride]
			for x := range width {
				to := (p[0] + x*p[2]) * size
				if size >= 8 {
					copy(out[to/8:], row[x*size/8:][:size/8])
					continue
				}
				v := row[x*size/8] << (x * size % 8) >> (8 - size)
				out[to/8] |= v << (8 - size - to%8)
			}
		}
	}
	for y := range i.height {
		do(all[y*stride:][:stride])
	}
	return nil
}
