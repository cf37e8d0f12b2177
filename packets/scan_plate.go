package packets

import (
	"errors"
	"image"
	"math"
	"slices"
	"strings"

	"mappe/internal/pdf"
	"mappe/internal/picture"
	"mappe/internal/scan"
	"mappe/profile"
)

// film is a picture that can be decoded.
type film struct {
	width, height int
	held          int64 // bytes that decoding holds
	light         func(k int) (*image.Gray, error)
}

func filmOf(f *picture.File, n int) film {
	p := &f.Pages[n-1]
	return film{p.Width, p.Height, f.Held(n), func(k int) (*image.Gray, error) { return f.Light(n, k) }}
}

// layer is a film and where its unit square lies on the sheet.
type layer struct {
	film
	matrix  pdf.Matrix
	stencil bool
}

// A page of a PDF is a scan when pictures cover it and hardly anything else is
// seen.
const (
	leastCover = 0.4
	maxSeen    = 12 // lines and areas that are drawn over a scan
)

// printed is the plate of a page of a PDF.
func (in *Input) printed(n int, f profile.File) (*plate, *unseen) {
	painted, err := in.document.Painted(n)
	switch {
	case err != nil:
		return nil, found(err)
	case painted.Letters >= fewLetters || painted.Strokes > maxSeen:
		return nil, &unseen{kind: "words"}
	}
	page := in.document.Page(n)
	d := &pdf.Drawing{Box: page.Box, Rotate: page.Rotate, Unit: page.Unit}
	x := &plate{more: painted.Letters > 0 || painted.Strokes > 0}
	var m pdf.Matrix
	x.width, x.height, m = pdf.Place(d, f.Rotate, fitting(f))
	x.seen = m.Rect(page.Box)
	covered := 0.0
	for _, p := range painted.Pictures {
		over := p.Matrix.Rect(pdf.Rect{0, 0, 1, 1})
		w := min(over[2], page.Box[2]) - max(over[0], page.Box[0])
		h := min(over[3], page.Box[3]) - max(over[1], page.Box[1])
		if w <= 0 || h <= 0 {
			continue
		}
		covered += w * h / (page.Box.Width() * page.Box.Height())
		e, err := picture.Embed(in.document, p)
		if err != nil {
			return nil, found(err)
		}
		x.layers = append(x.layers, layer{film{e.Width, e.Height, e.Held(), e.Light}, p.Matrix.Then(m), e.Stencil})
	}
	switch {
	case covered >= leastCover:
		return x, nil
	case painted.Inline:
		return nil, &unseen{kind: "inline"}
	}
	return nil, &unseen{kind: "words"}
}

// unreadKind names what a decoder doesn't know.
func unreadKind(err error) string {
	switch {
	case errors.Is(err, picture.ErrTooLarge):
		return "large"
	case !errors.Is(err, picture.ErrUnread):
		return ""
	case strings.HasPrefix(err.Error(), "JPX"):
		return "jpx"
	case strings.HasPrefix(err.Error(), "JBIG2"):
		return "jbig2"
	}
	return "colours"
}

func (x *plate) held() (n int64) {
	for _, l := range x.layers {
		n = max(n, l.film.held)
	}
	return n
}

// look decodes the pictures and judges the sheet.
func (x *plate) look(s *Scan) {
	sheet, err := x.sheet()
	if err != nil {
		why := found(err)
		s.Why, s.Note = why.kind, why.note
		return
	}
	s.DPI = x.dpi()
	s.Hints = scan.Judge(sheet)
}

// dots is how many pixels of a layer there are in an inch of the sheet, across
// and down.
func (l *layer) dots() float64 {
	m := l.matrix
	return math.Max(float64(l.width)*72/math.Hypot(m[0], m[1]), float64(l.height)*72/math.Hypot(m[2], m[3]))
}

