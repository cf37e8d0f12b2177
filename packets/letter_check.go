package packets

import (
	"fmt"
	"strings"
	"text/template/parse"

	"mappe/internal/page"
	"mappe/profile"
)

// templateChecker walks a template. What prints a fact becomes a call that puts
// the fact's mark.
type templateChecker struct {
	name, src string
	inserts   page.Inserts
	text      []flatText
	ranged    bool
}

// flatText is a part of the template as it is in the file: words, or the mark of
// an action.
type flatText struct {
	at, end int
	mark    string
}

// flat is the template as Markdown, whatever holds: with a mark for each action
// that prints, on the line on which it is.
func (c *templateChecker) flat() string {
	var b strings.Builder
	last := 0
	for _, t := range append(c.text, flatText{at: len(c.src), end: len(c.src)}) {
		b.WriteString(strings.Repeat("\n", strings.Count(c.src[last:t.at], "\n")))
		last = t.end
		if t.mark != "" {
			b.WriteString(t.mark)
			continue
		}
		b.WriteString(c.src[t.at:t.end])
	}
	return b.String()
}

func (c *templateChecker) fail(n parse.Node, format string, args ...any) error {
	line := 1 + strings.Count(c.src[:min(int(n.Position()), len(c.src))], "\n")
	return fmt.Errorf("%s:%d: %w", c.name, line, fmt.Errorf(format, args...))
}

// list walks nodes in which "." is the fact or group dot.
func (c *templateChecker) list(l *parse.ListNode, dot string) error {
	if l == nil {
		return nil
	}
	for _, n := range l.Nodes {
		if err := c.node(n, dot); err != nil {
			return err
		}
	}
	return nil
}

func (c *templateChecker) node(n parse.Node, dot string) error {
	switch n := n.(type) {
	case *parse.TextNode:
		at := int(n.Pos)
		c.text = append(c.text, flatText{at: at, end: at + len(n.Text)})
		return nil
	case *parse.ActionNode:
		return c.action(n, dot)
	case *parse.IfNode:
		if err := c.condition(n.Pipe, dot); err != nil {
			return err
		}
		return c.both(&n.BranchNode, dot, dot)
	case *parse.WithNode:
		key, kind, err := c.only(n.Pipe, dot)
		if err != nil {
			return err
		}
		if kind == factList || kind == factCondition {
			return c.fail(n, "with %q, which is a %s; use it with a group or a fact", key, kind)
		}
		return c.both(&n.BranchNode, key, dot)
	case *parse.RangeNode:
		key, kind, err := c.only(n.Pipe, dot)
		switch {
		case err != nil:
			return err
		case kind != factList:
			return c.fail(n, "range over %q, which is no list", key)
		case c.ranged:
			return c.fail(n, "a range within a range; a letter has one at a time")
		}
		c.ranged = true
		defer func() { c.ranged = false }()
		return c.both(&n.BranchNode, key+"[]", dot)
	case *parse.BreakNode, *parse.ContinueNode, *parse.CommentNode:
		return nil
	}
	return c.fail(n, "%s has no place in a letter", n)
}

func (c *templateChecker) both(n *parse.BranchNode, dot, otherwise string) error {
	if err := c.list(n.List, dot); err != nil {
		return err
	}
	return c.list(n.ElseList, otherwise)
}

// action is what prints: a fact, or a word.
func (c *templateChecker) action(n *parse.ActionNode, dot string) error {
	if err := c.simple(n.Pipe); err != nil {
		return err
	}
	cmd := n.Pipe.Cmds[0]
	if id, ok := cmd.Args[0].(*parse.IdentifierNode); ok {
		w, ok := letterWords[id.Ident]
		if !ok {
			return c.unknown(id, "word", id.Ident, known(letterWords))
		}
		if len(cmd.Args) > 1 && !w.words {
			return c.fail(n, "%s stands alone; take away what follows it", id.Ident)
		}
		for _, arg := range cmd.Args[1:] {
			if _, ok := arg.(*parse.StringNode); ok {
				continue
			}
			if key, kind, err := c.fact(arg, dot); err != nil {
				return err
			} else if kind != factText && kind != factDay {
				return c.fail(arg, "%q can't be printed: it is a %s", key, kind)
			}
		}
		mark := c.inserts.Value("x")
		if w.block {
			mark = c.inserts.Block(page.Rule{})
		}
		c.mark(n, mark)
		return nil
	}
	key, kind, err := c.only(n.Pipe, dot)
	if err != nil {
		return err
	}
	if kind != factText && kind != factDay {
		return c.fail(n, "%q can't be printed: it is a %s", key, kind)
	}
	c.mark(n, c.inserts.Value("x"))
	put := []parse.Node{parse.NewIdentifier("fact").SetPos(n.Pos), &parse.StringNode{NodeType: parse.NodeString, Pos: n.Pos, Quoted: `""`, Text: string(kind)}}
	n.Pipe.Cmds = append(n.Pipe.Cmds, &parse.CommandNode{NodeType: parse.NodeCommand, Pos: n.Pos, Args: put})
	return nil
}

