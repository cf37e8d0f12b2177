package main

import (
	"bytes"
	"image"
	"image/draw"
	"image/png"
)

// printed is a PDF as an office's own program writes it: text and lines.
func printed(sheets []*sheet) paper {
	return func() ([]byte, error) {
		doc := newPDF()
		for _, s := range sheets {
			if err := doc.draw(s); err != nil {
				return nil, err
			}
		}
		return doc.bytes(), nil
	}
}

// photocopies is a PDF of scanned pages.
func photocopies(sheets []*sheet, seed uint64) paper {
	return func() ([]byte, error) {
		doc := newPDF()
		for i, s := range sheets {
			img, err := s.raster(110)
			if err != nil {
				return nil, err
			}
			if err := doc.picture(s.w, s.h, scanned(img, seed+uint64(i)), 60); err != nil {
				return nil, err
			}
		}
		return doc.bytes(), nil
	}
}

// photocopy is one scanned page as a JPEG of 150 dots an inch.
func photocopy(s *sheet, seed uint64) paper {
	return func() ([]byte, error) {
		img, err := s.raster(150)
		if err != nil {
			return nil, err
		}
		return encodeJPEG(scanned(img, seed), 55, jfif)
	}
}

// phonePhoto is a page on a dark desk, stored lying on its side with the Exif
// mark that tells a reader to turn it upright.
func phonePhoto(s *sheet, seed uint64) paper {
	return func() ([]byte, error) {
		page, err := s.raster(130)
		if err != nil {
			return nil, err
		}
		b := page.Rect
		desk := image.NewGray(image.Rect(0, 0, b.Dx()+120, b.Dy()+160))
		for i := range desk.Pix {
			desk.Pix[i] = 96
		}
		draw.Draw(desk, b.Add(image.Pt(70, 60)), page, image.Point{}, draw.Src)
		return encodeJPEG(sideways(scanned(desk, seed)), 60, exifTurnRight)
	}
}

// picture is a page as a clean PNG of 150 dots an inch.
func picture(s *sheet) paper {
	return func() ([]byte, error) {
		img, err := s.raster(150)
		if err != nil {
			return nil, err
		}
		var buf bytes.Buffer
		err = png.Encode(&buf, img)
		return buf.Bytes(), err
	}
}
