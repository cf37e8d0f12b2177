package proof

import (
	"crypto/sha256"
	"fmt"
)

// following follows a value to all that it leads to, deep first. Objects may
// lead to each other in any depth.
type following struct {
	f     *File
	path  []*knot
	rings []*knot       // that came and are not done, in the order in which they came
	open  map[ref]*knot // of these, the objects
	came  int
	held  int64 // bytes of their words, or so
}

// say says a value as a part of another, and tells whether layers lie below.
func (f *File) say(v any) (words []byte, layers bool, err error) {
	x := following{f: f, open: map[ref]*knot{}}
	root := saying{inner: new([]*knot)}
	if err := root.part(v); err != nil {
		return nil, false, err
	}
	x.visit(root.knot())
	for {
		k := x.path[len(x.path)-1]
		down, err := x.goOn(k)
		if err != nil {
			return nil, false, err
		}
		if down != nil {
			x.visit(down)
			continue
		}
		x.path = x.path[:len(x.path)-1]
		if len(x.path) == 0 {
			return k.said, k.layers, nil
		}
		above := x.path[len(x.path)-1]
		if above.low = min(above.low, k.low); k.low < k.index {
			continue
		}
		if err := x.end(k); err != nil {
			return nil, false, err
		}
	}
}

func (x *following) visit(k *knot) {
	x.came++
	k.index, k.low = x.came, x.came
	x.path, x.rings = append(x.path, k), append(x.rings, k)
}

// goOn completes the words of a knot as far as those of others are known; the
// answer is one that must be followed before.
func (x *following) goOn(k *knot) (*knot, error) {
	for ; k.next < len(k.gaps); k.next++ {
		g := k.gaps[k.next]
		to, words := k.below, []byte(nil)
		k.below = nil
		switch {
		case to != nil:
		case g.num < 0:
			to = (*k.inner)[-1-g.num]
		default:
			var is known
			var err error
			if words, is, to, err = x.object(ref{int(g.num), int(g.gen)}); err != nil {
				return nil, err
			}
			k.layers = k.layers || is.layers
		}
		if to != nil && to.index == 0 {
			k.below = to
			return to, nil
		}
		null := to == nil && words == nil
		k.layers = k.layers || g.layer && !null
		if null && g.key < g.at {
			k.said = append(k.said, k.words[k.from:g.key]...)
			k.from = int(g.at)
			continue
		}
		k.said = append(k.said, k.words[k.from:g.at]...)
		k.from = int(g.at)
		switch {
		case null:
			k.said = append(k.said, 'n')
		case to == nil:
			k.said = append(k.said, words...)
		case to.done:
			k.layers = k.layers || to.layers
			k.said = append(append(k.said, '&'), to.sum[:]...)
		default:
			k.said = append(k.said, '@')
			k.loops = append(k.loops, loop{len(k.said), to})
			k.low = min(k.low, to.index)
		}
	}
	k.said = append(k.said, k.words[k.from:]...)
	return nil, x.f.spend(int64(len(k.said)))
}

// object is what stands for an object in the words of others, none for null; or
// the knot that it is.
func (x *following) object(r ref) (words []byte, is known, to *knot, err error) {
	f := x.f
	if is, known := f.sums[r]; known {
		return append([]byte{'&'}, is.sum[:]...), is, nil, nil
	}
	if to := x.open[r]; to != nil {
		return nil, is, to, nil
	}
	v, err := f.get(r)
	if err != nil || v == nil {
		return nil, is, nil, err
	}
	s := saying{inner: new([]*knot)}
	switch v := v.(type) {
	case array, dict:
		err = s.whole(v, nil)
	case *stream:
		var data sum
		if data, err = f.streamSum(v); err == nil {
			err = s.whole(v, data[:])
		}
	default:
		err = s.part(v)
		return s.words, is, nil, err
	}
	if err != nil {
		return nil, is, nil, err
	}
	if err := f.spend(int64(len(s.words))); err != nil {
		return nil, is, nil, err
	}
	if len(s.gaps) > 0 {
		to := s.knot()
		to.ref, x.open[r] = r, to
		return nil, is, to, x.hold(to, 1)
	}
	is = known{sha256.Sum256(s.words), s.layers}
	f.remember(r, is)
	return append([]byte{'&'}, is.sum[:]...), is, nil, nil
}

// hold takes note that the words of an object are needed, or no longer. What is
// held at once stays in proportion to the file.
func (x *following) hold(k *knot, times int64) error {
	x.held += times * int64(200+len(k.words)+50*len(k.gaps))
	if k.ref.num > 0 {
		for _, in := range *k.inner {
			x.held += times * int64(200+len(in.words)+50*len(in.gaps))
		}
	}
	if most := 64<<20 + 16*x.f.win.size; x.held > most {
		return fmt.Errorf("object %d: lies below others that take more than %d bytes to tell", k.ref.num, most)
	}
	return nil
}
