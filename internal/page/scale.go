package page

import "slices"

// scale leads from days to places. Between the days that it was made for it is
// even.
type scale struct {
	days []int
	at   []unit
	cut  []bool // the time from days[i] to the next is cut out
}

// Shares of the line, in percent, and days.
const (
	cutAbove  = 60 // time without a day is cut out where it takes more
	cutTo     = 12 // what is left of it
	cutEnough = 45 // unless what remains were less than this many days
)

// newScale places days between from and to: true to time, but at least apart
// from each other, and where cuts are allowed a long time without days is cut.
func newScale(days []int, from, to, apart unit, cuts bool) *scale {
	days = slices.Clone(days)
	slices.Sort(days)
	s := &scale{days: slices.Compact(days)}
	n := len(s.days) - 1
	s.cut, s.at = make([]bool, n+1), []unit{from}
	if n == 0 {
		return s
	}
	wide := make([]unit, n) // of each gap, 0 while it is true to time
	gap := func(i int) int { return s.days[i+1] - s.days[i] }
	room, time := to-from, s.days[n]-s.days[0]
	for again := cuts; again; {
		again = false
		for i := range n {
			if rest := time - gap(i); wide[i] == 0 && 100*gap(i) > cutAbove*time && rest >= cutEnough {
				wide[i], s.cut[i] = (to-from)*cutTo/100, true
				room, time, again = room-wide[i], rest, true
			}
		}
	}
	apart = min(apart, (to-from)/unit(2*n))
	for again := true; again; {
		again = false
		for i := range n {
			if wide[i] == 0 && int(room)*gap(i) < int(apart)*time {
				wide[i] = apart
				room, time, again = room-apart, time-gap(i), true
			}
		}
	}
	x := from
	for i := range n {
		w := wide[i]
		if w == 0 {
			w = unit(int(room) * gap(i) / time)
			room, time = room-w, time-gap(i)
		}
		x += w
		s.at = append(s.at, x)
	}
	return s
}

// place is where a day is; one outside lies at the end.
func (s *scale) place(day int) unit {
	i, exact := slices.BinarySearch(s.days, day)
	switch {
	case exact:
		return s.at[i]
	case i == 0:
		return s.at[0]
	case i == len(s.days):
		return s.at[i-1]
	}
	a, b := s.days[i-1], s.days[i]
	return s.at[i-1] + unit(int(s.at[i]-s.at[i-1])*(day-a)/(b-a))
}

// reach is from where to where a bar goes. It meets the line of a day that it
// begins after, or ends with.
func (s *scale) reach(b Bar) (from, to unit) {
	from, to = s.place(b.From), s.place(b.To+1)
	if i, marked := slices.BinarySearch(s.days, b.From-1); marked {
		from = s.at[i]
	}
	if i, marked := slices.BinarySearch(s.days, b.To); marked {
		to = s.at[i]
	}
	return from, to
}

// pieces are the runs of days between cuts, from the first to the last of each.
func (s *scale) pieces() (runs [][2]int) {
	first := 0
	for i := range s.days {
		if s.cut[i] || i == len(s.days)-1 {
			runs = append(runs, [2]int{s.days[first], s.days[i]})
			first = i + 1
		}
	}
	return runs
}
