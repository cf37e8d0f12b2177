package typeset

import (
	"strings"
	"testing"
	"time"
)

// Text that is long, deep or senseless takes no more than its length.
func TestHostileText(t *testing.T) {
	const n = 4000
	for name, unit := range map[string]string{
		"one word": "a", "spaces": " ", "marks": "\u0301", "letter and marks": "a" + strings.Repeat("\u0323", 50), "nothing to see": "\u200B", "soft hyphens": "a\u00AD",
		"ideographs": "漢", "joined letters": "ب", "syllables": "क्षि", "isolates": "\u2067a", "ends of isolates": "\u2069", "line feeds": "\n", "directions": "a ب ",
		"scripts": "aжб漢", "hyphens": "a-", "damage": "\xff", "controls": "\x01", "brackets": "((ب", "Thai": "ที่",
	} {
		for _, width := range []Unit{30 * Point, 400 * Point} {
			set := func(n int) time.Duration {
				start := time.Now()
				lines := Paragraph{Lang: "da", Spans: []Span{{Text: strings.Repeat(unit, n/len(unit)), Size: 10 * Point}}}.Lines(width)
				if len(lines) == 0 {
					t.Errorf("%s, %d wide: no lines", name, width)
				}
				return time.Since(start)
			}
			if took := set(n); took > 2*time.Second && took > 10*set(n/4) { // a busy machine is slow with both
				t.Errorf("%s, %d wide: %v for %d bytes", name, width, took, n)
			}
		}
	}
}

// No glyph reads as more than readers take of one, however many marks or joiners
// follow a letter, and none of them is lost.
func TestHostileClusters(t *testing.T) {
	for _, unit := range []string{"\u0323", "\u064B", "\u200B", "\u200D", "\uFE0F"} {
		source, got := "a"+strings.Repeat(unit, 2000)+"b", ""
		for _, l := range (Paragraph{Lang: "da", Spans: []Span{{Text: source, Size: 10 * Point}}}).Lines(400 * Point) {
			for _, r := range l.Runs {
				got += r.Text
				for _, g := range r.Glyphs {
					if n := len([]rune(g.Text())); n > 60 {
						t.Errorf("%q: a glyph reads as %d characters", unit, n)
					}
				}
			}
		}
		if got != source {
			t.Errorf("%q: %d bytes on the lines, %d in the text", unit, len(got), len(source))
		}
	}
}

// Looking for what cannot be drawn takes no more than its length, also where
// nothing is to be seen.
func TestMissingInHostileText(t *testing.T) {
	const n = 60_000
	for name, unit := range map[string]string{
		"marks": "\u0301", "letter and marks": "a" + strings.Repeat("\u0323", n), "nothing to see": "\u200B",
		"joiners": "\u200D", "letter and joiners": "a" + strings.Repeat("\u200D", n), "variants": "\uFE0F", "isolates": "\u2067\u2069",
	} {
		start := time.Now()
		Missing(strings.Repeat(unit, max(1, n/len(unit))))
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%s: %v", name, took)
		}
	}
}
