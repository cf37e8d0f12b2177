package page

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/boombuler/barcode/qr"

	"mappe/internal/pdf"
)

// quiet is how many light modules a reader of codes wants round the dark ones.
const quiet = 4

// Code is a QR code to be drawn: Side modules wide and high, the light ones
// round it included. Ops are the operators that fill the dark ones, a unit each,
// with the colour that is set.
type Code struct {
	Side int
	Ops  []byte
}

// QR is text as a code that is still read with a quarter of it lost: to a
// hole-punch, a stamp, a fold. Digits, capital letters, space and $%*+-./: take
// less room than other characters. Text beyond ASCII is refused: readers guess
// differently what it says.
func QR(text string) (Code, error) {
	if strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r > '~' }) {
		return Code{}, fmt.Errorf("code of %q: can hold the characters from space to ~ alone; spell it in these", short(text))
	}
	code, err := qr.Encode(text, qr.Q, qr.Auto)
	if err != nil {
		return Code{}, fmt.Errorf("code of %d bytes: %w; shorten it", len(text), err)
	}
	n := code.Bounds().Dx()
	dark := func(x, y int) bool {
		if x >= n {
			return false
		}
		r, _, _, _ := code.At(x, y).RGBA()
		return r == 0
	}
	var ops []byte
	for y := range n {
		for x := 0; x < n; x++ {
			from := x
			for dark(x, y) {
				x++
			}
			if x == from {
				continue
			}
			for _, v := range []int{quiet + from, quiet + n - 1 - y, x - from, 1} {
				ops = append(strconv.AppendInt(ops, int64(v), 10), ' ')
			}
			ops = append(ops, "re\n"...)
		}
	}
	return Code{Side: n + 2*quiet, Ops: append(ops, 'f')}, nil
}

// Form is the code as an object that is painted as a square of one unit, black
// whatever colour was set before.
func (c Code) Form() *pdf.Stream {
	side, zero := pdf.Int(c.Side), pdf.Int(0)
	unit := 1 / pdf.Real(c.Side)
	d := pdf.Dict{}.With("Type", pdf.Name("XObject")).With("Subtype", pdf.Name("Form"))
	d = d.With("BBox", pdf.Array{zero, zero, side, side}).With("Matrix", pdf.Array{unit, zero, zero, unit, zero, zero})
	return &pdf.Stream{Dict: d, Body: pdf.Data(append([]byte("0 g\n"), c.Ops...))}
}
