// Package fields fills in the interactive forms of PDF files. What a field then
// shows is set by internal/typeset, in any script that has a font; the values are
// put into the file by the guest, as an update behind its last byte; and another
// guest reads the file again, so that only what has arrived counts.
package fields

import (
	"context"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"mappe/internal/guest"
)

// Value is what a field is to hold. Of a list it may be several; of a box it is
// the state that is on, and none for off.
type Value struct {
	Field string
	Words []string
}

// Why a value is not in its field as it was meant.
const (
	WhyNoField  = "no-field"  // the form has none of that name
	WhyNoChoice = "no-choice" // it is none of the field's choices
	WhyTooLong  = "too-long"  // the field takes fewer letters
	WhyReadOnly = "read-only" // the form keeps the field to itself
	WhyNoLetter = "no-letter" // no font draws a letter of it
	WhyNoValue  = "no-value"  // a signature or a button
	WhyNoRoom   = "no-room"   // it is stored, but not all of it can be seen
	WhyReread   = "reread"    // it reads otherwise in the finished file
)

// Lost is a value that is not in its field as it was meant.
type Lost struct {
	Value
	Why    string // one of the Why… constants
	Detail string // the letter, the number of letters, what was read
}

// Filled is what came of a form.
type Filled struct {
	Size  int64       // of the file
	Added []byte      // to be put behind the file; nil where nothing was to be filled in
	Form  *guest.Form // as it reads now
	Kept  []Value     // that are in their fields, in the order in which they were given
	Lost  []Lost
}

// Fill gives the fields of the form that guest.Inspect found in a file their
// values. The file stays as it is.
func Fill(ctx context.Context, path, password string, form *guest.Form, values []Value, l guest.Limits) (*Filled, error) {
	f := &Filled{Form: form}
	var settings []guest.Setting
	var meant []Value
	looks := newLooks()
	for _, v := range values {
		i := slices.IndexFunc(form.Fields, func(x guest.Field) bool { return x.Name == v.Field })
		if i < 0 {
			f.Lost = append(f.Lost, Lost{v, WhyNoField, ""})
			continue
		}
		field := &form.Fields[i]
		stored, why, detail := settle(field, v.Words)
		if why != "" {
			f.Lost = append(f.Lost, Lost{v, why, detail})
			continue
		}
		s, whole := looks.setting(form, i, stored)
		if !whole {
			f.Lost = append(f.Lost, Lost{v, WhyNoRoom, ""})
			continue
		}
		settings, meant = append(settings, s), append(meant, v)
	}
	if len(settings) == 0 {
		return f, nil
	}
	settings = append(settings, looks.others(form, settings)...)
	drawn, err := looks.file()
	if err != nil {
		return nil, err
	}
	u, err := guest.Fill(ctx, path, password, settings, drawn, l)
	if err != nil {
		return nil, err
	}
	f.Size, f.Added = u.Size, u.Added
	if f.Form, err = guest.Reread(ctx, path, password, f.Added, l); err != nil {
		return nil, err
	}
	for i, s := range settings[:len(meant)] {
		if got := f.read(form.Fields[s.Field].Name); !slices.Equal(got, s.Value) {
			f.Lost = append(f.Lost, Lost{meant[i], WhyReread, strings.Join(got, ", ")})
			continue
		}
		f.Kept = append(f.Kept, meant[i])
	}
	return f, nil
}

// read is the value of a field in the finished file.
func (f *Filled) read(name string) []string {
	for _, x := range f.Form.Fields {
		if x.Name == name {
			return x.Value
		}
	}
	return nil
}

// settle is what is stored for words, or why nothing is.
func settle(x *guest.Field, words []string) (stored []string, why, detail string) {
	if x.ReadOnly {
		return nil, WhyReadOnly, ""
	}
	for _, w := range words {
		w = clean(w, x.Multiline)
		if w == "" {
			continue
		}
		switch x.Type {
		case guest.FieldText, guest.FieldDate:
			if n := len([]rune(w)); x.MaxLen > 0 && n > x.MaxLen {
				return nil, WhyTooLong, decimal(x.MaxLen)
			}
		case guest.FieldSignature, guest.FieldButton:
			return nil, WhyNoValue, x.Type
		default:
			value, ok := chosen(x, w)
			if !ok && !x.Editable {
				return nil, WhyNoChoice, offered(x)
			}
			if ok {
				w = value
			}
		}
		if r, missing := unknownLetter(shown(x, w)); missing {
			return nil, WhyNoLetter, letter(r)
		}
		stored = append(stored, w)
	}
	if len(stored) > 1 && !x.Several {
		stored = []string{strings.Join(stored, ", ")}
		if x.Type != guest.FieldText {
			return nil, WhyNoChoice, offered(x)
		}
		return settle(x, stored)
	}
	return stored, "", ""
}

// clean is a value as a field takes it: its letters put together, and on one
// line unless the field has several.
func clean(s string, multiline bool) string {
	s = strings.ReplaceAll(norm.NFC.String(s), "\r\n", "\n")
	if !multiline {
		s = strings.Join(strings.Fields(s), " ")
	}
	return strings.TrimSpace(s)
}

// chosen is the value of the choice that words name: by what is stored, or by
// what is shown.
func chosen(x *guest.Field, words string) (value string, ok bool) {
	for _, c := range x.Choices {
		if c.Value == words {
			return c.Value, true
		}
	}
	for _, c := range x.Choices {
		if c.Shown == words {
			return c.Value, true
		}
	}
	return "", false
}

// shown is what a viewer shows of a stored value.
func shown(x *guest.Field, stored string) string {
	if x.Type == guest.FieldCheckbox || x.Type == guest.FieldRadio {
		return ""
	}
	for _, c := range x.Choices {
		if c.Value == stored && c.Shown != "" {
			return c.Shown
		}
	}
	return stored
}

// offered are the first choices of a field, for a message.
func offered(x *guest.Field) string {
	var all []string
	for _, c := range x.Choices {
		if len(all) == 12 {
			all = append(all, "…")
			break
		}
		all = append(all, c.Value)
	}
	return strings.Join(all, ", ")
}
