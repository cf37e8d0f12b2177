package law

import "mappe/internal/civil"

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
