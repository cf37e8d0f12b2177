package pdf

import (
	"crypto/sha256"
	"errors"
	"fmt"
)

// Sums tells of every sheet what it shows, in the order of the sheets: the first
// 16 bytes of a SHA-256 that knows its box and every value that its contents,
// resources and group lead to, what stands in dictionaries as well as the data
// of streams; and where layers are shown, which of them are visible. How a value
// is written makes no difference, nor what number its object has: a reference
// counts as what it leads to, and data as they are before encryption.
// docs/lock.md has the definition.
//
// Sums wants Options.Digests. It comes when everything was given that a sheet
// shows, and settles; afterwards nothing may follow but what Close reads. Asked
// again, it answers the same.
func (w *Writer) Sums() ([][16]byte, error) {
	g := w.graph
	switch {
	case w.sums != nil:
		return w.sums, nil
	case g == nil:
		return nil, errors.New("sums: Options.Digests is missing")
	}
	if w.Settle(); w.Err() != nil {
		return nil, w.Err()
	}
	w.graph = nil
	var visible node
	if len(w.layers) > 0 {
		g.begin()
		g.value(w.optional())
		g.end(&visible)
	}
	g.start(len(w.spots))
	var layers []byte
	if len(w.layers) > 0 {
		b, err := g.told(&visible)
		if err != nil {
			return nil, fmt.Errorf("layers: %w", err)
		}
		layers = append(layers, b...)
	}
	sums := make([][16]byte, len(g.sheets))
	for i := range g.sheets {
		b, err := g.told(&g.sheets[i])
		if err != nil {
			return nil, fmt.Errorf("sheet %d: %w", i+1, err)
		}
		if g.sheets[i].layered {
			b = append(b, layers...)
		}
		sum := sha256.Sum256(b)
		sums[i] = [16]byte(sum[:])
	}
	w.sums = sums
	return sums, nil
}

// graph is what was given so far, as sums know it. The nil graph takes note of
// nothing.
type graph struct {
	nodes  [][]node // by object number, so many at a time
	inner  []node   // of values within others that hold references
	sheets []node
	room   [][32]byte
	teller
	walk
}

// node is the text of a value, with holes where others belong. The text of an
// open one is to be digested; that of another one stands for the value in texts
// that it is a part of. Null has no text.
type node struct {
	text    []byte
	holes   []hole
	data    *[32]byte // digest of the data of a stream
	open    bool
	layered bool // which layers are visible makes a difference to it
}

// hole is a place in a text where another value belongs.
type hole struct {
	from  int32 // where the key of the value begins, if it has one
	at    int32
	to    int32 // an object; below 0 an inner node, of which -1 is the first
	layer bool  // the key is one that names layers
}

func (g *graph) at(to int32) *node {
	if to < 0 {
		return &g.inner[-1-to]
	}
	return g.node(int(to))
}

func (g *graph) node(num int) *node {
	const many = 256
	for num/many >= len(g.nodes) {
		g.nodes = append(g.nodes, make([]node, many))
	}
	return &g.nodes[num/many][num%many]
}

// object takes note of what r is. Of a stream the answer is where the digest of
// its data goes.
func (g *graph) object(r Ref, o Object) *[32]byte {
	if g == nil {
		return nil
	}
	g.begin()
	n := node{}
	switch o := o.(type) {
	case *Stream:
		if len(g.room) == 0 {
			g.room = make([][32]byte, 64)
		}
		n.data, g.room = &g.room[0], g.room[1:]
		g.entries(o.Dict, "Length")
		n.open = true
	case Dict, Array:
		g.parts(o)
		if n.open = len(g.holes) > 0; !n.open {
			g.digest(0)
		}
	default:
		if !absent(o) {
			g.value(o)
		}
	}
	g.end(&n)
	*g.node(r.Num) = n
	return n.data
}

// shows takes note of a page.
func (g *graph) shows(page Dict) {
	if g == nil {
		return
	}
	g.begin()
	box, _ := page.Get("MediaBox").(Array)
	for _, v := range append(box[:len(box):len(box)], Int(1), Int(0)) { // points per unit, the turn
		g.value(v)
	}
	g.value(Dict{
		{"Contents", page.Get("Contents")}, {"Group", page.Get("Group")}, {"Resources", page.Get("Resources")},
	})
	var n node
	g.end(&n)
	g.sheets = append(g.sheets, n)
}
