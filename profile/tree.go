package profile

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strconv"

	"go.yaml.in/yaml/v4"
)

// written is a fact on its way into a file.
type written struct {
	key   []string   // from the top; an applicant is "applicants" and the index
	value *yaml.Node // nil takes the fact away
}

// put makes the change in a node of type t, nil when there is none yet, under
// the rest of its key. The answer is the node as it is then, nil when nothing
// is left of it.
func (w written) put(n *yaml.Node, t reflect.Type, key []string) *yaml.Node {
	t = deref(t)
	switch {
	case len(key) == 0:
		if w.value != nil && n != nil {
			w.value.LineComment = n.LineComment
		}
		return w.value
	case n == nil && w.value == nil:
		return nil
	case t.Kind() == reflect.Slice:
		if n == nil { // the one applicant whom the file does not name
			only := mapping(reflect.ValueOf(Applicant{ID: "applicant"}))
			n = &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Content: []*yaml.Node{only}}
		}
		i, _ := strconv.Atoi(key[0])
		n.Content[i] = w.put(n.Content[i], t.Elem(), key[1:])
		return n
	case n == nil:
		n = &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
	}
	at := entry(n, key[0])
	var child *yaml.Node
	if at >= 0 {
		child = n.Content[at+1]
	}
	child = w.put(child, typeUnder(t, key[0]), key[1:])
	switch {
	case child == nil && at >= 0:
		n.Content = slices.Delete(n.Content, at, at+2)
		if len(n.Content) == 0 && isBlock(t) {
			return nil
		}
	case child != nil && at >= 0:
		n.Content[at+1] = child
	case child != nil:
		n.Content = slices.Insert(n.Content, before(n, t, key[0])+2, scalar("!!str", key[0]), child)
	}
	return n
}

// entry is where a key stands in a mapping, -1 when it does not.
func entry(n *yaml.Node, key string) int {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return i
		}
	}
	return -1
}

// before is where the key stands that a new key follows: of those in the
// mapping the nearest before it in the format, else the first; -2 when there
// is none at all.
func before(n *yaml.Node, t reflect.Type, key string) int {
	order := keysOf(t)
	for i := slices.Index(order, key) - 1; i >= 0; i-- {
		if at := entry(n, order[i]); at >= 0 {
			return at
		}
	}
	return min(0, len(n.Content)-2)
}

// typeUnder is the type of what stands under a key of a block.
func typeUnder(t reflect.Type, key string) reflect.Type {
	for _, f := range fieldsOf(t) {
		if f.Key == key {
			return deref(f.Type)
		}
	}
	return nil
}

// asJSON prints a node, on several lines or on one.
func asJSON(n *yaml.Node, lines bool) []byte {
	var b bytes.Buffer
	writeJSON(&b, n)
	if lines {
		var out bytes.Buffer
		if json.Indent(&out, b.Bytes(), "", "  ") == nil {
			b = out
		}
	}
	b.WriteByte('\n')
	return b.Bytes()
}

func writeJSON(b *bytes.Buffer, n *yaml.Node) {
	text := func(s string) {
		enc := json.NewEncoder(b)
		enc.SetEscapeHTML(false)
		enc.Encode(s) // cannot fail
		b.Truncate(b.Len() - 1)
	}
	switch n.Kind {
	case yaml.MappingNode, yaml.SequenceNode:
		open, end := "[", "]"
		if n.Kind == yaml.MappingNode {
			open, end = "{", "}"
		}
		b.WriteString(open)
		for i, child := range n.Content {
			switch {
			case n.Kind == yaml.MappingNode && i%2 == 1:
				b.WriteByte(':')
			case i > 0:
				b.WriteByte(',')
			}
			writeJSON(b, child)
		}
		b.WriteString(end)
	default:
		if !quoted(n) && (n.Tag == "!!bool" || n.Tag == "!!int") {
			b.WriteString(n.Value)
			return
		}
		text(n.Value)
	}
}
