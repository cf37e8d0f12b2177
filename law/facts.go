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
	quiet   bool        // conditions answer without their parts
	slab    []Finding   // where parts are kept
}

// Quietly answers what a condition answers, without its parts: for looking
// ahead, where nobody will ask for the reasons.
func (f *Facts) Quietly(c Cond) Finding {
	before := f.quiet
	f.quiet = true
	x := c(f)
	f.quiet = before
	return x
}

// take is room for the parts of a finding.
func (f *Facts) take(n int) []Finding {
	if cap(f.slab)-len(f.slab) < n {
		f.slab = make([]Finding, 0, max(n, 24))
	}
	at := len(f.slab)
	f.slab = f.slab[:at+n]
	return f.slab[at : at+n : at+n]
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
