package law

import (
	"mappe/internal/civil"
	"mappe/profile"
)

// Facts are what a condition may look at: one applicant with the shared facts
// filled in, the day, and the rule book.
type Facts struct {
	*profile.Applicant
	On   civil.Date
	Book *Book

	missing profile.Key // the first fact that the running leaf missed
	tape    *Tape       // what is found is kept on, nil for nowhere
	checked civil.Date  // the earliest day on which a value that was read was checked
}

// Period is the length of that name in force on the day. That the book has one
// is checked before anything is decided. It is the book's own: not to be
// changed.
func (f *Facts) Period(name string) *Value[Period] {
	v := f.Book.Periods[name].at(f.On)
	if v == nil {
		panic("law: the rule book has no period " + name + " on " + f.On.String())
	}
	f.Rests(v.Checked)
	return v
}

// Rests remembers that the answer rests on a value that was checked on a day.
func (f *Facts) Rests(checked civil.Date) {
	if f.checked.IsZero() || checked.Before(f.checked) {
		f.checked = checked
	}
}

// Checked is the earliest day on which a value that the answer rests on was
// compared with its source; the book's, where it rests on no value.
func (f *Facts) Checked() civil.Date {
	if f.checked.IsZero() {
		return f.Book.Checked
	}
	return f.checked
}

// Read is the one accessor of conditions. A missing fact is remembered, makes
// the leaf unknown, and reads as the zero value.
func Read[T any](f *Facts, x profile.Fact[T]) T {
	if v := x.Get(f.Applicant); v != nil {
		return *v
	}
	if f.missing == "" {
		f.missing = x.Key
	}
	var zero T
	return zero
}

// Given reads a fact that is never waited for: a volunteered one, or one that
// only colours a note.
func Given[T any](f *Facts, x profile.Fact[T]) (T, bool) {
	if v := x.Get(f.Applicant); v != nil {
		return *v, true
	}
	var zero T
	return zero, false
}

// Try runs get and tells which fact it missed first, "" for none.
func Try[T any](f *Facts, get func(*Facts) T) (T, profile.Key) {
	outer := f.missing
	f.missing = ""
	v := get(f)
	missed := f.missing
	f.missing = outer
	return v, missed
}
