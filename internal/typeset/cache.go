package typeset

import (
	"slices"
	"strings"
)

// A shapedWord is the glyphs of a word in visual order, and their advances in
// thousandths of the size. It is not changed once it is made.
type shapedWord struct {
	glyphs  []Glyph
	advance int64
}

func newWord(glyphs []Glyph) *shapedWord {
	w := &shapedWord{glyphs: glyphs}
	for _, g := range glyphs {
		w.advance += int64(g.advance)
	}
	return w
}

type wordKey struct {
	hand hand
	text string
}

// wordsKept has room for some 15,000 words of seven letters a generation.
var wordsKept = memory[wordKey, *shapedWord]{room: 1 << 18}

// shaped is a word by itself, without the characters that steer. raw is the
// same as text.
func shaped(h hand, raw string, text []rune) *shapedWord {
	if slices.ContainsFunc(text, steers) {
		text = slices.DeleteFunc(slices.Clone(text), steers)
		raw = string(text)
	}
	key := wordKey{h, raw}
	if w, ok := wordsKept.get(key); ok {
		return w
	}
	s := takeShaper()
	w := newWord(s.shape(h, text, 0, len(text)))
	s.back()
	key.text = strings.Clone(raw)
	wordsKept.put(key, w, len(w.glyphs)+10)
	return w
}

// shapedBeside is a part of a word whose ends join with what is beside them.
func shapedBeside(h hand, text []rune, from, to int) *shapedWord {
	buf, start, end := make([]rune, 0, len(text)), 0, 0
	for i, r := range text {
		if steers(r) {
			continue
		}
		buf = append(buf, r)
		if i < from {
			start = len(buf)
		}
		if i < to {
			end = len(buf)
		}
	}
	s := takeShaper()
	defer s.back()
	return newWord(s.shape(h, buf, start, max(start, end)))
}
