package forms

import (
	"testing"

	"mappe/internal/civil"
	"mappe/law"
)

// The decisions of all worked cases: which scheme, with every condition on the
// way and what it found.
func BenchmarkDecide(b *testing.B) {
	book, err := law.Ours()
	if err != nil {
		b.Fatal(err)
	}
	var facts []law.Facts
	for _, c := range workedCases(b) {
		for i := range c.profile.Applicants {
			facts = append(facts, law.Facts{Applicant: c.profile.Merged(i), On: civil.MustParse(c.On), Book: book})
		}
	}
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		for i := range facts {
			f := facts[i]
			if decide(&f).trace.way == nil {
				b.Fatal("no trace")
			}
			n++
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "decisions/s")
}

// The same with everything that is computed and told: windows, fees,
// deadlines, forecasts, notes.
func BenchmarkAssess(b *testing.B) {
	book, err := law.Ours()
	if err != nil {
		b.Fatal(err)
	}
	cases := workedCases(b)
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		for _, c := range cases {
			a, err := Assess(c.profile, civil.MustParse(c.On), book)
			if err != nil {
				b.Fatal(err)
			}
			n += len(a.Cases)
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "people/s")
}

// The trace of every decision as lines for a log.
func BenchmarkTrace(b *testing.B) {
	book, err := law.Ours()
	if err != nil {
		b.Fatal(err)
	}
	var cases []*Case
	for _, c := range workedCases(b) {
		a, err := Assess(c.profile, civil.MustParse(c.On), book)
		if err != nil {
			b.Fatal(err)
		}
		cases = append(cases, a.Cases...)
	}
	b.ReportAllocs()
	n := 0
	var text []byte
	for b.Loop() {
		for _, c := range cases {
			if text = c.AppendTrace(text[:0]); len(text) == 0 {
				b.Fatal("no trace")
			}
			n++
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "decisions/s")
}
