package typeset

import _ "embed"

//go:embed fonts/NotoSans-Regular.ttf.gz
var regularGz string

//go:embed fonts/NotoSans-Bold.ttf.gz
var boldGz string

var (
	regular = &Font{Name: "NotoSans-Regular", Ascent: 1069, Descent: -293, CapHeight: 714, Stem: 92, packed: regularGz}
	bold    = &Font{Name: "NotoSans-Bold", Bold: true, Ascent: 1069, Descent: -293, CapHeight: 714, Stem: 155, packed: boldGz}
)

// fontFor is the font that draws r best in text of a language. Where none has
// it, it is one that says so.
func fontFor(r rune, lang string, strong bool) *Font {
	if strong {
		return bold
	}
	return regular
}
