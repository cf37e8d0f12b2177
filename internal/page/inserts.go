package page

import (
	"errors"
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/util"
)

// Inserts are what takes the place of marks when Parse has read a text: values,
// which are words whatever characters they have, and whole blocks. A mark is made
// of characters that no text may have.
type Inserts struct {
	values []string
	blocks [][]Block // nil for a value
}

// The ends of a mark. Unicode keeps these for programs; to Markdown they are
// letters like any other.
const (
	opens  = "\uFDD0"
	closes = "\uFDD1"
)

// Marked tells whether a text has a character that marks are made of.
func Marked(s string) bool { return strings.ContainsAny(s, opens+closes) }

// Value is the mark of a value. Spaces in a row are one.
func (in *Inserts) Value(s string) string {
	return in.mark(strings.Join(strings.Fields(s), " "), nil)
}

// Block is the mark of blocks, which stands on a line of its own.
func (in *Inserts) Block(blocks ...Block) string {
	return in.mark("", append([]Block{}, blocks...))
}

func (in *Inserts) mark(value string, blocks []Block) string {
	in.values, in.blocks = append(in.values, value), append(in.blocks, blocks)
	return opens + strconv.Itoa(len(in.values)-1) + closes
}

// at is the index of a mark, -1 for none of in's.
func (in *Inserts) at(digits string) int {
	i, err := strconv.Atoi(digits)
	if err != nil || i < 0 || i >= len(in.values) {
		return -1
	}
	return i
}

// alone are the blocks that a text consists of, if it is their mark.
func (in *Inserts) alone(s string) ([]Block, bool) {
	s, opened := strings.CutPrefix(s, opens)
	s, closed := strings.CutSuffix(s, closes)
	if !opened || !closed {
		return nil, false
	}
	i := in.at(s)
	if i < 0 || in.blocks[i] == nil {
		return nil, false
	}
	return in.blocks[i], true
}

// fill appends a text to words, values in the place of their marks: each keeps
// its direction to itself.
func (in *Inserts) fill(s string, look Span, out *Words) error {
	for s != "" {
		before, rest, found := strings.Cut(s, opens)
		add(out, look, plainly(before))
		if !found {
			return nil
		}
		digits, after, _ := strings.Cut(rest, closes)
		i := in.at(digits)
		if i < 0 {
			return errors.New("a character that is kept for programs stands in the text; take it out")
		}
		if in.blocks[i] != nil {
			return errors.New("a block stands among words; give it a line of its own, with empty lines around it")
		}
		add(out, look, "\u2068"+in.values[i]+"\u2069")
		s = after
	}
	return nil
}

// plainly is a text of Markdown without its backslashes and references.
func plainly(s string) string {
	if !strings.ContainsAny(s, `\&`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		end := strings.IndexByte(s[i:], ';') + 1
		switch {
		case s[i] == '\\' && i+1 < len(s) && util.IsPunct(s[i+1]):
			i++
			b.WriteByte(s[i])
		case s[i] == '&' && end > 0:
			reference := []byte(s[i : i+end])
			b.Write(util.ResolveEntityNames(util.ResolveNumericReferences(reference)))
			i += end - 1
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// add appends text to words; of one look it is one span.
func add(out *Words, look Span, s string) {
	if s == "" {
		return
	}
	if n := len(*out); n > 0 && (*out)[n-1].Strong == look.Strong && (*out)[n-1].To == look.To {
		(*out)[n-1].Text += s
		return
	}
	look.Text = s
	*out = append(*out, look)
}

// visible is r, or a mark in the place of what nobody can see.
func visible(r rune) rune {
	if unicode.IsPrint(r) {
		return r
	}
	return unicode.ReplacementChar
}
