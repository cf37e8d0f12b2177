package main

import (
	"image"
	"image/color"
	"math/rand/v2"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/gomono"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

var ttf = map[face][]byte{plain: goregular.TTF, bold: gobold.TTF, typewriter: gomono.TTF}

// raster draws a sheet as clean grey pixels.
func (s *sheet) raster(dpi float64) (*image.Gray, error) {
	px := func(mm float64) int { return int(mm*dpi/25.4 + 0.5) }
	img := image.NewGray(image.Rect(0, 0, px(s.w), px(s.h)))
	paint(img, img.Rect, 255)
	faces := map[op]font.Face{}
	for _, o := range s.ops {
		if o.text == "" {
			paint(img, image.Rect(px(o.x), px(o.y), max(px(o.x+o.w), px(o.x)+1), max(px(o.y+o.h), px(o.y)+1)), o.ink)
			continue
		}
		key := op{size: o.size, face: o.face}
		if faces[key] == nil {
			parsed, err := opentype.Parse(ttf[o.face])
			if err != nil {
				return nil, err
			}
			faces[key], err = opentype.NewFace(parsed, &opentype.FaceOptions{Size: o.size, DPI: dpi, Hinting: font.HintingNone})
			if err != nil {
				return nil, err
			}
		}
		d := font.Drawer{Dst: img, Src: image.NewUniform(color.Gray{Y: o.ink}), Face: faces[key], Dot: fixed.P(px(o.x), px(o.y))}
		d.DrawString(o.text)
	}
	return img, nil
}

// paint fills a rectangle.
func paint(img *image.Gray, r image.Rectangle, ink uint8) {
	r = r.Intersect(img.Rect)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := img.Pix[y*img.Stride:]
		for x := r.Min.X; x < r.Max.X; x++ {
			row[x] = ink
		}
	}
}

// scanned makes clean pixels look as if they came off a glass plate: a little
// crooked, shaded to one side, with dust. The same seed gives the same dust.
func scanned(clean *image.Gray, seed uint64) *image.Gray {
	random := rand.New(rand.NewPCG(seed, 1926))
	slope := 180 + random.IntN(220) // of 65536: up to 0.35 degrees
	if random.IntN(2) == 0 {
		slope = -slope
	}
	img := tilted(clean, slope)
	b := img.Rect
	for y := range b.Dy() {
		for x := range b.Dx() {
			i := y*img.Stride + x
			shade := 8 + 10*x/b.Dx() + 4*y/b.Dy()
			if x < 12 {
				shade += 5 * (12 - x) // the open lid
			}
			img.Pix[i] = uint8(max(int(img.Pix[i])-shade, 18))
		}
	}
	for range 40 {
		x, y, dust := random.IntN(b.Dx()-2), random.IntN(b.Dy()-2), uint8(90+random.IntN(110))
		img.Pix[y*img.Stride+x] = dust
		img.Pix[y*img.Stride+x+random.IntN(2)] = dust
		img.Pix[(y+random.IntN(2))*img.Stride+x] = dust
	}
	return img
}

// tilted turns an image by a small angle, as a shear down and a shear across,
// in whole numbers, so that every machine makes the same pixels.
func tilted(src *image.Gray, slope int) *image.Gray {
	w, h := src.Rect.Dx(), src.Rect.Dy()
	at := func(img *image.Gray, x, y int) int {
		x, y = min(max(x, 0), w-1), min(max(y, 0), h-1)
		return int(img.Pix[y*img.Stride+x])
	}
	down, across := image.NewGray(src.Rect), image.NewGray(src.Rect)
	for x := range w {
		shift := (x - w/2) * slope
		whole, part := shift>>16, (shift&0xffff)>>8
		for y := range h {
			down.Pix[y*down.Stride+x] = uint8((at(src, x, y+whole)*(256-part) + at(src, x, y+whole+1)*part) >> 8)
		}
	}
	for y := range h {
		shift := -(y - h/2) * slope
		whole, part := shift>>16, (shift&0xffff)>>8
		for x := range w {
			across.Pix[y*across.Stride+x] = uint8((at(down, x+whole, y)*(256-part) + at(down, x+whole+1, y)*part) >> 8)
		}
	}
	return across
}

// sideways turns an image a quarter to the left, as a phone stores a picture
// that it took lying on its right side.
func sideways(src *image.Gray) *image.Gray {
	w, h := src.Rect.Dx(), src.Rect.Dy()
	dst := image.NewGray(image.Rect(0, 0, h, w))
	for y := range h {
		for x := range w {
			dst.Pix[(w-1-x)*dst.Stride+y] = src.Pix[y*src.Stride+x]
		}
	}
	return dst
}
