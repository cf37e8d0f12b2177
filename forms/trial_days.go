package forms

import (
	"reflect"
	"slices"

	"mappe/internal/civil"
)

// on is what comes out when a question is answered with a day, and whether
// that day can be.
func (t *trial) on(q question, d civil.Date) (scheme string, can bool) {
	release := q.hold(reflect.ValueOf(&d))
	defer release()
	if t.sound && !t.consistent() {
		return "", false
	}
	return t.decide(), true
}

// days tries a question with every day at which something may turn, and yields
// the runs of days that lead to one scheme. A run reaches to the very day on
// which another begins.
func (t *trial) days(q question, yield func(scheme string, x Change)) {
	type tried struct {
		day    civil.Date
		scheme string
	}
	var all []tried
	for _, d := range t.turning(q) {
		if s, can := t.on(q, d); can {
			all = append(all, tried{d, s})
		}
	}
	for i := 0; i < len(all); {
		j := i
		for j+1 < len(all) && all[j+1].scheme == all[i].scheme {
			j++
		}
		x := Change{Fact: q.key}
		if i > 0 {
			x.From = t.edge(q, all[i].day, all[i-1].day, all[i].scheme)
		}
		if j+1 < len(all) {
			x.To = t.edge(q, all[j].day, all[j+1].day, all[j].scheme)
		}
		if s := all[i].scheme; s != "" && (q.at.IsNil() || len(all) > j-i+1) {
			yield(s, x)
		}
		i = j + 1
	}
}

// reaches tells whether some day leads to one of the schemes: a look at few
// days, before all are tried.
func (t *trial) reaches(q question, schemes map[string]bool) bool {
	try := func(d civil.Date) bool {
		s, _ := t.on(q, d)
		return schemes[s]
	}
	for _, months := range []int{-360, -120, -36, -24, -12, -6, 0, 6, 12, 1200} {
		if d := t.facts.On.AddMonths(months, civil.Closing); try(d) || months == 0 && (try(d.AddDays(-1)) || try(d.AddDays(1))) {
			return true
		}
	}
	return false
}

// edge is the last day, going from in to out, that still leads to the scheme.
func (t *trial) edge(q question, in, out civil.Date, scheme string) civil.Date {
	for {
		n := in.DaysUntil(out)
		if n == 1 || n == -1 {
			return in
		}
		middle := in.AddDays(n / 2)
		if s, _ := t.on(q, middle); s == scheme {
			in = middle
		} else {
			out = middle
		}
	}
}

// turning are the days at which an answer may begin to matter, in order: today
// and every day that the case knows, each with the lengths of the rule book
// before and after it, and the days after those.
func (t *trial) turning(q question) []civil.Date {
	on := t.facts.On
	known := []civil.Date{on, statePostingRule(t.facts)}
	for _, x := range t.questions {
		if x.values == nil && x.key != q.key && !x.at.IsNil() {
			known = append(known, x.at.Elem().Interface().(civil.Date))
		}
	}
	days := []civil.Date{on.AddYears(-100, civil.Closing), on.AddYears(100, civil.Closing)}
	for _, d := range known {
		days = append(days, d, d.AddDays(1))
		for _, l := range t.lengths {
			before, after := l.Before(d, civil.Closing), l.After(d, civil.Closing)
			days = append(days, before, before.AddDays(1), after, after.AddDays(1))
		}
	}
	slices.SortFunc(days, civil.Date.Compare)
	return slices.Compact(days)
}
