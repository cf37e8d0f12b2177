package law

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"sync"

	"go.yaml.in/yaml/v4"

	"mappe/internal/civil"
)

// Cite is a rule id: "S4-09" for a sentence of captured page 004, "X-22" for a
// reading of ours.
type Cite string

// Quote is the sentence of a rule, verbatim, with the page and line it stands
// on.
type Quote struct {
	Source string `yaml:"source"`
	Line   int    `yaml:"line"`
	Quote  string `yaml:"quote"`
}

// Source is something that was read.
type Source struct {
	ID           string     `yaml:"id" json:"id"`
	Title        string     `yaml:"title" json:"title"`
	Authority    string     `yaml:"authority" json:"authority"`
	Kind         string     `yaml:"kind" json:"kind"` // captured, secondary (a number rests on it), background (words alone do), reading
	Where        string     `yaml:"where" json:"where,omitempty"`
	SHA256       string     `yaml:"sha256" json:"sha256,omitempty"` // of the captured page
	Dated        string     `yaml:"dated" json:"dated,omitempty"`   // what it says of its own age
	SupersededBy string     `yaml:"superseded_by" json:"superseded_by,omitempty"`
	Read         civil.Date `yaml:"read" json:"read"`
}

// Period is a civil length of time.
type Period struct{ Years, Months, Days int }

// Length is the period without its calendar: a year has 12 months.
func (p Period) Length() civil.Length {
	return civil.Length{Months: 12*p.Years + p.Months, Days: p.Days}
}

// After is the day one period after d.
func (p Period) After(d civil.Date, r civil.Rounding) civil.Date {
	return d.AddMonths(12*p.Years+p.Months, r).AddDays(p.Days)
}

// Before is the day one period before d.
func (p Period) Before(d civil.Date, r civil.Rounding) civil.Date {
	return d.AddMonths(-12*p.Years-p.Months, r).AddDays(-p.Days)
}

// Book is the rule book.
type Book struct {
	Sources []Source
	Quotes  map[Cite]Quote
	Fees    map[string]Dated[Fee] // by form
	Periods map[string]Dated[Period]
	Checked civil.Date // the day on which a person last compared it with the sources
	Digest  string     // "sha256:…" over its files
}

//go:embed sources.yaml quotes.yaml fees.yaml periods.yaml
var files embed.FS

// Ours is the rule book that mappe carries. It is read once.
var Ours = sync.OnceValues(func() (*Book, error) { return Load(files) })

// Load reads a rule book: sources.yaml, quotes.yaml, fees.yaml and
// periods.yaml. Every complaint names the file and the entry.
func Load(fsys fs.FS) (*Book, error) {
	b := &Book{Quotes: map[Cite]Quote{}}
	sum := sha256.New()
	read := func(name string, into any) error {
		src, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		fmt.Fprintf(sum, "%s %d\n%s", name, len(src), src)
		dec, err := yaml.NewLoader(bytes.NewReader(src), yaml.WithKnownFields())
		if err != nil {
			return err
		}
		if err := dec.Load(into); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		return nil
	}
	var fees, periods datedFile
	for _, f := range []struct {
		name string
		into any
	}{{"sources.yaml", &b.Sources}, {"quotes.yaml", &b.Quotes}, {"fees.yaml", &fees}, {"periods.yaml", &periods}} {
		if err := read(f.name, f.into); err != nil {
			return nil, err
		}
	}
	b.Digest = fmt.Sprintf("sha256:%x", sum.Sum(nil))
	b.Checked = civil.Earlier(fees.Checked, periods.Checked)
	b.Fees = map[string]Dated[Fee]{}
	for _, form := range slices.Sorted(maps.Keys(fees.Entries)) {
		b.Fees[form] = dated(form, fees.Entries[form], entry.fee)
	}
	b.Periods = map[string]Dated[Period]{}
	for _, name := range slices.Sorted(maps.Keys(periods.Entries)) {
		b.Periods[name] = dated(name, periods.Entries[name], entry.period)
	}
	wrong := append(lintEntries("fees.yaml", fees.Entries, entry.checkFee), lintEntries("periods.yaml", periods.Entries, entry.checkPeriod)...)
	return b, errors.Join(append(wrong, b.lint())...)
}

// Source is the source with that id.
func (b *Book) Source(id string) (Source, bool) {
	i := slices.IndexFunc(b.Sources, func(s Source) bool { return s.ID == id })
	if i < 0 {
		return Source{}, false
	}
	return b.Sources[i], true
}

// Sentence is the quotation under c, or "" where c is a reading of ours.
func (b *Book) Sentence(c Cite) string { return b.Quotes[c].Quote }
