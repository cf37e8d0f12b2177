package law

import (
	"bytes"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"strings"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"

	"mappe/internal/civil"
)

const (
	maxBytes = 4 << 20 // of a file
	maxDepth = 8       // the format itself needs four
)

// line is an entry of a file as it was read.
type line[T any] struct {
	name  string // "S4-09", "MF4[1]"
	file  string
	at    int
	sound bool // every key of it could be read
	value T
}

// table is fees.yaml or periods.yaml: the lines under each name, in the order
// of the file.
type table struct {
	file    string
	checked line[civil.Date]
	names   []line[[]line[entry]]
}

// raw is a book as its files have it. A file that could not be read is not
// there.
type raw struct {
	Complaints
	fsys fs.FS
	sum  hash.Hash

	sources       []line[Source]
	quotes        []line[Quote]
	fees, periods *table
	read          map[string]bool // the files that could be read
}

func (r *raw) readAll() {
	r.read = map[string]bool{}
	if root := r.file("sources.yaml"); r.want("sources.yaml", "", root, yaml.SequenceNode) {
		for i, n := range root.Content {
			l := line[Source]{name: fmt.Sprintf("[%d]", i), file: "sources.yaml", at: n.Line}
			l.sound = r.fill(&l.value, n, place{"sources.yaml", l.name})
			if l.value.ID != "" {
				l.name = l.value.ID
			}
			r.sources = append(r.sources, l)
		}
	}
	if src := r.source("quotes.yaml"); src == nil {
	} else if quotes, ok := quickQuotes(src); ok {
		r.quotes, r.read["quotes.yaml"] = quotes, true
	} else if root := r.parse("quotes.yaml", src); r.want("quotes.yaml", "", root, yaml.MappingNode) {
		for k, n := range r.pairs(root, place{"quotes.yaml", ""}) {
			l := line[Quote]{name: k.Value, file: "quotes.yaml", at: k.Line}
			l.sound = r.fill(&l.value, n, place{"quotes.yaml", l.name})
			r.quotes = append(r.quotes, l)
		}
	}
	r.fees, r.periods = r.table("fees.yaml"), r.table("periods.yaml")
}

func (r *raw) table(file string) *table {
	root := r.file(file)
	if !r.want(file, "", root, yaml.MappingNode) {
		return nil
	}
	t := &table{file: file}
	for k, n := range r.pairs(root, place{file, ""}) {
		switch {
		case k.Value == "checked":
			t.checked = line[civil.Date]{name: k.Value, file: file, at: k.Line}
			t.checked.sound = r.fill(&t.checked.value, n, place{file, k.Value})
		case n.Kind != yaml.SequenceNode:
			hint := ""
			if _, err := civil.Parse(n.Value); err == nil {
				hint = `; did you mean "checked"?`
			}
			r.add(file, k.Line, k.Value, `want a list of lines, each "- {…}", got %s%s`, what(n), hint)
		default:
			l := line[[]line[entry]]{name: k.Value, file: file, at: k.Line, sound: true}
			for i, n := range n.Content {
				e := line[entry]{name: entryName(k.Value, i), file: file, at: n.Line}
				e.sound = r.fill(&e.value, n, place{file, e.name})
				l.value = append(l.value, e)
			}
			t.names = append(t.names, l)
		}
	}
	return t
}

// entryName names a line: "MF4[1]" is the second under MF4.
func entryName(name string, i int) string { return fmt.Sprintf("%s[%d]", name, i) }

// want complains of a root that is missing or of another kind.
func (r *raw) want(file, entry string, n *yaml.Node, kind yaml.Kind) bool {
	if n == nil {
		return false
	}
	if n.Kind != kind {
		r.add(file, n.Line, entry, "want %s, got %s", map[yaml.Kind]string{yaml.SequenceNode: `a list, each entry "- …"`, yaml.MappingNode: `entries "name: …"`}[kind], what(n))
		return false
	}
	r.read[file] = true
	return true
}

// file is the root of one of the book's files, nil when it can't be read.
func (r *raw) file(name string) *yaml.Node {
	src := r.source(name)
	if src == nil {
		return nil
	}
	return r.parse(name, src)
}

