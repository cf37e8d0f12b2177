package checklist

import (
	"os"
	"path/filepath"
	"testing"

	"go.yaml.in/yaml/v4"

	"mappe/law"
)

// Documents and steps that coverage.yaml names are asked for in some worked
// case or row of a table, and what asks for a document under a rule is true
// there. The rest comes out in package forms.
func TestCoverage(t *testing.T) {
	out := map[string]bool{}
	var finding func(law.Finding)
	finding = func(x law.Finding) {
		if x.Truth == law.True {
			out["clause "+string(x.Cite)] = true
		}
		for _, p := range x.Parts {
			finding(p)
		}
	}
	var decided func(law.Finding)
	decided = func(x law.Finding) {
		out["clause "+string(x.Cite)] = true
		for _, p := range x.Parts {
			decided(p)
		}
	}
	collect := func(l *Checklist) {
		for _, p := range l.People {
			for _, it := range p.Items {
				out["document "+it.ID] = true
				finding(it.Why)
			}
			for _, s := range p.Steps {
				out["step "+s.ID] = true
				out["clause "+string(s.Cite)] = true
			}
			for _, s := range p.Path() { // package forms holds them to be true somewhere
				decided(s.Finding)
			}
			out["clause "+string(p.Scheme.Cite)] = true
			for _, d := range p.Deadlines {
				out["clause "+string(d.Cite)] = true
			}
		}
	}
	paths, err := filepath.Glob("../testdata/cases/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var c workedCase
		if err := yaml.Load(src, &c); err != nil {
			t.Fatal(err)
		}
		collect(build(t, c))
	}
	for _, r := range documentRows {
		l, err := read(t, caseOf(plain[r.plain]+"\n"+r.with))
		if err != nil {
			t.Fatalf("%s: %v", r.name, err)
		}
		collect(l)
	}
	for _, r := range stepRows {
		collect(buildOn(t, r.on, r.profile))
	}
	rows, err := law.Coverage()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if r.Clause && (r.Document != nil || r.Step != nil) && !out["clause "+string(r.ID)] {
			t.Errorf("%s: nothing that stands under it is ever true", r.ID)
		}
		for kind, name := range r.Things() {
			if (kind == "document" || kind == "step") && !out[kind+" "+name] {
				t.Errorf("%s: %s %s comes out in no worked case and no row", r.ID, kind, name)
			}
		}
	}
	named := map[string]bool{}
	for _, r := range rows {
		for _, id := range r.Document {
			named[id] = true
		}
	}
	for _, id := range IDs() {
		if !named[id] {
			t.Errorf("no row of coverage.yaml names the document %s", id)
		}
	}
}
