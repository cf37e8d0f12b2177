package packets

import (
	"bytes"
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

// Checklists as PDFs, all the way to the bytes, in a process that has made one
// before: the whole list of a family, and one page of it.
func BenchmarkPDF(b *testing.B) {
	l, v := example(b, "../examples/mf4-family/case.yaml", "da")
	for name, make := range map[string]func() page.Doc{
		"list": func() page.Doc { return v.List(l) },
		"page": func() page.Doc {
			title := v.Must("ui.checklist")
			return page.Doc{Title: title, Lang: v.Tag(), Blocks: append([]page.Block{page.Heading{Level: 1, Text: title}}, v.items(l.People[0], 2, nil)...)}
		},
	} {
		b.Run(name, func(b *testing.B) {
			sheets, err := page.Print(make(), page.Options{})
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			var out bytes.Buffer
			for b.Loop() {
				out.Reset()
				if err := page.PDF(&out, make(), page.Options{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(len(sheets.Words)), "pages")
			b.ReportMetric(float64(out.Len()), "bytes/file")
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "files/s")
		})
	}
}
