package picture

import "mappe/internal/pdf"

type Part struct {
	Object pdf.Object
	Matrix pdf.Matrix
}
type Drawing struct {
	Parts   []Part
	Box     pdf.Rect
	Unit    float64
	Picture bool
}
