package law

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"sync"

	"go.yaml.in/yaml/v4"

	"mappe/profile"
)

// Row is a rule of the captured pages, or a reading of ours, and what became of
// it: the names of what it decides, dates or says. It may instead be the Twin
// of a rule that says the same, or be Left out for the reason given.
type Row struct {
	ID   Cite   `yaml:"-" json:"id"`
	Kind string `yaml:"kind" json:"kind"`
	Fate Fate   `yaml:"-" json:"fate"`

	Clause   bool          `yaml:"clause" json:"clause,omitempty"` // a condition, a scheme or a day stands under it
	Scheme   []string      `yaml:"scheme" json:"scheme,omitempty"`
	Deadline []string      `yaml:"deadline" json:"deadline,omitempty"`
	Forecast []string      `yaml:"forecast" json:"forecast,omitempty"` // what caps it
	Period   []string      `yaml:"period" json:"period,omitempty"`
	Fee      []string      `yaml:"fee" json:"fee,omitempty"` // forms
	Document []string      `yaml:"document" json:"document,omitempty"`
	Step     []string      `yaml:"step" json:"step,omitempty"`
	Note     []string      `yaml:"note" json:"note,omitempty"`
	Fact     []profile.Key `yaml:"fact" json:"fact,omitempty"` // whose meaning it is

	Twin Cite   `yaml:"twin" json:"twin,omitempty"`
	Left string `yaml:"left" json:"left,omitempty"`
}

// Fate is what became of a rule, in one word.
type Fate string

const (
	Decided  Fate = "decided"  // the answer turns on it
	Computed Fate = "computed" // a day, a length or an amount comes from it
	Told     Fate = "told"     // a document, a step, a note or a question says it
	Left     Fate = "left"
)

// Fates are all fates, the weightiest first.
var Fates = []Fate{Decided, Computed, Told, Left}

// Kinds are what a rule can be, as the table of rules names it. Of the
// decision kinds every rule is decided, computed or told, or is left for a
// reason; the others inform.
var (
	DecisionKinds = []string{"SEL", "LAPSE", "TIME", "FEE", "DOC", "ELIG", "CALC"}
	Kinds         = append(slices.Clone(DecisionKinds), "CHAN", "WARN", "INFO", "XREF", "BOUND")
)

// Things are the names that a row points to, each with its kind.
func (r Row) Things() iter.Seq2[string, string] {
	return func(yield func(kind, name string) bool) {
		for _, x := range []struct {
			kind  string
			names []string
		}{
			{"scheme", r.Scheme}, {"deadline", r.Deadline}, {"forecast", r.Forecast}, {"period", r.Period}, {"fee", r.Fee},
			{"document", r.Document}, {"step", r.Step}, {"note", r.Note},
		} {
			for _, name := range x.names {
				if !yield(x.kind, name) {
					return
				}
			}
		}
		for _, k := range r.Fact {
			if !yield("fact", string(k)) {
				return
			}
		}
	}
}

// fate is that of the row by itself, "" where it names nothing.
func (r Row) fate() Fate {
	switch {
	case r.Clause || r.Scheme != nil:
		return Decided
	case r.Deadline != nil || r.Forecast != nil || r.Period != nil || r.Fee != nil:
		return Computed
	case r.Document != nil || r.Step != nil || r.Note != nil || r.Fact != nil:
		return Told
	case r.Left != "":
		return Left
	}
	return ""
}

//go:embed coverage.yaml
var coverage []byte

// Coverage is what became of every rule, in the order of their ids. It is an
// account of the rule book and no part of it: nothing decides by it.
var Coverage = sync.OnceValues(func() ([]Row, error) { return loadCoverage(coverage) })

func loadCoverage(src []byte) ([]Row, error) {
	loader, err := yaml.NewLoader(bytes.NewReader(src), yaml.WithKnownFields())
	if err != nil {
		return nil, err
	}
	var byID map[Cite]Row
	if err := loader.Load(&byID); err != nil {
		return nil, fmt.Errorf("coverage.yaml: %w", err)
	}
	var rows []Row
	var errs []error
	for _, id := range slices.Sorted(maps.Keys(byID)) {
		r := byID[id]
		r.ID = id
		if r.Fate = r.fate(); r.Fate == "" {
			r.Fate = byID[r.Twin].fate()
		}
		if wrong := r.lint(byID); wrong != "" {
			errs = append(errs, fmt.Errorf("coverage.yaml: %s: %s", id, wrong))
		}
		rows = append(rows, r)
	}
	return rows, errors.Join(errs...)
}

// lint is what is wrong with a row, "" for nothing.
func (r Row) lint(all map[Cite]Row) string {
	twin, there := all[r.Twin]
	said := r.fate()
	switch {
	case !slices.Contains(Kinds, r.Kind):
		return fmt.Sprintf("unknown kind %q", r.Kind)
	case r.Twin == "" && said == "":
		return "nothing says what became of it: name what it decides, or give the reason under left"
	case r.Left != "" && (r.Twin != "" || said != Left):
		return "what is left has no other fate"
	case r.Twin == "":
		return ""
	case !there:
		return fmt.Sprintf("no twin %q", r.Twin)
	case twin.Twin != "":
		return fmt.Sprintf("its twin %s is a twin itself: name %s", r.Twin, twin.Twin)
	}
	return ""
}
