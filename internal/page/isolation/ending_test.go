package isolation

import "testing"

func TestEndings(t *testing.T) {
	for _, c := range []struct {
		tag, text string
		n         int
	}{
		{"en", "It is so. It is.", 0},
		{"hi", "यह सच है। वह भी।", 0},
		{"hi", "यह सच है. वह भी।", 1},
		{"hi", "यह सच है (हाँ).", 1},
		{"hi", "शुल्क: DKK 3,080.", 1},
		{"hi", "यह सच है।।", 1},
		{"hi", "यह सच है.।", 1},
		{"hi", "सं.", 0},
		{"hi", "कारण: it will follow.", 0},
		{"hi", "X-05: “It is so.”", 0},
		{"hi", "X-05: \u2066It is so.\u2069", 0},
		{"hi", "“यह सच है.”", 1},
		{"ti", "እወ እዩ።", 0},
		{"ti", "እወ እዩ.", 1},
		{"ti", "mappe 1.2 እዩ።", 0},
		{"zh-Hans", "是。否。“是。”否。", 0},
		{"zh-Hans", "是.", 1},
		{"zh-Hans", "是。 否。", 1},
		{"zh-Hans", "“是。” 否。", 1},
		{"zh-Hans", "2026年12月31日.", 1},
		{"zh-Hans", "1.2 是。", 0},
		{"zh-Hans", "是。\n否。", 0},
	} {
		if got := Endings(c.tag, c.text); len(got) != c.n {
			t.Errorf("%s: %q: %q, want %d", c.tag, c.text, got, c.n)
		}
	}
}