// source is what stands in one of the book's files, nil when it can't be read.
// It goes into the digest.
func (r *raw) source(name string) []byte {
	src, err := r.bytes(name)
	if err != nil {
		r.add(name, 0, "", "%v", err)
		return nil
	}
	fmt.Fprintf(r.sum, "%s %d\n%s", name, len(src), src)
	return src
}

// parse is the root of a file, nil when it is no YAML that a rule book uses.
func (r *raw) parse(name string, src []byte) *yaml.Node {
	loader, err := yaml.NewLoader(bytes.NewReader(src), yaml.WithPlugin(loaderlimits.New(loaderlimits.DepthValue(maxDepth))))
	if err != nil {
		r.add(name, 0, "", "%v", err)
		return nil
	}
	var doc, next yaml.Node
	if err := loader.Load(&doc); errors.Is(err, io.EOF) || err == nil && len(doc.Content) != 1 {
		r.add(name, 0, "", "is empty")
		return nil
	} else if err != nil {
		r.syntax(name, err)
		return nil
	}
	switch err := loader.Load(&next); {
	case err == nil:
		r.add(name, next.Line, "", `a second document; a file is one: remove "---" and what follows`)
		return nil
	case !errors.Is(err, io.EOF):
		r.syntax(name, err)
		return nil
	}
	before := len(r.Complaints)
	r.refuse(name, &doc)
	if len(r.Complaints) > before {
		return nil
	}
	return doc.Content[0]
}

// bytes reads a regular file that is not too long.
func (r *raw) bytes(name string) ([]byte, error) {
	info, err := fs.Stat(r.fsys, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, errors.New("there is no such file; a rule book has sources.yaml, quotes.yaml, fees.yaml and periods.yaml")
	case err == nil && !info.Mode().IsRegular():
		return nil, errors.New("is no file to read; a rule book has plain files")
	}
	var f fs.File
	if err == nil {
		f, err = r.fsys.Open(name)
	}
	if err != nil {
		var at *fs.PathError
		if errors.As(err, &at) {
			err = at.Err
		}
		return nil, fmt.Errorf("can't be read: %w", err)
	}
	defer f.Close()
	src, err := io.ReadAll(io.LimitReader(f, maxBytes+1))
	if err == nil && len(src) > maxBytes {
		err = fmt.Errorf("is longer than %d MB, which no file of a rule book is", maxBytes>>20)
	}
	return src, err
}

// syntax complains of what is no YAML.
func (r *raw) syntax(file string, err error) {
	line, said := 0, err.Error()
	var at *yaml.LoadError
	if errors.As(err, &at) {
		line, said = at.Mark.Line, strings.TrimSpace(at.Message+" "+at.ContextMsg)
	}
	if strings.Contains(said, "max depth") {
		r.add(file, line, "", "nested more than %d deep, which nothing of a rule book is", maxDepth)
		return
	}
	r.add(file, line, "", "is no YAML here or in the line above: %s; look for a missing bracket, quote or comma", said)
}

// refuse complains of what a rule book has no use for.
func (r *raw) refuse(file string, n *yaml.Node) {
	switch {
	case n.Kind == yaml.AliasNode:
		r.add(file, n.Line, "", `the alias "*%s" is not read; write the value itself`, n.Value)
		return
	case n.Anchor != "":
		r.add(file, n.Line, "", `the anchor "&%s" is not read; remove it`, n.Anchor)
	case n.Style&yaml.TaggedStyle != 0:
		r.add(file, n.Line, "", "the tag %q is not read; remove it", n.Tag)
	}
	for _, child := range n.Content {
		r.refuse(file, child)
	}
}

// pairs are the keys and values of a mapping; a key that stands twice is
// complained of and left out.
func (r *raw) pairs(n *yaml.Node, at place) func(yield func(k, v *yaml.Node) bool) {
	return func(yield func(k, v *yaml.Node) bool) {
		first := map[string]int{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			k := n.Content[i]
			switch line, twice := first[k.Value]; {
			case k.Kind != yaml.ScalarNode:
				r.add(at.file, k.Line, at.entry, "want a plain key, got %s", what(k))
			case twice:
				r.add(at.file, k.Line, at.entry, "%q stands here for the second time, first on line %d: keep one", k.Value, line)
			default:
				first[k.Value] = k.Line
				if !yield(k, n.Content[i+1]) {
					return
				}
			}
		}
	}
}

// what names the kind of a node, with the value of a scalar.
func what(n *yaml.Node) string {
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
