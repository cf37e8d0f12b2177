package forms

import (
	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// Reckoning is how a day was computed, so that a reader can repeat it with a
// calendar: a first day, then each shift of it.
type Reckoning struct {
	First  civil.Date
	Fact   profile.Key // the fact that is the first day, else Start names it
	Start  Start
	Shifts []Shift
	Test   *Test // what chose between two lengths, nil where there is one
}

// Start names a first day that no fact gives.
type Start string

const (
	FiledToday     Start = "today"   // filed on the day itself
	FiledOnOpening Start = "opening" // filed on the first day of the window
)

// Shift moves a day by a civil length.
type Shift struct {
	By    law.Period
	Back  bool
	Round civil.Rounding
	Name  string   // the period in periods.yaml, or what is over it (time-abroad-counted); "" for a single day
	Cite  law.Cite // the sentence that says By
	On    civil.Date
	NoDay civil.Date // the day that the calendar lacks, where On had to be rounded
	Other civil.Date // what the other rounding makes of it
}

// Test compares a day that was reckoned with the day of a fact.
type Test struct {
	Reached Reckoning
	Fact    profile.Key
	Day     civil.Date
	Met     bool
}

// On is the day that was reckoned.
func (r Reckoning) On() civil.Date {
	if n := len(r.Shifts); n > 0 {
		return r.Shifts[n-1].On
	}
	return r.First
}

// other is the day under the other rounding throughout, no date where that is
// the same.
func (r Reckoning) other() civil.Date {
	day := r.First
	for _, s := range r.Shifts {
		day = s.move(day, !s.Round)
	}
	if day == r.On() {
		return civil.Date{}
	}
	return day
}

// move is the day to which a shift leads from d.
func (s Shift) move(d civil.Date, r civil.Rounding) civil.Date {
	if s.Back {
		return s.By.Before(d, r)
	}
	return s.By.After(d, r)
}

// given begins with the day of a fact.
func given(x profile.Fact[civil.Date], d civil.Date) Reckoning {
	return Reckoning{First: d, Fact: x.Key}
}

// plus is one period of the rule book later.
func (r Reckoning) plus(f *law.Facts, name string, round civil.Rounding) Reckoning {
	v := periodOf(f, name)
	return r.shift(Shift{By: v.Value, Round: round, Name: name, Cite: v.Cite})
}

// minus is one period of the rule book earlier.
func (r Reckoning) minus(f *law.Facts, name string, round civil.Rounding) Reckoning {
	v := periodOf(f, name)
	return r.shift(Shift{By: v.Value, Back: true, Round: round, Name: name, Cite: v.Cite})
}

// dayBefore is the day before, which is the last safe one for what must happen
// before.
func (r Reckoning) dayBefore(c law.Cite) Reckoning {
	return r.shift(Shift{By: law.Period{Days: 1}, Back: true, Cite: c})
}

func (r Reckoning) shift(s Shift) Reckoning {
	d := r.On()
	s.On = s.move(d, s.Round)
	if other := s.move(d, !s.Round); other != s.On {
		months := 12*s.By.Years + s.By.Months
		if s.Back {
			months = -months
		}
		short := d.AddMonths(months, civil.Closing)
		s.NoDay, s.Other = civil.Of(short.Year, short.Month, d.Day), other
	}
	n := len(r.Shifts)
	r.Shifts = append(r.Shifts[:n:n], s) // r itself stays as it is
	return r
}
