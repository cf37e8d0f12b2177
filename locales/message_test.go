package locales

import (
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
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
		if _, got := parse([]byte(c.in)); strings.Join(got, "; ") != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
