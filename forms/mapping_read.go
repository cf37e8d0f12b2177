package forms

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"go.yaml.in/yaml/v4"

	"mappe/profile"
)

// ReadMapping reads a mapping strictly. What it complains of names file, line
// and key, and the nearest that is known.
func ReadMapping(file string, src []byte) (*Mapping, error) {
	root, err := profile.Tree(file, "mapping", "map:", src)
	if err != nil {
		return nil, err
	}
	r := &mappingReader{m: &Mapping{File: file}, tables: map[string]map[string]string{}, first: map[string]int{}}
	r.root(root)
	if len(r.errs) > 0 {
		return nil, errors.Join(r.errs...)
	}
	return r.m, nil
}

type mappingReader struct {
	m      *Mapping
	tables map[string]map[string]string // of values, by name
	first  map[string]int               // line on which a field is filled first
	errs   []error
}

func (r *mappingReader) add(n *yaml.Node, key, format string, args ...any) {
	if len(r.errs) < 100 {
		r.errs = append(r.errs, &profile.Error{File: r.m.File, Line: n.Line, Key: key, Message: fmt.Sprintf(format, args...)})
	}
}

// pairs are the keys and values of a block; a key that it does not know, or that
// stands twice, is complained of.
func (r *mappingReader) pairs(n *yaml.Node, place string, keys []string, each func(k string, v *yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		r.add(n, place, `want entries "name: …", got %s`, kindOf(n))
		return
	}
	first := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.Content[i]
		switch {
		case k.Kind != yaml.ScalarNode:
			r.add(k, place, "want a plain key, got %s", kindOf(k))
		case first[k.Value] > 0:
			r.add(k, place, "%q stands here for the second time, first on line %d: keep one", k.Value, first[k.Value])
		case keys != nil && !slices.Contains(keys, k.Value):
			r.add(k, place, "unknown key %q; did you mean %q?", k.Value, profile.Nearest(k.Value, keys))
		default:
			first[k.Value] = k.Line
			each(k.Value, n.Content[i+1])
		}
	}
}

func kindOf(n *yaml.Node) string {
	switch {
	case n.Kind == yaml.MappingNode:
		return `entries "name: …"`
	case n.Kind == yaml.SequenceNode:
		return "a list"
	case n.Tag == "!!null":
		return "nothing"
	}
	return fmt.Sprintf("%.60q", n.Value)
}

// word is a scalar as it is written: a mapping has no numbers.
func (r *mappingReader) word(n *yaml.Node, place string) string {
	if n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
		r.add(n, place, "want a word, got %s", kindOf(n))
		return ""
	}
	return n.Value
}

func (r *mappingReader) words(n *yaml.Node, place string) (all []string) {
	if n.Kind != yaml.SequenceNode {
		return []string{r.word(n, place)}
	}
	for _, x := range n.Content {
		all = append(all, r.word(x, place))
	}
	if len(all) == 0 {
		r.add(n, place, "is empty; name one")
	}
	return all
}

func (r *mappingReader) table(n *yaml.Node, place string) map[string]string {
	t := map[string]string{}
	r.pairs(n, place, nil, func(k string, v *yaml.Node) { t[k] = r.word(v, place+"."+k) })
	return t
}

func (r *mappingReader) root(n *yaml.Node) {
	var lines *yaml.Node
	r.pairs(n, "", []string{"mapping", "form", "fields", "values", "map"}, func(k string, v *yaml.Node) {
		switch k {
		case "mapping":
			if s := r.word(v, k); s != "1" && s != "" {
				r.add(v, k, "%.60q is no version that this mappe reads; it reads 1", s)
			}
		case "form":
			if r.m.Form = r.word(v, k); r.m.Form != "" && !slices.Contains(Papers(), r.m.Form) {
				r.add(v, k, "unknown form %.60q; did you mean %q?", r.m.Form, profile.Nearest(r.m.Form, Papers()))
			}
		case "fields":
			r.m.Fields = r.word(v, k)
		case "values":
			r.pairs(v, k, nil, func(name string, v *yaml.Node) { r.tables[name] = r.table(v, "values."+name) })
		case "map":
			lines = v
		}
	})
	switch {
	case lines == nil:
		r.add(n, "", `has no "map"; write "map:" and a line for each field`)
	case lines.Tag == "!!null": // a template whose lines are still comments
	case lines.Kind != yaml.SequenceNode:
		r.add(lines, "map", `want a list of lines, each "- {field: …, fact: …}", got %s`, kindOf(lines))
	default:
		for i, l := range lines.Content {
			r.line(l, "map["+strconv.Itoa(i)+"]")
		}
	}
}
