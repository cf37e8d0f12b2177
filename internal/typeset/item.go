package typeset

import (
	"strings"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/language"
)

// A text is a paragraph with all that is known of it before it has a width.
// Places in it are indices of its characters.
type text struct {
	source   string
	base     int8
	runes    []rune
	at       []int  // where each character starts, in bytes; one more than there are characters
	level    []int8 // of each character; nil, all are on the level ltr
	breaks   []bool // whether a line may end before the character
	held     []bool // whether it had better not; empty, it may everywhere
	words    []word
	clusters []bool      // whether one starts with the character; nil, not yet asked
	chosen   [256]choice // by the last bits of the character
}

// A word is the least that is shaped as one: text without spaces or spaces
// alone, of one look, font, script and direction.
type word struct {
	from, to int
	heart    int // its first character that is drawn, whose level it has
	span     *Span
	hand     hand
	blank    bool
	hollow   bool // nothing of it is drawn
	level    int8
	clinging int // characters since its last letter
	glyphs   []Glyph
	width    int64 // in thousandths of a Unit
}

// longest is how many characters a word has at most: more are cut, so that no
// text takes more time than its length.
const longest = 256

// clinging is how many characters may cling to a letter; more are a word of their
// own. They are one cluster, and of a longer one readers do not take what it
// reads as.
const clinging = 56

// texts are those that nobody needs any more, for the room they have.
var texts = sync.Pool{New: func() any { return new(text) }}

// newText reads a paragraph.
func newText(p Paragraph) *text {
	t := texts.Get().(*text)
	t.base, t.level, t.clusters = ltr, nil, nil
	if p.RTL {
		t.base = rtl
	}
	t.runes, t.at = t.runes[:0], t.at[:0]
	if len(p.Spans) == 1 {
		t.source = p.Spans[0].Text
	} else {
		var b strings.Builder
		for _, s := range p.Spans {
			b.WriteString(s.Text)
		}
		t.source = b.String()
	}
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
	t.findBreaks()
	t.hold()
	from := 0
	for i := range p.Spans {
		t.itemize(&p.Spans[i], p.Lang, from, ends[i])
		from = ends[i]
	}
	t.resolve()
	for i := range t.words {
		w := &t.words[i]
		if w.hand.font != nil {
			w.glyphs, w.width = t.drawn(w, w.from, w.to)
		}
	}
	return t
}

// free gives t back. Nothing made of it knows it.
func (t *text) free() {
	clear(t.words)
	t.words, t.source = t.words[:0], ""
	if cap(t.runes) <= 1<<16 {
		texts.Put(t)
	}
}

// itemize parts the characters of a span into words.
func (t *text) itemize(s *Span, lang string, from, to int) {
	if s.Lang != "" {
		lang = s.Lang
	}
	var last *word // that the character may go on with
	if n := len(t.words); n > 0 && t.runes[from-1] != '\n' {
		last = &t.words[n-1]
	}
	own := false // last is of this span
	for i := from; i < to; i++ {
		r := t.runes[i]
		if r == '\n' {
			t.words = append(t.words, word{from: i, to: i + 1, span: s})
			last, own = nil, false
			continue
		}
		c := character{hollow: steers(r) || silent(r), blank: blank(r), script: scriptOf(r)}
		if last != nil && last.clinging < clinging && (c.hollow && own || clings(r) && !last.blank && !last.hollow) {
			last.to++
			last.clinging++
			continue
		}
		if t.level != nil {
			c.level = t.level[i]
		}
		c.font = t.choose(i, last, s.Bold, lang)
		switch {
		case own && last.hollow && last.clinging < clinging:
			last.to++
			last.heart = i
			last.become(c, lang)
		case own && t.goesOn(last, c):
			last.to++
			last.clinging = 0
			if !strong(last.hand.script) {
				last.hand.script = c.script
			}
		default:
			t.words = append(t.words, word{from: i, to: i + 1, heart: i, span: s})
			last, own = &t.words[len(t.words)-1], true
			last.become(c, lang)
		}
	}
}

// A character as far as it decides which word it is in.
type character struct {
	font          *Font
	script        language.Script
	level         int8
	blank, hollow bool
}

// become makes a word of one character.
func (w *word) become(c character, lang string) {
	w.hand = hand{c.font, c.script, lang, c.level&1 == 1}
	w.blank, w.hollow, w.level = c.blank, c.hollow, c.level
}

// goesOn tells whether c, which stands behind w, belongs to it.
func (t *text) goesOn(w *word, c character) bool {
	if w.blank != c.blank || w.level != c.level || w.hand.font != c.font || w.to-w.from >= longest || w.clinging == clinging {
		return false
	}
	if t.breaks[w.to] && (stands(t.runes[w.to-1]) || stands(t.runes[w.to])) {
		return false
	}
	return w.hand.script == c.script || !strong(w.hand.script) || !strong(c.script)
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

// narrow makes w end sooner or start later.
func (t *text) narrow(w *word, from, to int) {
	w.from, w.to, w.heart, w.hollow = from, to, from, true
	for i := from; i < to && w.hollow; i++ {
		if r := t.runes[i]; !steers(r) && !silent(r) {
			w.heart, w.hollow = i, false
		}
	}
}

// drawn is part of a word, shaped as if the rest stood elsewhere.
func (t *text) drawn(w *word, from, to int) ([]Glyph, int64) {
	set := shaped(w.hand, t.source[t.at[from]:t.at[to]], t.runes[from:to])
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
	return r >= 0xAD && (steers(r) || silent(r) || unicode.IsMark(r))
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
	return r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hangul, unicode.Bopomofo)
}
