package profile

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"mappe/internal/civil"
)

// Decode reads a profile in YAML or JSON, strictly. The error joins one *Error
// for every complaint, in the order of their lines; name stands in them for
// the file.
func Decode(name string, src []byte) (*Profile, error) {
	c := &complaints{file: name, kind: profiles}
	p := &Profile{}
	if root := parse(src, c); root != nil && readable(root, c) {
		(&reader{complaints: c}).value(reflect.ValueOf(p).Elem(), place{node: root})
	}
	if err := c.err(); err != nil {
		return nil, err
	}
	return p, nil
}

// readable tells whether root is a profile of this version; of any other
// nothing can be said.
func readable(root *yaml.Node, c *complaints) bool {
	if root.Kind != yaml.MappingNode {
		c.add(root.Line, "", "want a mapping that starts with %q, got %s", c.kind.starts, what(root))
		return false
	}
	v := place{node: root}.at("mappe").node
	switch {
	case v == nil:
		c.add(root.Line, "", "the format version is missing; start with %q", c.kind.starts)
	case v.Kind != yaml.ScalarNode || v.Tag != "!!int" || v.Value != strconv.Itoa(Version):
		c.add(v.Line, "mappe", "want format version %d, got %s; write \"mappe: %[1]d\"", Version, what(v))
		return false
	}
	return true
}

// place is a node and where it stands in the profile.
type place struct {
	node *yaml.Node
	path string
}

// at is the place of a key in a mapping; its node is nil when the key is absent.
func (p place) at(key string) place {
	path := strings.TrimPrefix(p.path+"."+key, ".")
	if p.node.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(p.node.Content); i += 2 {
			if k := p.node.Content[i]; k.Kind == yaml.ScalarNode && k.Value == key {
				return place{p.node.Content[i+1], path}
			}
		}
	}
	return place{nil, path}
}

// key is the last part of the path, without an index.
func (p place) key() string {
	key := p.path[strings.LastIndexByte(p.path, '.')+1:]
	key, _, _ = strings.Cut(key, "[")
	return key
}

// reader fills Go values from nodes, led by their types.
type reader struct {
	*complaints
	plain bool // no profile: there are no facts, which may be left open
}

func (r *reader) fail(at place, format string, args ...any) {
	r.add(at.node.Line, at.path, format, args...)
}

func (r *reader) value(v reflect.Value, at place) {
	t := v.Type()
	switch {
	case at.node.Kind == yaml.ScalarNode && at.node.Tag == "!!null":
		switch {
		case r.plain:
			r.fail(at, "no value; give one (in quotes if it begins with #), or leave the key out")
		case t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice && at.key() != "applicants":
			r.fail(at, "no value; give one, or leave the key out: absent means not asked yet")
		default:
			r.fail(at, "no value; give one")
		}
	case t.Kind() == reflect.Pointer:
		v.Set(reflect.New(t.Elem()))
		r.value(v.Elem(), at)
	case t == dateType:
		r.date(v.Addr().Interface().(*civil.Date), at)
	case (t == nameType || t == fileType || t == wordsType) && at.node.Kind == yaml.ScalarNode:
		v.Field(whole(t)).SetString(r.text(at, false))
	case t.Kind() == reflect.Struct:
		r.block(v, at)
	case t.Kind() == reflect.Slice:
		r.list(v, at)
	case t.Kind() == reflect.Bool:
		r.truth(v, at)
	case t.Kind() == reflect.Int:
		r.number(v, at)
	case t.Implements(closedType):
		r.choice(v, at)
	default:
		v.SetString(r.text(at, t == countryType))
	}
}

// whole is the field that a plain string fills where a mapping may stand.
func whole(t reflect.Type) int {
	f, _ := t.FieldByName(map[reflect.Type]string{nameType: "Whole", fileType: "File", wordsType: "Whole"}[t])
	return f.Index[0]
}

func (r *reader) block(v reflect.Value, at place) {
	if at.node.Kind != yaml.MappingNode {
		r.fail(at, "want a mapping with keys such as %s, got %s", strings.Join(head(keysOf(v.Type()), 3), ", "), what(at.node))
		return
	}
	known := map[string]field{}
	for _, f := range fieldsOf(v.Type()) {
		known[f.Key] = f
	}
	first := map[string]int{}
	for i := 0; i+1 < len(at.node.Content); i += 2 {
		k := at.node.Content[i]
		here := place{k, at.path}
		f, ok := known[k.Value]
		switch line, twice := first[k.Value]; {
		case r.full():
			r.fail(here, "")
		case k.Kind != yaml.ScalarNode:
			r.fail(here, "want a plain key, got %s", what(k))
		case !ok:
			r.fail(here, "%s", r.unknown(k.Value, v.Type()))
		case twice:
			r.fail(here, "duplicate key %s, first given on line %d; keep one", quote(k.Value), line)
		default:
			first[k.Value] = k.Line
			child := at.at(k.Value)
			r.value(v.FieldByIndex(f.Index), child)
		}
	}
	r.check(v, at)
}

func (r *reader) list(v reflect.Value, at place) {
	if at.node.Kind != yaml.SequenceNode {
		r.fail(at, "want a list, got %s%s", what(at.node), inBrackets(at.node))
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(at.node.Content), len(at.node.Content)))
	for i, n := range at.node.Content {
		r.value(v.Index(i), place{n, fmt.Sprintf("%s[%d]", at.path, i)})
	}
}

// inBrackets is the remedy for a single value where a list is wanted.
func inBrackets(n *yaml.Node) string {
	if n.Kind != yaml.ScalarNode || len(n.Value) > 60 || n.Tag == "!!bool" {
		return ""
	}
	return fmt.Sprintf("; write [%s]", n.Value)
}

// what names the kind of a node, with the value of a scalar.
func what(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "a mapping"
	case yaml.SequenceNode:
		return "a list"
	}
	if n.Tag == "!!null" {
		return "nothing"
	}
	return quote(n.Value)
}

func head(s []string, n int) []string { return slices.Clone(s[:min(n, len(s))]) }
