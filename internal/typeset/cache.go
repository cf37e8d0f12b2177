package typeset

import (
	"sync"
)

// A shapedWord is the glyphs of a word in visual order, and their advances in
// thousandths of the size. It is not changed once it is made.
type shapedWord struct {
	glyphs  []Glyph
	advance int64
}

type wordKey struct {
	hand hand
	text string
}

// A memory keeps words that were shaped. It has two generations: when the
// young one is full it becomes the old one, and what was old and not asked for
// is forgotten.
type memory struct {
	sync.RWMutex
	young, old map[wordKey]*shapedWord
}

// remembered is how many words one generation has, each of them of at most
// longest characters.
const remembered = 1 << 14

var memo memory

func (m *memory) get(k wordKey) *shapedWord {
	m.RLock()
	w := m.young[k]
	if w != nil || m.old == nil {
		m.RUnlock()
		return w
	}
	w = m.old[k]
	m.RUnlock()
	if w != nil {
		m.put(k, w)
	}
	return w
}

func (m *memory) put(k wordKey, w *shapedWord) {
	m.Lock()
	defer m.Unlock()
	if len(m.young) >= remembered || m.young == nil {
		m.young, m.old = make(map[wordKey]*shapedWord, len(m.young)), m.young
	}
	m.young[k] = w
}

// shaped is a word by itself, without the characters that steer.
func shaped(h hand, text []rune) *shapedWord {
	buf := make([]rune, 0, 64)
	for _, r := range text {
		if !steers(r) {
			buf = append(buf, r)
		}
	}
	key := wordKey{h, string(buf)}
	if w := memo.get(key); w != nil {
		return w
	}
	s := takeShaper()
	w := newWord(s.shape(h, buf, 0, len(buf)))
	s.back()
	memo.put(key, w)
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

func newWord(glyphs []Glyph) *shapedWord {
	w := &shapedWord{glyphs: glyphs}
	for _, g := range glyphs {
		w.advance += int64(g.advance)
	}
	return w
}
