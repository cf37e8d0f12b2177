package picture

import (
	"encoding/binary"
	"image"
	"io"
	"slices"

	"golang.org/x/image/webp"

	"mappe/internal/pdf"
)

// webpImage is a WebP. PDF has nothing like it: its pixels are stored without
// further loss, which makes a photo several times larger.
type webpImage struct {
	src           *pdf.Source
	width, height int
}

func (f *File) openWebP(s *pdf.Source) error {
	var head [12]byte
	if _, err := s.ReadAt(head[:], 0); err != nil {
		return short(err)
	}
	end := 8 + int64(binary.LittleEndian.Uint32(head[4:]))
	if end > s.Size()+1 { // the last chunk may lack its padding
		return errShort
	}
	said, pixels := Page{Orientation: 1}, false
	for at := int64(12); at+8 <= end; {
		var chunk [8]byte
		if _, err := s.ReadAt(chunk[:], at); err != nil {
			return short(err)
		}
		n := int64(binary.LittleEndian.Uint32(chunk[4:]))
		if at+8+n > s.Size() {
			return errShort
		}
		switch string(chunk[:4]) {
		case "ANIM", "ANMF":
			return foreign("an animated WebP")
		case "VP8 ", "VP8L":
			pixels = true
		case "EXIF":
			data := make([]byte, min(n, 1<<16))
			if _, err := s.ReadAt(data, at+8); err != nil && err != io.EOF {
				return err
			}
			said.exif(data)
		}
		at += 8 + n + n&1
	}
	if !pixels {
		return damaged("the picture has no pixels")
	}
	i := &webpImage{src: s}
	cfg, err := webp.DecodeConfig(i.reader())
	if err != nil {
		return broken(err)
	}
	if err := sized(int64(cfg.Width), int64(cfg.Height)); err != nil {
		return err
	}
	if err := held(4*int64(cfg.Width)*int64(cfg.Height), maxHeld); err != nil {
		return err
	}
	i.width, i.height = cfg.Width, cfg.Height
	p := f.add(i, i.width, i.height)
	p.Orientation, p.X, p.Y = said.Orientation, said.X, said.Y
	return nil
}

func (i *webpImage) reader() io.Reader { return io.NewSectionReader(i.src, 0, i.src.Size()) }

func (i *webpImage) check() error {
	_, err := i.decode()
	return err
}

func (i *webpImage) decode() (image.Image, error) {
	img, err := webp.Decode(i.reader())
	if err != nil {
		return nil, broken(err)
	}
	if b := img.Bounds(); b.Dx() != i.width || b.Dy() != i.height {
		return nil, damaged("the picture is %d by %d pixels and not %d by %d", b.Dx(), b.Dy(), i.width, i.height)
	}
	return img, nil
}

func (i *webpImage) stream(add func(pdf.Object) pdf.Ref) (*pdf.Stream, error) {
	img, err := i.decode()
	if err != nil {
		return nil, err
	}
	colours, alpha := newDeflater(i.width, i.height, 3, 8, false), newDeflater(i.width, i.height, 1, 8, false)
	row, mask := make([]byte, 3*i.width), make([]byte, i.width)
	opaque := true
	for y := range i.height {
		switch p := img.(type) {
		case *image.YCbCr:
			spellVideo(p, y, row)
		case *image.NYCbCrA:
			spellVideo(&p.YCbCr, y, row)
			copy(mask, p.A[y*p.AStride:])
		default:
			if err := spell(img, y, row); err != nil {
				return nil, err
			}
			if p, ok := img.(*image.NRGBA); ok {
				for x := range mask {
					mask[x] = p.Pix[y*p.Stride+4*x+3]
				}
			}
		}
		colours.row(row)
		if _, plain := img.(*image.YCbCr); !plain {
			opaque = opaque && !slices.ContainsFunc(mask, func(a byte) bool { return a != 255 })
			alpha.row(mask)
		}
	}
	s := colours.stream(device(3))
	if !opaque {
		s.Dict = s.Dict.With("SMask", add(alpha.stream(device(1))))
	}
	return s, nil
}
