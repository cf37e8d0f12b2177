package forms

import (
	"maps"
	"testing"

	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// staleRows: 180 days after the book was checked every case says so, whatever
// comes out.
var staleRows = []row{
	{"on the 180th day", "2027-05-21", extension + "permit.expires=2027-08-01", "mf4 -stale-rule-book"},
	{"the day after", "2027-05-22", extension + "permit.expires=2027-08-01", "mf4 +stale-rule-book"},
	{"before it was checked", "2024-05-22", extension + "permit.expires=2024-08-01", "mf4 -stale-rule-book"},
	{"too late", "2027-05-22", extension, "too-late +stale-rule-book"},
	{"a stay abroad", "2027-05-22", stayFacts, "+stale-rule-book"},
	{"OD2/D", "2027-05-22", dane, "od2d +stale-rule-book"},
	{"what rests on no number", "2027-05-22", "goal=keep permit.kind=temporary conflict_area=true", "conflict-area +stale-rule-book"},
	{"nobody has said anything", "2027-05-22", "", "outcome=undecided +stale-rule-book"},
}

func TestStale(t *testing.T) { run(t, staleRows) }

// A line with a day of its own counts by that day, for the cases that rest on
// it alone.
func TestStaleLines(t *testing.T) {
	old := civil.MustParse("2026-01-01")
	aged := func(form, period string) *law.Book {
		b := *ourBook(t)
		b.Fees, b.Periods = maps.Clone(b.Fees), maps.Clone(b.Periods)
		if form != "" {
			b.Fees[form] = agedLines(b.Fees[form], old)
		} else {
			b.Periods[period] = agedLines(b.Periods[period], old)
		}
		return &b
	}
	for _, tc := range []struct {
		book *law.Book
		row  row
	}{
		{aged("MF4", ""), row{"the fee it costs", "", extension, "mf4 +stale-rule-book"}},
		{aged("MF4", ""), row{"a fee that it does not cost", "", dane, "od2d -stale-rule-book"}},
		{aged("", "mf4-opens"), row{"the day on which it opens", "", extension, "mf4 +stale-rule-book"}},
		{aged("", "od2d-opens"), row{"the day on which another opens", "", extension, "mf4 -stale-rule-book"}},
		{aged("", "state-posting"), row{"the first day of a rule", "", "goal=keep permit.kind=temporary conflict_area=false stay_abroad.reason=state-posting permit.basis=family-reunification stay_abroad.left_on=2026-01-01", "+stale-rule-book"}},
	} {
		for _, complaint := range tc.row.check(t, tc.book) {
			t.Errorf("%s: %s", tc.row.name, complaint)
		}
	}
}

func agedLines[T any](d law.Dated[T], checked civil.Date) law.Dated[T] {
	values := append([]law.Value[T]{}, d.Values...)
	for i := range values {
		values[i].Checked = checked
	}
	d.Values = values
	return d
}

// Whatever decisions need and the book lacks is said at once, and what they
// would never read.
func TestMisfits(t *testing.T) {
	on := civil.MustParse(today)
	if m := Misfits(ourBook(t), on); len(m) > 0 {
		t.Fatalf("our own book: %v", m)
	}
	b := *ourBook(t)
	b.Fees, b.Periods = maps.Clone(b.Fees), maps.Clone(b.Periods)
	b.Periods["mf4-open"] = b.Periods["mf4-opens"]
	b.Fees["MF 4"] = b.Fees["MF4"]
	delete(b.Periods, "mf4-opens")
	delete(b.Periods, "state-posting")
	delete(b.Fees, "MF4")
	b.Periods["adult"] = law.Dated[law.Period]{Name: "adult", Values: []law.Value[law.Period]{{From: civil.Of(2030, 1, 1), Line: 7}}}
	b.Periods["permanent-residence"] = law.Dated[law.Period]{}
	m := Misfits(&b, on)
	m.Sort()
	const want = `fees.yaml: MF 4: no decision reads this name; did you mean "MF4"?
fees.yaml: MF4: is missing, and decisions need it: add it, as mappe's own rule book has it
periods.yaml: mf4-open: no decision reads this name; did you mean "mf4-opens"?
periods.yaml: mf4-opens: is missing, and decisions need it: add it, as mappe's own rule book has it
periods.yaml: permanent-residence: is missing, and decisions need it: add it, as mappe's own rule book has it
periods.yaml: state-posting: is missing, and decisions need it: add it, as mappe's own rule book has it
periods.yaml:7: adult: has no length for 2026-11-22, and decisions need one: add a line for that day`
	for i := range m {
		if m[i].Entry == "MF 4" || m[i].Entry == "mf4-open" {
			m[i].Line = 0 // wherever it stands in ours
		}
	}
	m.Sort()
	if got := m.Error(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if _, err := Assess(&profile.Profile{}, on, &b); err == nil || len(err.(law.Complaints)) != 7 {
		t.Errorf("Assess: %v; want all seven at once", err)
	}
	posting := *ourBook(t)
	posting.Periods = maps.Clone(posting.Periods)
	posting.Periods["state-posting"] = law.Dated[law.Period]{Values: []law.Value[law.Period]{{Value: law.Period{Years: 1}, Line: 3}}}
	if got := Misfits(&posting, on).Error(); got != "periods.yaml:3: state-posting[0]: on which day does the rule begin? write from" {
		t.Errorf("a rule without its first day: %s", got)
	}
	if m := Misfits(&law.Book{}, on); len(m) != 0 {
		t.Errorf("a book that could not be read: %v", m)
	}
}
