package typeset

import (
	"strings"
	"testing"
)

// Spaces that hold are written as _.
func TestTogether(t *testing.T) {
	for _, want := range []string{
		"Applied on 9_November_2026 under §_9, for DKK_2,880, 14_days early in 2026. The rest",
		"Am 22._November_2026 sind 12_Unterlagen da. Dezember",
		"Noofeembar_22,_2026 (2026-11-22)",
		"a value \u2068BF1/US_today\u2069, \u2068one that is much longer than that and keeps its spaces\u2069",
		"no number, nothing",
		" \n 5_x",
	} {
		if got := strings.ReplaceAll(Together(strings.ReplaceAll(want, "_", " ")), "\u00A0", "_"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// Nothing but spaces changes, each for one that does not break.
func FuzzTogether(f *testing.F) {
	for _, s := range []string{"", " ", "5 ", " 5 days", "22. November 2026 (2026-11-22)", "\u2068 5 \u2069", "2026年 5", "0 A\r 0000 A"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "")
		if got := Together(s); strings.ReplaceAll(got, "\u00A0", " ") != strings.ReplaceAll(s, "\u00A0", " ") {
			t.Errorf("%q is %q", s, got)
		}
	})
}
