package law

import (
	"errors"
	"testing"

	"mappe/internal/civil"
)

// The rates of years that are over, typed from their sources a second time. A
// new year needs no line here: the lint judges its form, and whoever adds it
// sees it with mappe rules fees.
func TestOurs(t *testing.T) {
	b, err := Ours()
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		day  string
		want int // 0: no value
	}{
		{"2016-07-01", 1720}, {"2017-07-01", 0}, {"2019-07-01", 0}, {"2020-12-31", 1470}, {"2021-01-01", 1680},
		{"2022-06-01", 0}, {"2023-05-16", 0}, {"2023-05-17", 2635}, {"2024-12-31", 2880}, {"2025-01-01", 2380},
		{"2026-12-31", 3080}, {"2015-12-31", 0},
	} {
		v, err := b.Fees["MF4"].On(civil.MustParse(tc.day))
		if got := v.Value.DKK; err == nil && got != tc.want || (err != nil) != (tc.want == 0) {
			t.Errorf("MF4 fee on %s: %d, %v; want %d", tc.day, got, err, tc.want)
		} else if err != nil && !errors.Is(err, ErrNoValue) {
			t.Errorf("MF4 fee on %s: %v, want ErrNoValue", tc.day, err)
		}
	}
	if last, ok := b.Fees["MF4"].Before(civil.MustParse("2022-06-01")); !ok || last.Value.DKK != 1680 {
		t.Errorf("the last known fee before 2022-06-01: %v, %v", last, ok)
	}
}
