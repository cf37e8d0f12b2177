package page

import (
	"bytes"
	"fmt"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

var markdown = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithInlineParsers(parser.DefaultInlineParsers()...),
		parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...))
})

// Parse reads Markdown as blocks: headings, paragraphs, strong words, links,
// lists, line ends and rules. What stands for in's marks is put in when the text
// has been read, so that no value is ever read as markup. Anything else that
// Markdown has, such as HTML, pictures or code, is an error with its place,
// name:line. A table is a block that is put in: the library's would cost every
// start of the program a millisecond.
func Parse(name, source string, in *Inserts) ([]Block, error) {
	r := reader{name: name, source: []byte(source), in: in}
	var blocks []Block
	root := markdown().Parse(text.NewReader(r.source))
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		b, err := r.block(n)
		if err != nil {
			return nil, err
		}
		blocks = append(blocks, b...)
	}
	return blocks, nil
}

// reader turns the nodes of one text into blocks.
type reader struct {
	name   string
	source []byte
	in     *Inserts
}

// fail is an error at a node's place.
func (r *reader) fail(n ast.Node, format string, args ...any) error {
	for ; n != nil && n.Pos() < 0; n = n.Parent() {
		if n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
			return r.at(n.Lines().At(0).Start, format, args...)
		}
	}
	at := 0
	if n != nil {
		at = n.Pos()
	}
	return r.at(at, format, args...)
}

func (r *reader) at(offset int, format string, args ...any) error {
	line := 1 + bytes.Count(r.source[:min(max(offset, 0), len(r.source))], []byte("\n"))
	return fmt.Errorf("%s:%d: %w", r.name, line, fmt.Errorf(format, args...))
}

func (r *reader) block(n ast.Node) ([]Block, error) {
	switch n := n.(type) {
	case *ast.Heading:
		if n.Level > 3 {
			return nil, r.fail(n, "a heading of level %d; there are levels 1 to 3", n.Level)
		}
		title, err := r.plain(n)
		return []Block{Heading{Level: n.Level, Text: title}}, err
	case *ast.Paragraph:
		text := strings.TrimSpace(string(n.Lines().Value(r.source)))
		if blocks, ok := r.in.alone(text); ok {
			return blocks, nil
		}
		if strings.HasPrefix(text, "|") {
			return nil, r.fail(n, "a table has no place here; use a list")
		}
		words, err := r.words(n)
		return []Block{Paragraph{Text: words}}, err
	case *ast.List:
		return r.list(n)
	case *ast.ThematicBreak:
		return []Block{Rule{}}, nil
	case *ast.LinkReferenceDefinition:
		return nil, nil // is where a link leads
	}
	return nil, r.fail(n, "%s has no place here; use headings, paragraphs, lists and rules", called(n))
}

func (r *reader) list(n *ast.List) ([]Block, error) {
	l := List{Numbered: n.IsOrdered()}
	if l.Numbered && n.Start != 1 {
		return nil, r.fail(n, "a numbered list begins with %d; begin it with 1", n.Start)
	}
	for it := n.FirstChild(); it != nil; it = it.NextSibling() {
		only := it.FirstChild()
		if only == nil || only.NextSibling() != nil || only.Kind() != ast.KindTextBlock && only.Kind() != ast.KindParagraph {
			return nil, r.fail(it, "an item of a list holds something else than one line of text; make it a paragraph after the list")
		}
		words, err := r.words(only)
		if err != nil {
			return nil, err
		}
		l.Items = append(l.Items, Item{Text: words})
	}
	return []Block{l}, nil
}

// plain are the words of a heading.
func (r *reader) plain(n ast.Node) (string, error) {
	words, err := r.words(n)
	for _, s := range words {
		if err == nil && (s.Strong || s.To != "") {
			err = r.fail(n, "a heading has strong words or a link; write plain words")
		}
	}
	return words.String(), err
}

// words are the running text in a node.
func (r *reader) words(n ast.Node) (Words, error) {
	var out Words
	err := r.inline(n, Span{}, &out)
	return out, err
}

// inline appends the text below a node, in the look of a span.
func (r *reader) inline(n ast.Node, look Span, out *Words) error {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			if err := r.in.fill(string(c.Segment.Value(r.source)), look, out); err != nil {
				return r.fail(c, "%w", err)
			}
			switch {
			case c.HardLineBreak():
				add(out, look, "\n")
			case c.SoftLineBreak():
				add(out, look, " ")
			}
		case *ast.Emphasis:
			if c.Level != 2 {
				return r.fail(c, "words between single * or _; strong words stand between **")
			}
			inner := look
			inner.Strong = true
			if err := r.inline(c, inner, out); err != nil {
				return err
			}
		case *ast.Link:
			inner := look
			inner.To = string(c.Destination)
			switch {
			case strings.ContainsAny(inner.To, opens+closes) || !leads(inner.To) || inner.To == "":
				return r.fail(c, "link to %q leads nowhere; use an https address", strings.Map(visible, inner.To))
			case len(c.Title) > 0:
				return r.fail(c, "a link has a title; leave it out")
			}
			if err := r.inline(c, inner, out); err != nil {
				return err
			}
		default:
			return r.fail(c, "%s has no place here; use plain words, **strong** ones and [links](https://…)", called(c))
		}
	}
	return nil
}

// called is what people call a node.
func called(n ast.Node) string {
	switch n.Kind() {
	case ast.KindHTMLBlock, ast.KindRawHTML:
		return "HTML"
	case ast.KindImage:
		return "a picture"
	case ast.KindCodeBlock:
		return "a line that begins with four spaces (code)"
	case ast.KindFencedCodeBlock, ast.KindCodeSpan:
		return "code"
	case ast.KindBlockquote:
		return "a quotation with >"
	case ast.KindAutoLink:
		return "an address between < and >"
	}
	return n.Kind().String()
}
