package packets

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"mappe/internal/page"
	"mappe/internal/typeset"
	"mappe/locales"
)

// everyCase are the examples and the hard cases.
func everyCase(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, pattern := range []string{"../examples/*/case.yaml", "../testdata/hard/*.yaml"} {
		paths, err := filepath.Glob(pattern)
		if err != nil || len(paths) < 5 {
			t.Fatalf("%s: %d cases, %v", pattern, len(paths), err)
		}
		all = append(all, paths...)
	}
	return all
}

// everyDoc are the documents of a case by their names: its list, and what is
// generated of its packets.
func everyDoc(t *testing.T, path string, printer *locales.Printer) map[string]page.Doc {
	t.Helper()
	l, v := example(t, path, "en")
	v.Printer = printer
	docs := map[string]page.Doc{"list": v.List(l)}
	in := surveyed(t, path, l)
	for i := range l.Applications {
		k, err := Plan(l, i, in, v, Style{Copy: ForApplicant})
		if err != nil {
			t.Fatal(err)
		}
		for j, p := range k.pieces {
			if p.input == nil {
				docs[fmt.Sprintf("packet %d: %d %s", i+1, j, p.item)] = p.doc
			}
		}
	}
	return docs
}

// Nothing stands in a margin or in the strip of the stamp, no words lie over
// others, and no page is nearly empty: every kind of page, in every language
// and in the pseudo-language, in normal and in large print, for cases that are
// hard to set.
func TestEverythingFits(t *testing.T) {
	for tag, speak := range voices {
		printer, err := speak()
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range everyCase(t) {
			name := strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(path, "../examples/"), "../testdata/hard/"), ".yaml")
			t.Run(tag+"/"+name, func(t *testing.T) {
				t.Parallel()
				for name, d := range everyDoc(t, path, printer) {
					fits(t, name, d)
				}
			})
		}
		t.Run(tag+"/blank", func(t *testing.T) {
			t.Parallel()
			for form, d := range blanks(t, printer) {
				fits(t, form, d)
			}
		})
	}
}

// box is where the letters of a word stand, in thousandths of a point: without
// what lies above capitals or below the baseline by more than letters reach.
type box struct {
	x0, y0, x1, y1 typeset.Unit
	text           string
}

func boxOf(w page.Word) box {
	size := w.Run.Size
	b := box{w.X, w.Y - size*2/10, w.X + w.Run.Width, w.Y + size*7/10, w.Run.Text}
	spaces := len(b.text) - len(strings.TrimRight(b.text, " ")) // which hang over the end of a line
	hang := typeset.Unit(spaces) * typeset.Measure(typeset.Span{Text: " ", Size: size, Bold: bold(w)}, "")
	if w.Run.RTL {
		b.x0 += hang
	} else {
		b.x1 -= hang
	}
	return b
}

// over tells whether two boxes share more than a hair.
func (a box) over(b box) bool {
	const hair = typeset.Point / 2
	return min(a.x1, b.x1)-max(a.x0, b.x0) > hair && min(a.y1, b.y1)-max(a.y0, b.y0) > hair
}

func fits(t *testing.T, name string, d page.Doc) {
	t.Helper()
	for _, large := range []bool{false, true} {
		if large && d.Lang == "en" {
			continue // its words are as long as the Danish ones
		}
		where := name
		if large {
			where += " (large)"
		}
		sheets, err := page.Print(d, page.Options{Large: large, Where: where})
		if err != nil {
			t.Error(err)
			continue
		}
		for i, words := range sheets.Words {
			for _, complaint := range append(misfits(words, i+1 < len(sheets.Words)), cutWords(words, sheets.Figures)...) {
				t.Errorf("%s, page %d of %d: %s", where, i+1, len(sheets.Words), complaint)
			}
		}
	}
}

