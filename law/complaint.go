package law

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Complaint is one thing that is wrong with a rule book, or a warning of one
// that will be.
type Complaint struct {
	File  string `json:"file"`
	Line  int    `json:"line,omitempty"`  // counted from 1; 0 when it is of the file as a whole
	Entry string `json:"entry,omitempty"` // "MF4[1]": under MF4, the second line
	Says  string `json:"says"`            // what is wrong, the value quoted, the remedy last
}

// String is the complaint on one line: "fees.yaml:7: MF4[1]: …".
func (c Complaint) String() string {
	s := c.File
	if c.Line > 0 {
		s = fmt.Sprintf("%s:%d", s, c.Line)
	}
	if c.Entry != "" {
		s += ": " + c.Entry
	}
	return s + ": " + c.Says
}

// Complaints are all that is wrong with a book. As an error they have a line
// each.
type Complaints []Complaint

func (cs Complaints) Error() string {
	lines := make([]string, len(cs))
	for i, c := range cs {
		lines[i] = c.String()
	}
	return strings.Join(lines, "\n")
}

// Sort puts complaints in the order of files and lines.
func (cs Complaints) Sort() {
	slices.SortStableFunc(cs, func(a, b Complaint) int {
		return cmp.Or(strings.Compare(a.File, b.File), a.Line-b.Line, strings.Compare(a.Entry, b.Entry))
	})
}

func (cs *Complaints) add(file string, line int, entry, format string, args ...any) {
	*cs = append(*cs, Complaint{file, line, entry, fmt.Sprintf(format, args...)})
}

// err is nil where there is nothing to complain of.
func (cs Complaints) err() error {
	if len(cs) == 0 {
		return nil
	}
	cs.Sort()
	return cs
}
