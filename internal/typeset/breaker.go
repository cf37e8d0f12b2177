package typeset

import "strings"

// A breaker parts the text between two line feeds into lines.
type breaker struct {
	text  *text
	words []word // where one was cut, its rest stands in its place
	width int64
}

// A strip is what stands on one line before it is put in order.
type strip struct {
	first int // of the words
	words []word
	width int64 // without spaces at the end
	cut   *word // what its last word is the head of
}

// all are the lines.
func (b *breaker) all() []strip {
	if len(b.words) == 0 {
		return []strip{{}}
	}
	var strips []strip
	for next := 0; next < len(b.words); {
		var s strip
		s, next = b.take(next, b.width)
		strips = append(strips, s)
	}
	if n := len(strips); n > 1 {
		if above, last, ok := b.even(strips[n-2], strips[n-1]); ok {
			strips[n-2], strips[n-1] = above, last
		}
	}
	return strips
}

// even moves the end of the line above a last one of one short word, so that it
// gets another.
func (b *breaker) even(above, last strip) (strip, strip, bool) {
	s, short := above, last
	for range 3 {
		if !b.short(short) {
			return s, short, short.first != last.first || short.words[0].from != last.words[0].from
		}
		if s.cut != nil {
			b.words[s.first+len(s.words)-1] = *s.cut
		}
		var next int
		if s, next = b.take(s.first, s.width-1); s.width < b.width/2 {
			break
		}
		if short, next = b.take(next, b.width); next < len(b.words) || short.cut != nil {
			break
		}
	}
	return above, last, false
}

// short tells whether a last line is one word of less than a quarter of the
// line.
func (b *breaker) short(s strip) bool {
	if s.width >= b.width/4 {
		return false
	}
	seen := false
	for i := range s.words {
		if !s.words[i].blank {
			seen = true
		} else if seen && i+1 < len(s.words) {
			return false
		}
	}
	return true
}

// take makes a line of the words from first on, and tells where the next one
// starts.
func (b *breaker) take(first int, width int64) (s strip, next int) {
	var x, end int64 // with and without spaces at the end
	left := make([]int64, 0, 32)
	for i := first; i < len(b.words); i++ {
		w := &b.words[i]
		left = append(left, x)
		x += w.width
		if w.blank {
			continue
		}
		if x > width || x+b.hyphen(w, w.to) > width && i+1 < len(b.words) {
			return b.end(first, i, left, width)
		}
		end = x
	}
	return strip{first: first, words: b.words[first:], width: end}, len(b.words)
}

// end ends a line that starts with the word first before the end of the word
// over. left is where its words start.
func (b *breaker) end(first, over int, left []int64, width int64) (strip, int) {
	for i := over; i >= first; i-- {
		w := &b.words[i]
		for at := w.to; at > w.from; at-- {
			if !b.text.breaks[at] || at == w.to && i == over && i+1 == len(b.words) {
				continue
			}
			head := b.head(w, at)
			if w.blank || left[i-first]+head.width <= width {
				return b.part(first, i, head, left[i-first])
			}
		}
	}
	w := &b.words[over]
	room := width - left[over-first]
	at := b.tear(w, room)
	if at == w.from && over > first {
		return b.part(first, over-1, b.words[over-1], left[over-1-first])
	}
	if at == w.from {
		at = b.cluster(w)
	}
	head := *w
	if at < w.to {
		head.to = at
		head.glyphs, head.width = b.text.torn(w, w.from, at)
	}
	return b.part(first, over, head, left[over-first])
}

// part ends a line after head, which is the word i or the start of it. x is
// where it stands.
func (b *breaker) part(first, i int, head word, x int64) (strip, int) {
	s := strip{first: first, words: b.words[first : i+1], width: x + head.width}
	if head.to < b.words[i].to || len(head.glyphs) > len(b.words[i].glyphs) { // cut, or with a hyphen
		s.words = append(b.words[first:i:i], head)
	}
	for j := i; head.blank && j >= first && b.words[j].blank; j-- {
		s.width = x
		if j > first && b.words[j-1].blank {
			x -= b.words[j-1].width
		}
	}
	next := i + 1
	if whole := b.words[i]; head.to < whole.to {
		s.cut = &whole
		rest := whole
		rest.from = head.to
		rest.heart = max(rest.heart, rest.from)
		if b.text.breaks[head.to] {
			rest.glyphs, rest.width = b.text.drawn(&whole, head.to, whole.to)
		} else {
			rest.glyphs, rest.width = b.text.torn(&whole, head.to, whole.to)
		}
		b.words[i], next = rest, i
	}
	return s, next
}

// head is w up to a place at which the line ends, with the hyphen that is seen
// there if it is a soft one.
func (b *breaker) head(w *word, at int) word {
	head := *w
	if at < w.to {
		head.to = at
		head.glyphs, head.width = b.text.drawn(w, w.from, at)
	}
	if wide := b.hyphen(w, at); wide > 0 {
		hyphen := hyphenOf(w.hand).glyphs
		if w.hand.rtl {
			head.glyphs = append(append([]Glyph(nil), hyphen...), head.glyphs...)
		} else {
			head.glyphs = append(append([]Glyph(nil), head.glyphs...), hyphen...)
		}
		head.width += wide
	}
	return head
}

// hyphen is the width of the hyphen that w shows if the line ends at a place
// in it.
func (b *breaker) hyphen(w *word, at int) int64 {
	if b.text.runes[at-1] != '\u00AD' {
		return 0
	}
	return hyphenOf(w.hand).advance * int64(w.span.Size)
}

// hyphenOf is the hyphen of a broken word, which reads as a soft one.
func hyphenOf(h hand) *shapedWord {
	r := '-'
	if h.font.covers('\u2010') {
		r = '\u2010'
	}
	w := shaped(h, string(r), []rune{r})
	glyphs := append([]Glyph(nil), w.glyphs...)
	for i, g := range glyphs {
		if g.cluster == nil {
			glyphs[i].reads = '\u00AD'
		} else {
			glyphs[i].cluster = &cluster{g.cluster.piece, "\u00AD"}
		}
	}
	return &shapedWord{glyphs, w.advance}
}

// tear is where a word that has to be cut is cut so that its head fits: behind
// a mark of punctuation if one is near. It is the start of w where nothing fits.
func (b *breaker) tear(w *word, room int64) int {
	whole := graphemes(b.text.runes[w.from:w.to])
	var places []int
	for i := 1; i < len(whole); i++ {
		if whole[i] {
			places = append(places, w.from+i)
		}
	}
	low, high := 0, len(places) // so many are known to fit; so many are not
	for low < high {
		mid := (low + high + 1) / 2
		if _, wide := b.text.torn(w, w.from, places[mid-1]); wide <= room {
			low = mid
		} else {
			high = mid - 1
		}
	}
	if low == 0 {
		return w.from
	}
	for n := low; n > low/2 && low < len(places); n-- {
		if strings.ContainsRune("/-_.?&=@,;", b.text.runes[places[n-1]-1]) {
			return places[n-1]
		}
	}
	return places[low-1]
}

// cluster is the end of the first cluster of w.
func (b *breaker) cluster(w *word) int {
	for i, ends := range graphemes(b.text.runes[w.from:w.to]) {
		if i > 0 && ends {
			return w.from + i
		}
	}
	return w.to
}
