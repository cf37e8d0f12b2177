//go:build !race

package scan

import (
	"flag"
	"fmt"
	"image"
	"maps"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
)

var all = flag.Bool("all", false, "judge every page of the corpus, as for docs/scans.md, instead of a part")

// subject is a page before anything befalls it.
type subject struct {
	name  string
	kind  string // of layout, or "script" for one of which nothing is said
	lang  string
	draw  func() *image.Gray // when it is wanted
	img   *image.Gray
	seed  uint64
	prose bool // enough text of Latin or Cyrillic letters to tell how it stands
}

// subjects are the pages of the corpus.
func subjects(t testing.TB) (out []*subject) {
	t.Helper()
	fonts := typefaces(t)
	add := func(kind, lang, face string) {
		s := &subject{name: kind + " " + lang + " " + face, kind: kind, lang: lang, seed: uint64(len(out) + 500)}
		s.draw = func() *image.Gray {
			p := newPen(t, fonts)
			layouts[kind](t, p, lang, face, rand.New(rand.NewPCG(s.seed, 2)))
			return p.img
		}
		s.prose = slices.Contains([]string{"prose", "letter", "columns"}, kind)
		out = append(out, s)
	}
	faces := slices.Sorted(maps.Keys(fonts))
	for i, lang := range []string{"da", "en", "de", "fr", "es", "pl", "tr", "vi", "so", "uk", "ru", "bg", "sr"} {
		add("prose", lang, faces[i%len(faces)])
	}
	for i, kind := range []string{"letter", "columns", "table", "form", "sparse", "passport"} {
		add(kind, "da", faces[(i+1)%len(faces)])
		add(kind, []string{"en", "uk"}[i%2], faces[(i+3)%len(faces)])
	}
	for _, kind := range []string{"photo", "handwriting", "blank"} {
		add(kind, "en", "go")
	}
	for _, lang := range []string{"ar", "am", "bn", "he", "hi", "ja", "ka", "ko", "ta", "th", "zh", "ur"} {
		if *all || slices.Contains([]string{"ar", "hi", "zh", "th"}, lang) {
			out = append(out, &subject{name: "script " + lang, kind: "script", lang: lang, seed: uint64(len(out) + 500),
				draw: func() *image.Gray { return typesetPage(t, lang, rand.New(rand.NewPCG(9, 9))) }})
		}
	}
	return out
}

// fair are the ways in which a good scan comes about.
var fair = []wear{
	{dpi: 150},
	{dpi: 240, skew: 0.4, quality: 90},
	{dpi: 200, skew: 2.6, noise: 4, quality: 60, light: 0.25},
	{dpi: 100, skew: -1.2, noise: 5, quality: 75},
	{dpi: 150, desk: true, shadow: true, light: 0.3, skew: 1.5, quality: 50},
	{dpi: 150, stamp: true, blur: 0.08, noise: 8, skew: -3},
	{dpi: 150, quality: 30, noise: 3, level: 0.75},
}

// A trial is a page after some wear, and what should be said of it.
type trial struct {
	group string
	of    *subject
	back  *subject // that shines through
	wear  wear
	want  Kind // "" for nothing
	turn  int
}

