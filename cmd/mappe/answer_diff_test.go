package main

import (
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"mappe/internal/civil"
	"mappe/law"
	"mappe/packets"
)

// fill sets everything in a value to something, the second time to something
// else.
func fill(v reflect.Value, n int) {
	switch t := v.Type(); {
	case t == reflect.TypeFor[civil.Date]():
		v.Set(reflect.ValueOf(civil.Of(2026, 1, 1).AddDays(n)))
	case t.Kind() == reflect.Pointer:
		v.Set(reflect.New(t.Elem()))
		fill(v.Elem(), n)
	case t.Kind() == reflect.Struct:
		for i := range t.NumField() {
			if f := v.Field(i); f.CanSet() {
				fill(f, n)
			}
		}
	case t.Kind() == reflect.Slice:
		v.Set(reflect.MakeSlice(t, 1, 1))
		fill(v.Index(0), n)
	case t.Kind() == reflect.String:
		v.SetString(fmt.Sprint("word", n))
	case t.Kind() == reflect.Int:
		v.SetInt(int64(n))
	case t.Kind() == reflect.Bool:
		v.SetBool(n%2 == 0)
	}
}

// full is an answer in which everything is given: n makes it another one.
func full(n int) *Answer {
	a := &Answer{}
	fill(reflect.ValueOf(a).Elem(), n)
	p := &a.Applicants[0]
	p.ID, a.Applications[0].Applicants = "maria", []string{"maria", "oleh"}[:1+n%2]
	p.Counts[0].ID, p.Deadlines[0].ID, p.Documents[0].ID, p.Notes[0].ID, p.Steps[0].ID, p.Ask[0].Fact = "employment", "biometrics", "passport-copy", "not-yet", "pay", "permit.expires"
	p.Outcome = []string{"file", "blocked"}[n%2]
	p.Scheme, p.Authority, p.Because = []string{"mf4", "bf1"}[n%2], []string{"SIRI", "DIS"}[n%2], []string{"passport", "phd"}[n%2]
	p.Window.State = []string{"open", "closed"}[n%2]
	status := []string{"known", "not-published"}[n%2]
	a.Applications[0].Fee.Status, a.Fee.Status = status, status
	a.Applications = append(a.Applications, Application{"MF4", []string{"oleh"}, Fee{Status: "free"}})
	return a
}

// Whatever an answer holds is compared, and has words in every language.
func TestCompareAnswers(t *testing.T) {
	x, y := full(1), full(2)
	changes := compareAnswers(x, y)
	var fields []string
	for _, c := range changes {
		fields = append(fields, strings.TrimSpace(c.Applicant+" "+c.Field))
	}
	want := strings.Fields(`outcome scheme form variant authority cite covered_by window.opens window.opens_cite window.last_safe_day
		window.last_safe_day_cite window.expires window.state deadlines.biometrics.on deadlines.biometrics.if deadlines.biometrics.cite
		counts.employment.from counts.employment.to counts.employment.needed counts.employment.have counts.employment.abroad
		counts.employment.abroad_counted counts.employment.reached counts.employment.cite
		permit_until permit_until_because permit_until_cite documents.passport-copy.number documents.passport-copy.need
		documents.passport-copy.from documents.passport-copy.have documents.passport-copy.status documents.passport-copy.text
		documents.passport-copy.cite steps.pay.text steps.pay.cite notes.not-yet.severity notes.not-yet.text notes.not-yet.cite
		ask.permit.expires.applicant ask.permit.expires.kind ask.permit.expires.choices ask.permit.expires.text ask.permit.expires.why
		possible fee application`)
	for i := range want {
		want[i] = "maria " + want[i]
	}
	if want = append(want, "fee"); !slices.Equal(fields, want) {
		t.Errorf("fields\n%q\nwant\n%q", fields, want)
	}
	if same := compareAnswers(x, full(1)); len(same) > 0 {
		t.Errorf("the same answer differs: %v", same)
	}

	empty := full(1)
	p := &empty.Applicants[0]
	p.Window, p.PermitUntil, p.Because, p.Scheme, p.Possible = nil, civil.Date{}, "", "", nil
	p.Counts, p.Deadlines, p.Documents, p.Steps, p.Notes, p.Ask = nil, nil, nil, nil, nil, nil
	empty.Applications = nil
	for _, pair := range [][2]*Answer{{x, y}, {x, empty}, {empty, x}} {
		changes := compareAnswers(pair[0], pair[1])
		c := caseDiff{"case.yaml", changes, remedies(changes, pair[0], pair[1])}
		for _, tag := range []string{"en", "da"} {
			for _, line := range c.lines(speaks(t, tag)) {
				if !strings.HasPrefix(line, "case.yaml maria: ") && !strings.HasPrefix(line, "case.yaml: ") {
					t.Errorf("%s: %s", tag, line)
				}
			}
		}
	}
}

func speaks(t *testing.T, tag string) packets.Voice {
	t.Helper()
	b, err := law.Ours()
	if err != nil {
		t.Fatal(err)
	}
	v, err := (&options{lang: tag, stderr: io.Discard}).voice(nil, b)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// The second thing of one id is another thing, and one that is gone is gone.
func TestCompareLists(t *testing.T) {
	of := func(texts ...string) *Answer {
		p := Applicant{ID: "maria", Outcome: "file"}
		for _, s := range texts {
			p.Notes = append(p.Notes, Note{ID: "income-gap", Text: s})
		}
		return &Answer{Applicants: []Applicant{p}}
	}
	for _, tc := range []struct {
		name     string
		old, new *Answer
		want     string
		do       string
	}{
		{"the second differs", of("a", "b"), of("a", "c"), "notes.income-gap(2).text", "text"},
		{"the second is gone", of("a", "b"), of("a"), "notes.income-gap(2)", "text"},
		{"a first one", of(), of("a"), "notes.income-gap", "text"},
		{"none", of(), of(), "", ""},
	} {
		changes := compareAnswers(tc.old, tc.new)
		got, do := "", ""
		for _, c := range changes {
			got += c.Field
		}
		for _, r := range remedies(changes, tc.old, tc.new) {
			do += r.Do
		}
		if got != tc.want || do != tc.do {
			t.Errorf("%s: %q, %q; want %q, %q", tc.name, got, do, tc.want, tc.do)
		}
	}
}
