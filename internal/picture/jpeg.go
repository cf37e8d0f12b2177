package picture

import (
	"encoding/binary"

	"mappe/internal/pdf"
)

// jpegImage is a JPEG taken apart, its pixels untouched.
type jpegImage struct {
	body        pdf.Body // without what describes it and what follows its end
	frame       frame
	jfif, adobe bool
	rgb         bool // Adobe says that three colours are red, green and blue
	inks        bool // four are not inverted, whatever Adobe says
}

// frame is what the head of a JPEG's pixels says.
type frame struct {
	process       byte // its marker; 0 for no head yet
	bits          int
	width, height int
	parts         []component
	across, down  int // the largest sampling factors
}

// component is one colour of a JPEG.
type component struct {
	id    byte
	h, v  int  // how many blocks of it a unit has
	steps int  // its table of quantization
	seen  bool // it is in a scan
}

func (f *File) openJPEG(s *pdf.Source) error {
	i := &jpegImage{}
	said, err := i.walk(s, 0, s.Size())
	if err == nil {
		err = i.usable()
	}
	if err != nil {
		return err
	}
	p := f.add(i, i.frame.width, i.frame.height)
	p.Orientation, p.X, p.Y, p.Passed = said.Orientation, said.X, said.Y, true
	return nil
}

// readFrame reads the segment that a start-of-frame marker begins.
func readFrame(marker byte, body []byte) (frame, error) {
	if len(body) < 6 || len(body) < 6+3*int(body[5]) {
		return frame{}, damaged("the picture has no readable head")
	}
	f := frame{
		process: marker,
		bits:    int(body[0]),
		height:  int(binary.BigEndian.Uint16(body[1:])),
		width:   int(binary.BigEndian.Uint16(body[3:])),
	}
	for k := range int(body[5]) {
		c := body[6+3*k:]
		p := component{id: c[0], h: int(c[1] >> 4), v: int(c[1] & 15), steps: int(c[2] & 3)}
		if p.h < 1 || p.h > 4 || p.v < 1 || p.v > 4 {
			return frame{}, damaged("the picture has no readable head")
		}
		f.parts = append(f.parts, p)
		f.across, f.down = max(f.across, p.h), max(f.down, p.v)
	}
	return f, sized(int64(f.width), int64(f.height))
}

// units is how many units a scan has across and down: of one component its
// blocks, else groups of blocks, as the whole picture (nil) has.
func (f *frame) units(scan []int) (across, down int) {
	up := func(a, b int) int { return (a + b - 1) / b }
	if len(scan) == 1 {
		p := f.parts[scan[0]]
		return up(up(f.width*p.h, f.across), 8), up(up(f.height*p.v, f.down), 8)
	}
	return up(f.width, 8*f.across), up(f.height, 8*f.down)
}

// scan is which components stand in a scan, by the body of its segment.
func (f *frame) scan(body []byte) ([]int, error) {
	if len(body) < 1 || body[0] < 1 || body[0] > 4 || len(body) < 4+2*int(body[0]) {
		return nil, damaged("the picture has an unreadable scan")
	}
	var scan []int
	for k := range int(body[0]) {
		found := false
		for n := range f.parts {
			if p := &f.parts[n]; p.id == body[1+2*k] && !found {
				p.seen, found = true, true
				scan = append(scan, n)
			}
		}
		if !found {
			return nil, damaged("the picture has a scan of an unknown colour")
		}
	}
	return scan, nil
}

// usable tells whether every PDF reader can draw the picture.
func (i *jpegImage) usable() error {
	f := &i.frame
	if f.process == 0 {
		return damaged("the picture has no pixels")
	}
	switch {
	case f.process&3 == 3:
		return foreign("a lossless JPEG")
	case f.process > markSOF+8:
		return foreign("an arithmetic JPEG")
	case f.process > markSOF+2:
		return foreign("a hierarchical JPEG")
	case f.bits != 8:
		return foreign("a %d-bit JPEG", f.bits)
	}
	switch len(f.parts) {
	case 1, 3, 4:
	default:
		return foreign("a JPEG with %d colours", len(f.parts))
	}
	for _, p := range f.parts {
		if !p.seen {
			return errShort
		}
	}
	return nil
}

// plainRGB tells that nothing but their names says that the components are
// red, green and blue.
func (i *jpegImage) plainRGB() bool {
	p := i.frame.parts
	return len(p) == 3 && !i.jfif && !i.adobe && p[0].id == 'R' && p[1].id == 'G' && p[2].id == 'B'
}

func (i *jpegImage) stream(func(pdf.Object) pdf.Ref) (*pdf.Stream, error) {
	f := &i.frame
	d := described(f.width, f.height, 8, device(len(f.parts)), pdf.Entry{Key: "Filter", Value: pdf.Name("DCTDecode")})
	if i.plainRGB() {
		d = d.With("DecodeParms", pdf.Dict{{Key: "ColorTransform", Value: pdf.Int(0)}})
	}
	if len(f.parts) == 4 && i.adobe { // Adobe stores the inks inverted
		d = d.With("Decode", ints(1, 0, 1, 0, 1, 0, 1, 0))
	}
	return &pdf.Stream{Dict: d, Body: i.body}, nil
}
