package law

import "mappe/internal/civil"

// Fee is what an application costs. Exactly one of the three holds.
type Fee struct {
	DKK    int  `json:"dkk"`    // the amount
	Free   bool `json:"free"`   // the source says that there is no fee
	Stated bool `json:"stated"` // false: the source says nothing about a fee
}

// entry is one line of fees.yaml or periods.yaml.
type entry struct {
	From       civil.Date `yaml:"from"`
	To         civil.Date `yaml:"to"`
	Checked    civil.Date `yaml:"checked"`
	Source     Source     `yaml:"source"` // an id of sources.yaml, or the source itself
	Cite       Cite       `yaml:"cite"`
	Confidence string     `yaml:"confidence"`
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

// values are the lines of a table by their names.
func values[T any](t *table, value func(entry) T) map[string]Dated[T] {
	if t == nil {
		return nil
	}
	all := map[string]Dated[T]{}
	for _, n := range t.names {
		d := Dated[T]{Name: n.name, Checked: t.checked.value}
		for _, l := range n.value {
			e := l.value
			d.Values = append(d.Values, Value[T]{Value: value(e), From: e.From, To: e.To, Checked: dayOf(e, t),
				Cite: e.Cite, Source: e.Source.ID, Confidence: e.Confidence, Line: l.at})
		}
		all[n.name] = d
	}
	return all
}

// own gives the sources that stand in lines themselves an id, "MF4
// 2027-01-01", and puts them to those of sources.yaml. Such a source was read
// on the day on which the line was checked, unless it says another.
func (r *raw) own(t *table) {
	if t == nil {
		return
	}
	for _, n := range t.names {
		for i := range n.value {
			l := &n.value[i]
			s := &l.value.Source
			if *s == (Source{ID: s.ID}) {
				continue
			}
			if s.ID == "" {
				s.ID = n.name
				if !l.value.From.IsZero() {
					s.ID += " " + l.value.From.String()
				}
			}
			if s.Kind == "" {
				s.Kind = "secondary"
			}
			if s.Read.IsZero() {
				s.Read = l.value.Checked
			}
			if s.Read.IsZero() {
				s.Read = t.checked.value
			}
			r.sources = append(r.sources, line[Source]{name: s.ID, file: t.file, at: l.at, sound: l.sound, value: *s})
		}
	}
}
