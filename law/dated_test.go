package law

import (
	"errors"
	"strings"
	"testing"

	"mappe/internal/civil"
)

// rates have gaps, a line with an end as the newest, and a line that has always
// held.
var rates = Dated[int]{Name: "rates", Values: []Value[int]{
	{Value: 3, From: civil.Of(2026, 1, 1), To: civil.Of(2026, 12, 31)},
	{Value: 2, From: civil.Of(2024, 1, 1), To: civil.Of(2024, 12, 31), Cite: "S4-01"},
	{Value: 1, To: civil.Of(2019, 12, 31), Cite: "S4-02"},
}}

func TestDatedOn(t *testing.T) {
	for _, tc := range []struct {
		day  string
		want int
		says string // of the error
	}{
		{"0900-01-01", 1, ""}, {"2019-12-31", 1, ""},
		{"2020-01-01", 0, "rates on 2020-01-01: the rule book has no value for this day"},
		{"2023-12-31", 0, "no value for this day"},
		{"2024-01-01", 2, ""}, {"2024-12-31", 2, ""},
		{"2025-06-30", 0, "no value for this day"},
		{"2026-01-01", 3, ""}, {"2026-12-31", 3, ""},
		{"2027-01-01", 0, "rates on 2027-01-01: the rule book has no value for this day"},
		{"2100-01-01", 0, "no value for this day"},
	} {
		v, err := rates.On(civil.MustParse(tc.day))
		switch {
		case tc.says == "" && (err != nil || v.Value != tc.want):
			t.Errorf("%s: %d, %v; want %d", tc.day, v.Value, err, tc.want)
		case tc.says != "" && (!errors.Is(err, ErrNoValue) || !strings.Contains(err.Error(), tc.says)):
			t.Errorf("%s: %d, %v; want ErrNoValue with %q", tc.day, v.Value, err, tc.says)
		}
	}
	if _, err := (Dated[int]{Name: "none"}).On(civil.Of(2026, 1, 1)); !errors.Is(err, ErrNoValue) {
		t.Errorf("a list of no values: %v", err)
	}
}

// The last published value that ended before a day is shown as such; one that
// is in force on the day is not.
func TestDatedBefore(t *testing.T) {
	for day, want := range map[string]int{
		"2027-02-01": 3, "2026-12-31": 2, "2025-06-30": 2, "2024-12-31": 1, "2020-01-01": 1, "2019-12-31": 0, "1990-01-01": 0,
	} {
		v, ok := rates.Before(civil.MustParse(day))
		if v.Value != want || ok != (want > 0) {
			t.Errorf("before %s: %d, %t; want %d", day, v.Value, ok, want)
		}
	}
}

func TestDatedCaptured(t *testing.T) {
	if v, ok := rates.Captured(); !ok || v.Value != 2 {
		t.Errorf("captured: %d, %t; want the newest that a page states, 2", v.Value, ok)
	}
	if v, ok := (Dated[int]{Values: []Value[int]{{Value: 1, Source: "x"}}}).Captured(); ok {
		t.Errorf("nothing is captured, yet %d is found", v.Value)
	}
}

func TestPeriod(t *testing.T) {
	for _, tc := range []struct {
		p             Period
		day           string
		after, before string // opening, closing
	}{
		{Period{Months: 3}, "2026-05-31", "2026-08-31 2026-08-31", "2026-03-01 2026-02-28"},
		{Period{Months: 6}, "2026-08-31", "2027-03-01 2027-02-28", "2026-03-01 2026-02-28"},
		{Period{Years: 5}, "2024-02-29", "2029-03-01 2029-02-28", "2019-03-01 2019-02-28"},
		{Period{Years: 1, Months: 1, Days: 14}, "2026-12-31", "2028-02-14 2028-02-14", "2025-11-17 2025-11-16"},
		{Period{Days: 14}, "2026-12-20", "2027-01-03 2027-01-03", "2026-12-06 2026-12-06"},
		{Period{}, "2026-02-28", "2026-02-28 2026-02-28", "2026-02-28 2026-02-28"},
	} {
		day := civil.MustParse(tc.day)
		after := tc.p.After(day, civil.Opening).String() + " " + tc.p.After(day, civil.Closing).String()
		before := tc.p.Before(day, civil.Opening).String() + " " + tc.p.Before(day, civil.Closing).String()
		if after != tc.after || before != tc.before {
			t.Errorf("%+v from %s: after %q, want %q; before %q, want %q", tc.p, tc.day, after, tc.after, before, tc.before)
		}
	}
}

// The book says each of the four forms' fees in one of the ways that a fee can
// be said: an amount, none, not stated. 0 is never an amount.
func TestFees(t *testing.T) {
	b := ours(t)
	if len(b.Fees) != 4 {
		t.Errorf("fees of %d forms, want 4", len(b.Fees))
	}
	for form, d := range b.Fees {
		for _, v := range d.Values {
			ways := 0
			for _, way := range []bool{v.Value.DKK > 0, v.Value.Free, !v.Value.Stated} {
				if way {
					ways++
				}
			}
			if ways != 1 {
				t.Errorf("%s from %s: %+v says its fee in %d ways", form, v.From, v, ways)
			}
			if v.Value.DKK > 0 && (v.Confidence != "H" || v.To.IsZero()) {
				t.Errorf("%s from %s: an amount is of confidence H and has an end: %+v", form, v.From, v)
			}
		}
	}
	for name, d := range b.Periods {
		for _, v := range d.Values {
			if name != "state-posting" && (v.Value == Period{}) {
				t.Errorf("%s from %s has no length", name, v.From)
			}
		}
	}
}
