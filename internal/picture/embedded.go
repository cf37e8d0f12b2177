package picture

import (
	"bufio"
	"errors"
	"fmt"
	"image"
	"io"

	"mappe/internal/pdf"
)

// ErrUnread is a picture in a PDF that this package doesn't decode; the text
// names what it is: "JPXDecode", or its colours.
var ErrUnread = errors.New("not decoded")

func unread(format string, args ...any) error {
	return &fault{ErrUnread, fmt.Sprintf(format, args...)}
}

// Embedded is a picture in a PDF. Once it is made, it may be used by another
// goroutine than the file.
type Embedded struct {
	Width, Height int
	Stencil       bool // white is clear
	data          *pdf.Encoded
	tone          *tone
	turned        bool // the least sample stands for the most
}

// Embed looks at a picture in a PDF: whether it can be decoded, and how.
func Embed(f *pdf.File, p pdf.Picture) (e *Embedded, err error) {
	defer guard(&err)
	data, err := f.Encoded(p.Stream)
	if err != nil {
		return nil, err
	}
	e = &Embedded{Width: data.Width, Height: data.Height, data: data}
	if err := sized(int64(e.Width), int64(e.Height)); err != nil {
		return nil, err
	}
	if n := data.Filter.Name; n == "JPXDecode" || n == "JBIG2Decode" {
		return nil, unread("%s", n)
	}
	get := func(key, short pdf.Name) pdf.Object {
		if o := f.Get(p.Stream.Dict.Get(key)); o != nil {
			return o
		}
		return f.Get(p.Stream.Dict.Get(short))
	}
	decode := f.Array(get("Decode", "D"))
	if len(decode) >= 2 {
		from, _ := f.Number(decode[0])
		to, _ := f.Number(decode[1])
		e.turned = from > to
	}
	if stencil, _ := get("ImageMask", "IM").(bool); stencil {
		e.Stencil, e.tone = true, plainTone(e.Width, 1, 1, 1, false)
		ink := byte(255 * max(0, min(1, p.Ink)))
		e.tone.levels[0], e.tone.levels[1] = ink, 255
		if e.turned {
			e.tone.levels[0], e.tone.levels[1] = 255, ink
		}
		return e, nil
	}
	bits, ok := f.Int(get("BitsPerComponent", "BPC"))
	switch {
	case data.Filter.Name == "CCITTFaxDecode":
		bits = 1
	case data.Filter.Name == "DCTDecode":
		bits = 8
	case !ok || bits != 1 && bits != 2 && bits != 4 && bits != 8 && bits != 16:
		return nil, damaged("the picture has %d bits a sample", bits)
	}
	space := get("ColorSpace", "CS")
	if space == nil && data.Filter.Name == "DCTDecode" {
		return e, nil // the JPEG knows
	}
	e.tone, err = toned(f, space, e.Width, bits, e.turned)
	if err != nil {
		return nil, err
	}
	return e, held(e.row()*int64(e.Height), maxDecoded)
}

// toned is how the samples of a colour space are seen.
func toned(f *pdf.File, space pdf.Object, width, bits int, turned bool) (*tone, error) {
	colours := 0
	name := f.Name(space)
	a := f.Array(space)
	if len(a) > 0 {
		name = f.Name(a[0])
	}
	at := func(i int) pdf.Object {
		if i < len(a) {
			return f.Get(a[i])
		}
		return nil
	}
	switch name {
	case "":
		if bits == 1 { // a fax need not say it
			colours = 1
		}
	case "DeviceGray", "G", "CalGray", "Lab":
		colours = 1
	case "DeviceRGB", "RGB", "CalRGB":
		colours = 3
	case "DeviceCMYK", "CMYK":
		colours = 4
	case "ICCBased":
		colours, _ = f.Int(f.Dict(at(1)).Get("N"))
	case "Separation":
		colours, turned = 1, !turned // one ink: the more, the darker
	case "Indexed", "I":
		return indexedTone(f, a, width, bits)
	}
	t := plainTone(width, bits, colours, colours, turned)
	switch {
	case name == "Lab":
		t.samples = 3
	case colours != 1 && colours != 3 && colours != 4:
		return nil, unread("%s", name)
	}
	return t, nil
}

