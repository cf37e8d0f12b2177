package checklist

import (
	"os"
	"path/filepath"
	"testing"

	"go.yaml.in/yaml/v4"

	"mappe/forms"
	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// BenchmarkDecide is the whole decision of the worked cases, without reading
// them: what a batch pays for each person.
func BenchmarkDecide(b *testing.B) {
	paths, err := filepath.Glob("../testdata/cases/*.yaml")
	if err != nil || len(paths) == 0 {
		b.Fatal(paths, err)
	}
	type one struct {
		p  *profile.Profile
		on civil.Date
	}
	var cases []one
	people := 0
	for _, path := range paths {
		src, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		var c workedCase
		if err := yaml.Load(src, &c); err != nil {
			b.Fatal(err)
		}
		text, err := yaml.Marshal(&c.Profile)
		if err != nil {
			b.Fatal(err)
		}
		p, err := profile.Decode(path, text)
		if err != nil {
			b.Fatal(err)
		}
		cases = append(cases, one{p, civil.MustParse(c.On)})
		people += len(p.Applicants)
	}
	book, err := law.Ours()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, c := range cases {
			a, err := forms.Assess(c.p, c.on, book)
			if err != nil {
				b.Fatal(err)
			}
			if _, err := Build(a); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*people), "µs/person")
}
