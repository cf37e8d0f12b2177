package forms

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// row is one line of a table: a day, the facts of a case, and what comes out.
//
// Facts are words "fact=value", where a fact is named by its key or by the
// unambiguous end of it; a later word overrides an earlier one, and an empty
// value takes the fact away. Values are written as profile.Set takes them. What
// stands before the first "|" serves everybody, and every part after it is one
// person; without "|" there is one person.
//
// Want has a part for each person: a bare word is the scheme, "key=value" one
// of the keys of seen, "+id" a note that must be there, "-id" one that must not.
type row struct {
	name, on, facts, want string
}

const today = "2026-11-22" // of rows without a day

// run checks every row under its own name.
func run(t *testing.T, rows []row) {
	t.Helper()
	for _, r := range rows {
		t.Run(r.name, func(t *testing.T) {
			for _, complaint := range r.check(t, ourBook(t)) {
				t.Error(complaint)
			}
		})
	}
}

// check compares what comes out by a book with what is wanted.
func (r row) check(t *testing.T, b *law.Book) (complaints []string) {
	t.Helper()
	a := assess(t, r.on, r.facts, b)
	wants := strings.Split(r.want, "|")
	if len(wants) != len(a.Cases) {
		t.Fatalf("%d people, wanted of %d", len(a.Cases), len(wants))
	}
	for i, want := range wants {
		got := seen(a, a.Cases[i])
		for _, word := range strings.Fields(want) {
			key, value, isPair := strings.Cut(word, "=")
			switch {
			case isPair:
				if got[key] != value {
					complaints = append(complaints, fmt.Sprintf("%s: %s is %q, want %q", a.Cases[i].ID(), key, got[key], value))
				}
			case word[0] == '+' || word[0] == '-':
				has := slices.ContainsFunc(a.Cases[i].Notes, func(n Note) bool { return n.ID == word[1:] })
				if has != (word[0] == '+') {
					complaints = append(complaints, fmt.Sprintf("%s: note %s: %t, want %s", a.Cases[i].ID(), word[1:], has, word))
				}
			case got["scheme"] != word:
				complaints = append(complaints, fmt.Sprintf("%s: %q (possible %s, asks %s), want %q", a.Cases[i].ID(), got["scheme"], got["possible"], got["ask"], word))
			}
		}
	}
	return complaints
}

// seen is everything a row may want of a case, as text.
func seen(a *Assessment, c *Case) map[string]string {
	got := map[string]string{
		"outcome": string(c.Outcome), "scheme": c.Scheme.ID, "cite": string(c.Scheme.Cite), "form": c.Scheme.Form, "variant": c.Variant,
		"authority": c.Authority, "covered": c.CoveredBy, "possible": strings.Join(c.Possible, ","),
		"apps": strconv.Itoa(len(a.Applications)), "fee": string(a.Fee.Status), "total": strconv.Itoa(a.Fee.Total), "each": strconv.Itoa(a.Fee.Each),
	}
	var ask []string
	for _, k := range c.Ask {
		ask = append(ask, string(k))
	}
	got["ask"] = strings.Join(ask, ",")
	if w := c.Window; w != nil {
		got["opens"], got["last"] = w.Opens.On.String(), w.LastSafeDay.On.String()
		got["expires"], got["state"] = w.Expires.String(), string(w.State)
		got["opens-else"] = w.Opens.OtherReading.String()
	}
	for _, d := range c.Deadlines {
		got[d.ID], got[d.ID+"-if"], got[d.ID+"-else"] = d.On.String(), d.If.String(), d.OtherReading.String()
	}
	for _, x := range c.Counts {
		got[x.ID], got[x.ID+"-abroad"], got[x.ID+"-by"] = x.Have.String(), x.Abroad.String(), x.Reached.String()
		got[x.ID+"-from"] = x.From.String()
	}
	if f := c.Forecast; f != nil {
		got["until"], got["because"], got["until-else"] = f.Until.String(), f.Because, f.OtherReading.String()
	}
	for _, n := range c.Notes {
		if n.ID == "income-gap" || n.ID == "income-gap-dane" {
			got[n.ID] += fmt.Sprintf("%s..%s;", n.Vars.Get("From"), n.Vars.Get("To"))
		}
	}
	return got
}

// ourBook is mappe's own rule book as it stood in 2026: a rate that is added
// later, and a later comparison with the sources, change no row.
func ourBook(t *testing.T) *law.Book {
	t.Helper()
	ours, err := law.Ours()
	if err != nil {
		t.Fatal(err)
	}
	b := *ours
	b.Checked = civil.MustParse(today)
	b.Fees, b.Periods = inThatYear(b.Fees, b.Checked), inThatYear(b.Periods, b.Checked)
	return &b
}

func inThatYear[T any](all map[string]law.Dated[T], checked civil.Date) map[string]law.Dated[T] {
	then := map[string]law.Dated[T]{}
	for name, d := range all {
		d.Checked = checked
		d.Values = slices.DeleteFunc(slices.Clone(d.Values), func(v law.Value[T]) bool { return v.From.Year > checked.Year })
		for i := range d.Values {
			d.Values[i].Checked = checked
		}
		then[name] = d
	}
	return then
}

func assess(t *testing.T, on, facts string, b *law.Book) *Assessment {
	t.Helper()
	if on == "" {
		on = today
	}
	p, ok := written[facts]
	if !ok {
		p = people(t, facts)
		written[facts] = p
	}
	a, err := Assess(p, civil.MustParse(on), b)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// written are the profiles that rows have written; tables are read many times.
var written = map[string]*profile.Profile{}

// people are those of a row.
func people(t *testing.T, facts string) *profile.Profile {
	t.Helper()
	shared, rest, several := strings.Cut(facts, "|")
	parts := []string{""}
	if several {
		parts = strings.Split(rest, "|")
	}
	p := &profile.Profile{Version: profile.Version}
	for i, own := range parts {
		a := profile.Applicant{ID: fmt.Sprintf("p%d", i+1)}
		for _, word := range strings.Fields(shared + " " + own) {
			name, value, ok := strings.Cut(word, "=")
			if !ok {
				t.Fatalf("%q is no fact=value", word)
			}
			set(t, &a, name, value)
		}
		p.Applicants = append(p.Applicants, a)
	}
	return p
}

// set gives a fact, named by its key or the end of it, a value.
func set(t *testing.T, a *profile.Applicant, name, value string) {
	t.Helper()
	var keys []profile.Key
	for _, q := range profile.Questions() {
		if k := string(q.Key); k == name {
			keys = []profile.Key{q.Key}
			break
		} else if strings.HasSuffix(k, "."+name) {
			keys = append(keys, q.Key)
		}
	}
	if len(keys) != 1 {
		t.Fatalf("%q names %d facts %v, want 1", name, len(keys), keys)
	}
	if value == "" {
		a.Clear(keys[0])
	} else if err := a.Set(keys[0], value); err != nil {
		t.Fatal(err)
	}
}