// indexedTone is how places in a palette are seen.
func indexedTone(f *pdf.File, a pdf.Array, width, bits int) (*tone, error) {
	if len(a) < 4 || bits > 8 {
		return nil, damaged("the picture's palette is broken")
	}
	below := f.Get(a[1])
	if other := f.Array(below); len(other) > 0 && (f.Name(other[0]) == "Indexed" || f.Name(other[0]) == "I") {
		return nil, damaged("the picture's palette has the colours of a palette") // its own, perhaps
	}
	base, err := toned(f, below, 1, 8, false)
	if err != nil {
		return nil, err
	}
	var table []byte
	switch o := f.Get(a[3]).(type) {
	case pdf.String:
		table = []byte(o)
	case *pdf.Stream:
		if table, err = f.Decode(o, 1<<12); err != nil {
			return nil, damaged("the picture's palette is broken")
		}
	}
	t := plainTone(width, bits, 1, 1, false)
	t.levels = [256]byte{}
	for v := 0; v < 256 && len(table) >= base.samples; v++ {
		base.row(table, t.levels[v:v+1])
		table = table[base.samples:]
	}
	return t, nil
}

// row is the length of a row of samples.
func (e *Embedded) row() int64 {
	return (int64(e.tone.width)*int64(e.tone.samples*e.tone.bits) + 7) / 8
}

// Light decodes how light the picture is, as it lies in the file. A square of
// about k pixels a side becomes one.
func (e *Embedded) Light(k int) (img *image.Gray, err error) {
	defer guard(&err)
	if e.data.Filter.Name == "DCTDecode" {
		img, err = e.jpeg(k)
		return img, broken(err)
	}
	r, err := e.data.Reader(1 << 31)
	if err != nil {
		return nil, broken(err)
	}
	if e.data.Filter.Name == "CCITTFaxDecode" {
		r = e.fax(r)
	}
	row := make([]byte, e.row())
	s := newShrinker(e.Width, e.Height, max(1, k))
	for y := range e.Height {
		if n, err := io.ReadFull(r, row); err != nil {
			if y == 0 && n == 0 {
				return nil, broken(noEOF(err))
			}
			// What is missing at the end is white, as in viewers.
			for ; y < e.Height; y++ {
				for x := range s.line {
					s.line[x] = 255
				}
				s.take()
			}
			break
		}
		e.tone.row(row, s.line)
		s.take()
	}
	return s.out, nil
}

// fax reads the rows of a fax.
func (e *Embedded) fax(r io.Reader) io.Reader {
	value := func(key pdf.Name, missing int) int {
		switch v := e.data.Filter.Parms.Get(key).(type) {
		case pdf.Int:
			return int(v)
		case bool:
			if v {
				return 1
			}
			return 0
		}
		return missing
	}
	columns := value("Columns", 1728)
	if columns < 1 || columns > 1<<16 {
		columns = e.Width
	}
	f := newFax(bufio.NewReader(r), columns)
	k := value("K", 0)
	f.group4, f.mixed, f.aligned = k < 0, k > 0, value("EncodedByteAlign", 0) == 1
	return &faxRows{f, make([]byte, (columns+7)/8), (e.Width + 7) / 8, value("BlackIs1", 0) == 0}
}

// faxRows makes the rows of a fax as wide as its picture.
type faxRows struct {
	from     *fax
	row      []byte
	width    int
	inverted bool
}

// Read gives whole rows.
func (f *faxRows) Read(p []byte) (int, error) {
	if _, err := io.ReadFull(f.from, f.row); err != nil {
		return 0, err
	}
	p = p[:f.width]
	n := copy(p, f.row)
	clear(p[n:])
	if f.inverted {
		for i := range p {
			p[i] = ^p[i]
		}
	}
	return f.width, nil
}

func (e *Embedded) jpeg(k int) (*image.Gray, error) {
	body, plain := e.data.Plain()
	if !plain {
		r, err := e.data.Reader(maxHeld)
		if err != nil {
			return nil, err
		}
		b, err := io.ReadAll(r)
		if err != nil {
			return nil, err
		}
		body = pdf.Data(b)
	}
	i := &jpegImage{body: body}
	if err := i.colours(); err != nil {
		return nil, err
	}
	if v, ok := e.data.Filter.Parms.Get("ColorTransform").(pdf.Int); ok && v == 0 && !i.adobe {
		i.rgb, i.adobe = true, true
	}
	i.inks = !e.turned // a PDF tells
	img, err := i.light(k)
	if err == nil && e.turned && len(i.frame.parts) != 4 {
		for n := range img.Pix {
			img.Pix[n] = 255 - img.Pix[n]
		}
	}
	return img, err
}

// Held is about how many bytes Light has in memory at a time, beside a few
// times its result.
func (e *Embedded) Held() int64 {
	if body, plain := e.data.Plain(); e.data.Filter.Name == "DCTDecode" && !plain {
		n := int64(0)
		for _, p := range body {
			n += p.Size + int64(len(p.Data))
		}
		return 2 * n
	}
	return 0
}
