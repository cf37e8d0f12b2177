package pdf

import "math"

// Lengths in points.
const (
	mm       = 72 / 25.4
	a4Short  = 210 * mm
	a4Long   = 297 * mm
	margin   = 10 * mm    // round a picture
	perPixel = 72.0 / 150 // the most that a picture's pixel gets
	maxSide  = 14400      // the longest side of a page that readers accept
	minSide  = 3          // and the shortest
)

// Strip is the height at the foot of a sheet that FitA4 and FitAbove keep free
// for a stamp.
const Strip = 9 * mm

// Fit says how large the sheet of a drawing is.
type Fit int

const (
	FitA4    Fit = iota // A4, portrait or landscape as the drawing is
	FitNone             // as large as the drawing
	FitAbove            // as large as the drawing and, below it, the strip
)

// Place lays a drawing upright on a sheet: the size of the sheet, and the
// matrix from the drawing's space to the sheet's. The drawing's own turn and
// the wished one (clockwise, in degrees) add up.
//
// With FitA4 the drawing stands in the middle of what the strip leaves,
// smaller if it must, never larger. With FitNone and FitAbove it keeps its size;
// only what is larger than readers accept gets smaller. A picture has no size of
// its own: it always goes on A4, within margins, at 150 dots per inch or more.
func Place(d *Drawing, rotate int, fit Fit) (width, height float64, m Matrix) {
	m, w, h := upright(d.Box, d.Rotate+rotate)
	unit := d.Unit
	if !(unit > 0) || d.Picture {
		unit = 1
	}
	w, h = w*unit, h*unit
	if !(w > 0 && h > 0) || math.IsInf(w, 0) || math.IsInf(h, 0) {
		return a4Short, a4Long, Identity
	}
	scale, x, y := 1.0, 0.0, 0.0
	switch {
	case fit == FitNone && !d.Picture:
		scale = min(1, maxSide/w, maxSide/h)
		width, height = max(minSide, w*scale), max(minSide, h*scale)
	case fit == FitAbove && !d.Picture:
		scale = min(1, maxSide/w, (maxSide-Strip)/h)
		width, height = max(minSide, w*scale), max(minSide, h*scale)+Strip
		x, y = (width-w*scale)/2, height-h*scale
	default:
		width, height = a4Short, a4Long
		if w > h {
			width, height = a4Long, a4Short
		}
		free := Rect{0, Strip, width, height}
		if d.Picture {
			free = Rect{margin, max(margin, Strip), width - margin, height - margin}
			scale = perPixel
		}
		scale = min(scale, (free[2]-free[0])/w, (free[3]-free[1])/h)
		x = (free[0] + free[2] - w*scale) / 2
		y = (free[1] + free[3] - h*scale) / 2
	}
	s := scale * unit
	return width, height, m.Then(Matrix{s, 0, 0, s, x, y})
}

// upright turns a box clockwise and moves it to the origin: the matrix, and
// the size that the box then has.
func upright(box Rect, rotate int) (m Matrix, w, h float64) {
	w, h = box[2]-box[0], box[3]-box[1]
	switch ((rotate/90)%4 + 4) % 4 {
	case 1:
		return Matrix{0, -1, 1, 0, -box[1], box[2]}, h, w
	case 2:
		return Matrix{-1, 0, 0, -1, box[2], box[3]}, w, h
	case 3:
		return Matrix{0, 1, -1, 0, box[3], -box[0]}, h, w
	}
	return Matrix{1, 0, 0, 1, -box[0], -box[1]}, w, h
}
