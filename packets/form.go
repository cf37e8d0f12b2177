package packets

import (
	"context"
	"strings"

	"mappe/checklist"
	"mappe/forms"
	"mappe/internal/fields"
	"mappe/internal/guest"
	"mappe/locales"
	"mappe/profile"
)

// FormReport is what came of filling in an official form for one person.
type FormReport struct {
	File      string      `json:"file"`
	Applicant string      `json:"applicant"`
	Filled    []FormField `json:"filled"`
	NoFact    []FormField `json:"no_fact"`  // fields whose fact is not known
	NoField   []FormFact  `json:"no_field"` // facts of the data sheet that no field takes
	Lost      []FormField `json:"lost"`     // values that are not in their fields as they were meant
	Open      []string    `json:"open"`     // fields that the form requires, and that are empty
}

// FormField is a field of a form with what was to go into it.
type FormField struct {
	Field  string        `json:"field"`
	Facts  []profile.Key `json:"facts"`
	Value  string        `json:"value,omitempty"`
	Why    string        `json:"why,omitempty"` // of a value that is lost: one of fields.Why…, or "no-word"
	Detail string        `json:"detail,omitempty"`
}

// FormFact is a fact with its value, as the data sheet has it.
type FormFact struct {
	Fact  profile.Key `json:"fact"`
	Value string      `json:"value"`
}

// whyNoWord is why a value is lost for which the mapping has no word.
const whyNoWord = "no-word"

// FillForm fills the form in a file for one person. Nothing is written: the
// answer has the bytes that go behind the file.
func FillForm(ctx context.Context, path, password string, form *guest.Form, m *forms.Mapping, p *checklist.Person) (*fields.Filled, *FormReport, error) {
	a := p.Facts.Applicant
	r := &FormReport{File: path, Applicant: p.ID(), Filled: []FormField{}, NoFact: []FormField{}, NoField: []FormFact{}, Lost: []FormField{}, Open: []string{}}
	format := map[string]string{}
	for _, x := range form.Fields {
		format[x.Name] = x.Format
	}
	var values []fields.Value
	facts := map[string][]profile.Key{} // of a field
	waits := map[string]int{}           // index in NoFact
	for _, l := range m.Lines {
		f := l.Fill(a, format[l.Field], forms.Names{Country: locales.CountryName, Month: locales.MonthName})
		switch f.State {
		case forms.LineFills:
			values = append(values, fields.Value{Field: l.Field, Words: f.Words})
			facts[l.Field] = append([]profile.Key{}, l.Facts...) // none, of words of its own, is an empty list
		case forms.LineNoValue:
			r.Lost = append(r.Lost, FormField{l.Field, l.Facts, f.Value, whyNoWord, ""})
		case forms.LineNoFact:
			if _, said := waits[l.Field]; !said {
				waits[l.Field] = len(r.NoFact)
				r.NoFact = append(r.NoFact, FormField{Field: l.Field, Facts: f.Lacks})
			}
		}
	}
	filled, err := fields.Fill(ctx, path, password, form, values, guest.Limits{})
	if err != nil {
		return nil, nil, err
	}
	for _, k := range filled.Kept {
		r.Filled = append(r.Filled, FormField{Field: k.Field, Facts: facts[k.Field], Value: strings.Join(k.Words, ", ")})
	}
	for _, x := range filled.Lost {
		r.Lost = append(r.Lost, FormField{x.Field, facts[x.Field], strings.Join(x.Words, ", "), x.Why, x.Detail})
	}
	taken := m.Taken()
	for _, f := range sheetFacts(p) {
		if !taken[f.Fact] {
			r.NoField = append(r.NoField, f)
		}
	}
	for _, x := range filled.Form.Fields {
		if x.Required && len(x.Value) == 0 && !x.ReadOnly && x.Type != guest.FieldSignature && x.Type != guest.FieldButton {
			r.Open = append(r.Open, x.Name)
		}
	}
	return filled, r, nil
}

// Whole tells whether all that was known and mapped is in the form, and nothing
// that the form requires is open.
func (r *FormReport) Whole() bool { return len(r.Lost) == 0 && len(r.Open) == 0 }

// sheetFacts are the facts of a person that the data sheet has, as far as they
// are known.
func sheetFacts(p *checklist.Person) (all []FormFact) {
	a := p.Facts.Applicant
	for _, q := range profile.Questions() {
		top, _, _ := strings.Cut(string(q.Key), ".")
		switch {
		case top == "sponsor" && p.Scheme.ID != "mf4", top == "danish_family_member" && p.Scheme.ID != "od2d":
			continue
		case top == "goal", top == "filing", top == "language", q.Kind == "documents", q.Kind == "languages":
			continue
		}
		value := a.Text(q.Key)
		if q.Kind == "name" {
			value = forms.NameOf(a, q.Key)
		}
		if value != "" {
			all = append(all, FormFact{q.Key, value})
		}
	}
	return all
}
