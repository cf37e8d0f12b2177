package law

import (
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"mappe/internal/civil"
	"mappe/profile"
)

// place is where a complaint is made: in which file, of which entry.
type place struct{ file, entry string }

var (
	dateType   = reflect.TypeFor[civil.Date]()
	sourceType = reflect.TypeFor[Source]()
	whole      = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,8})$`)
	grouped    = regexp.MustCompile(`^[1-9][0-9]{0,2}([., ][0-9]{3})+$`)
)

// fill puts a node into a value by its type, and tells whether all of it could
// be read.
func (r *raw) fill(into any, n *yaml.Node, at place) bool {
	before := len(r.Complaints)
	r.value(reflect.ValueOf(into).Elem(), n, "", at)
	return len(r.Complaints) == before
}

func (r *raw) value(v reflect.Value, n *yaml.Node, key string, at place) {
	complain := func(format string, args ...any) {
		if key != "" {
			format = key + ": " + format
		}
		r.add(at.file, n.Line, at.entry, format, args...)
	}
	t := v.Type()
	if t.Kind() == reflect.Pointer {
		v.Set(reflect.New(t.Elem()))
		v, t = v.Elem(), t.Elem()
	}
	switch scalar := n.Kind == yaml.ScalarNode; {
	case scalar && n.Tag == "!!null":
		complain("no value; give one, or leave it out")
	case t == sourceType && scalar && key != "": // an id; or all of it, in the line itself
		v.FieldByName("ID").SetString(n.Value)
	case t == dateType:
		if d, err := civil.Parse(n.Value); !scalar || err != nil {
			complain("%s is not a day: write YYYY-MM-DD, a day that exists", what(n))
		} else {
			v.Set(reflect.ValueOf(d))
		}
	case t.Kind() == reflect.Struct:
		if n.Kind != yaml.MappingNode {
			complain("want {key: value, …}, got %s", what(n))
			return
		}
		r.keys(v, n, at)
	case !scalar:
		complain("want one value, got %s", what(n))
	case t.Kind() == reflect.Bool:
		if n.Value != "true" && n.Value != "false" {
			complain("want true or false, got %s", what(n))
		}
		v.SetBool(n.Value == "true")
	case t.Kind() == reflect.Int:
		i, err := strconv.Atoi(n.Value)
		switch {
		case grouped.MatchString(n.Value):
			complain("%s has a mark in it: write %s", what(n), strings.NewReplacer(".", "", ",", "", " ", "").Replace(n.Value))
		case !whole.MatchString(n.Value) || err != nil:
			complain("%s is not a whole number: write digits alone, such as 3080", what(n))
		default:
			v.SetInt(int64(i))
		}
	default:
		v.SetString(n.Value)
	}
}

// keys fills the fields of a struct.
func (r *raw) keys(v reflect.Value, n *yaml.Node, at place) {
	var known []string
	field := map[string]reflect.Value{}
	for f := range v.Type().Fields() {
		if key := f.Tag.Get("yaml"); key != "" {
			known, field[key] = append(known, key), v.FieldByIndex(f.Index)
		}
	}
	for k, child := range r.pairs(n, at) {
		if f, ok := field[k.Value]; ok {
			r.value(f, child, k.Value, at)
		} else {
			r.add(at.file, k.Line, at.entry, "unknown key %.60q; did you mean %q? There are %s",
				k.Value, profile.Nearest(k.Value, known), strings.Join(known, ", "))
		}
	}
}
