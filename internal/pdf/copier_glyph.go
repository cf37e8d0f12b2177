package pdf

import (
	"regexp"
	"sync"
)

const maxGlyph = 64 << 10 // of a glyph that is looked into, decoded

// naming finds operators that take names from resources, and the colour space
// of an inline picture. It may find them in the data of such a picture, too.
var naming = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:^|[\s\])>])(?:Do|Tf|gs|sh|cs|CS|scn|SCN|BDC|DP)(?:[\s/\[(<%]|$)|/(?:CS|ColorSpace)\b`)
})

// borrows tells whether one of the glyphs of a font takes names from resources.
// A font that has none of its own must then be copied for each page anew; most
// of them are pictures of letters, and one copy does.
func (c *Copier) borrows(glyphs Dict) bool {
	for _, e := range glyphs {
		ref, ok := e.Value.(Ref)
		if !ok || !c.spend(1) {
			continue
		}
		names, known := c.glyphs[ref.Num]
		if s := c.file.Stream(ref); !known && s != nil {
			b, err := c.file.Decode(s, maxGlyph)
			c.bytes -= int64(len(b))
			names = err != nil || naming().Match(b)
			c.glyphs[ref.Num] = names
		}
		if names {
			return true
		}
	}
	return false
}
