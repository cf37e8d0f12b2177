//go:build !race

package scan

import (
	"bytes"
	"flag"
	"fmt"
	"go/format"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
)

var fit = flag.String("fit", "", "fit known.go anew, with the typefaces of the test and those that match this `pattern`: serifs are wanted")

var cyrillicOnes = []string{"uk", "ru", "bg", "sr"}

// lesson is what a page shows of upright text.
type lesson struct {
	up, down profile
	cyrillic bool
}

// What is known of scripts is fitted to pages that none of the other tests
// sees: other words, typefaces and sizes fall together, and half of the pages
// are measured upside down.
func TestFit(t *testing.T) {
	if *fit == "" {
		return
	}
	fonts := typefaces(t)
	names, err := filepath.Glob(*fit)
	if err != nil || len(names) == 0 {
		t.Fatalf("no typefaces match %q: %v", *fit, err)
	}
	for _, name := range names {
		if fonts[filepath.Base(name)], err = os.ReadFile(name); err != nil {
			t.Fatal(err)
		}
	}
	lessons := learn(t, fonts)
	t.Logf("%d pages in %d typefaces", len(lessons), len(fonts))
	var b bytes.Buffer
	fmt.Fprintf(&b, "package scan\n\n// Fitted to %d pages in %d typefaces by go test -run TestFit -fit PATTERN.\n\n", len(lessons), len(fonts))
	middle, latin, cyrillic, rarer := regress(lessons)
	table(&b, "middle", "is the mean of text and the same text upside down", middle)
	table(&b, "latin", "weighs what differs from the middle for upright Latin text", latin)
	table(&b, "cyrillic", "does so for Cyrillic text", cyrillic)
	fmt.Fprintf(&b, "// cyrillicRarer is how much less is to be said for Cyrillic to begin with.\nconst cyrillicRarer = %.2f\n\n", rarer)
	var usual, spread profile
	for i := range usual {
		sum, squares := 0.0, 0.0
		for _, l := range lessons {
			sum, squares = sum+l.up[i], squares+l.up[i]*l.up[i]
		}
		n := float64(len(lessons))
		usual[i] = sum / n
		spread[i] = max(0.03, math.Sqrt(max(0, squares/n-usual[i]*usual[i])))
	}
	table(&b, "usual", "is the mean of upright text", usual)
	table(&b, "spread", "is the standard deviation of pages from it", spread)
	src, err := format.Source(b.Bytes())
	if err == nil {
		err = os.WriteFile("known.go", src, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// learn measures pages of every language in every typeface.
func learn(t *testing.T, fonts map[string][]byte) (all []lesson) {
	type task struct {
		face, lang string
		seed       uint64
	}
	var tasks []task
	for _, face := range slices.Sorted(maps.Keys(fonts)) {
		for _, lang := range []string{"da", "en", "de", "fr", "pl", "tr", "vi", "uk", "ru", "bg", "sr"} {
			tasks = append(tasks, task{face, lang, uint64(len(tasks))})
		}
	}
	results := make([][]lesson, len(tasks))
	var work sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		work.Go(func() {
			for i := range next {
				x := tasks[i]
				p := newPen(t, fonts)
				kind := "prose"
				if x.seed%5 == 4 {
					kind = "form"
				}
				layouts[kind](t, p, x.lang, x.face, rand.New(rand.NewPCG(x.seed, 1)))
				for _, w := range []wear{
					{dpi: 150, skew: 0.7, turn: int(x.seed % 2 * 2)},
					{dpi: 100, skew: -1.3, noise: 5, quality: 50, turn: int((x.seed + 1) % 2 * 2)},
				} {
					w.seed = x.seed
					if mean, ok := w.profile(t, p); ok {
						l := lesson{mean, mean.flipped(), slices.Contains(cyrillicOnes, x.lang)}
						if w.turn == 2 {
							l.up, l.down = l.down, l.up
						}
						results[i] = append(results[i], l)
					}
				}
			}
		})
	}
	for i := range tasks {
		next <- i
	}
	close(next)
	work.Wait()
	return slices.Concat(results...)
}

// profile is that of all lines of a page.
func (w wear) profile(t testing.TB, p *pen) (mean profile, ok bool) {
	s := w.worn(t, p.img)
	paper := develop(s.Gray, s.DPI)
	blots, runs, ok := paper.blots(paper.threshold())
	if !ok {
		return mean, false
	}
	whole := 0.0
	for _, m := range read(paper, blots, runs).profiles() {
		whole += m.width
		for i, v := range m.profile {
			mean[i] += v * m.width
		}
	}
	for i := range mean {
		mean[i] /= whole
	}
	return mean, whole > 0
}

// regress fits a logistic regression of four outcomes: Latin or Cyrillic,
// upright or upside down. What weighs for the one side weighs, turned round,
// for the other.
func regress(lessons []lesson) (middle, latin, cyrillic profile, rarer float64) {
	n := float64(len(lessons))
	for _, l := range lessons {
		for i := range middle {
			middle[i] += (l.up[i] + l.down[i]) / 2 / n
		}
	}
	dot := func(w, p *profile) (sum float64) {
		for i := range p {
			sum += (p[i] - middle[i]) * w[i]
		}
		return sum
	}
	const steps, rate, decay, strength = 500, 0.15, 0.01, 8
	for range steps {
		var down [2]profile // the slopes
		for i := range latin {
			down[0][i], down[1][i] = decay*latin[i], decay*cyrillic[i]
		}
		fall := 0.0
		for _, l := range lessons {
			odds := [4]float64{dot(&latin, &l.up), dot(&latin, &l.down), dot(&cyrillic, &l.up) - rarer, dot(&cyrillic, &l.down) - rarer}
			top, sum := slices.Max(odds[:]), 0.0
			for k := range odds {
				odds[k] = math.Exp(odds[k] - top)
				sum += odds[k]
			}
			for k := range odds {
				odds[k] /= sum
			}
			if l.cyrillic {
				odds[2]--
			} else {
				odds[0]--
			}
			fall += (odds[2] + odds[3]) / n
			for i := range latin {
				u, d := l.up[i]-middle[i], l.down[i]-middle[i]
				down[0][i] += (odds[0]*u + odds[1]*d) * strength / n
				down[1][i] += (odds[2]*u + odds[3]*d) * strength / n
			}
		}
		for i := range latin {
			latin[i] -= rate * down[0][i]
			cyrillic[i] -= rate * down[1][i]
		}
		rarer += rate * fall
	}
	return middle, latin, cyrillic, rarer
}

// table writes a profile as a variable.
func table(b *bytes.Buffer, name, says string, p profile) {
	fmt.Fprintf(b, "// %s %s.\nvar %s = profile{\n", name, says, name)
	for chunk := range slices.Chunk(p[:], 12) {
		var words []string
		for _, v := range chunk {
			words = append(words, strings.TrimSuffix(fmt.Sprintf("%.2f", v), ".00"))
		}
		fmt.Fprintf(b, "%s,\n", strings.ReplaceAll(strings.Join(words, ", "), "-0,", "0,"))
	}
	b.WriteString("}\n\n")
}
