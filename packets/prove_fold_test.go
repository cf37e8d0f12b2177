package packets

import (
	"bytes"
	"testing"
)

// Pages of somebody whose name runs from right to left are told apart by their
// numbers, as everybody's are.
func TestFold(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		same bool
	}{
		{"Ana · 2.1 Passport page 1 of 3", "Ana ·  2.1 Passport  page 1 of 3", true},
		{"ليلى حداد · MF4 · Your case iv", "حداد ليلى · MF4 · Your case iv", false},
		{"ليلى حداد · MF4 · Your case iv", "ليلى حداد · MF4 · Your case vi", false},
		{"ليلى حداد · MF4 · packet page 12 of 21", "ليلى حداد · MF4 · packet page 21 of 12", false},
		{"Ana · packet page 12 of 21", "Ana · packet page 21 of 12", false},
	} {
		if got := bytes.Equal(fold(nil, tt.a), fold(nil, tt.b)); got != tt.same {
			t.Errorf("%q and %q: same %v", tt.a, tt.b, got)
		}
	}
}
