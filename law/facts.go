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
