package law

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"mappe/internal/civil"
)

// Fee is what an application costs. Exactly one of the three holds.
type Fee struct {
	DKK    int  `json:"dkk"`    // the amount
	Free   bool `json:"free"`   // the source says that there is no fee
	Stated bool `json:"stated"` // false: the source says nothing about a fee
}

// datedFile is fees.yaml or periods.yaml.
type datedFile struct {
	Checked civil.Date         `yaml:"checked"`
	Entries map[string][]entry `yaml:",inline"`
}

// entry is one line of such a file.
type entry struct {
	From       civil.Date `yaml:"from"`
	To         civil.Date `yaml:"to"`
	Source     string     `yaml:"source"`
	Cite       Cite       `yaml:"cite"`
	Confidence string     `yaml:"confidence"`
	Published  *bool      `yaml:"published"`
	Stated     *bool      `yaml:"stated"`
	Free       bool       `yaml:"free"`
	DKK        int        `yaml:"dkk"`
	Years      int        `yaml:"years"`
	Months     int        `yaml:"months"`
	Days       int        `yaml:"days"`
}

func (e entry) fee() Fee {
	return Fee{DKK: e.DKK, Free: e.Free, Stated: e.Stated == nil || *e.Stated}
}

func (e entry) period() Period { return Period{e.Years, e.Months, e.Days} }

func dated[T any](name string, entries []entry, value func(entry) T) Dated[T] {
	d := Dated[T]{Name: name}
	for _, e := range entries {
		d.Values = append(d.Values, Value[T]{
			Value: value(e), From: e.From, To: e.To, Cite: e.Cite, Source: e.Source,
			Confidence: e.Confidence, Published: e.Published == nil || *e.Published,
		})
	}
	return d
}

// lint checks what the files must agree on: every citation and source exists,
// days descend, and no two values overlap.
func (b *Book) lint() error {
	var errs []error
	for c, q := range b.Quotes {
		if _, ok := b.Source(q.Source); !ok {
			errs = append(errs, fmt.Errorf("quotes.yaml: %s: unknown source %q", c, q.Source))
		}
	}
	for _, form := range slices.Sorted(maps.Keys(b.Fees)) {
		errs = append(errs, lintDated(b, "fees.yaml", b.Fees[form])...)
	}
	for _, name := range slices.Sorted(maps.Keys(b.Periods)) {
		errs = append(errs, lintDated(b, "periods.yaml", b.Periods[name])...)
	}
	slices.SortFunc(errs, func(a, b error) int { return strings.Compare(a.Error(), b.Error()) })
	return errors.Join(errs...)
}

func lintDated[T any](b *Book, file string, d Dated[T]) (errs []error) {
	complain := func(i int, format string, args ...any) {
		errs = append(errs, fmt.Errorf("%s: %s[%d]: %s", file, d.Name, i, fmt.Sprintf(format, args...)))
	}
	if len(d.Values) == 0 {
		complain(0, "no values")
	}
	for i, v := range d.Values {
		if _, ok := b.Quotes[v.Cite]; v.Cite != "" && !ok && !strings.HasPrefix(string(v.Cite), "X-") && v.Cite != "S1-67" {
			complain(i, "unknown quotation %q", v.Cite)
		}
		if _, ok := b.Source(v.Source); v.Source != "" && !ok {
			complain(i, "unknown source %q", v.Source)
		}
		if v.Cite == "" && v.Source == "" {
			complain(i, "neither cite nor source: every number has one")
		}
		if !v.To.IsZero() && v.To.Before(v.From) {
			complain(i, "ends on %s, before it begins on %s", v.To, v.From)
		}
		if i == 0 {
			continue
		}
		if newer := d.Values[i-1]; !v.From.Before(newer.From) {
			complain(i, "begins on %s, not before the line above it (%s): newest first", v.From, newer.From)
		} else if v.To.IsZero() || !v.To.Before(newer.From) {
			complain(i, "ends on %q, not before the line above it begins (%s): give it an explicit end", v.To, newer.From)
		}
	}
	return errs
}
