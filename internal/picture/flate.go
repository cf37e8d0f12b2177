package picture

import (
	"bytes"
	"compress/zlib"
	"math"

	"mappe/internal/pdf"
)

// deflater makes the data of an image from its rows, without loss. Samples of
// a byte or more are stored as differences, by the filter of PNG that seems to
// suit each row.
type deflater struct {
	out           bytes.Buffer
	z             *zlib.Writer
	columns, rows int
	samples, bits int
	step          int // bytes of a pixel; 0 for no differences
	above         []byte
	tries         [3][]byte // filtered rows, behind the filter's number
}

// much is how many bytes are deflated with less care: the size of a colour
// scan of A4 at 300 dpi. It makes them a fifth larger, in less than half of the
// time.
const much = 26 << 20

// newDeflater is for rows of pixels with samples of some bits each. Plain is
// for samples that are no amounts, such as places in a palette.
func newDeflater(columns, rows, samples, bits int, plain bool) *deflater {
	d := &deflater{columns: columns, rows: rows, samples: samples, bits: bits}
	level := zlib.DefaultCompression
	if columns*rows*samples*bits/8 > much {
		level = zlib.BestSpeed
	}
	d.z, _ = zlib.NewWriterLevel(&d.out, level) // the level is a valid one
	if bits >= 8 && !plain {
		d.step = samples * bits / 8
		d.above = make([]byte, d.step*columns)
		for k := range d.tries {
			d.tries[k] = make([]byte, 1+d.step*columns)
		}
	}
	return d
}

// Filters of a row of a PNG.
const (
	filterNone = iota
	filterSub
	filterUp
	filterAverage
	filterPaeth
)

// row takes the next row.
func (d *deflater) row(b []byte) {
	if d.step == 0 {
		d.z.Write(b) // a bytes.Buffer does not fail
		return
	}
	best, least := 0, math.MaxInt
	for k, filter := range []byte{filterUp, filterSub, filterPaeth} {
		out := d.tries[k]
		out[0] = filter
		if n := d.filter(filter, out[1:], b); n < least {
			best, least = k, n
		}
		if least == 0 {
			break
		}
	}
	d.z.Write(d.tries[best])
	copy(d.above, b)
}

// filter writes a row as differences, and answers how large they are.
func (d *deflater) filter(filter byte, out, b []byte) (sum int) {
	above, step := d.above[:len(b)], d.step
	out = out[:len(b)]
	switch filter {
	case filterUp:
		for i, v := range b {
			out[i] = v - above[i]
		}
	case filterSub:
		copy(out, b[:step])
		for i := step; i < len(b); i++ {
			out[i] = b[i] - b[i-step]
		}
	case filterPaeth:
		for i := range step {
			out[i] = b[i] - above[i]
		}
		for i := step; i < len(b); i++ {
			out[i] = b[i] - paeth(b[i-step], above[i], above[i-step])
		}
	}
	for _, v := range out {
		sum += max(int(int8(v)), -int(int8(v)))
	}
	return sum
}

// paeth is the one of three neighbours (left, above, above left) that is
// nearest to their slope.
func paeth(a, b, c byte) byte {
	pa, pb := int(b)-int(c), int(a)-int(c)
	pc := pa + pb
	pa, pb, pc = max(pa, -pa), max(pb, -pb), max(pc, -pc)
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}

// stream is the image of all rows.
func (d *deflater) stream(space pdf.Object, more ...pdf.Entry) *pdf.Stream {
	d.z.Close()
	dict := described(d.columns, d.rows, d.bits, space, pdf.Entry{Key: "Filter", Value: pdf.Name("FlateDecode")})
	if d.step > 0 {
		dict = append(dict, predicted(d.columns, d.samples, d.bits))
	}
	return &pdf.Stream{Dict: append(dict, more...), Body: pdf.Data(d.out.Bytes())}
}

// predicted says that rows are filtered as those of a PNG.
func predicted(columns, samples, bits int) pdf.Entry {
	return pdf.Entry{Key: "DecodeParms", Value: pdf.Dict{
		{Key: "Predictor", Value: pdf.Int(15)}, {Key: "Colors", Value: pdf.Int(samples)},
		{Key: "BitsPerComponent", Value: pdf.Int(bits)}, {Key: "Columns", Value: pdf.Int(columns)},
	}}
}
