package packets

import (
	"bytes"
	"compress/zlib"
	"errors"
	"image"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// raster is how an image lies in memory: bytes a pixel, bytes between its
// channels, and where its alpha is (-1 for none).
type raster struct {
	pix                    []byte
	stride, step, channel  int
	components, alphaStart int
}

func lie(img image.Image) (raster, bool) {
	switch p := img.(type) {
	case *image.Gray:
		return raster{p.Pix, p.Stride, 1, 1, 1, -1}, true
	case *image.Gray16:
		return raster{p.Pix, p.Stride, 2, 2, 1, -1}, true
	case *image.RGBA: // opaque, when it comes from a PNG
		return raster{p.Pix, p.Stride, 4, 1, 3, -1}, true
	case *image.RGBA64:
		return raster{p.Pix, p.Stride, 8, 2, 3, -1}, true
	case *image.NRGBA:
		return raster{p.Pix, p.Stride, 4, 1, 3, 3}, true
	case *image.NRGBA64:
		return raster{p.Pix, p.Stride, 8, 2, 3, 6}, true
	case *image.Paletted:
		return lie(unfolded(p))
	}
	return raster{}, false
}

// unfolded is a paletted image with its colours written out.
func unfolded(p *image.Paletted) *image.NRGBA {
	var table [256][4]byte
	for i, c := range p.Palette {
		r, g, b, a := c.RGBA()
		if a != 0 {
			r, g, b = r*0xffff/a, g*0xffff/a, b*0xffff/a
		}
		table[i&255] = [4]byte{byte(r >> 8), byte(g >> 8), byte(b >> 8), byte(a >> 8)}
	}
	out := image.NewNRGBA(p.Bounds())
	w := p.Bounds().Dx()
	for y := range p.Bounds().Dy() {
		row := p.Pix[y*p.Stride : y*p.Stride+w]
		to := out.Pix[y*out.Stride:]
		for x, i := range row {
			copy(to[4*x:], table[i][:])
		}
	}
	return out
}

// pixels are the colours of an image, and its alpha unless it is opaque.
func pixels(img image.Image) (colour types.StreamDict, alpha *types.StreamDict, err error) {
	r, ok := lie(img)
	if !ok {
		return colour, nil, errors.New("the picture has an unknown kind of pixels")
	}
	w, h := img.Bounds().Dx(), img.Bounds().Dy()
	starts := make([]int, r.components)
	for i := range starts {
		starts[i] = i * r.channel
	}
	colour, _ = r.planes(w, h, starts)
	colour.Dict["ColorSpace"] = types.Name("DeviceRGB")
	if r.components == 1 {
		colour.Dict["ColorSpace"] = types.Name("DeviceGray")
	}
	if r.alphaStart < 0 {
		return colour, nil, nil
	}
	mask, opaque := r.planes(w, h, []int{r.alphaStart})
	if opaque {
		return colour, nil, nil
	}
	return colour, &mask, nil
}

// planes writes channels as a stream, each row as its difference from the one
// above; full tells that every byte is 255.
func (r raster) planes(w, h int, starts []int) (sd types.StreamDict, full bool) {
	n := len(starts)
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	above, row, diff := make([]byte, w*n), make([]byte, w*n), make([]byte, 1+w*n)
	diff[0], full = 2, true // PNG filter "up"
	for y := range h {
		line := r.pix[y*r.stride:]
		for x := range w {
			for k, s := range starts {
				v := line[x*r.step+s]
				row[x*n+k] = v
				full = full && v == 255
			}
		}
		for i, v := range row {
			diff[1+i] = v - above[i]
		}
		z.Write(diff) // a bytes.Buffer does not fail
		above, row = row, above
	}
	z.Close()
	return types.StreamDict{Raw: b.Bytes(), Dict: types.Dict{
		"Filter": types.Name("FlateDecode"),
		"DecodeParms": types.Dict{
			"Predictor": types.Integer(15), "Colors": types.Integer(n),
			"BitsPerComponent": types.Integer(8), "Columns": types.Integer(w),
		},
	}}, full
}
