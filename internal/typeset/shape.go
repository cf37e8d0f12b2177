package typeset

import (
	"slices"
	"strings"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// A hand is all that decides how a text is shaped, beside the text.
type hand struct {
	font   *Font
	script language.Script
	lang   string
	rtl    bool
}

// A shaper shapes for one goroutine at a time.
type shaper struct {
	buffer *harfbuzz.Buffer
	fonts  map[*Font]*harfbuzz.Font
	hands  map[hand]bool // that the buffer keeps a plan of
}

// bench is where shapers wait. What they have learned of fonts is worth
// keeping; there are as many as goroutines ever shaped at once, and no more
// than it has seats.
var bench = make(chan *shaper, 16)

// plans is how many hands a shaper may learn before it starts anew.
const plans = 256

func takeShaper() *shaper {
	select {
	case s := <-bench:
		return s
	default:
		return &shaper{fonts: map[*Font]*harfbuzz.Font{}}
	}
}

func (s *shaper) back() {
	select {
	case bench <- s:
	default:
	}
}

// shape draws text[from:to] as glyphs in visual order. What stands before and
// behind decides how letters join, and is not drawn.
func (s *shaper) shape(h hand, text []rune, from, to int) []Glyph {
	if s.buffer == nil || len(s.hands) >= plans && !s.hands[h] {
		s.buffer, s.hands = harfbuzz.NewBuffer(), map[hand]bool{}
	}
	s.hands[h] = true
	f := s.fonts[h.font]
	if f == nil {
		f = harfbuzz.NewFont(font.NewFace(h.font.open().layout))
		s.fonts[h.font] = f
	}
	b := s.buffer
	b.Clear()
	b.Flags = harfbuzz.RemoveDefaultIgnorables
	b.Props = harfbuzz.SegmentProperties{Script: h.script, Language: tongue(h.lang), Direction: harfbuzz.LeftToRight}
	if h.rtl {
		// A cluster for each character, so that readers of the file can turn
		// them back into the order in which they are read.
		b.Props.Direction, b.ClusterLevel = harfbuzz.RightToLeft, harfbuzz.MonotoneCharacters
	}
	b.AddRunes(text, from, to-from)
	b.Shape(f, nil)
	return clusters(h, b, text, from, to)
}

// clusters are what b holds, one glyph for each cluster.
func clusters(h hand, b *harfbuzz.Buffer, text []rune, from, to int) []Glyph {
	if len(b.Info) == 0 { // all of it is for the shaper to leave out
		return unseen(text[from:to])
	}
	starts := make([]int, 0, len(b.Info)+1) // in b.Info
	for i := range b.Info {
		if i == 0 || b.Info[i].Cluster != b.Info[i-1].Cluster {
			starts = append(starts, i)
		}
		if i > 0 && b.Info[i].Cluster != b.Info[i-1].Cluster && b.Info[i].Cluster < b.Info[i-1].Cluster != h.rtl {
			starts = append(starts[:0], 0) // a script set against its direction: all of it is one
			break
		}
	}
	glyphs := make([]Glyph, len(starts))
	starts = append(starts, len(b.Info))
	end := to // of the text of the clusters that are left, the last one first
	for n := range glyphs {
		i := n
		if !h.rtl {
			i = len(glyphs) - 1 - n
		}
		start := b.Info[starts[i]].Cluster
		if n == len(glyphs)-1 {
			start = from // what nothing is drawn of before it is with it
		}
		glyphs[i] = glyphOf(h.font.open(), b.Info[starts[i]:starts[i+1]], b.Pos[starts[i]:starts[i+1]], text[start:end])
		end = start
	}
	if h.rtl {
		glyphs = settle(glyphs)
	}
	return glyphs
}

// unseen is a glyph without a picture that reads as text, so that nothing is
// lost; none for what is nothing to a reader.
func unseen(text []rune) []Glyph {
	if !slices.ContainsFunc(text, func(r rune) bool { return !steers(r) && !silent(r) }) {
		return nil
	}
	var reads strings.Builder
	for _, r := range text {
		if !steers(r) {
			reads.WriteRune(legible(r))
		}
	}
	return []Glyph{{cluster: &cluster{text: reads.String()}}}
}

// apart is how far, in thousandths of the size, a glyph may stand behind the end
// of the one before it and still be read as of the same word.
const apart = 90

// glyphOf makes one glyph of a cluster that reads as text.
func glyphOf(f *face, info []harfbuzz.GlyphInfo, pos []harfbuzz.GlyphPosition, text []rune) Glyph {
	var pen, usual int
	parts := make([]part, 0, 4)
	for i, p := range pos {
		id := int(info[i].Glyph)
		parts = append(parts, part{id, pen + int(p.XOffset), int(p.YOffset)})
		if p.XAdvance != 0 {
			usual += f.advance(id)
		}
		pen += int(p.XAdvance)
	}
	g := Glyph{advance: int32(pen)}
	if pos[0].XAdvance != 0 && parts[0].dx != 0 { // kerning from right to left moves the glyph itself
		g.shift = int32(parts[0].dx)
		for i := range parts {
			parts[i].dx -= int(g.shift)
		}
	}
	if pen-usual >= apart {
		usual = pen
	}
	if len(parts) == 1 && len(text) == 1 && parts[0].dx == 0 && parts[0].dy == 0 && usual == f.advance(parts[0].id) {
		g.id, g.reads = uint16(parts[0].id), legible(text[0])
		return g
	}
	var reads strings.Builder
	for _, r := range text {
		reads.WriteRune(legible(r))
	}
	g.cluster = &cluster{piece{append([]part(nil), parts...), usual}, reads.String()}
	return g
}

// legible is r as a file may say that a glyph reads.
func legible(r rune) rune {
	if r < ' ' || r >= 0x7F && r < 0xA0 {
		return '\uFFFD'
	}
	return r
}

var tongues sync.Map // BCP 47 → language.Language

// tongue is a language as the shaper knows it.
func tongue(lang string) language.Language {
	if l, ok := tongues.Load(lang); ok {
		return l.(language.Language)
	}
	l := language.NewLanguage(lang)
	tongues.Store(lang, l)
	return l
}
