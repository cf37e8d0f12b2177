package typeset

import "slices"

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
	if n := len(strips); n > 1 && b.short(strips[n-1]) {
		b.even(&strips[n-2], &strips[n-1])
	}
	return strips
}

// even ends the line above a short last one earlier, so that this gets another
// word, if there is a place for it in the second half of the line.
func (b *breaker) even(above, last *strip) {
	above.words, last.words = slices.Clone(above.words), slices.Clone(last.words) // those of b are taken anew
	for s := *above; ; {
		if s.cut != nil {
			b.words[s.first+len(s.words)-1] = *s.cut
		}
		most := s.width - 1
		var next int
		s, next = b.take(s.first, most)
		if end := s.words[len(s.words)-1].to; s.width > most || s.width < b.width/2 || !b.text.breaks[end] {
			return
		}
		below, end := b.take(next, b.width)
		if end < len(b.words) {
			return
		}
		if !b.short(below) {
			*above, *last = s, below
			return
		}
	}
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
	seen := len(b.text.runes) // no line ends before its first character that is seen
	for i := over; i >= first; i-- {
		if w := &b.words[i]; !w.blank && !w.hollow {
			seen = w.heart
		}
	}
	if i, head, ok := b.place(first, over, seen, left, width, b.text.held); ok {
		return b.part(first, i, head, left[i-first])
	}
	w := &b.words[over]
	if at := b.tear(w, width-left[over-first]); at > w.from {
		return b.part(first, over, b.torn(w, at), left[over-first])
	}
	if seen < w.from {
		return b.part(first, over-1, b.words[over-1], left[over-1-first])
	}
	return b.part(first, over, b.torn(w, b.cluster(w)), left[over-first])
}

// place finds the last place where a line may end whose words are first to
// over, and gives the word there up to it. Where held says so a line ends only
// if it would be less than a third full otherwise.
func (b *breaker) place(first, over, seen int, left []int64, width int64, held []bool) (i int, head word, ok bool) {
	for i = over; i >= first; i-- {
		w := &b.words[i]
		for at := w.to; at > max(w.from, seen); at-- {
			if !b.text.breaks[at] || at == w.to && i == over && i+1 == len(b.words) {
				continue
			}
			if len(held) > 0 && held[at] {
				continue
			}
			head = b.head(w, at)
			if end := left[i-first] + head.width; w.blank || end <= width {
				if len(held) > 0 && end < width/3 {
					return b.place(first, over, seen, left, width, nil)
				}
				return i, head, true
			}
		}
	}
	if len(held) > 0 {
		return b.place(first, over, seen, left, width, nil)
	}
	return 0, word{}, false
}

// part ends a line after head, which is the word i or the start of it. x is
// where it stands.
func (b *breaker) part(first, i int, head word, x int64) (s strip, next int) {
	s = strip{first: first, width: x + head.width}
	whole := b.words[i]
	if head.to == whole.to {
		next = i + 1
		for next < len(b.words) && b.words[next].blank {
			next++
		}
		s.words = b.words[first:next]
		if len(head.glyphs) > len(whole.glyphs) { // it has got a hyphen
			s.words = slices.Clone(s.words)
			s.words[i-first] = head
		}
	} else {
		s.words, s.cut = append(b.words[first:i:i], head), &whole
		rest := whole
		b.text.narrow(&rest, head.to, whole.to)
		if b.text.breaks[head.to] {
			rest.glyphs, rest.width = b.text.drawn(&whole, head.to, whole.to)
		} else {
			rest.glyphs, rest.width = b.text.torn(&whole, head.to, whole.to)
		}
		b.words[i], next = rest, i
	}
	for j := i; j >= first && s.words[j-first].blank; j-- {
		s.width -= s.words[j-first].width
	}
	return s, next
}

// head is w up to a place at which the line ends, with the hyphen that is seen
// there if it is a soft one.
func (b *breaker) head(w *word, at int) word {
	head := *w
	if at < w.to {
		b.text.narrow(&head, w.from, at)
		head.glyphs, head.width = b.text.drawn(w, w.from, at)
	}
	return b.hyphenated(head)
}

// torn is w up to a place at which it is cut.
func (b *breaker) torn(w *word, at int) word {
	head := *w
	if at < w.to {
		b.text.narrow(&head, w.from, at)
		head.glyphs, head.width = b.text.torn(w, w.from, at)
	}
	return b.hyphenated(head)
}

func (b *breaker) hyphenated(w word) word {
	wide := b.hyphen(&w, w.to)
	if wide == 0 {
		return w
	}
	if hyphen := hyphenOf(w.hand).glyphs; w.hand.rtl {
		w.glyphs = slices.Concat(hyphen, w.glyphs)
	} else {
		w.glyphs = slices.Concat(w.glyphs, hyphen)
	}
	w.width += wide
	return w
}

// hyphen is the width of the hyphen that w shows if the line ends at a place
// in it.
func (b *breaker) hyphen(w *word, at int) int64 {
	if w.hollow || b.text.runes[at-1] != '\u00AD' {
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
