package main

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"mappe/internal/civil"
)

// AnswerChange is one thing that two answers to a case say differently. Old is
// absent where it was added, New where it falls away.
type AnswerChange struct {
	Applicant string `json:"applicant,omitempty"` // "" for the case as a whole
	Field     string `json:"field"`               // as in the answer: "window.opens", "deadlines.biometrics.on"
	Old       any    `json:"old,omitempty"`
	New       any    `json:"new,omitempty"`
}

// compareAnswers names everything that two answers to the same case on the
// same day say differently, in the order of the answer; not by which rule book
// they were made.
func compareAnswers(before, after *Answer) []AnswerChange {
	d := differ{}
	people := map[string]Applicant{}
	for _, p := range after.Applicants {
		people[p.ID] = p
	}
	for _, p := range before.Applicants { // both answers are of one profile: the same people
		d.people, d.who = append(d.people, p.ID), p.ID
		d.walk("", reflect.ValueOf(p), reflect.ValueOf(people[p.ID]))
	}
	d.who = ""
	d.applications(before.Applications, after.Applications)
	if max(len(before.Applications), len(after.Applications)) > 1 {
		d.walk("fee", reflect.ValueOf(before.Fee), reflect.ValueOf(after.Fee))
	}
	slices.SortStableFunc(d.changes, func(a, b AnswerChange) int { return d.place(a) - d.place(b) })
	return d.changes
}

type differ struct {
	who     string
	people  []string
	changes []AnswerChange
}

// place keeps what is said of a person together: an application is that of its
// first.
func (d *differ) place(c AnswerChange) int {
	if i := slices.Index(d.people, c.Applicant); i >= 0 {
		return i
	}
	return len(d.people)
}

// applications are told apart by their first person, whose they are.
func (d *differ) applications(before, after []Application) {
	byFirst := func(apps []Application) map[string]Application {
		all := map[string]Application{}
		for _, a := range apps {
			all[a.Applicants[0]] = a
		}
		return all
	}
	was, is := byFirst(before), byFirst(after)
	for _, who := range d.people {
		a, old := was[who]
		b, new := is[who]
		d.who = who
		switch {
		case old && new:
			d.walk("fee", reflect.ValueOf(a.Fee), reflect.ValueOf(b.Fee))
			d.walk("application", reflect.ValueOf(a.Applicants), reflect.ValueOf(b.Applicants))
		case old:
			d.add("application", a, nil)
		case new:
			d.add("application", nil, b)
		}
	}
	d.who = ""
}

func (d *differ) add(field string, old, new any) {
	d.changes = append(d.changes, AnswerChange{d.who, field, old, new})
}

// walk compares two values of one type. A date, a word, a number and a fee are
// compared whole, lists of things with an id thing by thing.
func (d *differ) walk(field string, a, b reflect.Value) {
	switch t := a.Type(); {
	case t == reflect.TypeFor[civil.Date]() || t == reflect.TypeFor[Fee]():
		d.whole(field, a, b)
	case t.Kind() == reflect.Pointer:
		zero := reflect.Zero(t.Elem())
		x, y := zero, zero
		if !a.IsNil() {
			x = a.Elem()
		}
		if !b.IsNil() {
			y = b.Elem()
		}
		d.walk(field, x, y)
	case t.Kind() == reflect.Struct:
		for f := range t.Fields() {
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if field != "" {
				name = field + "." + name
			}
			d.walk(name, a.FieldByIndex(f.Index), b.FieldByIndex(f.Index))
		}
	case t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Struct:
		d.list(field, a, b)
	default:
		d.whole(field, a, b)
	}
}

func (d *differ) whole(field string, a, b reflect.Value) {
	if reflect.DeepEqual(a.Interface(), b.Interface()) {
		return
	}
	given := func(v reflect.Value) any {
		if v.IsZero() || v.Kind() == reflect.Slice && v.Len() == 0 {
			return nil
		}
		return v.Interface()
	}
	d.add(field, given(a), given(b))
}

// list compares things by their ids; the second thing of one id is another.
func (d *differ) list(field string, a, b reflect.Value) {
	was, is := named(a), named(b)
	for _, id := range slices.Concat(was.ids, slices.DeleteFunc(is.ids, func(id string) bool { return was.things[id].IsValid() })) {
		switch x, y := was.things[id], is.things[id]; {
		case x.IsValid() && y.IsValid():
			d.walk(field+"."+id, x, y)
		case x.IsValid():
			d.add(field+"."+id, x.Interface(), nil)
		default:
			d.add(field+"."+id, nil, y.Interface())
		}
	}
}

type namedThings struct {
	ids    []string
	things map[string]reflect.Value
}

func named(list reflect.Value) namedThings {
	n := namedThings{things: map[string]reflect.Value{}}
	for i := range list.Len() {
		v := list.Index(i)
		key := v.FieldByName("ID")
		if !key.IsValid() {
			key = v.FieldByName("Fact") // of a question
		}
		id := key.String()
		for k := 2; n.things[id].IsValid(); k++ {
			id = fmt.Sprintf("%s(%d)", key.String(), k)
		}
		n.ids = append(n.ids, id)
		n.things[id] = v
	}
	return n
}
