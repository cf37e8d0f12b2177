//go:build !race

package typeset

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The glyphs that HarfBuzz draws are those that we draw: for each word of each
// text of the catalogue and of samples.txt, in both weights. testdata/glyphs
// holds what hb-shape says; `make glyphs` asks it again, for whole texts, so
// that a word that its neighbours change would be found.
//
// A file has a section for each font, direction, script and language, and in it
// a line for each word, followed by its glyphs where they are not simply those
// of its characters.
func TestGlyphs(t *testing.T) {
	sets := trials(t)
	if *update {
		askHarfBuzz(t, sets)
	}
	for name, set := range sets {
		t.Run(name, func(t *testing.T) {
			file := glyphFile(name)
			want, err := readGlyphs(file)
			if err != nil {
				t.Fatal(err)
			}
			wrong, seen := 0, map[string]bool{}
			complain := func(format string, args ...any) {
				t.Helper()
				if wrong++; wrong <= 20 {
					t.Errorf(format, args...)
				}
			}
			for s, p := range pieces(set) {
				for _, w := range splitWords(p.drawn, p.hand.rtl) {
					key := p.section() + "\n" + w.text
					if seen[key] {
						continue
					}
					seen[key] = true
					got, notdef := notation(p.hand.font, w.drawn)
					if notdef {
						complain("%s: %q: %s has no glyph: %s", s.where, w.text, p.hand.font.Name, got)
					}
					glyphs, ok := want[p.section()][w.text]
					switch {
					case !ok:
						complain("%s: %q: %s has no such word in %s; run `make glyphs`", s.where, w.text, file, p.section())
					case got != glyphs:
						complain("%s: %q in %s:\n  is drawn %s\n  want     %s", s.where, w.text, p.section(), got, glyphs)
					}
				}
			}
			if wrong > 20 {
				t.Errorf("and %d more", wrong-20)
			}
			if len(seen) < 50 {
				t.Errorf("only %d words", len(seen))
			}
		})
	}
}

// A piece is text of a trial that one hand draws, and how we draw it: its
// clusters in visual order.
type stroke struct {
	hand  hand
	text  string
	drawn []drawn
}

// section names what decides how a piece is drawn, beside its text.
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

// pieces are all that trials consist of, in both weights.
func pieces(set []trial) func(yield func(trial, stroke) bool) {
	return func(yield func(trial, stroke) bool) {
		for _, s := range set {
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
					if w.hand.font != nil && !yield(s, stroke{w.hand, string(runes[w.from:words[n-1].to]), glyphs}) {
						return
					}
					i = n
				}
			}
		}
	}
}

// ours are glyphs of this package, as HarfBuzz places them: what we make of
// joiners is with the cluster before.
func ours(glyphs []Glyph) []drawn {
	var out []drawn
	for _, g := range glyphs {
		if n := len(out); n > 0 && g.cluster != nil && g.cluster.parts == nil {
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

// A drawnWord is what stands between spaces.
type drawnWord struct {
	text  string
	drawn []drawn
}

// splitWords parts clusters in visual order at spaces. Spaces that are not
// simply drawn are words of their own, and so are found.
func splitWords(clusters []drawn, rtl bool) []drawnWord {
	var out []drawnWord
	var w drawnWord
	end := func() {
		if w.drawn != nil {
			out = append(out, w)
		}
		w = drawnWord{}
	}
	for _, d := range clusters {
		if strings.Trim(d.text, " \u2009\u200A") == "" && d.text != "" {
			end()
			if len(d.glyphs) > 1 || d.glyphs[0].dx != 0 || d.glyphs[0].dy != 0 {
				out = append(out, drawnWord{strconv.Quote(d.text), []drawn{d}})
			}
			continue
		}
		w.drawn = append(w.drawn, d)
		if rtl {
			w.text = d.text + w.text
		} else {
			w.text += d.text
		}
	}
	end()
	return out
}

// notation writes clusters from the left: a character that has its own glyph
// with its own advance is itself, {-20} is what the advance differs by, and
// [text=glyph@x,y glyph@x,y+advance] is anything else.
func notation(f *Font, clusters []drawn) (s string, notdef bool) {
	var b strings.Builder
	face := f.open()
	for _, d := range clusters {
		text := []rune(d.text)
		g := d.glyphs[0]
		if len(text) == 1 && len(d.glyphs) == 1 && g.dx == 0 && g.dy == 0 && !strings.ContainsRune("[]{}", text[0]) {
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
			notdef = notdef || g.id == 0
		}
		fmt.Fprintf(&b, "+%d]", d.advance)
	}
	return b.String(), notdef
}

func glyphFile(set string) string { return filepath.Join("testdata", "glyphs", set+".txt") }

// readGlyphs answers section → word → its glyphs.
func readGlyphs(file string) (map[string]map[string]string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("%w; run `make glyphs`", err)
	}
	out := map[string]map[string]string{}
	var section map[string]string
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if name, ok := strings.CutPrefix(line, "== "); ok {
			section = map[string]string{}
			out[name] = section
			continue
		}
		word, glyphs, ok := strings.Cut(line, "\t")
		if !ok {
			glyphs = word
		}
		section[word] = glyphs
	}
	return out, nil
}

func writeGlyphs(file string, all map[string]map[string]string) error {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(all)) {
		b.WriteString("== " + name + "\n")
		for _, word := range slices.Sorted(maps.Keys(all[name])) {
			b.WriteString(word)
			if glyphs := all[name][word]; glyphs != word {
				b.WriteString("\t" + glyphs)
			}
			b.WriteByte('\n')
		}
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		return err
	}
	return os.WriteFile(file, []byte(b.String()), 0o666)
}
