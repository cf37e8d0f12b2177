package typeset

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// tear is where a word that has to be cut is cut so that its head fits: behind
// a mark of punctuation if one is near. It is the start of w where nothing fits.
func (b *breaker) tear(w *word, room int64) int {
	places := b.clusters(w)
	n := b.guess(w, places, room) // so many fit
	for n > 0 && b.torn(w, places[n-1]).width > room {
		n--
	}
	for n < len(places) && b.torn(w, places[n]).width <= room {
		n++
	}
	if n == 0 {
		return w.from
	}
	for i := n; i > n/2 && n < len(places); i-- {
		if strings.ContainsRune("/-_.?&=@,;", b.text.runes[places[i-1]-1]) {
			return places[i-1]
		}
	}
	return places[n-1]
}

// guess is how many of the places in w come before the end of room, to judge
// by how w is drawn in one.
func (b *breaker) guess(w *word, places []int, room int64) int {
	room /= max(1, int64(w.span.Size))
	reach := w.from // in the text
	for i := range w.glyphs {
		g := &w.glyphs[i]
		if w.hand.rtl {
			g = &w.glyphs[len(w.glyphs)-1-i]
		}
		if room -= int64(g.advance); room < 0 {
			break
		}
		for n := utf8.RuneCountInString(g.Text()); reach < w.to && (n > 0 || steers(b.text.runes[reach])); reach++ {
			if !steers(b.text.runes[reach]) {
				n--
			}
		}
	}
	n, _ := slices.BinarySearch(places, reach+1)
	return n
}

// cluster is the end of the first cluster of w.
func (b *breaker) cluster(w *word) int {
	return append(b.clusters(w), w.to)[0]
}

// clusters are the places where w may be cut: behind clusters that are seen.
func (b *breaker) clusters(w *word) (places []int) {
	t := b.text
	if t.clusters == nil {
		t.clusters = graphemes(t.runes)
	}
	for i := w.heart + 1; i <= w.to; i++ {
		if t.clusters[i] || i == w.to {
			places = append(places, i)
		}
	}
	return places
}
