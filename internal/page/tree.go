package page

import (
	"strings"

	"mappe/internal/pdf"
	"mappe/internal/typeset"
)

// Node is a node of the tag tree: an element with its role or, without one, a
// leaf, which is a piece of the text of the element it stands in. Sheets hold
// them in reading order, each after its parent.
type Node struct {
	Parent     int      // index of the element that it stands in, -1 for none
	Role       pdf.Name // of the standard: "H1", "P", "TD"
	Alt        string   // for a Figure: what is seen
	Lang       string   // where it differs from the parent's
	To         string   // for a Link: its goal
	Attributes pdf.Dict
}

// tree is a tag tree in the making.
type tree struct {
	nodes []Node
	open  int                      // the element that takes what comes next, -1 for none
	leads func(anchor string) bool // see Options
}

// within adds n to the open element and does what puts its content.
func (t *tree) within(n Node, put func()) {
	n.Parent = t.open
	t.nodes = append(t.nodes, n)
	t.open = len(t.nodes) - 1
	put()
	t.open = n.Parent
}

// leaf is a new leaf of the open element.
func (t *tree) leaf() int {
	t.nodes = append(t.nodes, Node{Parent: t.open})
	return len(t.nodes) - 1
}

// link is the link that a leaf stands in, -1 for none.
func (t *tree) link(leaf int) int {
	if leaf < 0 {
		return -1
	}
	if p := t.nodes[leaf].Parent; p >= 0 && t.nodes[p].Role == "Link" {
		return p
	}
	return -1
}

// spans are words as leaves of the open element: a link is an element of its
// own, and so are words in another language. Those that run against the page,
// which rtl tells of, keep to themselves.
func (t *tree) spans(words Words, st style, rtl bool) []typeset.Span {
	var out []typeset.Span
	leaf := -1
	for _, w := range squeeze(words) {
		if anchor, inner := strings.CutPrefix(w.To, "#"); inner && t.leads != nil && !t.leads(anchor) {
			w.To = ""
		}
		span := typeset.Span{Text: w.Text, Size: st.size, Bold: st.bold || w.Strong, Lang: w.Lang}
		if w.To == "" && w.Lang == "" {
			if leaf < 0 {
				leaf = t.leaf()
			}
			span.Mark = leaf
		} else {
			leaf = -1
			n := Node{Role: "Span", Lang: w.Lang}
			if w.To != "" {
				n.Role, n.To = "Link", w.To
			}
			t.within(n, func() { span.Mark = t.leaf() })
		}
		switch turned := writtenLeft(w.Lang); {
		case w.Lang != "" && turned != rtl:
			span.Text = isolated(span.Text, turned)
		case rtl && w.address():
			span.Text = isolated(span.Text, false)
		}
		out = append(out, span)
	}
	return out
}

// attribute is one attribute of an element; owner is "Table" or "List".
func attribute(owner, key, value pdf.Name) pdf.Dict {
	return pdf.Dict{{Key: "O", Value: owner}, {Key: key, Value: value}}
}
