package picture

import (
	"bufio"
	"encoding/binary"
	"image"
	"image/gif"
	"io"

	"mappe/internal/pdf"
)

// gifImage is the first frame of a GIF.
type gifImage struct {
	src  *pdf.Source
	part image.Rectangle // of the screen, that it fills
}

// gifWalk goes from block to block.
type gifWalk struct {
	in     *bufio.Reader
	file   *File
	src    *pdf.Source
	screen image.Point
}

func (f *File) openGIF(s *pdf.Source) error {
	w := gifWalk{file: f, src: s, in: walkers.Get().(*bufio.Reader)}
	w.in.Reset(io.NewSectionReader(s, 0, s.Size()))
	defer func() {
		w.in.Reset(nil)
		walkers.Put(w.in)
	}()
	err := w.walk()
	if len(f.Pages) > 0 {
		return nil // the first frame is whole; nobody will see the others
	}
	if err == nil {
		err = damaged("the picture has no pixels")
	}
	return err
}

func (w *gifWalk) walk() error {
	head, err := w.in.Peek(13)
	if err != nil {
		return short(err)
	}
	w.screen = image.Pt(int(binary.LittleEndian.Uint16(head[6:])), int(binary.LittleEndian.Uint16(head[8:])))
	if err := sized(int64(w.screen.X), int64(w.screen.Y)); err != nil {
		return err
	}
	if err := w.skip(13 + colourTable(head[10])); err != nil {
		return err
	}
	for {
		kind, err := w.in.ReadByte()
		if err != nil {
			return short(err)
		}
		switch kind {
		case 0x3b:
			return nil
		case 0x21:
			err = w.skip(1)
			if err == nil {
				err = w.blocks()
			}
		case 0x2c:
			err = w.frame()
		default:
			err = damaged("the picture has a part of an unknown kind")
		}
		if err != nil {
			return err
		}
	}
}

// colourTable is the length of a table of colours, by the flags before it.
func colourTable(flags byte) int {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (flags&7 + 1)
}

func (w *gifWalk) skip(n int) error {
	_, err := w.in.Discard(n)
	return short(err)
}

// blocks goes over data that is cut into blocks, the last of them empty.
func (w *gifWalk) blocks() error {
	for {
		n, err := w.in.ReadByte()
		if err != nil || n == 0 {
			return short(err)
		}
		if err := w.skip(int(n)); err != nil {
			return err
		}
	}
}

func (w *gifWalk) frame() error {
	b, err := w.in.Peek(9)
	if err != nil {
		return short(err)
	}
	at := func(k int) int { return int(binary.LittleEndian.Uint16(b[k:])) }
	part := image.Rect(at(0), at(2), at(0)+at(4), at(2)+at(6))
	if err := w.skip(9 + colourTable(b[8]) + 1); err != nil {
		return err
	}
	if err := w.blocks(); err != nil {
		return err
	}
	if len(w.file.Pages) > 0 {
		w.file.Left++
		return nil
	}
	if part.Empty() || !part.In(image.Rectangle{Max: w.screen}) {
		return damaged("the picture's frame is %v of %v", part, w.screen)
	}
	if err := held(int64(part.Dx())*int64(part.Dy()), maxHeld); err != nil {
		return err
	}
	p := w.file.add(&gifImage{w.src, part}, w.screen.X, w.screen.Y)
	p.frame = [4]int{part.Min.X, part.Min.Y, part.Dx(), part.Dy()}
	return nil
}

func (i *gifImage) check() error {
	_, err := i.decode()
	return err
}

func (i *gifImage) decode() (*image.Paletted, error) {
	img, err := gif.Decode(io.NewSectionReader(i.src, 0, i.src.Size()))
	if err != nil {
		return nil, broken(err)
	}
	p, ok := img.(*image.Paletted)
	if !ok || p.Rect.Dx() != i.part.Dx() || p.Rect.Dy() != i.part.Dy() || len(p.Palette) == 0 {
		return nil, damaged("the picture has an unknown kind of pixels")
	}
	return p, nil
}

func (i *gifImage) stream(func(pdf.Object) pdf.Ref) (*pdf.Stream, error) {
	p, err := i.decode()
	if err != nil {
		return nil, err
	}
	d := newDeflater(p.Rect.Dx(), p.Rect.Dy(), 1, 8, true)
	for y := range p.Rect.Dy() {
		d.row(p.Pix[y*p.Stride:][:p.Rect.Dx()])
	}
	var palette []byte
	clear := -1
	for k, c := range p.Palette {
		r, g, b, a := c.RGBA()
		palette = append(palette, byte(r>>8), byte(g>>8), byte(b>>8))
		if a == 0 {
			clear = k
		}
	}
	s := d.stream(indexed(palette))
	if clear >= 0 {
		s.Dict = s.Dict.With("Mask", ints(clear, clear))
	}
	return s, nil
}
