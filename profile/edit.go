package profile

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Change is one answer to be written into a profile.
type Change struct {
	Applicant string // the id; "" for a fact of all applicants
	Key       Key
	Text      string // as Set takes it; "" takes the fact away
}

// Apply makes a change to p.
func (p *Profile) Apply(c Change) error {
	if c.Applicant == "" {
		if c.Text == "" {
			p.Shared.Clear(c.Key)
			return nil
		}
		return p.Shared.Set(c.Key, c.Text)
	}
	i := slices.IndexFunc(p.Applicants, func(a Applicant) bool { return a.ID == c.Applicant })
	if i < 0 {
		return fmt.Errorf("no applicant %s; the profile has %s", quote(c.Applicant), or(p.ids()))
	}
	if c.Text == "" {
		p.Applicants[i].Clear(c.Key)
		return nil
	}
	return p.Applicants[i].Set(c.Key, c.Text)
}

func (p *Profile) ids() (ids []string) {
	for _, a := range p.Applicants {
		ids = append(ids, a.ID)
	}
	return ids
}

// Edit makes a change to a profile as it stands in its file. Everything else
// stays as it is, byte for byte: comments, blank lines, order, spelling. A new
// fact stands after the one that precedes it in the format. JSON stays JSON,
// with its white space made anew.
//
// The result is read again: Edit fails rather than give a file that says
// anything but what was there with this one change.
func Edit(name string, src []byte, c Change) ([]byte, error) {
	was, err := Decode(name, src)
	if err != nil {
		return nil, err
	}
	want, _ := Decode(name, src)
	if err := want.Apply(c); err != nil {
		return nil, err
	}
	if reflect.DeepEqual(want, was) {
		return src, nil
	}
	fact, err := want.written(c)
	if err != nil {
		return nil, err
	}
	out := fact.into(src)
	if got, err := Decode(name, out); err != nil || !reflect.DeepEqual(got, want) {
		return nil, &Error{File: name, Key: string(c.Key), Message: fmt.Sprintf(
			"the file is laid out in a way that only its author can change; write %s there yourself", quote(c.Text))}
	}
	return out, nil
}

// written is a change as a place and a node.
func (p *Profile) written(c Change) (written, error) {
	w := written{key: strings.Split(string(c.Key), ".")}
	block := reflect.TypeFor[Shared]()
	if c.Applicant != "" {
		i := slices.Index(p.ids(), c.Applicant)
		w.key = append([]string{"applicants", strconv.Itoa(i)}, w.key...)
		block = reflect.TypeFor[Applicant]()
	}
	if c.Text == "" {
		return w, nil
	}
	var err error
	w.value, err = answer(block, c.Key, c.Text)
	return w, err
}

// into is src with the change made.
func (w written) into(src []byte) []byte {
	root := parse(src, &complaints{})
	if json.Valid(src) {
		w.put(root, reflect.TypeFor[Profile](), w.key)
		return asJSON(root, bytes.Contains(bytes.TrimSpace(src), []byte("\n")))
	}
	return w.splice(src, root)
}
