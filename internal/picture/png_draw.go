package picture

import (
	"bytes"
	"encoding/binary"
	"slices"

	"mappe/internal/pdf"
)

// check inflates every row. A check sum has told already that the data is as
// it was written.
func (i *pngImage) check() error {
	if i.passed() {
		return i.each(func([]byte) {})
	}
	_, err := i.stream(func(pdf.Object) pdf.Ref { return pdf.Ref{} })
	return err
}

// space is the colour space.
func (i *pngImage) space() pdf.Object {
	switch {
	case i.colour&pngPalette != 0:
		return indexed(i.palette[:min(len(i.palette), 3<<i.bits)])
	case i.colour&pngRGB != 0:
		return device(3)
	}
	return device(1)
}

// key is the one colour, or the run of a palette, that is wholly clear, as
// pairs from and to.
func (i *pngImage) key() pdf.Array {
	var key pdf.Array
	if i.colour&pngPalette == 0 {
		for n := 0; n+2 <= len(i.clear) && n < 2*i.samples(); n += 2 {
			v := int(binary.BigEndian.Uint16(i.clear[n:])) & (1<<i.bits - 1)
			key = append(key, pdf.Int(v), pdf.Int(v))
		}
		if len(key) != 2*i.samples() {
			return nil
		}
		return key
	}
	from, to := slices.Index(i.clear, 0), len(i.clear)-1
	for to >= 0 && i.clear[to] != 0 {
		to--
	}
	if from < 0 || slices.IndexFunc(i.clear[from:to+1], func(a byte) bool { return a != 0 }) >= 0 {
		return nil
	}
	return ints(from, to)
}

// soft tells that a key cannot make clear what is: some colours of a palette
// are half clear, or several apart; and of 16 bits not all readers know keys.
func (i *pngImage) soft() bool {
	if i.colour&pngPalette == 0 {
		return i.bits == 16 && i.key() != nil
	}
	half := slices.ContainsFunc(i.clear, func(a byte) bool { return a != 0 && a != 255 })
	return half || i.key() == nil && slices.Contains(i.clear, 0)
}

func (i *pngImage) stream(add func(pdf.Object) pdf.Ref) (*pdf.Stream, error) {
	alpha := i.colour&pngAlpha != 0
	var mask, colours *deflater
	if i.soft() {
		mask = newDeflater(i.width, i.height, 1, 8, true)
	}
	if alpha {
		mask = newDeflater(i.width, i.height, 1, i.bits, false)
	}
	if !i.passed() {
		n := i.samples()
		if alpha {
			n--
		}
		colours = newDeflater(i.width, i.height, n, i.bits, i.colour&pngPalette != 0)
	}
	opaque := true
	if mask != nil || colours != nil {
		if err := i.split(colours, mask, &opaque); err != nil {
			return nil, err
		}
	}
	var s *pdf.Stream
	if colours != nil {
		s = colours.stream(i.space())
	} else {
		s = &pdf.Stream{Body: i.data, Dict: described(i.width, i.height, i.bits, i.space(),
			pdf.Entry{Key: "Filter", Value: pdf.Name("FlateDecode")}, predicted(i.width, i.samples(), i.bits))}
	}
	switch {
	case mask != nil && !opaque:
		s.Dict = s.Dict.With("SMask", add(mask.stream(device(1))))
	case mask == nil && i.key() != nil:
		s.Dict = s.Dict.With("Mask", i.key())
	}
	return s, nil
}

// split sends the rows to where they are wanted: colours without their alpha,
// and the alpha, which may come from the palette.
func (i *pngImage) split(colours, mask *deflater, opaque *bool) error {
	wide, n := i.bits/8, i.samples()
	alpha := make([]byte, i.width)
	var plain []byte
	if i.colour&pngAlpha != 0 {
		alpha, plain = make([]byte, i.width*wide), make([]byte, i.width*wide*(n-1))
	}
	return i.each(func(row []byte) {
		switch {
		case plain != nil:
			for x := range i.width {
				pixel := row[x*wide*n:][:wide*n]
				copy(plain[x*wide*(n-1):], pixel[:wide*(n-1)])
				copy(alpha[x*wide:], pixel[wide*(n-1):])
			}
			row = plain
		case mask != nil && i.bits == 16:
			for x := range i.width {
				alpha[x] = 255
				if bytes.Equal(row[x*2*n:][:2*n], i.clear[:2*n]) {
					alpha[x] = 0
				}
			}
		case mask != nil:
			for x := range alpha {
				v := int(row[x*i.bits/8] << (x * i.bits % 8) >> (8 - i.bits))
				alpha[x] = 255
				if v < len(i.clear) {
					alpha[x] = i.clear[v]
				}
			}
		}
		if colours != nil {
			colours.row(row)
		}
		if mask != nil {
			*opaque = *opaque && !slices.ContainsFunc(alpha, func(a byte) bool { return a != 255 })
			mask.row(alpha)
		}
	})
}
