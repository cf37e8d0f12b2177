package pdf

import (
	"cmp"
	"crypto/sha256"
	"math"
	"slices"
	"strconv"
	"strings"
)

// teller tells values as texts, each value in one way. No text is the beginning
// of another. An array, a dictionary or a stream is a part of a text by its
// digest, so that what many share is told once.
type teller struct {
	b     []byte
	holes []hole
	lays  bool    // which layers are visible makes a difference to what b tells
	order []Entry // of the dictionaries in the making
	texts []byte  // room for what is kept
	gaps  []hole
}

func (t *teller) begin() { t.b, t.holes, t.lays = t.b[:0], t.holes[:0], false }

// end puts what was told into a node.
func (t *teller) end(n *node) {
	n.text, n.holes, n.layered = lodged(&t.texts, t.b), lodged(&t.gaps, t.holes), t.lays
}

// lodged is a copy of a list, many of which share one piece of memory.
func lodged[T any](room *[]T, list []T) []T {
	if len(list) == 0 {
		return nil
	}
	if cap(*room)-len(*room) < len(list) {
		*room = make([]T, 0, max(4<<10, len(list)))
	}
	from := len(*room)
	*room = append(*room, list...)
	return (*room)[from:len(*room):len(*room)]
}

// value tells a value where it is a part of another.
func (g *graph) value(o Object) {
	switch o := o.(type) {
	case Name:
		g.bytes('/', string(spelt(o)))
	case String:
		g.bytes('(', string(o))
	case Int, Real:
		g.number(o)
	case bool:
		if o {
			g.b = append(g.b, 't')
		} else {
			g.b = append(g.b, 'f')
		}
	case Ref:
		at := int32(len(g.b))
		g.holes = append(g.holes, hole{from: at, at: at, to: int32(o.Num)})
	case Dict, Array:
		at, first, lay := len(g.b), len(g.holes), g.lays
		g.lays = false
		if g.parts(o); len(g.holes) == first {
			g.digest(at)
		} else {
			g.apart(at, first)
		}
		g.lays = g.lays || lay
	default:
		g.b = append(g.b, 'n')
	}
}

// digest puts the digest of what was told from a place on in its stead.
func (t *teller) digest(at int) {
	sum := sha256.Sum256(t.b[at:])
	t.b = append(append(t.b[:at], '&'), sum[:]...)
}

// apart puts what was told from a place on, with the holes in it, into a node
// of its own, and leaves a hole.
func (g *graph) apart(at, first int) {
	n := node{text: lodged(&g.texts, g.b[at:]), holes: lodged(&g.gaps, g.holes[first:]), open: true, layered: g.lays}
	for i := range n.holes {
		n.holes[i].from -= int32(at)
		n.holes[i].at -= int32(at)
	}
	g.inner = append(g.inner, n)
	g.b, g.holes = g.b[:at], append(g.holes[:first], hole{from: int32(at), at: int32(at), to: -int32(len(g.inner))})
}

// parts tells what an array or dictionary is made of.
func (g *graph) parts(o Object) {
	switch o := o.(type) {
	case Dict:
		g.entries(o, "")
	case Array:
		g.b = append(g.b, '[')
		for _, v := range o {
			g.value(v)
		}
		g.b = append(g.b, ']')
	}
}

// entries tells a dictionary without the entry of one key: the others as their
// keys are in order of bytes.
func (g *graph) entries(d Dict, but Name) {
	first := len(g.order)
	for _, e := range d {
		if e.Key = spelt(e.Key); e.Key != but || but == "" {
			g.order = append(g.order, e)
		}
	}
	slices.SortStableFunc(g.order[first:], func(a, b Entry) int { return cmp.Compare(a.Key, b.Key) })
	g.b = append(g.b, '<')
	last := len(g.order)
	for i := first; i < last; i++ {
		e := g.order[i]
		if absent(e.Value) || i+1 < last && g.order[i+1].Key == e.Key {
			continue
		}
		from := len(g.b)
		g.bytes('/', string(e.Key))
		layer := e.Key == "OC" || e.Key == "Properties"
		_, refers := e.Value.(Ref)
		if g.value(e.Value); refers {
			h := &g.holes[len(g.holes)-1]
			h.from, h.layer = int32(from), layer
		} else {
			g.lays = g.lays || layer
		}
	}
	g.b = append(g.b, '>')
	g.order = g.order[:first]
}

// absent tells of what is printed as null.
func absent(o Object) bool {
	switch o.(type) {
	case Name, String, Int, Real, bool, Ref, Dict, Array:
		return false
	}
	return true
}

// spelt is a name as it is printed.
func spelt(n Name) Name {
	if strings.IndexByte(string(n), 0) < 0 {
		return n
	}
	return Name(strings.ReplaceAll(string(n), "\x00", ""))
}

func (t *teller) bytes(kind byte, s string) {
	t.b = strconv.AppendInt(append(t.b, kind), int64(len(s)), 10)
	t.b = append(append(t.b, ':'), s...)
}

// number tells a number as it is read back: the shortest decimal that is the
// same, without an exponent.
func (t *teller) number(o Object) {
	const large = 1e18 // read as a real number, with some of its digits
	switch v := o.(type) {
	case Int:
		if -large < v && v < large {
			t.b = strconv.AppendInt(t.b, int64(v), 10)
		} else {
			t.b = strconv.AppendFloat(t.b, float64(v), 'f', -1, 64)
		}
	case Real:
		from := len(t.b)
		if t.b = appendReal(t.b, float64(v)); math.Abs(float64(v)) >= large {
			f, _ := strconv.ParseFloat(string(t.b[from:]), 64) // it was printed just now
			t.b = strconv.AppendFloat(t.b[:from], f, 'f', -1, 64)
		}
	}
	t.b = append(t.b, ' ')
}
