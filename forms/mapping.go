package forms

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"mappe/profile"
)

// Mapping says which fact goes into which field of an official form. It holds
// names and formats, and no condition but that a fact is one of some values.
type Mapping struct {
	File   string // in errors
	Form   string // MF4, … that it is for; "" for any
	Fields string // digest of the names of the form's fields; "" for any
	Lines  []MappingLine
}

// MappingLine fills one field: with one or several facts, with a value when a
// fact is one of some, or with words of its own.
type MappingLine struct {
	Line    int
	Field   string
	Facts   []profile.Key
	Join    string            // between several
	Format  string            // of a date: "dd-mm-yyyy"; "" is that of the field
	Months  string            // language of the months that a date names, "" for English
	Part    [2]int            // of its letters and digits from the first to the last, counted from 1; 0 for all
	Country string            // language in which a country's code is written as its name, "" for the code
	Values  map[string]string // what is written for a value; nil for the value itself
	Is      []string          // of "when": the values of the fact at which Words are written
	Words   string            // of "when", and of "text"
}

// What becomes of a line for a person.
const (
	LineFills   = "fills"
	LineNoFact  = "no-fact" // a fact that it needs is not known
	LineOther   = "other"   // the fact is known, and none of those at which it fills
	LineNoValue = "no-value"
)

// Filling is what a line puts into its field, for one person.
type Filling struct {
	State string        // one of the Line… constants
	Words []string      // to be written
	Lacks []profile.Key // the facts that are not known
	Value string        // that the table of values lacks
}

// usual is how a date is written where neither mapping nor field says it.
const usual = "dd-mm-yyyy"

// Names are what a mapping asks to be called by its name in a language, one of
// "en" and "da".
type Names struct {
	Country func(code, lang string) string // "" of a code that is of none
	Month   func(m time.Month, lang string, short bool) string
}

// Fill is what the line puts into its field for a person; own is the format of
// dates that the field wants, "" for none.
func (m *MappingLine) Fill(a *profile.Applicant, own string, n Names) (f Filling) {
	if len(m.Facts) == 0 {
		return Filling{State: LineFills, Words: []string{m.Words}}
	}
	var all []string
	for _, k := range m.Facts {
		values := known(a, k)
		if len(values) == 0 {
			f.Lacks = append(f.Lacks, k)
			continue
		}
		if m.Is != nil {
			if slices.ContainsFunc(values, func(v string) bool { return slices.Contains(m.Is, v) }) {
				return Filling{State: LineFills, Words: []string{m.Words}}
			}
			f.State = LineOther
			continue
		}
		for _, v := range values {
			if m.Values != nil {
				said, ok := m.Values[v]
				if !ok {
					return Filling{State: LineNoValue, Value: v}
				}
				v = said
			} else if q, _ := lookup(k); q.Kind == "date" {
				v = inFormat(v, m.Format, own, func(month time.Month, short bool) string {
					return n.Month(month, cmp.Or(m.Months, nameLanguages[0]), short)
				})
			} else if m.Country != "" && isCountry(q) {
				v = cmp.Or(n.Country(v, m.Country), v)
			}
			if m.Part[1] > 0 {
				v = part(v, m.Part)
			}
			all = append(all, v)
		}
	}
	switch {
	case f.State == LineOther:
		return f
	case len(f.Lacks) > 0:
		f.State = LineNoFact
		return f
	case len(m.Facts) > 1:
		all = []string{strings.Join(all, m.Join)}
	}
	return Filling{State: LineFills, Words: all}
}

func isCountry(q profile.Question) bool { return q.Kind == "country" || q.Kind == "countries" }

// known are the values of a fact, none while it is not known.
func known(a *profile.Applicant, k profile.Key) []string {
	q, part := lookup(k)
	if part != "" {
		if s := named(a, q.Key, part); s != "" {
			return []string{s}
		}
		return nil
	}
	if q.Kind == "name" {
		if s := named(a, k, ""); s != "" {
			return []string{s}
		}
		return nil
	}
	s := a.Text(k)
	if s == "" || s == "none" && (q.Kind == "countries" || q.Kind == "languages") {
		return nil
	}
	if q.Kind == "countries" || q.Kind == "languages" {
		all := strings.Split(s, ",")
		for i := range all {
			all[i] = strings.TrimSpace(all[i])
		}
		return all
	}
	return []string{s}
}

// lookup finds the fact of a key, which may name a part of a name:
// "sponsor.name.family".
func lookup(k profile.Key) (q profile.Question, part string) {
	if q, ok := profile.Lookup(k); ok {
		return q, ""
	}
	i := strings.LastIndexByte(string(k), '.')
	if i < 0 {
		return profile.Question{}, ""
	}
	q, ok := profile.Lookup(k[:i])
	if part = string(k[i+1:]); ok && q.Kind == "name" && slices.Contains(nameParts, part) {
		return q, part
	}
	return profile.Question{}, ""
}

var nameParts = []string{"given", "family", "latin"}

// named is a name, or a part of it.
func named(a *profile.Applicant, k profile.Key, part string) string {
	var n *profile.Name
	switch {
	case k == "name":
		n = a.Name
	case k == "sponsor.name" && a.Sponsor != nil:
		n = a.Sponsor.Name
	case k == "danish_family_member.name" && a.DanishFamilyMember != nil:
		n = a.DanishFamilyMember.Name
	case k == "representative.name" && a.Representative != nil:
		n = a.Representative.Name
	}
	switch {
	case n == nil:
		return ""
	case part == "given":
		return n.Given
	case part == "family":
		return n.Family
	case part == "latin":
		return n.Latin
	}
	return n.String()
}

// part is some of the letters and digits of a value.
func part(s string, p [2]int) string {
	var letters []rune
	for _, r := range s {
		if isLetter(r) {
			letters = append(letters, r)
		}
	}
	return string(letters[min(p[0]-1, len(letters)):min(p[1], len(letters))])
}

// Check compares the mapping with the fields that a form has. Every line of a
// field that the form lacks is an error, with the nearest.
func (m *Mapping) Check(fields []string) error {
	var errs []error
	for _, l := range m.Lines {
		if slices.Contains(fields, l.Field) {
			continue
		}
		remedy := "the form has no fields"
		if len(fields) > 0 {
			remedy = fmt.Sprintf("did you mean %q? mappe form inspect shows all", profile.Nearest(l.Field, fields))
		}
		errs = append(errs, &profile.Error{File: m.File, Line: l.Line, Key: "map", Message: fmt.Sprintf("the form has no field %q; %s", l.Field, remedy)})
	}
	return errors.Join(errs...)
}

// Taken are the facts that some line takes, whole or in part.
func (m *Mapping) Taken() map[profile.Key]bool {
	all := map[profile.Key]bool{}
	for _, l := range m.Lines {
		for _, k := range l.Facts {
			q, _ := lookup(k)
			all[k], all[q.Key] = true, true
		}
	}
	return all
}

// NameOf is the name that a fact holds, as the person writes it; "" while it is
// not known.
func NameOf(a *profile.Applicant, k profile.Key) string { return named(a, k, "") }
