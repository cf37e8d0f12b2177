// Package ua looks whether a finished PDF keeps PDF/UA-1 (ISO 14289-1) and
// PDF/A-2u (ISO 19005-2), as far as a program can tell. It serves tests, as
// the specimens do; docs/pdfua.md says what it looks for and what it does not.
//
// It reads what the writer wrote and shares nothing with it but the reader of
// objects.
package ua

import (
	"fmt"
	"slices"

	"mappe/internal/pdf"
)

// Scope says whose pages a file has.
type Scope int

const (
	// Whole is a document of which every page was made by mappe: it claims the
	// standards, and keeps all rules.
	Whole Scope = iota
	// Packet has copied pages too. What they are drawn with is theirs; how they
	// stand in the structure is ours. It claims nothing.
	Packet
)

// Complaint is a breach of a rule.
type Complaint struct{ Rule, Place, Says string }

func (c Complaint) String() string { return c.Rule + ": " + c.Place + ": " + c.Says }

// perRule is how many breaches of one rule are told.
const perRule = 5

// Check complains of what a file does against the rules of its scope.
func Check(file []byte, scope Scope) []Complaint {
	d, err := read(file, scope)
	if err != nil {
		return []Complaint{{"readable", "file", err.Error()}}
	}
	d.checkTree()
	d.checkMarks()
	d.checkParents()
	d.checkNesting()
	d.checkHeadings()
	d.checkFigures()
	d.checkLanguages()
	d.checkCatalog()
	d.checkMetadata()
	d.checkAnnotations()
	d.checkFonts()
	d.checkObjects()
	d.checkBytes()
	d.checkColours()
	if err := d.f.Err(); err != nil {
		d.complain("readable", "file", "%v", err)
	}
	return d.complaints
}

// complain notes a breach, unless the rule does not hold for the file.
func (d *document) complain(rule, place, format string, args ...any) {
	i := slices.IndexFunc(Rules, func(r Rule) bool { return r.Name == rule })
	if i < 0 {
		panic("no rule " + rule)
	}
	if !slices.Contains(Rules[i].Scopes, d.scope) || d.told[rule] == perRule {
		return
	}
	d.told[rule]++
	d.complaints = append(d.complaints, Complaint{rule, place, fmt.Sprintf(format, args...)})
}

// document is a file with what was read out of it.
type document struct {
	raw        []byte
	f          *pdf.File
	scope      Scope
	told       map[string]int
	complaints []Complaint

	numbers map[int]pdf.Object // every object that the tables list
	pages   []*page
	root    *element // the structure tree; nil: none
	all     []*element
	fonts   map[int]*font
}

// read reads all of a file once.
func read(file []byte, scope Scope) (*document, error) {
	f, err := pdf.Open(pdf.Bytes(file), "")
	if err != nil {
		return nil, err
	}
	d := &document{raw: file, f: f, scope: scope, told: map[string]int{}, numbers: map[int]pdf.Object{}, fonts: map[int]*font{}}
	if f.Repaired() {
		d.complain("readable", "file", "its tables are damaged")
	}
	size, _ := f.Int(f.Trailer().Get("Size"))
	for n := 1; n < size; n++ {
		if o := f.Get(pdf.Ref{Num: n}); o != nil {
			d.numbers[n] = o
		}
	}
	for n := range f.Pages() {
		d.pages = append(d.pages, d.readPage(n+1))
	}
	d.readTree()
	return d, nil
}

func object(n int) string { return fmt.Sprint("object ", n) }
