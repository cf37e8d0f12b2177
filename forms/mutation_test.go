package forms

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v4"

	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

var allRows = slices.Concat(schemeRows, completeRows, limitRows, purposeRows, dispensationRows, endRows, silentRows, refugeeRows, euPermanentRows,
	postingRows, reEntryRows, windowRows, staleRows, feeRows, feeDayRows, forecastRows, conditionRows, od2dRows, absenceRows, gapRows, permanentRows,
	employmentRows, coverRows, variantRows)

// workedCase is one of ../testdata/cases, as far as it goes into a book.
type workedCase struct {
	ID      string    `yaml:"id"`
	On      string    `yaml:"on"`
	Profile yaml.Node `yaml:"profile"`

	profile *profile.Profile
}

// answers are those of all worked cases by a book, with everything in them.
func answers(t *testing.T, cases []workedCase, b *law.Book) map[string]string {
	t.Helper()
	got := map[string]string{}
	for _, c := range cases {
		a, err := Assess(c.profile, civil.MustParse(c.On), b)
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range a.Cases {
			got[c.ID+" "+x.ID()] = fmt.Sprint(seen(a, x))
		}
	}
	return got
}

func workedCases(t testing.TB) (cases []workedCase) {
	t.Helper()
	paths, err := filepath.Glob("../testdata/cases/*.yaml")
	if err != nil || len(paths) < 25 {
		t.Fatalf("%d cases, %v; want at least 25", len(paths), err)
	}
	for _, path := range paths {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var c workedCase
		if err := yaml.Load(src, &c); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if src, err = yaml.Marshal(&c.Profile); err != nil {
			t.Fatal(err)
		}
		if c.profile, err = profile.Decode(path, src); err != nil {
			t.Fatal(err)
		}
		cases = append(cases, c)
	}
	return cases
}

// mutant is a book with one number changed by one.
type mutant struct {
	name string
	book *law.Book
}

// mutate makes two mutants of every number of a list of values: one more and
// one less of what the value counts, and its days one later and one earlier.
func mutate[T any](b *law.Book, name string, list map[string]law.Dated[T], put func(*law.Book, map[string]law.Dated[T]), shift func(T, int) (T, bool)) (ms []mutant) {
	for i := range list[name].Values {
		for _, by := range []int{-1, 1} {
			change := func(what string, change func(*law.Value[T]) bool) {
				values := slices.Clone(list[name].Values)
				if !change(&values[i]) {
					return
				}
				book, changed := *b, maps.Clone(list)
				changed[name] = law.Dated[T]{Name: name, Values: values}
				put(&book, changed)
				ms = append(ms, mutant{fmt.Sprintf("%s[%d] %s %+d", name, i, what, by), &book})
			}
			change("value", func(v *law.Value[T]) (ok bool) {
				v.Value, ok = shift(v.Value, by)
				return ok
			})
			change("from", func(v *law.Value[T]) bool { return move(&v.From, by) })
			change("to", func(v *law.Value[T]) bool { // an overlap is refused when the book is loaded
				return move(&v.To, by) && (i == 0 || v.To.Before(list[name].Values[i-1].From))
			})
		}
	}
	return ms
}

func move(d *civil.Date, by int) bool {
	if d.IsZero() {
		return false
	}
	*d = d.AddDays(by)
	return true
}

// shiftPeriod changes the unit in which a length is given.
func shiftPeriod(p law.Period, by int) (law.Period, bool) {
	switch {
	case p.Days > 0:
		p.Days += by
	case p.Months > 0:
		p.Months += by
	case p.Years > 0:
		p.Years += by
	default:
		return p, false
	}
	return p, true
}

func mutants(b *law.Book) (ms []mutant) {
	for _, name := range slices.Sorted(maps.Keys(b.Periods)) {
		ms = append(ms, mutate(b, name, b.Periods, func(b *law.Book, l map[string]law.Dated[law.Period]) { b.Periods = l }, shiftPeriod)...)
	}
	for _, form := range slices.Sorted(maps.Keys(b.Fees)) {
		ms = append(ms, mutate(b, form, b.Fees, func(b *law.Book, l map[string]law.Dated[law.Fee]) { b.Fees = l }, func(f law.Fee, by int) (law.Fee, bool) {
			f.DKK += by
			return f, f.DKK > by
		})...)
	}
	return ms
}

// survivors change no answer, and here is why.
var survivors = map[string]string{
	"income-gap[0] value -1": "a gap of no day is no gap",

	// both must hold for a count, and neither is asked beyond the other
	"employment[0] from -1":        "employment-within begins on the same day",
	"employment[1] from -1":        "employment-within begins on the same day",
	"employment[1] to +1":          "employment-within ends on the same day",
	"employment-within[0] from -1": "employment begins on the same day",
	"employment-within[1] from -1": "employment begins on the same day",
	"employment-within[1] to +1":   "employment ends on the same day",
}

// Every number of the rule book counts: changed by one, some row of a table or
// some worked case comes out differently.
func TestMutants(t *testing.T) {
	b, cases := ourBook(t), workedCases(t)
	want := answers(t, cases, b)
	ms, dead := mutants(b), 0
	for _, m := range ms {
		killer := ""
		for _, r := range allRows {
			if len(r.check(t, m.book)) > 0 {
				killer = r.name
				break
			}
		}
		if killer == "" && !cmp.Equal(want, answers(t, cases, m.book)) {
			killer = "a worked case"
		}
		switch why, excused := survivors[m.name]; {
		case killer == "" && !excused:
			t.Errorf("%s changes nothing", m.name)
		case killer != "" && excused:
			t.Errorf("%s changes %q, though %s", m.name, killer, why)
		}
		if killer != "" {
			dead++
		}
	}
	t.Logf("%d of %d mutants are noticed", dead, len(ms))
}
