package pdf

// Matrix maps points: a b c d e f as the cm operator takes them.
type Matrix [6]float64

// array is m as a value of a dictionary.
func (m Matrix) array() Array { return reals(m[:]...) }

func reals(all ...float64) Array {
	out := make(Array, len(all))
	for i, v := range all {
		out[i] = Real(v)
	}
	return out
}
