package main

import (
	"encoding/json"

	"mappe/checklist"
	"mappe/forms"
	"mappe/profile"
)

// outcome is all that comes out for everybody, as one text to compare.
func outcome(l *checklist.Checklist) (string, error) {
	type result struct {
		Scheme, Variant, CoveredBy string
		Outcome                    forms.Outcome
		Window                     *forms.Window
		Deadlines                  []forms.Deadline
		Forecast                   *forms.Forecast
		Documents, Notes           []string
		Ask                        []profile.Key
	}
	var all []any
	for _, p := range l.People {
		r := result{p.Scheme.ID, p.Variant, p.CoveredBy, p.Outcome, p.Window, p.Deadlines, p.Forecast, nil, nil, p.Ask}
		for _, it := range p.Items {
			r.Documents = append(r.Documents, it.ID+" "+string(it.Need))
		}
		for _, n := range p.Notes {
			r.Notes = append(r.Notes, n.ID)
		}
		all = append(all, r)
	}
	text, err := json.Marshal(append(all, l.Fee))
	return string(text), err
}
