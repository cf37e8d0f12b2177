package forms

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"

	"mappe/profile"
)

// maxMapping is how long a mapping may be, in bytes.
const maxMapping = 1 << 20

// ReadMapping reads a mapping strictly. What it complains of names file, line
// and key, and the nearest that is known.
func ReadMapping(file string, src []byte) (*Mapping, error) {
	r := &mappingReader{m: &Mapping{File: file}, tables: map[string]map[string]string{}, first: map[string]int{}}
	if len(src) > maxMapping {
		r.add(nil, "", "is longer than %d MB, which no mapping is", maxMapping>>20)
		return nil, errors.Join(r.errs...)
	}
	if root := r.parse(src); root != nil {
		r.root(root)
	}
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
	e := &profile.Error{File: r.m.File, Key: key, Message: fmt.Sprintf(format, args...)}
	if n != nil {
		e.Line = n.Line
	}
	if len(r.errs) < 100 {
		r.errs = append(r.errs, e)
	}
}

// parse is the root of the file, nil when it is no YAML that a mapping uses.
func (r *mappingReader) parse(src []byte) *yaml.Node {
	loader, err := yaml.NewLoader(bytes.NewReader(src), yaml.WithPlugin(loaderlimits.New(loaderlimits.DepthValue(8))))
	if err != nil {
		r.add(nil, "", "%v", err)
		return nil
	}
	var doc, next yaml.Node
	if err := loader.Load(&doc); errors.Is(err, io.EOF) || err == nil && len(doc.Content) != 1 {
		r.add(nil, "", `is empty; write "map:" and a line for each field`)
		return nil
	} else if err != nil {
		r.syntax(err)
		return nil
	}
	switch err := loader.Load(&next); {
	case err == nil:
		r.add(&next, "", `a second document; a mapping is one: remove "---" and what follows`)
		return nil
	case !errors.Is(err, io.EOF):
		r.syntax(err)
		return nil
	}
	before := len(r.errs)
	r.refuse(&doc)
	if len(r.errs) > before {
		return nil
	}
	return doc.Content[0]
}

func (r *mappingReader) syntax(err error) {
	at, said := &yaml.Node{}, err.Error()
	if e, ok := errors.AsType[*yaml.LoadError](err); ok {
		at.Line, said = e.Mark.Line, strings.TrimSpace(e.Message+" "+e.ContextMsg)
	}
	r.add(at, "", "is no YAML here or in the line above: %s; look for a missing bracket, quote or comma", said)
}

// refuse complains of what a mapping has no use for.
func (r *mappingReader) refuse(n *yaml.Node) {
	switch {
	case n.Kind == yaml.AliasNode:
		r.add(n, "", `the alias "*%s" is not read; write the value itself`, n.Value)
		return
	case n.Anchor != "":
		r.add(n, "", `the anchor "&%s" is not read; remove it`, n.Anchor)
	case n.Style&yaml.TaggedStyle != 0:
		r.add(n, "", "the tag %q is not read; remove it", n.Tag)
	}
	for _, child := range n.Content {
		r.refuse(child)
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
