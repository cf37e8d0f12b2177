package profile

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"
)

const (
	maxBytes = 1 << 20
	maxDepth = 32 // the format itself needs eight
)

// parse reads src as one YAML document and answers its root. What the format
// does not use is a complaint: further documents, anchors, aliases, merge keys
// and explicit tags.
func parse(src []byte, c *complaints) *yaml.Node {
	if len(src) > maxBytes {
		c.add(0, "", "%d bytes; a %s has at most %d", len(src), c.kind.noun, maxBytes)
		return nil
	}
	loader, err := yaml.NewLoader(bytes.NewReader(joinSurrogates(src)),
		yaml.WithPlugin(loaderlimits.New(loaderlimits.DepthValue(maxDepth))))
	if err != nil {
		c.add(0, "", "%v", err)
		return nil
	}
	var doc, next yaml.Node
	switch err := loader.Load(&doc); {
	case errors.Is(err, io.EOF):
		c.add(1, "", "empty; a %s starts with %q", c.kind.noun, c.kind.starts)
		return nil
	case err != nil:
		c.syntax(src, err)
		return nil
	}
	switch err := loader.Load(&next); {
	case err == nil:
		c.add(next.Line, "", "a second document; a %s is one: remove \"---\" and what follows", c.kind.noun)
	case !errors.Is(err, io.EOF):
		c.syntax(src, err)
		return nil
	}
	refuse(&doc, c)
	if len(c.errs) > 0 || len(doc.Content) != 1 {
		return nil
	}
	return doc.Content[0]
}

// syntax complains of what the parser could not read, at its line.
func (c *complaints) syntax(src []byte, err error) {
	var le *yaml.LoadError
	if !errors.As(err, &le) {
		c.add(0, "", "no YAML or JSON: %v", err)
		return
	}
	line, msg := le.Mark.Line, le.Message
	switch at, text := invalid(src); {
	case at > 0:
		line, msg = at, text+"; save the file as UTF-8 text"
	case strings.Contains(msg, "max depth"):
		msg = fmt.Sprintf("nested more than %d deep", maxDepth)
	case strings.Contains(msg, "unknown anchor"):
		msg = "an alias (*) of nothing; write the value itself"
	case bytes.HasPrefix(lineOf(src, line), []byte("\t")):
		msg = "a tab at the start of the line; indent with spaces"
	case le.ContextMsg != "":
		msg += " " + le.ContextMsg
	}
	if line > 0 && len(lineOf(src, line)) == 0 && le.ContextMark.Line > 0 {
		line = le.ContextMark.Line // what was left open, not the end where it was missed
	}
	c.add(line, "", "no YAML or JSON: %s", msg)
}

// invalid finds the first line that is no text: 0 when there is none.
func invalid(src []byte) (line int, what string) {
	for i, l := range bytes.Split(src, []byte("\n")) {
		if !utf8.Valid(l) {
			return i + 1, "bytes that are no UTF-8"
		}
		for _, r := range string(l) {
			if r < ' ' && r != '\t' && r != '\r' || r == 0x7F {
				return i + 1, fmt.Sprintf("the control character %U", r)
			}
		}
	}
	return 0, ""
}

func lineOf(src []byte, line int) []byte {
	for i, l := range bytes.Split(src, []byte("\n")) {
		if i+1 == line {
			return bytes.TrimRight(l, "\r")
		}
	}
	return nil
}

// refuse complains of every node that the format has no use for.
func refuse(n *yaml.Node, c *complaints) {
	switch {
	case n.Kind == yaml.AliasNode:
		c.add(n.Line, "", "the alias \"*%s\" is not read; write the value itself", n.Value)
		return
	case n.Anchor != "":
		c.add(n.Line, "", "the anchor \"&%s\" is not read; remove it", n.Anchor)
	case n.Style&yaml.TaggedStyle != 0 || n.Tag == "!":
		c.add(n.Line, "", "the tag %s is not read; remove it", quote(n.Tag))
	}
	for i, child := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 && child.Value == "<<" && child.Style == 0 {
			c.add(child.Line, "", "the merge key \"<<\" is not read; write the facts themselves")
		}
		refuse(child, c)
	}
}

var surrogates = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|.)`)
})

// joinSurrogates writes out the pairs of \u escapes by which JSON may name one
// character beyond U+FFFF; YAML knows no such pairs. Lines stay as they are.
func joinSurrogates(src []byte) []byte {
	if !bytes.Contains(src, []byte(`\u`)) || !json.Valid(src) {
		return src
	}
	return surrogates().ReplaceAllFunc(src, func(esc []byte) []byte {
		var s string
		if len(esc) == 12 && json.Unmarshal(fmt.Appendf(nil, `"%s"`, esc), &s) == nil {
			return []byte(s)
		}
		return esc
	})
}