// trials are those of the corpus, good pages first.
func trials(pages []*subject) (out []trial) {
	add := func(group string, s *subject, w wear, want Kind, turn int) {
		w.seed = s.seed*31 + uint64(len(out))
		out = append(out, trial{group: group, of: s, wear: w, want: want, turn: turn})
	}
	for _, s := range pages {
		for i, w := range fair {
			if s.kind == "blank" {
				w.stamp = false
				add("blank", s, w, Blank, 0)
				add("blank, the back shines through", s, w, Blank, 0)
				out[len(out)-1].back = pages[i]
				continue
			}
			group := "good: " + s.kind
			if s.kind == "script" {
				group = "good: other scripts"
			}
			add(group, s, w, "", 0)
		}
		if s.kind == "blank" {
			continue
		}
		if s.kind != "photo" && s.kind != "handwriting" && s.kind != "script" && s.kind != "sparse" {
			what := s.kind
			if s.prose {
				what = "text in Latin letters"
				if slices.Contains([]string{"uk", "ru", "bg", "sr"}, s.lang) {
					what = "text in Cyrillic letters"
				}
			}
			for _, w := range []wear{fair[0], fair[2], fair[3], fair[4]} {
				w.turn = 2
				add("upside down: "+what, s, w, UpsideDown, 180)
				w.turn = 1
				add("sideways: "+what, s, w, Sideways, 270)
				w.turn = 3
				add("sideways: "+what, s, w, Sideways, 90)
			}
		}
		if s.prose {
			for _, sigma := range []float64{0.15, 0.25, 0.35, 0.5, 0.7, 1} {
				for _, w := range []wear{{dpi: 200, noise: 3, quality: 75}, {dpi: 100, noise: 3, skew: 1, quality: 75}} {
					w.blur = sigma
					want := Blurred
					if sigma < 0.2 {
						want = ""
					}
					add(fmt.Sprintf("blurred by %.2f mm", sigma), s, w, want, 0)
				}
			}
			add("moved by 1 mm", s, wear{dpi: 150, smear: 1, noise: 3}, Blurred, 0)
			add("moved by 2 mm", s, wear{dpi: 150, smear: 2, noise: 3}, Blurred, 0)
			add("50 dpi", s, wear{dpi: 50, quality: 80}, Coarse, 0)
			add("60 dpi", s, wear{dpi: 60, quality: 80}, Coarse, 0)
			add("dark", s, wear{dpi: 150, level: 0.32, noise: 3}, Dark, 0)
			add("pale", s, wear{dpi: 150, ink: 0.22, noise: 1}, Pale, 0)
		}
	}
	return out
}

// tally counts what became of a group.
type tally struct{ pages, missed, wrong, other int }

// What is said of pages is measured: of good ones nothing may be said in 99 of
// 100 cases, and nobody is told to turn a page the wrong way.
func TestHintsAreRight(t *testing.T) {
	list := trials(subjects(t))
	if !*all {
		part := list[:0]
		for i, x := range list {
			if i%5 == 0 {
				part = append(part, x)
			}
		}
		list = part
	}
	said := make([][]Hint, len(list))
	var work sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		work.Go(func() {
			for i := range next {
				w := list[i].wear
				if back := list[i].back; back != nil {
					w.through = back.img
				}
				said[i] = Judge(w.worn(t, list[i].of.img))
			}
		})
	}
	for i, x := range list {
		for _, s := range []*subject{x.of, x.back} {
			if s != nil && s.img == nil {
				s.img = s.draw()
			}
		}
		next <- i
	}
	close(next)
	work.Wait()
	groups := map[string]*tally{}
	good, alarms, turns := 0, 0, 0
	for i, x := range list {
		g := groups[x.group]
		if g == nil {
			g = &tally{}
			groups[x.group] = g
		}
		g.pages++
		found, bad := x.want == "", false
		for _, h := range said[i] {
			switch {
			case h.Kind == x.want && h.Turn == x.turn:
				found = true
			case h.Turn != 0:
				bad = true
				g.wrong++
				turns++
			default:
				bad = true
			}
		}
		if !found {
			g.missed++
		}
		if bad && found {
			g.other++
		}
		if x.want == "" && !strings.HasPrefix(x.group, "blurred") {
			good++
			if bad {
				alarms++
			}
		}
		if x.want == "" && bad || bad && x.turn != 0 {
			t.Logf("%s, %+v: %v, not %q %d", x.of.name, x.wear, said[i], x.want, x.turn)
		}
	}
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(groups)) {
		g := groups[name]
		fmt.Fprintf(&b, "| %s | %d | %d | %d | %d |\n", name, g.pages, g.missed, g.wrong, g.other)
	}
	t.Logf("group, pages, missed, turned wrongly, said besides\n%s%d false alarms on %d good pages", &b, alarms, good)
	if 100*alarms > good {
		t.Errorf("%d false alarms on %d good pages: more than one in a hundred", alarms, good)
	}
	if turns > 0 {
		t.Errorf("%d pages would be turned wrongly", turns)
	}
}
