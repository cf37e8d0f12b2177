// Package law is the rule book: the sources that were read, the sentences that
// decisions rest on, dated fees and periods, and conditions that are true,
// false or unknown.
//
// YAML holds numbers, dates, quotations and names; conditions are Go. A fact
// that was not asked makes a condition unknown, never false.
package law

// Truth is Kleene's: what is not known is neither true nor false.
type Truth int8

const (
	Unknown Truth = iota // the zero value: nobody has answered yet
	False
	True
)

// Of is the truth of a known bool.
func Of(b bool) Truth {
	if b {
		return True
	}
	return False
}

// Not is the opposite; unknown stays unknown.
func (t Truth) Not() Truth {
	switch t {
	case True:
		return False
	case False:
		return True
	}
	return Unknown
}

func (t Truth) String() string { return [...]string{"unknown", "false", "true"}[t] }
