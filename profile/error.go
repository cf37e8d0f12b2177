package profile

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// Error is one complaint about a profile, or about another file that is read as
// strictly.
type Error struct {
	File    string // "" for what was typed
	Line    int    // counted from 1; 0 when the complaint is of the file as a whole
	Key     string // the place, "applicants[0].permit.expires"; "" for the top
	Message string // what is wrong, the offending value quoted, and the remedy
}

// Error is the complaint on one line: "case.yaml:7: applicants[0].permit:
// unknown fact …".
func (e *Error) Error() string {
	s := e.File
	if e.Line > 0 {
		s += ":" + strconv.Itoa(e.Line)
	}
	if s != "" && e.Key != "" {
		s += ": "
	}
	if s += e.Key; s != "" {
		s += ": "
	}
	return s + e.Message
}

// complaints are the errors of one file as they are found.
type complaints struct {
	file string
	kind genre
	errs []*Error
	more int // found beyond what is worth reading
}

// genre is what sort of file one is: what one is called, and how it starts.
type genre struct{ noun, starts string }

var profiles = genre{"profile", "mappe: 1"}

// enough complaints are printed of one file; the rest are counted.
const enough = 100

func (c *complaints) full() bool { return len(c.errs) >= enough }

func (c *complaints) add(line int, key, format string, args ...any) {
	if c.full() {
		c.more++
		return
	}
	c.errs = append(c.errs, &Error{c.file, line, key, fmt.Sprintf(format, args...)})
}

// err joins the complaints in the order of their lines; nil when there are none.
func (c *complaints) err() error {
	slices.SortStableFunc(c.errs, func(a, b *Error) int { return cmp.Compare(a.Line, b.Line) })
	var all []error
	for _, e := range c.errs {
		all = append(all, e)
	}
	if c.more > 0 {
		all = append(all, &Error{File: c.file, Message: fmt.Sprintf("and %d more errors", c.more)})
	}
	return errors.Join(all...)
}

// quote is a value as an error shows it: quoted, and shortened when it is long.
func quote(s string) string {
	const long = 60
	if r := []rune(s); len(r) > long {
		return strconv.Quote(string(r[:long])) + "…"
	}
	return strconv.Quote(s)
}
