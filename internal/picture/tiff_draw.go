package picture

import (
	"io"
	"math/bits"
	"slices"

	"mappe/internal/pdf"
)

// passed tells whether the compressed data can be copied: the whole page in
// one block, in a compression that PDF has too.
func (i *tiffImage) passed() bool {
	if i.jpeg != nil {
		return true
	}
	if len(i.blocks) != 1 || i.blockWidth != i.width || i.samples != i.colours {
		return false
	}
	switch i.compression {
	case tiffRLE, tiffG3, tiffG4:
		return i.bits == 1 && i.samples == 1
	case tiffLZW, tiffDeflate, tiffOldDeflate:
		return !i.reversed && (i.bits < 16 || !i.little)
	}
	return false
}

func (i *tiffImage) check() error {
	if i.jpeg != nil {
		return i.jpeg.check()
	}
	return i.each(func([]byte) {})
}

// space is the colour space, and how samples become colours where that is
// not the usual way.
func (i *tiffImage) space() (space pdf.Object, more []pdf.Entry) {
	switch i.see {
	case tiffPalette:
		return indexed(i.palette), nil
	case whiteIsZero:
		more = []pdf.Entry{{Key: "Decode", Value: ints(1, 0)}}
	}
	return device(i.colours), more
}

func (i *tiffImage) stream(add func(pdf.Object) pdf.Ref) (*pdf.Stream, error) {
	switch {
	case i.jpeg != nil:
		return i.jpeg.stream(add)
	case i.passed() && (i.compression == tiffLZW || i.compression == tiffDeflate || i.compression == tiffOldDeflate):
		return i.copied(), nil
	case i.passed():
		return i.faxed()
	}
	return i.split(add)
}

// copied is the data as it lies in the file.
func (i *tiffImage) copied() *pdf.Stream {
	space, more := i.space()
	filter := pdf.Name("FlateDecode")
	if i.compression == tiffLZW {
		filter = "LZWDecode"
	}
	d := described(i.width, i.height, i.bits, space, pdf.Entry{Key: "Filter", Value: filter})
	if i.predictor == 2 {
		parms := predicted(i.width, i.samples, i.bits)
		parms.Value = parms.Value.(pdf.Dict).With("Predictor", pdf.Int(2))
		d = append(d, parms)
	}
	return &pdf.Stream{Dict: append(d, more...), Body: i.body()}
}

func (i *tiffImage) body() pdf.Body {
	return pdf.Body{{From: i.src, At: i.blocks[0].at, Size: i.blocks[0].size}}
}

// faxed is the data of a fax. Its bits are turned round where that is needed,
// which takes a strip in memory.
func (i *tiffImage) faxed() (*pdf.Stream, error) {
	body := i.body()
	if i.reversed {
		if err := held(i.blocks[0].size, maxHeld); err != nil {
			return nil, err
		}
		b := make([]byte, i.blocks[0].size)
		if _, err := i.src.ReadAt(b, i.blocks[0].at); err != nil && err != io.EOF {
			return nil, err
		}
		for k, v := range b {
			b[k] = bits.Reverse8(v)
		}
		body = pdf.Data(b)
	}
	k := 0
	switch {
	case i.compression == tiffG4:
		k = -1
	case i.compression == tiffG3 && i.g3&1 != 0:
		k = 4
	}
	parms := pdf.Dict{
		{Key: "K", Value: pdf.Int(k)}, {Key: "Columns", Value: pdf.Int(i.width)}, {Key: "Rows", Value: pdf.Int(i.height)},
		{Key: "BlackIs1", Value: i.see != whiteIsZero}, {Key: "EndOfBlock", Value: false},
	}
	if i.compression == tiffRLE {
		parms = append(parms, pdf.Entry{Key: "EncodedByteAlign", Value: true})
	}
	d := described(i.width, i.height, 1, device(1),
		pdf.Entry{Key: "Filter", Value: pdf.Name("CCITTFaxDecode")}, pdf.Entry{Key: "DecodeParms", Value: parms})
	if i.see == tiffPalette {
		d = d.With("ColorSpace", indexed(i.palette))
	}
	return &pdf.Stream{Dict: d, Body: body}, nil
}

// split decodes the page, and stores it again without samples that are no
// colours; alpha becomes a mask.
func (i *tiffImage) split(add func(pdf.Object) pdf.Ref) (*pdf.Stream, error) {
	colours := newDeflater(i.width, i.height, i.colours, i.bits, i.see == tiffPalette)
	var alpha *deflater
	var mask, plain []byte
	wide := max(1, i.bits/8)
	if i.alpha > 0 {
		alpha, mask = newDeflater(i.width, i.height, 1, i.bits, false), make([]byte, i.width*wide)
	}
	if i.samples > i.colours {
		plain = make([]byte, i.width*i.colours*wide)
	}
	opaque := true
	err := i.each(func(row []byte) {
		if plain != nil {
			for x := range i.width {
				pixel := row[x*i.samples*wide:][:i.samples*wide]
				copy(plain[x*i.colours*wide:], pixel[:i.colours*wide])
				if mask != nil {
					copy(mask[x*wide:], pixel[i.colours*wide:][:wide])
				}
			}
			row = plain
		}
		colours.row(row)
		if mask != nil {
			opaque = opaque && !slices.ContainsFunc(mask, func(a byte) bool { return a != 255 })
			alpha.row(mask)
		}
	})
	if err != nil {
		return nil, err
	}
	space, more := i.space()
	s := colours.stream(space, more...)
	if mask == nil || opaque {
		return s, nil
	}
	m := alpha.stream(device(1))
	if i.alpha == 1 { // the colours are mixed with black already
		m.Dict = m.Dict.With("Matte", ints(make([]int, i.colours)...))
	}
	s.Dict = s.Dict.With("SMask", add(m))
	return s, nil
}
