package profile

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// Set gives a fact the value that a person types, as strictly as Decode reads
// it: a day is YYYY-MM-DD, a choice one of its words, a bool true or false. A
// list is its items with commas between, "none" when there are none; a run of
// days is "2021-10-05..2023-06-30", an absence has "/work" or another reason
// after it, work may have "/abroad" or "/denmark" and "/50%". On an error
// nothing has changed.
func (a *Applicant) Set(k Key, text string) error { return set(reflect.ValueOf(a).Elem(), k, text) }

// Set gives a fact a value for all applicants; see Applicant.Set.
func (s *Shared) Set(k Key, text string) error { return set(reflect.ValueOf(s).Elem(), k, text) }

// Clear takes a fact away, and its block with it when that is left empty.
func (a *Applicant) Clear(k Key) { unset(reflect.ValueOf(a).Elem(), k) }

// Clear takes a fact of all applicants away; see Applicant.Clear.
func (s *Shared) Clear(k Key) { unset(reflect.ValueOf(s).Elem(), k) }

// Text is the fact as Set takes it, "" while it is not known. Facts that Set
// does not take have none.
func (a *Applicant) Text(k Key) string { return textOf(reflect.ValueOf(a).Elem(), k) }

// Text is a fact of all applicants; see Applicant.Text.
func (s *Shared) Text(k Key) string { return textOf(reflect.ValueOf(s).Elem(), k) }

func set(block reflect.Value, k Key, text string) error {
	n, err := answer(block.Type(), k, text)
	if err != nil {
		return err
	}
	c := &complaints{}
	v := reflect.New(slot(reflect.New(block.Type()).Elem(), k, true).Type()).Elem()
	(&reader{complaints: c}).value(v, place{n, string(k)})
	if err := c.err(); err != nil {
		return err
	}
	slot(block, k, true).Set(v)
	return nil
}

// answer is what a person types as it would stand in a file; its parts are not
// checked yet.
func answer(block reflect.Type, k Key, text string) (*yaml.Node, error) {
	q, ok := Lookup(k)
	top, _, _ := strings.Cut(string(k), ".")
	switch {
	case !ok:
		var keys []string
		for _, q := range Questions() {
			keys = append(keys, string(q.Key))
		}
		return nil, fmt.Errorf("unknown fact %s; did you mean %q?", quote(string(k)), Nearest(string(k), keys))
	case !slices.Contains(keysOf(block), top):
		return nil, fmt.Errorf("%s: belongs to one applicant; name the applicant", k)
	case len(text) > maxTyped || !utf8.ValidString(text):
		return nil, fmt.Errorf("%s: too long, or no text; write it in the file", k)
	}
	n, err := typed(q, strings.TrimSpace(text))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", k, err)
	}
	return n, nil
}

// Place is the field of a fact, for trying one answer after another; a block
// that is missing on the way is made.
func (a *Applicant) Place(k Key) reflect.Value { return slot(reflect.ValueOf(a).Elem(), k, true) }

// slot is the field of a fact in a block. Blocks that are missing on the way to
// it are filled in; if not, there is no field.
func slot(v reflect.Value, k Key, fill bool) reflect.Value {
	for part := range strings.SplitSeq(string(k), ".") {
		if v.Kind() == reflect.Pointer {
			switch {
			case v.IsNil() && fill:
				v.Set(reflect.New(v.Type().Elem()))
			case v.IsNil():
				return reflect.Value{}
			}
			v = v.Elem()
		}
		fields := fieldsOf(v.Type())
		i := slices.IndexFunc(fields, func(f field) bool { return f.Key == part })
		if i < 0 {
			return reflect.Value{}
		}
		v = v.FieldByIndex(fields[i].Index)
	}
	return v
}

func unset(block reflect.Value, k Key) {
	if _, ok := Lookup(k); !ok {
		return
	}
	if v := slot(block, k, false); v.IsValid() {
		v.SetZero()
	}
	if top, _, inside := strings.Cut(string(k), "."); inside {
		if b := slot(block, Key(top), false); b.IsValid() && !b.IsNil() && b.Elem().IsZero() {
			b.SetZero()
		}
	}
}