func (c *templateChecker) mark(n parse.Node, mark string) {
	at := int(n.Position())
	c.text = append(c.text, flatText{at: at, end: at, mark: mark})
}

// simple wants one command, which keeps nothing.
func (c *templateChecker) simple(p *parse.PipeNode) error {
	switch {
	case len(p.Decl) > 0:
		return c.fail(p, "%s is a variable; a letter has none, use the fact where it is wanted", p.Decl[0])
	case len(p.Cmds) != 1:
		return c.fail(p, "%s has a pipe; a letter has none", p)
	}
	return nil
}

// only is the one fact or group that a pipe consists of.
func (c *templateChecker) only(p *parse.PipeNode, dot string) (key string, kind factKind, err error) {
	if err := c.simple(p); err != nil {
		return "", "", err
	}
	if cmd := p.Cmds[0]; len(cmd.Args) != 1 {
		return "", "", c.fail(cmd, "%s is more than one fact", cmd)
	}
	return c.fact(p.Cmds[0].Args[0], dot)
}

// condition is a fact, or several with and, or, not.
func (c *templateChecker) condition(p *parse.PipeNode, dot string) error {
	if err := c.simple(p); err != nil {
		return err
	}
	args := p.Cmds[0].Args
	if id, ok := args[0].(*parse.IdentifierNode); ok {
		if id.Ident != "and" && id.Ident != "or" && id.Ident != "not" {
			return c.fail(id, "%q is none of and, or, not", id.Ident)
		}
		if args = args[1:]; len(args) == 0 || id.Ident == "not" && len(args) != 1 {
			return c.fail(id, "%s of %d facts", id.Ident, len(args))
		}
	} else if len(args) > 1 {
		return c.fail(p, "%s is more than one fact; join them with and, or", p)
	}
	for _, arg := range args {
		if inner, ok := arg.(*parse.PipeNode); ok {
			if err := c.condition(inner, dot); err != nil {
				return err
			}
			continue
		}
		if key, kind, err := c.fact(arg, dot); err != nil {
			return err
		} else if kind == "" {
			return c.fail(arg, "%q is a group, which decides nothing; name a fact of it", key)
		}
	}
	return nil
}

// fact is what a node names, as the whole key; without a kind it is a group.
func (c *templateChecker) fact(n parse.Node, dot string) (key string, kind factKind, err error) {
	var parts []string
	switch n := n.(type) {
	case *parse.DotNode:
	case *parse.FieldNode:
		parts = n.Ident
	case *parse.VariableNode:
		if n.Ident[0] != "$" || len(n.Ident) == 1 {
			return "", "", c.fail(n, "%s is a variable; a letter has none, use the fact where it is wanted", n)
		}
		dot, parts = "", n.Ident[1:]
	default:
		return "", "", c.fail(n, "%s is no fact; facts begin with a point, such as .applicant.name", n)
	}
	key = strings.Trim(dot+"."+strings.Join(parts, "."), ".")
	if kind, ok := letterFacts[key]; ok {
		return key, kind, nil
	}
	if key != "" && group(key) {
		return key, "", nil
	}
	return "", "", c.unknown(n, "fact", key, known(letterFacts))
}

func (c *templateChecker) unknown(n parse.Node, what, name string, words []string) error {
	return c.fail(n, "unknown %s %q; did you mean %q?", what, name, profile.Nearest(name, words))
}
