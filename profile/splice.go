package profile

import (
	"bytes"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// A site is the smallest run of whole lines that holds a fact: an entry of a
// block mapping, or an item of a block sequence that is itself written in one
// line. A change writes those lines anew and leaves all others alone.
type site struct {
	block *yaml.Node   // the mapping or sequence
	t     reflect.Type // of the block
	key   string       // of the entry, or the index of the item
	rest  []string     // the key of the fact from there on
}

// splice writes a change into the lines that it concerns.
func (w written) splice(src []byte, root *yaml.Node) []byte {
	text := lines(src)
	s := w.site(root)
	if s.block == nil { // all in brackets
		root.HeadComment, root.FootComment = "", ""
		end := text.end(root.Line, func(int, string) bool { return true })
		return text.replace(root.Line, root.Column, end, w.put(root, s.t, w.key))
	}
	var n *yaml.Node
	if s.block.Kind == yaml.SequenceNode {
		i, _ := strconv.Atoi(s.key)
		n = s.block.Content[i]
		end := text.end(n.Line, func(in int, _ string) bool { return in >= n.Column-1 })
		n.HeadComment, n.FootComment = "", ""
		return text.replace(n.Line, n.Column, end, w.put(n, s.t.Elem(), s.rest))
	}
	at := entry(s.block, s.key)
	fresh := at < 0
	if fresh {
		at = before(s.block, s.t, s.key)
	} else {
		n = s.block.Content[at+1]
	}
	key := s.block.Content[at]
	end := text.end(key.Line, func(in int, line string) bool {
		return in >= key.Column || in == key.Column-1 && (line == "-" || strings.HasPrefix(line, "- "))
	})
	n = w.put(n, typeUnder(s.t, s.key), s.rest)
	switch {
	case n == nil:
		return slices.Concat(text[:key.Line-1], text[end-1:]).bytes()
	case fresh:
		return text.insert(end, key.Column-1, pair(scalar("!!str", s.key), n))
	}
	return text.replace(key.Line, key.Column, end, pair(&yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: key.Value, Style: key.Style, LineComment: key.LineComment}, n))
}

// site finds where a change is to be made.
func (w written) site(root *yaml.Node) (s site) {
	s.t = reflect.TypeFor[Profile]()
	n, t := root, s.t
	for i, key := range w.key {
		inLines := n.Style&yaml.FlowStyle == 0 && len(n.Content) > 0
		if last := w.value == nil && n.Kind == yaml.MappingNode && len(n.Content) == 2 && isBlock(t); !inLines || last {
			return s
		}
		s = site{n, t, key, w.key[i+1:]}
		switch at, _ := strconv.Atoi(key); {
		case n.Kind == yaml.SequenceNode:
			n, t = n.Content[at], t.Elem()
		case entry(n, key) < 0:
			return s
		default:
			n, t = n.Content[entry(n, key)+1], typeUnder(t, key)
		}
	}
	return s
}

func pair(key, value *yaml.Node) *yaml.Node {
	return &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Content: []*yaml.Node{key, value}}
}

// text is a file in lines, each with its end.
type text [][]byte

func lines(src []byte) text {
	t := text(bytes.SplitAfter(src, []byte("\n")))
	if last := len(t) - 1; len(t[last]) == 0 {
		return t[:last]
	}
	return t
}

func (t text) bytes() []byte { return bytes.Join(t, nil) }

// end is the line, counted from 1, before which a site ends that begins on
// line: what belongs to it is indented so. Blank lines and comments after it
// do not.
func (t text) end(line int, belongs func(indent int, line string) bool) int {
	end := line + 1
	for i := line; i < len(t); i++ {
		s := strings.TrimRight(string(t[i]), "\r\n")
		bare := strings.TrimLeft(s, " ")
		if bare == "" || bare[0] == '#' {
			continue
		}
		if s == "..." || !belongs(len(s)-len(bare), bare) {
			break
		}
		end = i + 2
	}
	return end
}

// replace writes n in the place of what stands from a line and column to the
// line before end.
func (t text) replace(line, column, end int, n *yaml.Node) []byte {
	lead := t[line-1][:column-1]
	return slices.Concat(t[:line-1], text{t.print(n, string(lead), column-1)}, t[end-1:]).bytes()
}

// insert writes n, indented, before a line.
func (t text) insert(line, indent int, n *yaml.Node) []byte {
	above := slices.Clone(t[:line-1])
	if last := len(above) - 1; !bytes.HasSuffix(above[last], []byte("\n")) {
		above[last] = append(slices.Clone(above[last]), t.eol()...)
	}
	return slices.Concat(above, text{t.print(n, strings.Repeat(" ", indent), indent)}, t[line-1:]).bytes()
}

// print is n in lines as the file has them: the first begins with lead, the
// others are indented.
func (t text) print(n *yaml.Node, lead string, indent int) []byte {
	out, err := yaml.Dump(n, yaml.WithLineWidth(-1))
	if err != nil {
		return nil // Edit reads the result again
	}
	s := strings.TrimRight(string(out), "\n")
	return []byte(lead + strings.ReplaceAll(s, "\n", t.eol()+strings.Repeat(" ", indent)) + t.eol())
}

// eol is how lines end in the file.
func (t text) eol() string {
	if bytes.HasSuffix(t[0], []byte("\r\n")) {
		return "\r\n"
	}
	return "\n"
}