// misfits are what is wrong with the places of words on a page. One that others
// follow is filled.
func misfits(words []page.Word, others bool) (complaints []string) {
	left, right, low, high := typeset.MM(20), typeset.MM(190), typeset.MM(14), typeset.MM(297-10)
	var boxes []box
	lines := map[typeset.Unit]bool{}
	for _, w := range words {
		if strings.TrimSpace(w.Run.Text) == "" {
			continue
		}
		b := boxOf(w)
		const hair = typeset.Point / 2
		if b.x0 < left-hair || b.x1 > right+hair || b.y0 < low || b.y1 > high {
			complaints = append(complaints, fmt.Sprintf("%q stands in the margin: %v to %v, %v to %v mm", b.text, mm(b.x0), mm(b.x1), mm(b.y0), mm(b.y1)))
		}
		for _, other := range boxes {
			if b.over(other) {
				complaints = append(complaints, fmt.Sprintf("%q lies over %q at %v, %v mm", b.text, other.text, mm(b.x0), mm(b.y0)))
			}
		}
		boxes = append(boxes, b)
		lines[w.Y] = true
	}
	if least := 4; others && len(lines) < least || len(lines) == 0 {
		complaints = append(complaints, fmt.Sprintf("%d lines alone", len(lines)))
	}
	return complaints
}

// cutWords are words of a page that are cut although they would fit half of a
// line. The labels of a figure are one text, and no paragraph.
func cutWords(words []page.Word, figures []page.Figure) (complaints []string) {
	for i, w := range words[:max(0, len(words)-1)] {
		next := words[i+1]
		labels := slices.ContainsFunc(figures, func(f page.Figure) bool { return f.Leaf == w.Leaf })
		if word := broken(w.Run.Text, next.Run.Text); word != "" && next.Leaf == w.Leaf && next.Y != w.Y && !labels {
			if wide := typeset.Measure(typeset.Span{Text: word, Size: w.Run.Size, Bold: bold(w)}, ""); wide < typeset.MM(85) {
				complaints = append(complaints, fmt.Sprintf("%q is cut after %q", word, lastWord(w.Run.Text)))
			}
		}
	}
	return complaints
}

func bold(w page.Word) bool { return w.Run.Font != nil && w.Run.Font.Bold }

// broken is the word that the end of a line and the beginning of the next make
// together, "" where the line ends with a word.
func broken(line, next string) string {
	a, _ := utf8.DecodeLastRuneInString(line)
	b, _ := utf8.DecodeRuneInString(next)
	if !unicode.In(a, unicode.Latin, unicode.Cyrillic, unicode.Greek) || !unicode.In(b, unicode.Latin, unicode.Cyrillic, unicode.Greek) {
		return ""
	}
	first, _, _ := strings.Cut(next, " ")
	return lastWord(line) + first
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

func mm(u typeset.Unit) string { return fmt.Sprintf("%.1f", float64(u)/float64(typeset.MM(1))) }

// The complaints are made of what is wrong, and of nothing else.
func TestMisfits(t *testing.T) {
	word := func(text string, x, y float64) page.Word {
		return page.Word{X: typeset.MM(x), Y: typeset.MM(y), Run: typeset.Run{Text: text, Size: 10 * typeset.Point, Width: typeset.MM(20)}}
	}
	page1 := []page.Word{word("a", 20, 200), word("b", 40, 200), word("c", 20, 195), word("d", 20, 190), word("e", 20, 185)}
	for _, c := range []struct {
		name   string
		words  []page.Word
		others bool
		want   string
	}{
		{"good", page1, true, ""},
		{"left", append(page1[1:5:5], word("x", 19, 150)), true, `"x" stands in the margin: 19.0 to 39.0, 149.3 to 152.5 mm`},
		{"right", append(page1[1:5:5], word("x", 171, 150)), true, `"x" stands in the margin: 171.0 to 191.0, 149.3 to 152.5 mm`},
		{"stamp", append(page1[1:5:5], word("x", 20, 14)), true, `"x" stands in the margin: 20.0 to 40.0, 13.3 to 16.5 mm`},
		{"over", append(page1[1:5:5], word("x", 55, 201)), true, `"x" lies over "b" at 55.0, 200.3 mm`},
		{"few", page1[3:], true, "2 lines alone"},
		{"few at the end", page1[3:], false, ""},
		{"empty", nil, false, "0 lines alone"},
	} {
		if got := strings.Join(misfits(c.words, c.others), "; "); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
