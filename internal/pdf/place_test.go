package pdf

import (
	"math"
	"testing"
)

func TestPlace(t *testing.T) {
	a4 := Rect{0, 0, a4Short, a4Long}
	for _, tt := range []struct {
		name          string
		d             Drawing
		rotate        int
		fit           Fit
		width, height float64
		at            Rect // of the drawing's box on the sheet
	}{
		{"A4 shrinks", Drawing{Box: a4, Unit: 1}, 0, FitA4, a4Short, a4Long, Rect{9.02, 25.51, 586.26, 841.89}},
		{"A4 as it is", Drawing{Box: a4, Unit: 1}, 0, FitNone, a4Short, a4Long, a4},
		{"A5 is not enlarged", Drawing{Box: Rect{100, 100, 520, 695}, Unit: 1}, 0, FitA4, a4Short, a4Long, Rect{87.64, 136.2, 507.64, 731.2}},
		{"landscape", Drawing{Box: Rect{0, 0, 842, 595}, Unit: 1}, 0, FitA4, a4Long, a4Short, Rect{17.91, 25.51, 823.98, 595.12}},
		{"turned by itself", Drawing{Box: Rect{0, 0, 400, 300}, Unit: 1, Rotate: 90}, 0, FitNone, 300, 400, Rect{0, 0, 300, 400}},
		{"turned back", Drawing{Box: Rect{10, 10, 410, 310}, Unit: 1, Rotate: 90}, -90, FitNone, 400, 300, Rect{0, 0, 400, 300}},
		{"user unit", Drawing{Box: Rect{0, 0, 100, 200}, Unit: 2}, 0, FitNone, 200, 400, Rect{0, 0, 200, 400}},
		{"too large", Drawing{Box: Rect{0, 0, 28800, 100}, Unit: 1}, 0, FitNone, 14400, 50, Rect{0, 0, 14400, 50}},
		{"too small", Drawing{Box: Rect{0, 0, 1, 1}, Unit: 1}, 0, FitNone, 3, 3, Rect{0, 0, 1, 1}},
		{"A4 above the strip", Drawing{Box: a4, Unit: 1}, 0, FitAbove, a4Short, a4Long + Strip, Rect{0, 25.51, 595.28, 867.4}},
		{"turned above the strip", Drawing{Box: Rect{0, 0, 400, 300}, Unit: 1, Rotate: 90}, 0, FitAbove, 300, 425.51, Rect{0, 25.51, 300, 425.51}},
		{"too high for a strip", Drawing{Box: Rect{0, 0, 1000, 28749}, Unit: 1}, 0, FitAbove, 500, 14400, Rect{0, 25.51, 500, 14400}},
		{"a picture above the strip", Drawing{Box: Rect{0, 0, 300, 150}, Unit: 1, Picture: true}, 0, FitAbove, a4Long, a4Short, Rect{348.94, 261.64, 492.94, 333.64}},
		{"a scan", Drawing{Box: Rect{0, 0, 2480, 3508}, Unit: 1, Picture: true}, 0, FitNone, a4Short, a4Long, Rect{28.35, 40.03, 566.93, 801.86}},
		{"a small picture", Drawing{Box: Rect{0, 0, 300, 150}, Unit: 1, Picture: true}, 0, FitA4, a4Long, a4Short, Rect{348.94, 261.64, 492.94, 333.64}},
		{"no unit", Drawing{Box: Rect{0, 0, 100, 200}, Unit: math.NaN()}, 0, FitNone, 100, 200, Rect{0, 0, 100, 200}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			width, height, m := Place(&tt.d, tt.rotate, tt.fit)
			near := func(what string, got, want float64) {
				if math.Abs(got-want) > 0.6 {
					t.Errorf("%s is %.2f, want %.2f", what, got, want)
				}
			}
			near("width", width, tt.width)
			near("height", height, tt.height)
			at := m.Rect(tt.d.Box)
			for i, side := range []string{"left", "bottom", "right", "top"} {
				near(side, at[i], tt.at[i])
			}
			if tt.fit != FitNone && at[1] < Strip-1e-9 {
				t.Errorf("the drawing begins at %.2f, in the strip", at[1])
			}
		})
	}
	for _, d := range []Drawing{{}, {Box: Rect{0, 0, math.Inf(1), 5}, Unit: 1}, {Box: Rect{5, 5, 5, 5}, Unit: 1}, {Box: Rect{0, 0, 1e300, 1e300}, Unit: 1e300}} {
		if w, h, m := Place(&d, 0, FitNone); !(w >= minSide && h >= minSide && w <= maxSide && h <= maxSide && m.finite()) {
			t.Errorf("%+v: %g by %g, %v", d, w, h, m)
		}
	}
}

func TestMatrix(t *testing.T) {
	m := Matrix{2, 0, 0, 3, 5, 7}
	if x, y := m.Then(Matrix{0, 1, -1, 0, 0, 0}).At(1, 1); x != -10 || y != 7 {
		t.Errorf("at %g, %g", x, y)
	}
	if got := (Matrix{0, -1, 1, 0, 0, 10}).Rect(Rect{1, 2, 3, 5}); got != (Rect{2, 7, 5, 9}) {
		t.Errorf("rectangle is %v", got)
	}
	if got := (Matrix{1e-7, 0, 0, 1e7, 1.0 / 3, 0}).String(); got != "0.0000001 0 0 10000000 0.333333333 0" {
		t.Errorf("printed as %q", got)
	}
}
