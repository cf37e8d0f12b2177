package picture

import (
	"math"

	"mappe/internal/pdf"
)

// Size is how large the page stands, in points, when the file states a
// resolution that can be believed: measured by a scanner and good for at most
// a sheet of A4. 72 and 96 are what software writes that does not know.
func (p *Page) Size() (w, h float64, known bool) {
	if !believable(p.X, p.Y) {
		return 0, 0, false
	}
	w, h = p.upright(float64(p.Width)*72/p.X, float64(p.Height)*72/p.Y)
	const slack, short, long = 1.05, 210 * 72 / 25.4, 297 * 72 / 25.4
	return w, h, min(w, h) <= short*slack && max(w, h) <= long*slack
}

func believable(x, y float64) bool {
	for _, v := range []float64{x, y} {
		if !(v >= 72 && v <= 1200) || math.Abs(v-72) < 0.5 || math.Abs(v-96) < 0.5 {
			return false
		}
	}
	return true
}

// upright swaps the sides of a page that lies on one of them.
func (p *Page) upright(w, h float64) (float64, float64) {
	if p.Orientation >= 5 {
		return h, w
	}
	return w, h
}

// Draw makes an image object of a page; add takes the objects that it needs.
// The drawing stands upright. Its unit is the point where the page knows its
// size, else it is a Picture and its unit the pixel.
func (f *File) Draw(page int, add func(pdf.Object) pdf.Ref) (d *pdf.Drawing, err error) {
	defer guard(&err)
	p, err := f.page(page)
	if err != nil {
		return nil, err
	}
	s, err := p.image.stream(add)
	if err != nil {
		return nil, broken(err)
	}
	d = p.Outline()
	d.Parts[0].Object = add(s)
	return d, nil
}

// Outline is the drawing without its image: how large it is, and how the image
// lies in it.
func (p *Page) Outline() *pdf.Drawing {
	w, h, known := p.Size()
	if !known {
		w, h = p.upright(float64(p.Width), float64(p.Height))
	}
	return &pdf.Drawing{
		Parts:   []pdf.Part{{Matrix: p.framed(oriented(p.Orientation, w, h))}},
		Box:     pdf.Rect{0, 0, w, h},
		Unit:    1,
		Picture: !known,
	}
}

// oriented is the matrix that lays the unit square of a stored picture, as
// its EXIF orientation asks, on a box with w and h as its sides.
func oriented(o int, w, h float64) pdf.Matrix {
	switch o {
	case 2:
		return pdf.Matrix{-w, 0, 0, h, w, 0}
	case 3:
		return pdf.Matrix{-w, 0, 0, -h, w, h}
	case 4:
		return pdf.Matrix{w, 0, 0, -h, 0, h}
	case 5:
		return pdf.Matrix{0, -h, -w, 0, w, h}
	case 6:
		return pdf.Matrix{0, -h, w, 0, 0, h}
	case 7:
		return pdf.Matrix{0, h, w, 0, 0, 0}
	case 8:
		return pdf.Matrix{0, h, -w, 0, w, 0}
	}
	return pdf.Matrix{w, 0, 0, h, 0, 0}
}

// framed is the matrix for the part of the page that the image fills.
func (p *Page) framed(m pdf.Matrix) pdf.Matrix {
	w, h := float64(p.Width), float64(p.Height)
	x, y := float64(p.frame[0])/w, 1-float64(p.frame[1]+p.frame[3])/h
	return pdf.Matrix{float64(p.frame[2]) / w, 0, 0, float64(p.frame[3]) / h, x, y}.Then(m)
}

// described is the dictionary of an image.
func described(w, h, bits int, space pdf.Object, more ...pdf.Entry) pdf.Dict {
	d := pdf.Dict{
		{Key: "Type", Value: pdf.Name("XObject")}, {Key: "Subtype", Value: pdf.Name("Image")},
		{Key: "Width", Value: pdf.Int(w)}, {Key: "Height", Value: pdf.Int(h)},
		{Key: "BitsPerComponent", Value: pdf.Int(bits)}, {Key: "ColorSpace", Value: space},
	}
	return append(d, more...)
}

// indexed is the colour space of a palette of RGB colours.
func indexed(colours []byte) pdf.Object {
	return pdf.Array{pdf.Name("Indexed"), pdf.Name("DeviceRGB"), pdf.Int(len(colours)/3 - 1), pdf.String(colours)}
}

// device is the colour space of 1, 3 or 4 samples a pixel.
func device(samples int) pdf.Object {
	return pdf.Name([]string{1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK"}[samples])
}

// ints is an array of numbers.
func ints(v ...int) pdf.Array {
	a := make(pdf.Array, len(v))
	for i, n := range v {
		a[i] = pdf.Int(n)
	}
	return a
}
