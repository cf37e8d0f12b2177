package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"hash"
	"slices"
	"strconv"
)

// walk goes from value to value, deep first, as long as they are open. Values
// that lead to each other are a ring; a value in none is a ring of its own.
type walk struct {
	path  []step
	rings []int32 // values of rings that are not yet closed
	last  int32   // so many values it came to
	when  []int32 // it came to a value, those of inner nodes first; 0 for not yet
	shift int     // of an id to its place in when
}

type step struct {
	at   int32
	next int   // of its holes
	low  int32 // when the walk came first to what this leads back to
}

// start begins a walk of so many objects.
func (g *graph) start(objects int) {
	g.shift = len(g.inner)
	g.when = make([]int32, g.shift+objects)
}

// came is when the walk did to a value.
func (w *walk) came(id int32) *int32 { return &w.when[int(id)+w.shift] }

// told is the text of a node with the holes filled in. It is of use until the
// next.
func (g *graph) told(n *node) ([]byte, error) {
	for _, h := range n.holes {
		if err := g.close(h.to); err != nil {
			return nil, err
		}
	}
	g.hangs(n)
	g.b = g.fill(g.b[:0], n, nil)
	return g.b, nil
}

// fill appends the text of a node with the holes filled in; those of its own
// ring by open.
func (g *graph) fill(b []byte, n *node, open func(b []byte, to int32) []byte) []byte {
	if n.data != nil {
		b = append(append(b, '~'), n.data[:]...)
	}
	from := int32(0)
	for _, h := range n.holes {
		switch to := g.at(h.to); {
		case to.open:
			b = open(append(b, n.text[from:h.at]...), h.to)
		case to.text != nil:
			b = append(append(b, n.text[from:h.at]...), to.text...)
		case h.from < h.at: // a key of which the value is null is none
			b = append(b, n.text[from:h.from]...)
		default:
			b = append(append(b, n.text[from:h.at]...), 'n')
		}
		from = h.at
	}
	return append(b, n.text[from:]...)
}

// hangs finds out whether a node is layered by what is known of others.
func (g *graph) hangs(n *node) {
	for _, h := range n.holes {
		to := g.at(h.to)
		n.layered = n.layered || to.layered || h.layer && (to.open || to.text != nil)
	}
}

// close closes a node and all that it leads to.
func (g *graph) close(root int32) error {
	if !g.at(root).open {
		return nil
	}
	g.visit(root)
	for {
		top := &g.path[len(g.path)-1]
		if holes := g.at(top.at).holes; top.next < len(holes) {
			id := holes[top.next].to
			top.next++
			switch {
			case !g.at(id).open:
			case *g.came(id) == 0:
				g.visit(id)
			default:
				top.low = min(top.low, *g.came(id))
			}
			continue
		}
		done := *top
		if done.low == *g.came(done.at) {
			first := len(g.rings) - 1
			for g.rings[first] != done.at {
				first--
			}
			if err := g.ring(g.rings[first:]); err != nil {
				return err
			}
			g.rings = g.rings[:first]
		}
		if g.path = g.path[:len(g.path)-1]; len(g.path) == 0 {
			return nil
		}
		above := &g.path[len(g.path)-1]
		above.low = min(above.low, done.low)
	}
}

func (g *graph) visit(id int32) {
	g.last++
	*g.came(id) = g.last
	g.path, g.rings = append(g.path, step{at: id, low: g.last}), append(g.rings, id)
}

// ring closes the nodes of a ring.
func (g *graph) ring(all []int32) error {
	layered, round := false, len(all) > 1
	for _, id := range all {
		n := g.at(id)
		g.hangs(n)
		layered = layered || n.layered
		round = round || slices.ContainsFunc(n.holes, func(h hole) bool { return h.to == id })
	}
	if !round {
		n := g.at(all[0])
		g.b = g.fill(g.b[:0], n, nil)
		g.shut(n, sha256.Sum256(g.b), layered)
		return nil
	}
	likes, head, err := g.head(all)
	if err != nil {
		return err
	}
	sum, number := g.numbered(head, likes)
	for _, id := range all {
		b := append([]byte{'o'}, sum...)
		g.shut(g.at(id), sha256.Sum256(strconv.AppendInt(b, int64(number[likes(id)]), 10)), layered)
	}
	return nil
}

func (g *graph) shut(n *node, sum [32]byte, layered bool) {
	n.text = lodged(&g.texts, append(append(g.b[:0], '&'), sum[:]...))
	n.holes, n.open, n.layered = nil, false, layered
}

// maxRounds is how far the values of a ring are told apart by what they lead to.
const maxRounds = 64

// head is the value of a ring from which the others are numbered. Each has a
// mark, made of its text without the ring, then of its text with the marks of
// those that it leads to. As soon as a mark is the only one of its kind, the
// least of such is the head. When marks tell no more of them apart, values with
// the same mark are the same, and likes says which one stands for all.
func (g *graph) head(all []int32) (likes func(int32) int32, head int32, err error) {
	type mark = [32]byte
	var marks map[int32]mark
	kinds := 0
	for range maxRounds {
		now, first, times := make(map[int32]mark, len(all)), map[mark]int32{}, map[mark]int{}
		var least, only mark
		found := false
		for _, id := range all {
			g.b = g.fill(g.b[:0], g.at(id), func(b []byte, to int32) []byte {
				b = append(b, '@')
				if marks != nil {
					m := marks[to]
					b = append(b, m[:]...)
				}
				return b
			})
			m := sha256.Sum256(g.b)
			if now[id] = m; times[m] == 0 {
				first[m] = id
			}
			times[m]++
		}
		for m, n := range times {
			if least == (mark{}) || bytes.Compare(m[:], least[:]) < 0 {
				least = m
			}
			if n == 1 && (!found || bytes.Compare(m[:], only[:]) < 0) {
				only, found = m, true
			}
		}
		if found {
			return func(id int32) int32 { return id }, first[only], nil
		}
		if len(times) == kinds {
			return func(id int32) int32 { return first[now[id]] }, first[least], nil
		}
		marks, kinds = now, len(times)
	}
	return nil, 0, fmt.Errorf("%w: %d values lead to each other in a way that takes more than %d rounds to tell", ErrLimit, len(all), maxRounds)
}

// numbered is the digest of a ring, and the numbers of its values: the head has
// 0, and the others follow in the order in which texts come to them, those by
// number.
func (g *graph) numbered(head int32, likes func(int32) int32) ([]byte, map[int32]int) {
	h, order, number := hash.Hash(sha256.New()), []int32{head}, map[int32]int{head: 0}
	h.Write([]byte{'r'})
	for i := 0; i < len(order); i++ {
		g.b = g.fill(g.b[:0], g.at(order[i]), func(b []byte, to int32) []byte {
			to = likes(to)
			n, known := number[to]
			if !known {
				n = len(order)
				number[to], order = n, append(order, to)
			}
			return append(strconv.AppendInt(append(b, '@'), int64(n), 10), ' ')
		})
		h.Write(g.b)
	}
	return h.Sum(nil), number
}
