package pdf

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// What Sums does at most: steps from object to object and digests told, and
// digests that are remembered.
const (
	maxSumSteps = 256 << 20
	maxSumKept  = 4 << 20
)

// Sums tells of every sheet what it shows, in the order of the sheets: the first
// 16 bytes of the SHA-256 of a line with its width, height and turn, followed by
// the SHA-256 of the data of every stream that can be reached from its contents
// and resources. The data are as they stand in the file, before they are
// encrypted; a digest stands there once, the smallest first.
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
	w.graph, w.bundle.note = nil, false
	s := g.summer(len(w.spots))
	sums := make([][16]byte, len(g.sheets))
	for i, on := range g.sheets {
		sum, err := s.sheet(on)
		if err != nil {
			return nil, fmt.Errorf("sheet %d: %w", i+1, err)
		}
		sums[i] = sum
	}
	w.sums = sums
	return sums, nil
}

// graph is which object refers to which, and the digests of the streams. The
// nil graph takes note of nothing.
type graph struct {
	nodes  []node  // by object number
	refs   []int32 // of the nodes; a list ends before a 0
	room   [][32]byte
	sheets []view
}

type node struct {
	refs int32 // where those begin that it refers to, counted from 1; 0 for none
	sum  *[32]byte
}

// view is what a sheet is summed from.
type view struct {
	line string
	refs int32 // as in node
}

func (g *graph) node(num int) *node {
	if more := num + 1 - len(g.nodes); more > 0 {
		g.nodes = append(g.nodes, make([]node, more)...)
	}
	return &g.nodes[num]
}

// sum is where the digest of the stream r goes.
func (g *graph) sum(r Ref) *[32]byte {
	if g == nil {
		return nil
	}
	if len(g.room) == 0 {
		g.room = make([][32]byte, 64)
	}
	sum := &g.room[0]
	g.room, g.node(r.Num).sum = g.room[1:], sum
	return sum
}

// refers takes note of what was printed as the object r, and lets the printer
// forget it.
func (g *graph) refers(r Ref, p *printer) {
	if g != nil && len(p.refs) > 0 {
		g.node(r.Num).refs = g.list(p.refs)
	}
	p.refs = p.refs[:0]
}

func (g *graph) list(refs []int32) int32 {
	at := len(g.refs) + 1
	g.refs = append(append(g.refs, refs...), 0)
	return int32(at)
}

// shows takes note of a page.
func (g *graph) shows(page Dict) {
	if g == nil {
		return
	}
	p := printer{note: true}
	p.object(page.Get("Contents"))
	p.object(page.Get("Resources"))
	box, _ := page.Get("MediaBox").(Array)
	width, height := asRead(box[2]), asRead(box[3])
	g.sheets = append(g.sheets, view{fmt.Sprintf("%.3f %.3f %d\n", width, height, 0), g.list(p.refs)})
}

// asRead is a number as it is read back.
func asRead(o Object) float64 {
	v, _ := o.(Real)
	f, _ := strconv.ParseFloat(string(appendReal(nil, float64(v))), 64) // it was made just now
	return f
}

// summer sums sheets. Digests go by their rank, the smallest has 0. What is
// below an object that a second sheet comes to is kept, so that many sheets
// may share much.
type summer struct {
	g      *graph
	digest []*[32]byte // by rank
	rank   []int32     // by object number, -1 for what is no stream
	once   []bool      // a sheet came to the object
	kept   map[int32][]int32
	full   int // ranks in kept
	steps  int
	sheets walk
	below  walk
	found  []int32
}

// walk goes from object to object.
type walk struct {
	by    []int32 // the last round that came to an object
	round int32
	stack []int32 // to be visited
}

func (g *graph) summer(objects int) *summer {
	g.node(objects - 1)
	s := &summer{
		g: g, rank: make([]int32, objects), once: make([]bool, objects), kept: map[int32][]int32{},
		sheets: walk{by: make([]int32, objects)}, below: walk{by: make([]int32, objects)},
	}
	var streams []int32
	for n := range g.nodes {
		if s.rank[n] = -1; g.nodes[n].sum != nil {
			streams = append(streams, int32(n))
		}
	}
	slices.SortFunc(streams, func(a, b int32) int { return bytes.Compare(g.nodes[a].sum[:], g.nodes[b].sum[:]) })
	for _, n := range streams {
		sum := g.nodes[n].sum
		if last := len(s.digest) - 1; last < 0 || *s.digest[last] != *sum {
			s.digest = append(s.digest, sum)
		}
		s.rank[n] = int32(len(s.digest) - 1)
	}
	return s
}

func (s *summer) sheet(on view) (sum [16]byte, err error) {
	s.found = s.reach(on.refs, &s.sheets, s.found[:0])
	if s.steps += len(s.found); s.steps > maxSumSteps {
		return sum, fmt.Errorf("%w: what the sheets show takes more than %d steps to tell", ErrLimit, maxSumSteps)
	}
	h := sha256.New()
	h.Write([]byte(on.line))
	for _, rank := range s.found {
		h.Write(s.digest[rank][:])
	}
	return [16]byte(h.Sum(nil)), nil
}

// reach appends the ranks of the streams below the objects of a list, each
// once, in ascending order.
func (s *summer) reach(list int32, w *walk, found []int32) []int32 {
	from := len(found)
	w.round++
	w.stack = s.follow(list, w.stack[:0])
	for len(w.stack) > 0 && s.steps <= maxSumSteps {
		n := w.stack[len(w.stack)-1]
		w.stack = w.stack[:len(w.stack)-1]
		if w.by[n] == w.round {
			continue
		}
		w.by[n] = w.round
		s.steps++
		if s.rank[n] >= 0 {
			found = append(found, s.rank[n])
		}
		refs := s.g.nodes[n].refs
		below, known := s.kept[n]
		if !known && refs > 0 && w == &s.sheets {
			if s.once[n] && s.full < maxSumKept {
				below, known = s.reach(refs, &s.below, nil), true
				s.kept[n] = below
				s.full += len(below)
			}
			s.once[n] = true
		}
		if known {
			s.steps += len(below)
			found = append(found, below...)
		} else {
			w.stack = s.follow(refs, w.stack)
		}
	}
	slices.Sort(found[from:])
	return found[:from+len(slices.Compact(found[from:]))]
}

// follow appends the objects of a list.
func (s *summer) follow(list int32, stack []int32) []int32 {
	for i := list - 1; list > 0 && s.g.refs[i] != 0; i++ {
		stack = append(stack, s.g.refs[i])
	}
	return stack
}
