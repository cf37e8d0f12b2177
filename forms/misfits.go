package forms

import (
	"fmt"
	"maps"
	"slices"

	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// readPeriods are the periods that decisions read on the day itself.
var readPeriods = []string{"mf4-opens", "mf4-biometrics", "mf4-extension", "mf4-long-extension", "mf4-same-grounds",
	"passport-margin", "adult", "limit-temporary", "limit-possible-permanent", "limit-after-legal-residence",
	"legal-residence", "limit-permanent", "limit-accompanying", "joint-residence", "re-entry", "eu-residence", "od2d-opens", "eu-absence",
	"eu-absence-per-year", "eu-absence-extraordinary", "eu-dispensation", "income-gap", "time-abroad-counted",
	"employment-abroad-counted", "stale-after"}

// namedPeriods are those that a book has too, though not for every day: the
// years for a permanent permit, and of employment for it, of some editions are
// unknown, and the rule on state postings begins on a day.
var namedPeriods = []string{"permanent-residence", "employment", "employment-within", "state-posting"}

// Misfits are the complaints about a rule book that decisions cannot be made
// by on a day: periods and fees that it lacks, and names that no decision
// reads, which are slips for one that it does. A part of the book that could
// not be read is not judged.
func Misfits(b *law.Book, on civil.Date) (m law.Complaints) {
	complain := func(file string, line int, entry, format string, args ...any) {
		m = append(m, law.Complaint{File: file, Line: line, Entry: entry, Says: fmt.Sprintf(format, args...)})
	}
	const missing = "is missing, and decisions need it: add it, as mappe's own rule book has it"
	if b.Periods != nil {
		for _, name := range readPeriods {
			if d := b.Periods[name]; len(d.Values) == 0 {
				complain("periods.yaml", 0, name, missing)
			} else if _, err := d.On(on); err != nil {
				complain("periods.yaml", d.Values[0].Line, name, "has no length for %s, and decisions need one: add a line for that day", on)
			}
		}
		for _, name := range namedPeriods {
			if len(b.Periods[name].Values) == 0 {
				complain("periods.yaml", 0, name, missing)
			}
		}
		if v := b.Periods["state-posting"].Values; len(v) > 0 && v[0].From.IsZero() {
			complain("periods.yaml", v[0].Line, "state-posting[0]", "on which day does the rule begin? write from")
		}
		unread("periods.yaml", b.Periods, slices.Concat(readPeriods, namedPeriods), complain)
	}
	if b.Fees != nil {
		var known []string
		for _, s := range Schemes {
			if s.Form == "" {
				continue
			}
			if known = append(known, s.Form); len(b.Fees[s.Form].Values) == 0 {
				complain("fees.yaml", 0, s.Form, missing)
			}
		}
		unread("fees.yaml", b.Fees, known, complain)
	}
	return m
}

// unread complains of names that no decision reads.
func unread[T any](file string, all map[string]law.Dated[T], known []string, complain func(string, int, string, string, ...any)) {
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if d := all[name]; !slices.Contains(known, name) {
			line := 0
			if len(d.Values) > 0 {
				line = d.Values[0].Line
			}
			complain(file, line, name, "no decision reads this name; did you mean %q?", profile.Nearest(name, known))
		}
	}
}
