package civil

import (
	"encoding/json"
	"math/rand/v2"
	"testing"
	"time"
)

// days are random days of the years 1900 to 9998, always the same, and every
// day about the ends of some Februaries.
func days(t *testing.T, n int) []Date {
	t.Helper()
	r := rand.New(rand.NewPCG(1, 2))
	var out []Date
	for range n {
		out = append(out, Of(1900, 1, 1).AddDays(r.IntN(2_958_000)))
	}
	for _, y := range []int{1900, 2000, 2023, 2024, 2100} {
		for d := Of(y, 2, 26); d.Before(Of(y, 3, 3)); d = d.AddDays(1) {
			out = append(out, d)
		}
		out = append(out, Of(y, 12, 31), Of(y, 1, 1), Of(y, 1, 31))
	}
	return out
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		s    string
		want Date
	}{
		{"2026-11-22", Of(2026, 11, 22)},
		{"2024-02-29", Of(2024, 2, 29)},
		{"2000-02-29", Of(2000, 2, 29)},
		{"0001-01-01", Of(1, 1, 1)},
		{"9999-12-31", Of(9999, 12, 31)},
	} {
		if got, err := Parse(c.s); err != nil || got != c.want {
			t.Errorf("%s: %v, %v", c.s, got, err)
		}
	}
	for _, bad := range []string{"", "2026-02-30", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-01-00",
		"0000-01-01", "2026-1-1", "26-01-01", "2026-01-01 ", " 2026-01-01", "2026-01-01T00:00:00Z", "20260101",
		"2026/01/01", "01-02-2026", "+2026-01-01", "12026-01-01", "２０２６-01-01"} {
		if d, err := Parse(bad); err == nil || !d.IsZero() {
			t.Errorf("%q is read as %v", bad, d)
		}
	}
}

func TestMustParsePanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	MustParse("2026-02-30")
}

func TestTextRoundTrip(t *testing.T) {
	for _, d := range days(t, 500) {
		if got, err := Parse(d.String()); err != nil || got != d {
			t.Fatalf("%v: read back as %v, %v", d, got, err)
		}
		if d.time().Weekday() != d.AddDays(7).time().Weekday() {
			t.Fatalf("%v and a week later", d)
		}
	}
}

func TestJSON(t *testing.T) {
	type row struct{ From, To Date }
	b, err := json.Marshal(row{From: Of(2026, 1, 2)})
	if want := `{"From":"2026-01-02","To":""}`; err != nil || string(b) != want {
		t.Fatalf("%s, %v; want %s", b, err, want)
	}
	got := row{To: Of(2020, 1, 1)}
	if err := json.Unmarshal(b, &got); err != nil || got != (row{From: Of(2026, 1, 2)}) {
		t.Errorf("read back as %v, %v", got, err)
	}
	if err := json.Unmarshal([]byte(`{"From":"2026-02-30"}`), &got); err == nil {
		t.Error("30 February is read")
	}
}

// A day begins at midnight in Copenhagen: an hour before UTC in winter, two in
// summer.
func TestToday(t *testing.T) {
	cph, err := time.LoadLocation("Europe/Copenhagen")
	if err != nil {
		t.Skipf("no time zones here: %v", err)
	}
	for at, want := range map[string]string{
		"2026-11-21T22:59:59Z": "2026-11-21",
		"2026-11-21T23:00:00Z": "2026-11-22",
		"2026-07-01T21:59:59Z": "2026-07-01",
		"2026-07-01T22:00:00Z": "2026-07-02",
		"2026-12-31T23:30:00Z": "2027-01-01",
	} {
		instant, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		if got := Today(instant, cph).String(); got != want {
			t.Errorf("%s is %s, want %s", at, got, want)
		}
	}
}

// The order of days is the order of their texts, and agrees with the distance.
func TestCompare(t *testing.T) {
	all := days(t, 200)
	for i, a := range all {
		b := all[(i*7+3)%len(all)]
		n, text := a.DaysUntil(b), 0
		switch {
		case a.String() < b.String():
			text = 1
		case a.String() > b.String():
			text = -1
		}
		if sign(n) != text || a.Before(b) != (text > 0) || a.After(b) != (text < 0) || sign(b.Compare(a)) != text {
			t.Fatalf("%v and %v: %d days, compare %d", a, b, n, a.Compare(b))
		}
		if a.AddDays(n) != b || b.AddDays(-n) != a || b.DaysUntil(a) != -n {
			t.Fatalf("%v and %v: %d days", a, b, n)
		}
		if e, l := Earlier(a, b), Later(a, b); l.Before(e) || (e != a || l != b) && (e != b || l != a) {
			t.Fatalf("%v and %v: earlier %v, later %v", a, b, e, l)
		}
	}
}

func TestAddDays(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2026-11-22", 14, "2026-12-06"},
		{"2024-02-28", 1, "2024-02-29"},
		{"2023-02-28", 1, "2023-03-01"},
		{"2026-01-01", -1, "2025-12-31"},
		{"2026-03-28", 2, "2026-03-30"}, // the night when the clocks change
		{"2026-01-01", 0, "2026-01-01"},
	} {
		if got := MustParse(c.from).AddDays(c.n).String(); got != c.want {
			t.Errorf("%s and %d days: %s, want %s", c.from, c.n, got, c.want)
		}
	}
}

func TestWeekday(t *testing.T) {
	for day, want := range map[string]time.Weekday{
		"2026-11-22": time.Sunday,
		"2027-01-30": time.Saturday,
		"2024-02-29": time.Thursday,
		"1900-03-01": time.Thursday, // no 29 February before it
	} {
		if got := MustParse(day).Weekday(); got != want {
			t.Errorf("%s is a %v, want %v", day, got, want)
		}
	}
}

func sign(n int) int {
	switch {
	case n > 0:
		return 1
	case n < 0:
		return -1
	}
	return 0
}
