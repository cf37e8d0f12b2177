package typeset

import (
	"unicode"

	"github.com/go-text/typesetting/language"
)

// A text is a paragraph with all that is known of it before it has a width.
// Places in it are indices of its characters.
type text struct {
	p      Paragraph
	source string
	base   int8
	runes  []rune
	at     []int  // where each character starts, in bytes; one more than there are characters
	level  []int8 // of each character; nil, all are on the level ltr
	breaks []bool // whether a line may end before the character
	words  []word
}

// A word is the least that is shaped as one: text without spaces or spaces
// alone, of one look, font, script and direction.
type word struct {
	from, to int
	span     *Span
	hand     hand
	blank    bool
	hollow   bool // nothing of it is drawn
	heart    int  // its first character that is drawn, whose level it has
	level    int8
	glyphs   []Glyph
	width    int64 // in thousandths of a Unit
}

// longest is how many characters a word has at most: more are cut, so that no
// text takes more time than its length.
const longest = 256

// newText reads a paragraph.
func newText(p Paragraph) *text {
	t := &text{p: p}
	if p.RTL {
		t.base = rtl
	}
	for _, s := range p.Spans {
		t.source += s.Text
	}
	t.runes, t.at = make([]rune, 0, len(t.source)), make([]int, 0, len(t.source)+1)
	ends, offset := make([]int, len(p.Spans)), 0
	for i, s := range p.Spans {
		for j, r := range s.Text {
			t.runes, t.at = append(t.runes, r), append(t.at, offset+j)
		}
		offset += len(s.Text)
		ends[i] = len(t.runes)
	}
	t.at = append(t.at, offset)
	if t.base != ltr || !straight(t.runes) {
		t.level = levels(t.runes, t.base)
	}
	t.breaks = breaks(t.runes)
	from := 0
	for i := range p.Spans {
		t.itemize(&p.Spans[i], from, ends[i])
		from = ends[i]
	}
	t.resolve()
	t.shape()
	return t
}

// itemize parts the characters of a span into words.
func (t *text) itemize(s *Span, from, to int) {
	lang := s.Lang
	if lang == "" {
		lang = t.p.Lang
	}
	first := true // of the span, or behind a line feed
	for i := from; i < to; i++ {
		r := t.runes[i]
		if r == '\n' {
			t.words = append(t.words, word{from: i, to: i + 1, span: s})
			first = true
			continue
		}
		var last *word
		if n := len(t.words); i > 0 && t.runes[i-1] != '\n' {
			last = &t.words[n-1]
		}
		if last != nil && (steers(r) && !first || clings(r) && !last.blank && !last.hollow) {
			last.to++
			continue
		}
		w := word{from: i, to: i + 1, span: s, blank: blank(r), hollow: steers(r), heart: i}
		if t.level != nil {
			w.level = t.level[i]
		}
		w.hand = hand{script: scriptOf(r), lang: lang, rtl: w.level&1 == 1}
		w.hand.font = t.choose(r, last, s.Bold, lang)
		switch {
		case first || last == nil || !last.hollow && !last.takes(&w, t):
			t.words, first = append(t.words, w), false
		case last.hollow:
			w.from = last.from
			*last = w
		default:
			last.to++
			if !strong(last.hand.script) {
				last.hand.script = w.hand.script
			}
		}
	}
}

// takes tells whether the character that w holds goes on with l.
func (l *word) takes(w *word, t *text) bool {
	switch {
	case l.blank != w.blank, l.level != w.level, l.hand.font != w.hand.font, l.hand.lang != w.hand.lang:
		return false
	case l.to-l.from >= longest:
		return false
	case t.breaks[l.to] && (stands(t.runes[l.to-1]) || stands(t.runes[l.to])):
		return false
	}
	return l.hand.script == w.hand.script || !strong(l.hand.script) || !strong(w.hand.script)
}

// choose is the font of r, which stands behind the word last. Spaces go with
// what is before them.
func (t *text) choose(r rune, last *word, bold bool, lang string) *Font {
	if steers(r) || r > 0x7F && unicode.Is(unicode.Zs, r) || r == '\t' {
		r = ' '
	}
	if r == ' ' && last != nil && last.hand.font.Bold == bold {
		return last.hand.font
	}
	return fontFor(r, lang, bold)
}

// resolve gives words without a script of their own that of the text before
// them, or behind, where there is none before.
func (t *text) resolve() {
	script := language.Script(0)
	for pass := range 2 {
		script = 0
		for i := range t.words {
			w := &t.words[i]
			if pass == 1 {
				w = &t.words[len(t.words)-1-i]
			}
			if w.hand.font == nil { // a line end
				script = 0
				continue
			}
			if strong(w.hand.script) {
				script = w.hand.script
			} else if script != 0 {
				w.hand.script = script
			}
		}
	}
}

// shape draws all words.
func (t *text) shape() {
	for i := range t.words {
		w := &t.words[i]
		if w.hand.font != nil {
			w.glyphs, w.width = t.drawn(w, w.from, w.to)
		}
	}
}

// drawn is part of a word, shaped as if the rest stood elsewhere.
func (t *text) drawn(w *word, from, to int) ([]Glyph, int64) {
	set := shaped(w.hand, t.runes[from:to])
	return set.glyphs, set.advance * int64(w.span.Size)
}

// torn is part of a word, shaped as if the rest stood beside it.
func (t *text) torn(w *word, from, to int) ([]Glyph, int64) {
	set := shapedBeside(w.hand, t.runes[w.from:w.to], from-w.from, to-w.from)
	return set.glyphs, set.advance * int64(w.span.Size)
}

func strong(s language.Script) bool { return s != 0 && s.Strong() }

func scriptOf(r rune) language.Script {
	if r < 0x80 {
		if r|0x20 >= 'a' && r|0x20 <= 'z' {
			return language.Latin
		}
		return language.Common
	}
	return language.LookupScript(r)
}

// blank is a space at which a line may end.
func blank(r rune) bool {
	if r < 0x80 {
		return r == ' ' || r == '\t'
	}
	return unicode.Is(unicode.Zs, r) && r != '\u00A0' && r != '\u2007' && r != '\u202F'
}

// clings tells whether r is drawn with what stands before it, or not at all.
func clings(r rune) bool {
	return r >= 0xAD && (steers(r) || unicode.IsMark(r) || r == '\u200C' || r == '\u200D')
}

// steers tells whether r is never drawn and nothing to a reader: breaks,
// hyphens that may be, and directions.
func steers(r rune) bool {
	switch {
	case r < 0xAD:
		return false
	case r == '\u00AD', r == '\u061C', r == '\u200B', r == '\u200E', r == '\u200F', r == '\u2060', r == '\uFEFF':
		return true
	}
	return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}

// stands tells whether r is written without joining or kerning, so that text
// may be shaped apart before and behind it.
func stands(r rune) bool {
	return r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo)
}
