package civil

import "testing"

func TestAddMonths(t *testing.T) {
	for _, c := range []struct {
		from             string
		n                int
		opening, closing string
	}{
		{"2026-05-31", -3, "2026-03-01", "2026-02-28"},
		{"2024-05-31", -3, "2024-03-01", "2024-02-29"},
		{"2025-08-31", 6, "2026-03-01", "2026-02-28"},
		{"2023-08-31", 6, "2024-03-01", "2024-02-29"},
		{"2024-02-29", 60, "2029-03-01", "2029-02-28"},
		{"2024-02-29", 48, "2028-02-29", "2028-02-29"},
		{"2026-01-31", 1, "2026-03-01", "2026-02-28"},
		{"2026-03-31", 1, "2026-05-01", "2026-04-30"},
		{"2026-12-31", -1, "2026-12-01", "2026-11-30"},
		{"2026-10-31", 4, "2027-03-01", "2027-02-28"},
		{"2027-01-31", -3, "2026-10-31", "2026-10-31"},
		{"2026-11-22", 14, "2028-01-22", "2028-01-22"},
		{"2026-02-28", 6, "2026-08-28", "2026-08-28"}, // the end of a month is not kept
		{"2026-01-15", -1, "2025-12-15", "2025-12-15"},
		{"2026-01-15", -13, "2024-12-15", "2024-12-15"},
		{"2026-05-31", 0, "2026-05-31", "2026-05-31"},
	} {
		d := MustParse(c.from)
		if got := d.AddMonths(c.n, Opening).String(); got != c.opening {
			t.Errorf("%s and %d months, opening: %s, want %s", c.from, c.n, got, c.opening)
		}
		if got := d.AddMonths(c.n, Closing).String(); got != c.closing {
			t.Errorf("%s and %d months, closing: %s, want %s", c.from, c.n, got, c.closing)
		}
	}
}

// Opening and Closing are one day, the same of its month, or two that follow
// each other: the first of a month and the last of the month before.
func TestAddMonthsRoundings(t *testing.T) {
	for _, d := range days(t, 300) {
		for n := -30; n <= 30; n++ {
			o, c := d.AddMonths(n, Opening), d.AddMonths(n, Closing)
			same := o == c && o.Day == d.Day
			apart := o == c.AddDays(1) && o.Day == 1 && c.Day < d.Day
			if !same && !apart {
				t.Fatalf("%v and %d months: opening %v, closing %v", d, n, o, c)
			}
			if got := 12*(c.Year-d.Year) + int(c.Month-d.Month); got != n {
				t.Fatalf("%v and %d months, closing: %v is %d months on", d, n, c, got)
			}
			if back := c.AddMonths(-n, Closing); back.After(d) {
				t.Fatalf("%v and %d months and back: %v", d, n, back)
			}
		}
	}
}

// A later day never leads to an earlier one.
func TestAddMonthsKeepsOrder(t *testing.T) {
	for _, d := range days(t, 300) {
		for n := -14; n <= 14; n++ {
			for _, r := range []Rounding{Opening, Closing} {
				if a, b := d.AddMonths(n, r), d.AddDays(1).AddMonths(n, r); b.Before(a) {
					t.Fatalf("%v and %d months: %v, a day later %v", d, n, a, b)
				}
			}
		}
	}
}

func TestAddYears(t *testing.T) {
	for _, c := range []struct {
		from             string
		n                int
		opening, closing string
	}{
		{"2024-02-29", 5, "2029-03-01", "2029-02-28"},
		{"2024-02-29", 8, "2032-02-29", "2032-02-29"},
		{"2008-02-29", 18, "2026-03-01", "2026-02-28"},
		{"2096-02-29", 4, "2100-03-01", "2100-02-28"},
		{"2023-02-28", 1, "2024-02-28", "2024-02-28"},
		{"2021-02-01", 8, "2029-02-01", "2029-02-01"},
		{"2024-02-29", -1, "2023-03-01", "2023-02-28"},
	} {
		d := MustParse(c.from)
		if got := d.AddYears(c.n, Opening).String(); got != c.opening {
			t.Errorf("%s and %d years, opening: %s, want %s", c.from, c.n, got, c.opening)
		}
		if got := d.AddYears(c.n, Closing).String(); got != c.closing {
			t.Errorf("%s and %d years, closing: %s, want %s", c.from, c.n, got, c.closing)
		}
	}
}

func TestUntil(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     Length
	}{
		{"2025-08-10", "2026-08-10", Length{12, 0}},
		{"2025-08-10", "2026-08-11", Length{12, 1}},
		{"2025-08-10", "2026-08-09", Length{11, 30}},
		{"2025-08-31", "2026-02-28", Length{6, 0}}, // closes on the earlier day
		{"2025-08-31", "2026-03-01", Length{6, 1}},
		{"2024-02-29", "2025-02-28", Length{12, 0}},
		{"2026-01-01", "2026-01-01", Length{}},
		{"2026-01-02", "2026-01-01", Length{}},
		{"2026-01-31", "2026-03-30", Length{1, 30}},
	} {
		if got := MustParse(c.from).Until(MustParse(c.to)); got != c.want {
			t.Errorf("%s to %s: %+v, want %+v", c.from, c.to, got, c.want)
		}
	}
}

// Until is undone by Add, and its days are less than a month.
func TestUntilRoundTrip(t *testing.T) {
	all := days(t, 400)
	for i, d := range all {
		for _, e := range []Date{all[(i*13+5)%len(all)], d.AddDays(i % 800)} {
			if e.Before(d) {
				d, e = e, d
			}
			l := d.Until(e)
			if l.Months < 0 || l.Days < 0 || l.Days > 30 {
				t.Fatalf("%v to %v: %+v", d, e, l)
			}
			if got := d.Add(l, Closing); got != e {
				t.Fatalf("%v and %+v: %v, want %v", d, l, got, e)
			}
			if next := d.AddMonths(l.Months+1, Closing); !next.After(e) {
				t.Fatalf("%v to %v: %+v, yet another month ends on %v", d, e, l, next)
			}
		}
	}
}

func TestAgeOn(t *testing.T) {
	for _, c := range []struct {
		born, day string
		want      int
	}{
		{"2008-11-22", "2026-11-21", 17},
		{"2008-11-22", "2026-11-22", 18},
		{"2008-02-29", "2026-02-28", 17},
		{"2008-02-29", "2026-03-01", 18},
		{"2008-02-29", "2028-02-28", 19},
		{"2008-02-29", "2028-02-29", 20},
		{"2026-11-22", "2026-11-22", 0},
		{"2026-11-22", "2027-11-21", 0},
		{"2026-12-31", "2027-01-01", 0},
	} {
		if got := MustParse(c.born).AgeOn(MustParse(c.day)); got != c.want {
			t.Errorf("born %s, on %s: %d, want %d", c.born, c.day, got, c.want)
		}
	}
}

// Whoever is n today was n-1 on the eve of the birthday, as AddYears gives it.
func TestAgeOnBirthday(t *testing.T) {
	for _, d := range days(t, 200) {
		for n := 1; n <= 20; n++ {
			birthday := d.AddYears(n, Opening)
			if a, b := d.AgeOn(birthday.AddDays(-1)), d.AgeOn(birthday); a != n-1 || b != n {
				t.Fatalf("born %v: %d on the eve of %v, %d on the day", d, a, birthday, b)
			}
		}
	}
}