// main is the layer with the most of the sheet.
func (x *plate) main() *layer {
	area := func(l layer) float64 { m := l.matrix; return math.Abs(m[0]*m[3] - m[1]*m[2]) }
	best := slices.MaxFunc(x.layers, func(a, b layer) int {
		if area(a) < area(b) {
			return -1
		}
		return 1
	})
	return &best
}

// dpi is how many pixels an inch the scan would have as large as A4, or has
// where it is larger.
func (x *plate) dpi() int {
	l := x.main()
	return int(min(l.dots(), float64(max(l.width, l.height))*25.4/297) + 0.5)
}

// bounds is the part of the sheet that the pictures cover, in points.
func (x *plate) bounds() pdf.Rect {
	r := pdf.Rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, l := range x.layers {
		o := l.matrix.Rect(pdf.Rect{0, 0, 1, 1})
		r = pdf.Rect{min(r[0], o[0]), min(r[1], o[1]), max(r[2], o[2]), max(r[3], o[3])}
	}
	return pdf.Rect{max(r[0], x.seen[0]), max(r[1], x.seen[1]), min(r[2], x.seen[2]), min(r[3], x.seen[3])}
}

// maxSheet is how many pixels a sheet is judged by: a little more than those
// of A4 at the best resolution.
const maxSheet = 2_500_000

// sheet lays the pictures out, upright as they will be printed.
func (x *plate) sheet() (scan.Sheet, error) {
	b := x.bounds()
	dots := x.main().dots()
	dpi := min(scan.Best, dots)
	if area := b.Width() * b.Height() * dpi * dpi / 72 / 72; area > maxSheet {
		dpi *= math.Sqrt(maxSheet / area)
	}
	w, h := int(b.Width()*dpi/72+0.5), int(b.Height()*dpi/72+0.5)
	s := scan.Sheet{DPI: dpi, From: dots / dpi, More: x.more}
	s.Gray = image.NewGray(image.Rect(0, 0, max(1, w), max(1, h)))
	for i := range s.Gray.Pix {
		s.Gray.Pix[i] = 255
	}
	// From pixels of the sheet, whose first row is the upper one, to points.
	k := 72 / dpi
	onto := pdf.Matrix{k, 0, 0, -k, b[0], b[3]}
	for _, l := range x.layers {
		s.Size += l.width * l.height
		img, err := l.light(int(l.dots() / dpi))
		if err != nil {
			return s, err
		}
		lay(s.Gray, img, onto.Then(inverse(l.matrix)), l.stencil)
	}
	return s, nil
}

// inverse undoes a matrix that does not fold the plane.
func inverse(m pdf.Matrix) pdf.Matrix {
	det := m[0]*m[3] - m[1]*m[2]
	n := pdf.Matrix{m[3] / det, -m[1] / det, -m[2] / det, m[0] / det}
	n[4], n[5] = -(m[4]*n[0] + m[5]*n[2]), -(m[4]*n[1] + m[5]*n[3])
	return n
}

// lay paints a picture where m leads into the unit square, in which the upper
// row of the picture lies at 1: four points for each pixel. A stencil lets
// through what is below.
func lay(to, img *image.Gray, m pdf.Matrix, stencil bool) {
	w, h := float64(img.Rect.Dx()), float64(img.Rect.Dy())
	for y := range to.Rect.Dy() {
		row := to.Pix[y*to.Stride:][:to.Rect.Dx()]
		for x := range row {
			sum, n := 0, 0
			for q := range 4 {
				u, v := m.At(float64(x)+0.25+float64(q&1)/2, float64(y)+0.25+float64(q>>1)/2)
				u, v = u*w, (1-v)*h
				if u >= 0 && v >= 0 && u < w && v < h {
					sum += int(img.Pix[int(v)*img.Stride+int(u)])
					n++
				}
			}
			if n == 0 {
				continue
			}
			if v := byte((sum + (4-n)*int(row[x])) / 4); !stencil || v < row[x] {
				row[x] = v
			}
		}
	}
}
