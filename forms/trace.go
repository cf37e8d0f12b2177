package forms

import (
	"strings"

	"mappe/law"
)

// AppendTrace appends the way to the decision as lines for a log, a condition
// each: what was found, the rules, and the condition by its keys, as in
//
//	true S4-03 sponsor.status=permanent|citizen
func (c *Case) AppendTrace(b []byte) []byte {
	for _, s := range c.Path() {
		b = append(b, s.Finding.Truth.String()...)
		b = appendCites(b, s.Finding)
		b = append(b, ' ')
		b = appendClause(b, s.Finding)
		b = append(b, '\n')
	}
	return b
}

// appendCites appends the rules of a finding and its parts.
func appendCites(b []byte, x law.Finding) []byte {
	if x.Cite != "" {
		b = append(append(b, ' '), x.Cite...)
	}
	for _, p := range x.Parts {
		b = appendCites(b, p)
	}
	return b
}

// marks stand between the parts of a condition.
var marks = map[law.Op]string{law.OpAll: " & ", law.OpAny: " | "}

// appendClause appends a condition by its keys: leaves as fact=value or by the
// name of what they calculate, parts in brackets.
func appendClause(b []byte, x law.Finding) []byte {
	switch x.Op {
	case law.OpIs:
		b = append(append(b, x.Fact...), '=')
		for i, w := range x.Want {
			if i > 0 {
				b = append(b, '|')
			}
			b = append(b, w...)
		}
		return b
	case law.OpCalc:
		return append(b, x.Name...)
	case law.OpNot:
		b = append(b, '!')
	}
	b = append(b, '(')
	for i, p := range x.Parts {
		if i > 0 {
			b = append(b, marks[x.Op]...)
		}
		b = appendClause(b, p)
	}
	return append(b, ')')
}

// Trace is AppendTrace as lines.
func (c *Case) Trace() []string {
	return strings.Split(strings.TrimSuffix(string(c.AppendTrace(nil)), "\n"), "\n")
}
