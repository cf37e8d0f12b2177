package typeset

import (
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A choice is a font that was chosen before.
type choice struct {
	r    rune
	bold bool
	lang string
	font *Font
}

// choose is the font of the character i, which stands behind the word last.
// Spaces go with what is before them, marks with what they stand on.
func (t *text) choose(i int, last *word, bold bool, lang string) *Font {
	r := t.runes[i]
	if r == ' ' || r == '\t' || r > 0x7F && (steers(r) || unicode.Is(unicode.Zs, r)) {
		if last != nil && last.hand.font.Bold == bold {
			return last.hand.font
		}
		r = ' '
	}
	end := clusterEnd(t.runes, i)
	if end > i+1 {
		f, _ := together(t.runes[i:end], lang)
		return f.weight(bold)
	}
	c := &t.chosen[r%rune(len(t.chosen))]
	if c.font == nil || c.r != r || c.bold != bold || c.lang != lang {
		*c = choice{r, bold, lang, fontFor(r, lang, bold)}
	}
	return c.font
}

// clusterEnd is behind the marks that stand on the character i, as many as
// one word has. None stand on a space, nor on what is not drawn.
func clusterEnd(text []rune, i int) int {
	if r := text[i]; blank(r) || r == '\n' || steers(r) || silent(r) {
		return i + 1
	}
	end, marks := i+1, 0
	for ; end < min(len(text), i+1+clinging) && clings(text[end]); end++ {
		if unicode.IsMark(text[end]) && !silent(text[end]) {
			marks = end
		}
	}
	return max(i, marks) + 1
}

// together is the family that draws a character with its marks; where none has
// all of them, it is one that has the character.
func together(cluster []rune, lang string) (f *family, found bool) {
	first := familyFor(cluster[0], lang)
	if first == nil {
		first = &families[0]
	}
	composed := []rune(norm.NFC.String(string(cluster)))
	for _, text := range [][]rune{cluster, composed} {
		if first.has(text) {
			return first, true
		}
		for i := range families {
			if families[i].has(text) {
				return &families[i], true
			}
		}
	}
	return first, false
}

// has tells whether f draws all of text.
func (f *family) has(text []rune) bool {
	for _, r := range text {
		if !f.covers(r) && !steers(r) && !silent(r) {
			return false
		}
	}
	return true
}

func (f *family) weight(bold bool) *Font {
	if bold {
		return &f.bold
	}
	return &f.regular
}
