package law

import (
	"errors"
	"fmt"

	"mappe/internal/civil"
)

// ErrNoValue says that the rule book has no value for a day.
var ErrNoValue = errors.New("no value")

// Dated is a value that changes with the day, newest first.
type Dated[T any] struct {
	Name    string     `json:"name"`
	Checked civil.Date `json:"checked"` // the day on which its file was last compared with the sources
	Values  []Value[T] `json:"values"`
}

// Value holds from From on (always, when From is no date) until To (while
// nothing newer is written, when To is no date).
type Value[T any] struct {
	Value      T          `json:"value"`
	From       civil.Date `json:"from"`
	To         civil.Date `json:"to"`
	Checked    civil.Date `json:"checked,omitzero"` // of the line, where it has a day of its own, else of its file
	Cite       Cite       `json:"cite"`             // the sentence, where a captured page says it
	Source     string     `json:"source"`           // the id of a source
	Confidence string     `json:"confidence"`       // H, M or L; captured pages are H
	Line       int        `json:"-"`                // of its file
}

// On is the value in force on day. A day that no value covers is ErrNoValue,
// never a neighbour.
func (d Dated[T]) On(day civil.Date) (Value[T], error) {
	if v := d.at(day); v != nil {
		return *v, nil
	}
	return Value[T]{}, fmt.Errorf("%s on %s: the rule book has no value for this day: %w", d.Name, day, ErrNoValue)
}

// at is the value in force on day, nil for none.
func (d Dated[T]) at(day civil.Date) *Value[T] {
	for i := range d.Values {
		if v := &d.Values[i]; !v.From.After(day) && (v.To.IsZero() || !day.After(v.To)) {
			return v
		}
	}
	return nil
}

// Before is the last value that ended before day, for showing it as such.
func (d Dated[T]) Before(day civil.Date) (Value[T], bool) {
	for _, v := range d.Values {
		if !v.To.IsZero() && v.To.Before(day) {
			return v, true
		}
	}
	return Value[T]{}, false
}

// Captured is the value that a captured page states, whenever it was in force.
func (d Dated[T]) Captured() (Value[T], bool) {
	for _, v := range d.Values {
		if v.Cite != "" {
			return v, true
		}
	}
	return Value[T]{}, false
}
