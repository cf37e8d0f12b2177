package page

import "testing"

func TestLabel(t *testing.T) {
	for s, want := range map[string]string{
		"MF4 – A\nB  C":            "MF4 – A B C",
		"Line\r\nfeed \u2067x":     "Line feed x",
		"\u2068Kovalenko\u2069\tX": "Kovalenko X",
		"مريم \u2068MF4\u2069":     "مريم \u2068MF4\u2069", // there they mean something
		"a\u202eb\x01":             "a\uFFFDb\uFFFD",
	} {
		if got := Label(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
