package locales

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// stop is the mark that ends a sentence. Unicode's locale data has the marks of a
// language, but not which of them does that, and of Tigrinya none of its script.
func (p *Printer) stop() string {
	switch p.habits.tag {
	case "hi":
		return "।"
	case "ti":
		return "።"
	case "zh-Hans":
		return "。"
	}
	return "."
}

// Sentence is what is said with a capital and, at its end, a mark.
func (p *Printer) Sentence(s string) string { return p.Capital(p.Ended(s)) }

// Ended is a sentence with the mark at its end, which it may have already.
func (p *Printer) Ended(s string) string {
	if r := last(s); unicode.Is(unicode.STerm, r) || r == '…' {
		return s
	}
	return s + p.stop()
}

// Sentences puts sentences one behind the other. A mark that is as wide as a
// letter has its space in itself.
func (p *Printer) Sentences(says ...string) string {
	var b strings.Builder
	var before rune // at the end of what stands there
	for _, s := range says {
		if s == "" {
			continue
		}
		if b.Len() > 0 && !wide(before) {
			b.WriteByte(' ')
		}
		b.WriteString(s)
		before = last(s)
	}
	return b.String()
}

// wide tells whether r is a mark as wide as a letter: 。 ！ ）
func wide(r rune) bool {
	return r >= 0x3001 && r <= 0x303F || r >= 0xFF01 && r <= 0xFF60 && unicode.IsPunct(r)
}

// last is what a text ends in, but for quotation marks and the ends of isolates
// behind it.
func last(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(s, closes))
	return r
}

func closes(r rune) bool {
	return r == '"' || r == '\'' || r == '」' || r == '』' || unicode.In(r, unicode.Pi, unicode.Pf, unicode.Bidi_Control)
}
