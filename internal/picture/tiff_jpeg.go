package picture

import (
	"bytes"
	"image/jpeg"
	"io"

	"mappe/internal/pdf"
)

// adobeRGB is the segment that says that three colours are red, green, blue.
const adobeRGB = "\xff\xee\x00\x0eAdobe\x00\x64\x00\x00\x00\x00\x00"

// old reads a page of the older kind of JPEG, where it is a whole one.
func (i *tiffImage) old(d *directory) error {
	at, size := d.int(tagOldJPEG, 0), d.int(tagOldJPEGSize, 0)
	if at <= 0 || size <= 0 || at+size > i.src.Size() {
		return foreign("a TIFF of compression 6")
	}
	i.jpeg = &jpegImage{}
	if _, err := i.jpeg.walk(i.src, at, size); err != nil {
		return err
	}
	return i.whole()
}

// whole makes sure that the JPEG is the page.
func (i *tiffImage) whole() error {
	if err := i.jpeg.usable(); err != nil {
		return err
	}
	if f := &i.jpeg.frame; f.width != i.width || f.height != i.height {
		return damaged("the picture is %d by %d pixels and not %d by %d", f.width, f.height, i.width, i.height)
	}
	return nil
}

// openJPEG takes the JPEG apart where the page is one, and looks at the parts
// where it is several.
func (i *tiffImage) openJPEG() error {
	if i.bits != 8 || i.samples != i.colours || i.separate && i.samples > 1 {
		return foreign("a JPEG of an unusual kind in a TIFF")
	}
	if len(i.blocks) == 1 && i.blockWidth == i.width {
		part, err := i.spliced(i.blocks[0])
		if err != nil {
			return err
		}
		i.jpeg = part
		return i.whole()
	}
	across, _, _ := i.grid()
	if err := held(int64(across)*int64(i.blockWidth)*int64(i.blockHeight)*4, maxHeld); err != nil {
		return err
	}
	return held(int64(i.rowBytes(i.width, i.samples))*int64(i.height), maxDecoded)
}

// spliced is the JPEG of a block, with the tables that all blocks share.
func (i *tiffImage) spliced(p piece) (*jpegImage, error) {
	j := &jpegImage{}
	if len(i.tables) > 0 {
		t := pdf.Bytes(i.tables)
		if _, err := j.walk(t, 0, t.Size()); err != nil {
			return nil, err
		}
		j.body = j.body[:len(j.body):len(j.body)]
		j.body[len(j.body)-1].Size -= 2 // the end marker
	}
	if _, err := j.walk(i.src, p.at, p.size); err != nil {
		return nil, err
	}
	if i.see == tiffRGB && !j.adobe {
		j.body[0].At, j.body[0].Size = j.body[0].At+2, j.body[0].Size-2
		j.body = append(pdf.Body{{Data: []byte("\xff\xd8" + adobeRGB)}}, j.body...)
		j.adobe, j.rgb = true, true
	}
	return j, nil
}

// decoded is the samples of one of several JPEGs that make a page.
func (i *tiffImage) decoded(p piece, rows int) (io.Reader, error) {
	j, err := i.spliced(p)
	if err == nil {
		err = j.usable()
	}
	if err != nil {
		return nil, err
	}
	if f := &j.frame; f.width != i.blockWidth || f.height < rows || f.height > i.blockHeight || len(f.parts) != i.samples {
		return nil, damaged("a part of the picture is %d by %d pixels", f.width, f.height)
	}
	img, err := jpeg.Decode(j.body.Reader())
	if err != nil {
		return nil, broken(err)
	}
	n := i.samples * i.blockWidth
	out := make([]byte, n*rows)
	for y := range rows {
		if err := spell(img, y, out[y*n:][:n]); err != nil {
			return nil, err
		}
	}
	return bytes.NewReader(out), nil
}
