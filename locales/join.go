package locales

import (
	"cmp"
	"strings"
)

// Mark is a mark of punctuation, as a language writes it: , ، ， ፣
type Mark int

const (
	Comma Mark = iota
	Semicolon
	Colon
)

// mark is a mark with the space behind it, where the language has one.
func (p *Printer) mark(m Mark) string {
	switch m {
	case Semicolon:
		return p.habits.semicolon
	case Colon:
		return p.habits.colon
	}
	return p.habits.comma
}

// Join puts a mark between words that are already spoken: a, b; what: that.
func (p *Printer) Join(m Mark, items ...string) string { return strings.Join(items, p.mark(m)) }

// Bracketed is a text with another in brackets behind it.
func (p *Printer) Bracketed(s, in string) string {
	return s + strings.Replace(cmp.Or(p.habits.brackets, " ({0})"), "{0}", in, 1)
}

// Link is Join with a word behind each mark: a, and b; or c. The word may cling
// to what follows, as the Arabic "and" does.
func (p *Printer) Link(m Mark, word string, items ...string) string {
	mark := p.mark(m)
	bare := strings.TrimRight(mark, " ")
	space := mark[len(bare):]
	if strings.Contains(p.habits.pair, word+"{1}") {
		return strings.Join(items, mark+word)
	}
	return strings.Join(items, mark+word+space)
}

// List joins items that are already spoken: a, b and c.
func (p *Printer) List(items []string) string {
	return list(items, p.habits.pair, p.habits.middle, p.habits.end)
}

// Or joins alternatives that are already spoken: a, b or c.
func (p *Printer) Or(items []string) string {
	return list(items, p.habits.orPair, p.habits.orMiddle, p.habits.orEnd)
}

func list(items []string, pair, middle, end string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	case 2:
		return between(pair, items[0], items[1])
	}
	last := len(items) - 1
	s := between(end, items[last-1], items[last])
	for i := last - 2; i >= 0; i-- {
		s = between(middle, items[i], s)
	}
	return s
}

// between puts two texts into a pattern as "{0} and {1}".
func between(pattern, a, b string) string {
	before, rest, _ := strings.Cut(pattern, "{0}")
	mid, after, _ := strings.Cut(rest, "{1}")
	return before + a + mid + b + after
}
