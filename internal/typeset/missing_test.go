package typeset

import (
	"slices"
	"testing"
)

func TestMissing(t *testing.T) {
	for _, c := range []struct {
		text string
		want rune // 0 for none
	}{
		{"", 0},
		{"Åse Ærø, § 9 a\nog «mere» – 2.880 kr.", 0},
		{"e\u0301 Tiê\u0323ng i\u0307 S\u0326", 0},
		{"Øjvind\x00", 0},
		{"tab\there", '\t'},
		{"a\rb", '\r'},
		{"\u009Fx", '\u009F'},
		{"a\u202Eb", '\u202E'},
		{"line\u2028s", '\u2028'},
		{"\u2068محمد\u2069 נכון\u200F, 12\u00A0345 opholds\u00ADtilladelse", 0},
		{"می\u200Cخواهم क्\u200Dष ❤", '❤'},
		{"王小明 𠮷野", '𠮷'},
		{"김민수 さくら", 0},
		{"\xff", '\uFFFD'},
		{"\uFFFD", '\uFFFD'},
		{"\uE000", '\uE000'},
		{"\U0010FFFF", '\U0010FFFF'},
		{"क\u0301", 0},
		{"ב\u05BC", 0},
		{"ж\u05BC", '\u05BC'}, // a mark of Hebrew on a letter of Cyrillic: each is drawn, but not together
		{"\u0301", 0},
		{" \u0301", 0},
		{"👍\uFE0F", '👍'},
	} {
		if c.text == "Øjvind\x00" {
			c.want = 0
			if r, found := Missing(c.text); !found || r != 0 {
				t.Errorf("%q: %U, %v; want U+0000", c.text, r, found)
			}
			continue
		}
		if r, found := Missing(c.text); r != c.want || found != (c.want != 0) {
			t.Errorf("%q: %U, %v; want %U", c.text, r, found, c.want)
		}
	}
}

// What isn't missing is never drawn as the missing glyph.
func TestMissingIsAllThatIsNotDrawn(t *testing.T) {
	drawn := 0
	for r := rune(0xA0); r < 0x30000; r++ {
		if r >= 0x3400 && r%9 != 0 || r >= 0xD800 && r < 0xE000 {
			continue
		}
		if _, found := Missing(string(r)); found {
			continue
		}
		drawn++
		for _, l := range (Paragraph{Spans: []Span{{Text: string(r), Size: 10 * Point}}}).Lines(100 * Point) {
			for _, run := range l.Runs {
				if slices.ContainsFunc(run.Glyphs, Glyph.none) {
					t.Errorf("%U is drawn with the missing glyph of %s", r, run.Font.Name)
				}
			}
		}
	}
	if drawn < 5000 {
		t.Errorf("only %d characters are drawn", drawn)
	}
}

// none tells whether the missing glyph is in g.
func (g Glyph) none() bool {
	if g.cluster == nil {
		return g.id == 0
	}
	for _, p := range g.cluster.parts {
		if p.id == 0 {
			return true
		}
	}
	return false
}
