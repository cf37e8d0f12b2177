package checklist

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"go.yaml.in/yaml/v4"

	"mappe/forms"
	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// moved is a day some months later or earlier and then some days, counted on
// a calendar of its own, once with the last day of a month that is too short
// and once with the first of the next.
func moved(d civil.Date, months, days int, opening bool) civil.Date {
	m := 12*d.Year + int(d.Month) - 1 + months
	year, month, day := m/12, time.Month(m%12+1), d.Day
	long := 31
	switch month {
	case time.April, time.June, time.September, time.November:
		long = 30
	case time.February:
		if long = 28; year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			long = 29
		}
	}
	if day > long && !opening {
		day = long
	}
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC) // 31 April is 1 May
	return civil.From(t.AddDate(0, 0, days))
}

// replay goes through a reckoning from its first day and complains of every
// step that does not lead where it says, or rests on another length than the
// rule book's.
func replay(p *Person, how forms.Reckoning) (day civil.Date, complaints []string) {
	complain := func(format string, args ...any) { complaints = append(complaints, fmt.Sprintf(format, args...)) }
	day = how.First
	switch given := how.Fact != ""; {
	case given == (how.Start != ""):
		complain("first day from fact %q and start %q, want one of them", how.Fact, how.Start)
	case given:
		if p.Facts.Applicant.Text(how.Fact) != day.String() {
			complain("first day %s is not %s", day, how.Fact)
		}
	case how.Start == forms.FiledToday && day != p.Facts.On, how.Start == forms.FiledOnOpening && day != p.Window.Opens.On:
		complain("first day %s is not that of %q", day, how.Start)
	}
	for i, s := range how.Shifts {
		months, days := 12*s.By.Years+s.By.Months, s.By.Days
		if s.Back {
			months, days = -months, -days
		}
		reached, other := moved(day, months, days, bool(s.Round)), moved(day, months, days, !bool(s.Round))
		if reached != s.On {
			complain("shift %d from %s leads to %s, not to %s", i, day, reached, s.On)
		}
		if reached == other {
			other = civil.Date{}
		}
		if s.Other != other || s.NoDay.IsZero() != other.IsZero() || !other.IsZero() && s.NoDay.Day != day.Day {
			complain("shift %d from %s: no day %v, other reading %s, want %s", i, day, s.NoDay, s.Other, other)
		}
		if s.Cite == "" {
			complain("shift %d rests on nothing", i)
		}
		switch v, err := p.Facts.Book.Periods[s.Name].On(p.Facts.On); {
		case s.Name == "" && s.By != law.Period{Days: 1}, s.Name != "" && err != nil:
			complain("shift %d has no period: %+v", i, s)
		case s.Name != "" && s.Name != "time-abroad-counted" && (s.By != v.Value || s.Cite != v.Cite):
			complain("shift %d: %v is not %s of the rule book", i, s.By, s.Name)
		}
		day = s.On
	}
	if how.On() != day {
		complain("the last shift leads to %s, the reckoning to %s", day, how.On())
	}
	if t := how.Test; t != nil {
		reached, more := replay(p, t.Reached)
		complaints = append(complaints, more...)
		// the day of leaving must be later, the expiry may be that day
		if met := t.Day.After(reached) || t.Fact == "permit.expires" && t.Day == reached; t.Met != met {
			complain("%s is compared with %s and met is %t", t.Day, reached, t.Met)
		}
	}
	return day, complaints
}

// shown are the days that a person is shown, each with its reckoning.
func shown(p *Person) map[string]struct {
	on, other civil.Date
	how       forms.Reckoning
} {
	type one = struct {
		on, other civil.Date
		how       forms.Reckoning
	}
	days := map[string]one{}
	if w := p.Window; w != nil && !w.Opens.On.IsZero() {
		days["opens"] = one{w.Opens.On, w.Opens.OtherReading, w.Opens.How}
	}
	if w := p.Window; w != nil && !w.LastSafeDay.On.IsZero() {
		days["last"] = one{w.LastSafeDay.On, w.LastSafeDay.OtherReading, w.LastSafeDay.How}
	}
	for _, d := range p.Deadlines {
		days[d.ID] = one{d.On, d.OtherReading, d.How}
	}
	for _, x := range p.Caps {
		days[x.Because] = one{x.Until, x.OtherReading, x.How}
	}
	if f := p.Forecast; f != nil {
		days["until"] = one{f.Until, f.OtherReading, f.How}
	}
	if five, ok := forms.FiveYears(p.Facts); ok {
		days["five"] = one{five.On(), civil.Date{}, five}
	}
	return days
}

// Every day that is shown can be reckoned again from its first day, step by
// step, by somebody who has only the steps.
func TestReckonings(t *testing.T) {
	seen, rounded := map[string]int{}, map[string]int{}
	check := func(l *Checklist) {
		for _, p := range l.People {
			for what, d := range shown(p) {
				day, complaints := replay(p, d.how)
				for _, c := range complaints {
					t.Errorf("%s: %s", what, c)
				}
				if day != d.on {
					t.Errorf("%s: the steps lead to %s, shown is %s", what, day, d.on)
				}
				seen[what]++
				for _, s := range d.how.Shifts {
					seen[s.Name]++
					if !s.NoDay.IsZero() {
						rounded[what]++
						if d.other.IsZero() && what != "five" && len(d.how.Shifts) == 1 {
							t.Errorf("%s: rounded to %s, and no other reading is shown", what, d.on)
						}
					}
				}
			}
			if t.Failed() {
				t.FailNow()
			}
		}
	}
	paths, err := filepath.Glob("../testdata/cases/*.yaml")
	if err != nil || len(paths) < 25 {
		t.Fatal(len(paths), err)
	}
	for _, path := range paths {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var c workedCase
		if err := yaml.Load(src, &c); err != nil {
			t.Fatal(err)
		}
		check(build(t, c))
	}
	goals := []profile.Goal{profile.Keep, profile.Keep, profile.Extend, profile.PermanentEU, profile.Permanent}
	for seed := range uint64(3000) {
		r := rand.New(rand.NewPCG(seed, 11))
		w := invent(r, goals[r.IntN(len(goals))])
		known := map[profile.Key]bool{}
		for k := range w.facts {
			known[k] = r.IntN(12) > 0
		}
		check(look(t, w.person(known)))
	}
	for _, what := range []string{"opens", "last", "biometrics", "leave-limit", "re-enter-by", "extend-before", "residence-reached",
		"dispensation-ends", "passport", "four-years", "five-years", "employment", "phd", "until", "five", "time-abroad-counted"} {
		if seen[what] == 0 {
			t.Errorf("no case has %q", what)
		}
	}
	for _, what := range []string{"opens", "passport", "re-enter-by"} {
		if rounded[what] == 0 {
			t.Errorf("no day %q had to be rounded", what)
		}
	}
}
