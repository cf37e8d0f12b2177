// Package civil has dates without clocks: a day in Denmark, and arithmetic
// with months that says how it rounds.
package civil

import (
	"fmt"
	"time"
)

// Date is a civil day. The zero value is no date.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// Of is the day y-m-d, which must exist.
func Of(y int, m time.Month, d int) Date { return Date{y, m, d} }

// Parse reads YYYY-MM-DD and refuses days that do not exist.
func Parse(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1 {
		return Date{}, fmt.Errorf("%q is not a day: write YYYY-MM-DD, a day that exists", s)
	}
	return From(t), nil
}

// MustParse is Parse for constants.
func MustParse(s string) Date {
	d, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

// From is the day of t in t's own zone.
func From(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// Today is the day in Europe/Copenhagen at t. Only the command reads the clock.
func Today(t time.Time, copenhagen *time.Location) Date { return From(t.In(copenhagen)) }

// IsZero tells whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

func (d Date) time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// String is YYYY-MM-DD, or "" for no date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day)
}

// MarshalText is String.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText is Parse; empty text is no date.
func (d *Date) UnmarshalText(b []byte) (err error) {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	*d, err = Parse(string(b))
	return err
}

// Compare is negative, zero or positive as d is before, on or after e.
func (d Date) Compare(e Date) int {
	if c := d.Year - e.Year; c != 0 {
		return c
	}
	if c := int(d.Month) - int(e.Month); c != 0 {
		return c
	}
	return d.Day - e.Day
}

// Before tells whether d is an earlier day than e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// After tells whether d is a later day than e.
func (d Date) After(e Date) bool { return d.Compare(e) > 0 }

// AddDays is the day n days after d (before it, when n is negative).
func (d Date) AddDays(n int) Date {
	if day := d.Day + n; day >= 1 && day <= 28 {
		return Date{d.Year, d.Month, day}
	}
	return From(d.time().AddDate(0, 0, n))
}

// DaysUntil is the number of days from d to e, negative when e is earlier.
func (d Date) DaysUntil(e Date) int { return int((e.time().Unix() - d.time().Unix()) / 86400) }

// Weekday is the day of the week.
func (d Date) Weekday() time.Weekday { return d.time().Weekday() }

// Earlier is the earlier of two days.
func Earlier(a, b Date) Date {
	if b.Before(a) {
		return b
	}
	return a
}

// Later is the later of two days.
func Later(a, b Date) Date {
	if b.After(a) {
		return b
	}
	return a
}
