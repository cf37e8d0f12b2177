package locales

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
)

// entry is a message as its file has it: the plural forms, of which "other"
// alone means that it has none.
type entry struct {
	id    string
	forms map[string]string
}

// lint reads a message file token by token, since the decoder of the library
// takes a key that stands twice, and complains of all that is no flat sorted
// object of strings and plurals.
func lint(data []byte) (entries []entry, complaints []string) {
	complain := func(format string, args ...any) {
		complaints = append(complaints, fmt.Sprintf(format, args...))
	}
	d := json.NewDecoder(bytes.NewReader(data))
	if t, err := d.Token(); t != json.Delim('{') {
		return nil, []string{fmt.Sprintf("no object: %v %v", t, err)}
	}
	for d.More() {
		t, err := d.Token()
		id, ok := t.(string)
		if !ok {
			return entries, append(complaints, fmt.Sprintf("no key: %v %v", t, err))
		}
		e := entry{id, map[string]string{}}
		switch t, err = d.Token(); v := t.(type) {
		case string:
			e.forms["other"] = v
		case json.Delim:
			for v == '{' && d.More() {
				k, _ := d.Token()
				text, err := d.Token()
				form, _ := k.(string)
				s, ok := text.(string)
				if !ok {
					return entries, append(complaints, fmt.Sprintf("%s.%s: no string: %v %v", id, form, text, err))
				}
				if _, twice := e.forms[form]; twice {
					complain("%s.%s stands twice", id, form)
				}
				e.forms[form] = s
			}
			if end, _ := d.Token(); v != '{' || end != json.Delim('}') {
				return entries, append(complaints, fmt.Sprintf("%s: neither a string nor plurals", id))
			}
		default:
			return entries, append(complaints, fmt.Sprintf("%s: neither a string nor plurals: %v %v", id, v, err))
		}
		if n := len(entries); n > 0 {
			switch last := entries[n-1].id; {
			case slices.ContainsFunc(entries, func(o entry) bool { return o.id == id }):
				complain("%s stands twice", id)
			case last > id:
				complain("%s stands after %s: sort by id", id, last)
			}
		}
		entries = append(entries, e)
	}
	if t, err := d.Token(); t != json.Delim('}') {
		complain("the object does not end: %v %v", t, err)
	} else if t, err = d.Token(); err != io.EOF {
		complain("something follows the object: %v %v", t, err)
	}
	return entries, complaints
}

func TestLint(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"good", `{"a": "x", "b": {"one": "y", "other": "z"}}`, ""},
		{"a key twice", `{"a": "x", "a": "y"}`, "a stands twice"},
		{"a key twice, apart", `{"a": "x", "b": "y", "a": "z"}`, "a stands twice"},
		{"a plural twice", `{"a": {"one": "x", "one": "y"}}`, "a.one stands twice"},
		{"out of order", `{"b": "x", "a": "y"}`, "a stands after b: sort by id"},
		{"a number", `{"a": 1}`, "a: neither a string nor plurals: 1 <nil>"},
		{"a list", `{"a": ["x"]}`, "a: neither a string nor plurals"},
		{"nested", `{"a": {"b": {"other": "x"}}}`, "a.b: no string: { <nil>"},
		{"two objects", `{"a": "x"} {}`, "something follows the object: { <nil>"},
		{"no object", `["a"]`, "no object: [ <nil>"},
	} {
		if _, got := lint([]byte(c.in)); strings.Join(got, "; ") != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
