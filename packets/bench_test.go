package packets

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"mappe/forms"
	"mappe/internal/civil"
	"mappe/internal/page"
	"mappe/law"
	"mappe/locales"
	"mappe/profile"
)

// The way to every decision of the examples, as a reader has it: conditions,
// answers and sentences as words, and as lines of text.
func BenchmarkTrace(b *testing.B) {
	book, err := law.Ours()
	if err != nil {
		b.Fatal(err)
	}
	printer, err := locales.New("en")
	if err != nil {
		b.Fatal(err)
	}
	v := Voice{Printer: printer, Book: book}
	paths, err := filepath.Glob("../examples/*/case.yaml")
	if err != nil || len(paths) < 5 {
		b.Fatal(paths, err)
	}
	var cases []*forms.Case
	for _, path := range paths {
		src, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		p, err := profile.Decode(path, src)
		if err != nil {
			b.Fatal(err)
		}
		a, err := forms.Assess(p, civil.Of(2026, 11, 22), book)
		if err != nil {
			b.Fatal(err)
		}
		cases = append(cases, a.Cases...)
	}
	for name, use := range map[string]func([]page.Block) error{
		"words": func([]page.Block) error { return nil },
		"lines": func(blocks []page.Block) error { return page.Text(io.Discard, page.Doc{Lang: "en", Blocks: blocks}, 0) },
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			n := 0
			for b.Loop() {
				for _, c := range cases {
					if err := use(v.Path(c)); err != nil {
						b.Fatal(err)
					}
					n++
				}
			}
			b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "decisions/s")
		})
	}
}
