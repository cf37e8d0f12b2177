package pdf

import "testing"

// A number that no integer holds keeps its point: qpdf gives up a whole file
// at an integer that it can't hold.
func TestAppendReal(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", -0.5: "-0.5", 1e9 + 0.25: "1000000000", 123456789012: "123456789012",
		1e18: "1000000000000000000.0", 1e300: string(appendReal(nil, 3.4e38)),
	} {
		if got := string(appendReal(nil, v)); got != want {
			t.Errorf("%g is written as %s, want %s", v, got, want)
		}
	}
}
