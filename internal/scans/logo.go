package main

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
)

// firm is the mark of the invented firm of the example brand: an open folder,
// and the firm's name.
func firm() *sheet {
	s := &sheet{w: 63.5, h: 16}
	s.fill(0, 2, 15, 13.5, 0)
	s.fill(0, 0.5, 7, 3, 0)
	s.fill(2, 5.5, 11, 8, 255)
	s.fill(3.5, 7.8, 8, 0.9, 0)
	s.fill(3.5, 10.4, 8, 0.9, 0)
	s.text(18, 7.6, 15, bold, "Prøve & Skabelon")
	s.text(18.2, 13.2, 8, plain, "ADVOKATER · SPECIMEN")
	return s
}

// tinted is a sheet as a PNG of one colour, where black was, on white.
func tinted(s *sheet, ink color.RGBA) paper {
	return func() ([]byte, error) {
		grey, err := s.raster(300)
		if err != nil {
			return nil, err
		}
		shades := make(color.Palette, 256)
		for i := range shades {
			mixed := func(c uint8) uint8 { return uint8((int(c)*(255-i) + 255*i) / 255) }
			shades[i] = color.RGBA{mixed(ink.R), mixed(ink.G), mixed(ink.B), 255}
		}
		img := &image.Paletted{Pix: grey.Pix, Stride: grey.Stride, Rect: grey.Rect, Palette: shades}
		var b bytes.Buffer
		err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, img)
		return b.Bytes(), err
	}
}
