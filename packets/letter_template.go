package packets

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"text/template"
	"text/template/parse"
	"unicode/utf8"

	"mappe/internal/page"
)

// Limits of a template and of what it becomes, in bytes.
const (
	maxTemplate = 64 << 10
	maxLetter   = 256 << 10
)

// letterTemplate is a template that says nothing but what it may.
type letterTemplate struct {
	name string
	tree *parse.Tree
}

// readTemplate reads a template and checks all of it, also what a letter would
// leave out: the facts and words that it names, and its Markdown.
func readTemplate(name, src string) (*letterTemplate, error) {
	switch {
	case len(src) > maxTemplate:
		return nil, fmt.Errorf("%s: %d bytes, more than %d; a letter is shorter", name, len(src), maxTemplate)
	case !utf8.ValidString(src):
		return nil, fmt.Errorf("%s: is not UTF-8; save it so", name)
	case page.Marked(src):
		return nil, fmt.Errorf("%s: has a character that is kept for programs; take it out", name)
	}
	tree, trees := parse.New(name), map[string]*parse.Tree{}
	tree.Mode = parse.SkipFuncCheck
	if _, err := tree.Parse(src, "{{", "}}", trees); err != nil {
		return nil, errors.New(strings.TrimPrefix(err.Error(), "template: "))
	}
	c := &templateChecker{name: name, src: src}
	if len(trees) > 1 {
		return nil, fmt.Errorf("%s: holds a second template; a letter is one, without define and block", name)
	}
	if err := c.list(tree.Root, ""); err != nil {
		return nil, err
	}
	_, err := page.Parse(name, c.flat(), &c.inserts)
	return &letterTemplate{name, tree}, err
}

// fill is the letter of facts and words.
func (t *letterTemplate) fill(facts map[string]any, words template.FuncMap, in *page.Inserts) ([]page.Block, error) {
	words["fact"] = func(kind, value any) string {
		if s, ok := value.(string); ok && strings.TrimSpace(s) != "" {
			return in.Value(s)
		}
		return in.Value(openLine(fmt.Sprint(kind)))
	}
	full, err := template.New(t.name).Funcs(words).AddParseTree(t.name, t.tree)
	if err != nil {
		return nil, err
	}
	var out brief
	if err := full.Execute(&out, nested(facts)); err != nil {
		return nil, err
	}
	return page.Parse(t.name+", filled in", out.String(), in)
}

// openLine is a line to write on.
func openLine(kind string) string {
	if kind == string(factDay) {
		return strings.Repeat("_", 16)
	}
	return strings.Repeat("_", 30)
}

// brief is a text of limited length.
type brief struct{ strings.Builder }

var _ io.Writer = (*brief)(nil)

func (b *brief) Write(p []byte) (int, error) {
	if b.Len()+len(p) > maxLetter {
		return 0, fmt.Errorf("the letter is longer than %d bytes", maxLetter)
	}
	return b.Builder.Write(p)
}
