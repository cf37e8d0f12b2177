//go:build !race

package typeset

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// The glyphs that HarfBuzz draws are those that we draw: of every text of every
// language, and of samples.txt, in both weights. testdata/glyphs holds what
// hb-shape says; `make glyphs` asks it again. It is asked for whole texts, and we
// shape by words, so that a word that its neighbours change would be found.
//
// A file has under each text how it is drawn: a line for each stretch of one
// font, direction, script and language, or of messages the digest of these
// lines. Where a digest differs, hb-shape is asked what the lines are.
func TestGlyphs(t *testing.T) {
	sets := trials(t)
	if *update {
		writeGlyphs(t, sets)
	}
	for name, set := range sets {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			want, err := readGlyphs(name)
			if err != nil {
				t.Fatal(err)
			}
			var other []trial
			for _, s := range set {
				drawn := strokes(s)
				if strings.Contains(lines(drawn), notdef) {
					t.Errorf("%s: %q: something has no glyph:\n%s", s.where, s.text, lines(drawn))
				}
				if golden(name, drawn) != want[s.where] {
					other = append(other, s)
				}
				delete(want, s.where)
			}
			for where := range want {
				t.Errorf("%s: is drawn in %s, and nowhere else; run `make glyphs`", where, glyphFile(name))
			}
			differences(t, name, other)
		})
	}
}

// A stroke is text of a trial that one hand draws, and how it is drawn: its
// clusters in visual order.
type stroke struct {
	hand  hand
	text  string
	drawn []drawn
}

// section names what decides how a stroke is drawn, beside its text.
func (p stroke) section() string {
	direction := "ltr"
	if p.hand.rtl {
		direction = "rtl"
	}
	return fmt.Sprintf("%s %s %s %s", p.hand.font.Name, direction, p.hand.script, p.hand.lang)
}

// drawn is a cluster: its text, and its glyphs as HarfBuzz places them.
type drawn struct {
	text    string
	glyphs  []part
	advance int
}

// strokes are all that a trial consists of, in both weights, as we draw them.
func strokes(s trial) (all []stroke) {
	for _, bold := range []bool{false, true} {
		words := newText(s.paragraph(bold)).words
		runes := []rune(s.text)
		for i := 0; i < len(words); {
			w, n := words[i], i
			var glyphs []drawn
			for ; n < len(words) && words[n].hand == w.hand && words[n].level == w.level; n++ {
				d := ours(words[n].glyphs)
				if w.hand.rtl {
					glyphs = append(d, glyphs...)
				} else {
					glyphs = append(glyphs, d...)
				}
			}
			if w.hand.font != nil {
				all = append(all, stroke{w.hand, string(runes[w.from:words[n-1].to]), glyphs})
			}
			i = n
		}
	}
	return all
}

// ours are glyphs of this package, as HarfBuzz places them: what we make of
// joiners is with the cluster before.
func ours(glyphs []Glyph) []drawn {
	var out []drawn
	for _, g := range glyphs {
		if n := len(out); n > 0 && g.cluster != nil && g.cluster.parts == nil && !isMark(g.Text()) {
			out[n-1].text = g.Text() + out[n-1].text
			continue
		}
		d := drawn{text: g.Text(), advance: int(g.advance)}
		parts := []part{{id: int(g.id)}}
		if g.cluster != nil {
			parts = g.cluster.parts
		}
		for _, p := range parts {
			p.dx += int(g.shift)
			d.glyphs = append(d.glyphs, p)
		}
		out = append(out, d)
	}
	return out
}

// grown are clusters in which marks are with their letters. Read from right to
// left they come before them, in clusters of their own or not, and that we part
// them where HarfBuzz doesn't is nothing that is seen.
func grown(clusters []drawn) (out []drawn) {
	var marks *drawn
	for _, d := range clusters {
		if marks != nil {
			for _, p := range d.glyphs {
				p.dx += marks.advance
				marks.glyphs = append(marks.glyphs, p)
			}
			d = drawn{d.text + marks.text, marks.glyphs, marks.advance + d.advance}
			marks = nil
		}
		if isMark(d.text) {
			marks = &drawn{d.text, slices.Clone(d.glyphs), d.advance}
			continue
		}
		slices.SortFunc(d.glyphs, func(a, b part) int { return cmp.Or(a.id-b.id, a.dx-b.dx, a.dy-b.dy) })
		out = append(out, d)
	}
	if marks != nil {
		out = append(out, *marks)
	}
	return out
}

// isMark tells whether text is nothing but marks.
func isMark(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsMark(r) })
}

// notation writes clusters from the left: a character that has its own glyph
// with its own advance is itself, {-20} is what the advance differs by, and
// [text=glyph@x,y glyph@x,y+advance] is anything else.
func notation(f *Font, clusters []drawn) string {
	var b strings.Builder
	face := f.open()
	for _, d := range clusters {
		text := []rune(d.text)
		if g := d.glyphs[0]; len(text) == 1 && len(d.glyphs) == 1 && g.dx == 0 && g.dy == 0 && !strings.ContainsRune("[]{}", text[0]) {
			if id, ok := face.layout.NominalGlyph(text[0]); ok && int(id) == g.id {
				b.WriteString(d.text)
				if more := d.advance - face.advance(g.id); more != 0 {
					fmt.Fprintf(&b, "{%+d}", more)
				}
				continue
			}
		}
		b.WriteString("[" + d.text + "=")
		for i, g := range d.glyphs {
			if i > 0 {
				b.WriteByte(' ')
			}
			fmt.Fprint(&b, g.id)
			if g.dx != 0 || g.dy != 0 {
				fmt.Fprintf(&b, "@%d,%d", g.dx, g.dy)
			}
		}
		fmt.Fprintf(&b, "+%d]", d.advance)
	}
	return b.String()
}

// notdef is how the missing glyph is written.
const notdef = "=0"

// lines are how strokes are drawn, a line for each.
func lines(all []stroke) string {
	var b strings.Builder
	for _, p := range all {
		clusters := p.drawn
		if p.hand.rtl {
			clusters = grown(clusters)
		}
		fmt.Fprintf(&b, "%s: %s\n", p.section(), notation(p.hand.font, clusters))
	}
	return b.String()
}

// golden is what the file of a set has of strokes.
func golden(set string, all []stroke) string {
	s := lines(all)
	if set != "samples" {
		sum := sha256.Sum256([]byte(s))
		return fmt.Sprintf("%x\n", sum[:5])
	}
	return s
}

func glyphFile(set string) string { return filepath.Join("testdata", "glyphs", set+".txt") }

// readGlyphs answers where → how it is drawn.
func readGlyphs(set string) (map[string]string, error) {
	data, err := os.ReadFile(glyphFile(set))
	if err != nil {
		return nil, fmt.Errorf("%w; run `make glyphs`", err)
	}
	out, where := map[string]string{}, ""
	for line := range strings.Lines(string(data)) {
		if glyphs, ok := strings.CutPrefix(line, "\t"); ok {
			out[where] += glyphs
		} else {
			where = strings.TrimSuffix(line, "\n")
		}
	}
	return out, nil
}
