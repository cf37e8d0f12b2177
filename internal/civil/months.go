package civil

import (
	"strconv"
	"time"
)

// Rounding says what becomes of a day that the target month does not have.
type Rounding bool

const (
	// Closing rounds to the last day of the month: 31 August plus 6 months is
	// 28 or 29 February. What ends, ends on the earlier day.
	Closing Rounding = false
	// Opening rounds to the first day of the next month: 31 May less 3 months
	// is 1 March. What opens, or is reached, does so on the later day.
	Opening Rounding = true
)

// AddMonths is d moved by n civil months, rounded as r says where the day does
// not exist.
func (d Date) AddMonths(n int, r Rounding) Date {
	months := 12*d.Year + int(d.Month) - 1 + n
	y, m := months/12, months%12
	if m < 0 { // before the year 0
		y, m = y-1, m+12
	}
	to := Date{y, time.Month(m + 1), d.Day}
	switch last := daysIn(y, to.Month); {
	case d.Day <= last:
		return to
	case r == Opening:
		return Date{y, to.Month, 1}.AddMonths(1, Closing)
	default:
		return Date{y, to.Month, last}
	}
}

// daysIn is the number of days of a month.
func daysIn(y int, m time.Month) int {
	switch {
	case m == time.February && y%4 == 0 && (y%100 != 0 || y%400 == 0):
		return 29
	case m == time.February:
		return 28
	case m == time.April || m == time.June || m == time.September || m == time.November:
		return 30
	}
	return 31
}

// AddYears is d moved by n civil years, rounded as r says: 29 February plus 5
// years is 1 March (Opening) or 28 February (Closing).
func (d Date) AddYears(n int, r Rounding) Date { return d.AddMonths(12*n, r) }

// Length is a civil length of time: whole months and the days left over.
type Length struct{ Months, Days int }

// String is the length as ISO 8601 writes it: P3Y6M, P0D for none.
func (l Length) String() string {
	if l == (Length{}) {
		return "P0D"
	}
	s := "P"
	for _, part := range []struct {
		n    int
		unit string
	}{{l.Months / 12, "Y"}, {l.Months % 12, "M"}, {l.Days, "D"}} {
		if part.n != 0 {
			s += strconv.Itoa(part.n) + part.unit
		}
	}
	return s
}

// Until is the civil length from d to e, date to date; zero when e is not
// later. Adding it to d with Closing gives e or, at a month's end, a day
// before it.
func (d Date) Until(e Date) Length {
	if !e.After(d) {
		return Length{}
	}
	n := 12*(e.Year-d.Year) + int(e.Month-d.Month)
	for d.AddMonths(n, Closing).After(e) {
		n--
	}
	return Length{n, d.AddMonths(n, Closing).DaysUntil(e)}
}

// Add is d moved by l, its months first.
func (d Date) Add(l Length, r Rounding) Date { return d.AddMonths(l.Months, r).AddDays(l.Days) }

// AgeOn is the number of whole years that somebody born on d has lived on day;
// a birthday on 29 February is reached on 1 March where there is none.
func (d Date) AgeOn(day Date) int {
	n := day.Year - d.Year
	for d.AddYears(n, Opening).After(day) {
		n--
	}
	return n
}
