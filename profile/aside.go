package profile

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Aside is a file beside the profile, such as a firm's brand, that was read as
// strictly as a profile is. It is kept to complain of what shows later, at its
// line.
type Aside struct {
	c    *complaints
	root place
}

// Tree is the root of a file that is read as strictly as a profile is: one
// document of YAML or JSON, without anchors, aliases and tags. noun says in
// complaints what the file is, starts how one begins; name stands in them for the
// file.
func Tree(name, noun, starts string, src []byte) (*yaml.Node, error) {
	c := &complaints{file: name, kind: genre{noun, starts}}
	return parse(src, c), c.err()
}

// ReadAside fills what to points to, a struct whose fields name their keys. noun
// says in complaints what the file is, starts how one begins; name stands in
// them for the file.
func ReadAside(name, noun, starts string, src []byte, to any) *Aside {
	a := &Aside{c: &complaints{file: name, kind: genre{noun, starts}}}
	root := parse(src, a.c)
	if root == nil {
		return a
	}
	a.root = place{node: root}
	if root.Kind != yaml.MappingNode {
		a.c.add(root.Line, "", "want a mapping that starts with %q, got %s", starts, what(root))
		return a
	}
	(&reader{complaints: a.c, plain: true}).value(reflect.ValueOf(to).Elem(), a.root)
	return a
}

// Err joins the complaints in the order of their lines; nil when there are none.
func (a *Aside) Err() error { return a.c.err() }

// Has tells whether something stands under a key, be it wrong: "source.url",
// "papers[1].id".
func (a *Aside) Has(key string) bool {
	_, found := a.at(key)
	return found
}

// Need complains when a key is absent that must be there; of says what belongs
// to it. What stands in no block that is there is the block's own affair.
func (a *Aside) Need(key, of string) {
	block, last := "", key
	if dot := strings.LastIndexByte(key, '.'); dot >= 0 {
		block, last = key[:dot], key[dot+1:]
	}
	if at, found := a.at(block); found && at.node.Kind == yaml.MappingNode && !a.Has(key) {
		a.c.add(at.node.Line, at.path, "%q is missing; add it: %s", last, of)
	}
}

// Complain adds a complaint of what stands under a key.
func (a *Aside) Complain(key, format string, args ...any) {
	at, _ := a.at(key)
	a.c.add(at.node.Line, key, format, args...)
}

// Fault is a complaint that shows when the file has been read already.
func (a *Aside) Fault(key, format string, args ...any) error {
	at, _ := a.at(key)
	return &Error{File: a.c.file, Line: at.node.Line, Key: key, Message: fmt.Sprintf(format, args...)}
}

// at is the place of a key, or the innermost there is on the way to it; found
// tells which.
func (a *Aside) at(key string) (at place, found bool) {
	at = a.root
	if at.node == nil {
		return place{node: &yaml.Node{}}, false
	}
	if key == "" {
		return at, true
	}
	for part := range strings.SplitSeq(key, ".") {
		name, index, listed := strings.Cut(strings.TrimSuffix(part, "]"), "[")
		next := at.at(name)
		if next.node == nil {
			return at, false
		}
		at = next
		if !listed {
			continue
		}
		i, err := strconv.Atoi(index)
		if err != nil || at.node.Kind != yaml.SequenceNode || i >= len(at.node.Content) {
			return at, false
		}
		at = place{at.node.Content[i], at.path + "[" + index + "]"}
	}
	return at, true
}
