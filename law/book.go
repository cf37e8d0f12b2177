package law

import (
	"crypto/sha256"
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"sync"

	"mappe/internal/civil"
)

// Cite is a rule id: "S4-09" for a sentence of captured page 004, "X-22" for a
// reading of ours.
type Cite string

// Quote is the sentence of a rule, verbatim, with the page and line it stands
// on.
type Quote struct {
	Source string `yaml:"source" json:"source"`
	Line   int    `yaml:"line" json:"line"`
	Quote  string `yaml:"quote" json:"quote"`
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
type Period struct {
	Years  int `json:"years,omitempty"`
	Months int `json:"months,omitempty"`
	Days   int `json:"days,omitempty"`
}

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
	Name    string // of the folder it was read from; "" for mappe's own
	Sources []Source
	Quotes  map[Cite]Quote
	cited   map[Cite]string
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
// periods.yaml. The error is Complaints: all of them at once, each with its file
// and line. The book holds what could be read; of a file that could not be
// read, its part is nil.
func Load(fsys fs.FS) (*Book, error) {
	r := raw{fsys: fsys, sum: sha256.New()}
	r.readAll()
	r.own(r.fees)
	r.own(r.periods)
	b := &Book{Fees: values(r.fees, entry.fee), Periods: values(r.periods, entry.period)}
	b.Digest = fmt.Sprintf("sha256:%x", r.sum.Sum(nil))
	if r.fees != nil && r.periods != nil {
		b.Checked = civil.Earlier(r.fees.checked.value, r.periods.checked.value)
	}
	for _, s := range r.sources {
		b.Sources = append(b.Sources, s.value)
	}
	if r.read["quotes.yaml"] {
		b.Quotes = make(map[Cite]Quote, len(r.quotes))
		b.cited = make(map[Cite]string, len(r.quotes))
	}
	for _, q := range r.quotes {
		c := Cite(q.name)
		b.Quotes[c] = q.value
		b.cited[c] = q.name + ": “" + q.value.Quote + "”"
	}
	r.lint()
	return b, r.err()
}

// Unquoted complains of the sentences that decisions cite and the book does not
// quote. mappe's own quotes all of them, and no others.
func (b *Book) Unquoted() (cs Complaints) {
	ours, err := Ours()
	if err != nil || b.Quotes == nil {
		return nil
	}
	for _, c := range slices.Sorted(maps.Keys(ours.Quotes)) {
		if _, ok := b.Quotes[c]; !ok {
			cs.add("quotes.yaml", 0, string(c), "is missing, and decisions cite it: add the quotation, as mappe's own rule book has it")
		}
	}
	return cs
}

// Source is the source with that id.
func (b *Book) Source(id string) (Source, bool) {
	i := slices.IndexFunc(b.Sources, func(s Source) bool { return s.ID == id })
	if i < 0 {
		return Source{}, false
	}
	return b.Sources[i], true
}

// Cited is a rule with its quotation, "" where c is a reading of ours.
func (b *Book) Cited(c Cite) string { return b.cited[c] }

// Sentence is the quotation under c, or "" where c is a reading of ours.
func (b *Book) Sentence(c Cite) string { return b.Quotes[c].Quote }
