package proof

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strconv"
)

// end gives a knot its sum, and every knot that it leads to and that leads to
// it: the ring of these.
func (x *following) end(k *knot) error {
	first := len(x.rings) - 1
	for x.rings[first] != k {
		first--
	}
	ring := x.rings[first:]
	x.rings = x.rings[:first]
	if len(ring) == 1 && len(k.loops) == 0 {
		k.sum = sha256.Sum256(k.said)
	} else if err := x.tie(ring); err != nil {
		return err
	}
	layers := false
	for _, k := range ring {
		layers = layers || k.layers
	}
	for _, k := range ring {
		if k.ref.num > 0 {
			delete(x.open, k.ref)
			x.f.remember(k.ref, known{k.sum, layers})
			if err := x.hold(k, -1); err != nil {
				return err
			}
		}
		k.done, k.layers = true, layers
		k.words, k.gaps, k.said, k.loops, k.stands = nil, nil, nil, nil, nil
	}
	return nil
}

// into appends the words of a knot; put says what stands where they lead into
// its ring.
func (k *knot) into(words []byte, put func(words []byte, to *knot) []byte) []byte {
	from := 0
	for _, l := range k.loops {
		words = put(append(words, k.said[from:l.at]...), l.to)
		from = l.at
	}
	return append(words, k.said[from:]...)
}

// tie gives the knots of a ring their sums: the digest of the letter o, of the
// ring's digest and of the knot's number. That of the ring is of the letter r
// and of the words of all its knots by number. In them @ and a number, then a
// space, stand where one leads to another; the first has 0, and the others are
// numbered in the order in which these words lead to them.
func (x *following) tie(ring []*knot) error {
	first, err := x.first(ring)
	if err != nil {
		return err
	}
	for _, k := range ring {
		k.number = -1
	}
	first.number = 0
	order, all := []*knot{first}, sha256.New()
	all.Write([]byte("r"))
	var words []byte
	for at := 0; at < len(order); at++ {
		words = order[at].into(words[:0], func(words []byte, to *knot) []byte {
			if to = to.stands; to.number < 0 {
				to.number, order = len(order), append(order, to)
			}
			return append(strconv.AppendInt(words, int64(to.number), 10), ' ')
		})
		all.Write(words)
	}
	digest := all.Sum([]byte("o"))
	for _, k := range ring {
		k.sum = sha256.Sum256(strconv.AppendInt(digest[:len(digest):len(digest)], int64(k.stands.number), 10))
	}
	return nil
}

const mostRounds = 64

// first is the knot with which the numbers of a ring begin. Knots are told apart
// by their marks: the digest of the words, first with nothing behind each @, and
// then round after round with the mark there that the other had before. Among
// marks that only one knot has the least is that of the first. While there is
// none, the next round follows, until one tells no more marks apart than the
// last: then knots of the same mark lead to the same for ever, one of them
// stands for the others, and the least mark is the first's.
func (x *following) first(ring []*knot) (*knot, error) {
	marks, told := make([]sum, len(ring)), 0
	var words []byte
	for round := range mostRounds {
		type kin struct {
			one *knot
			n   int
		}
		kins := make(map[sum]kin, len(ring))
		size := int64(0)
		for i, k := range ring {
			words = k.into(words[:0], func(words []byte, to *knot) []byte {
				if round > 0 {
					words = append(words, to.mark[:]...)
				}
				return words
			})
			size += int64(len(words))
			marks[i] = sha256.Sum256(words)
			same := kins[marks[i]]
			if same.n++; same.n == 1 {
				same.one = k
			}
			kins[marks[i]] = same
		}
		if err := x.f.spend(size); err != nil {
			return nil, err
		}
		for i, k := range ring {
			k.mark, k.stands = marks[i], k
		}
		var single, least *knot
		for _, same := range kins {
			if k := same.one; least == nil || bytes.Compare(k.mark[:], least.mark[:]) < 0 {
				least = k
			}
			if k := same.one; same.n == 1 && (single == nil || bytes.Compare(k.mark[:], single.mark[:]) < 0) {
				single = k
			}
		}
		if single != nil {
			return single, nil
		}
		if len(kins) == told {
			for _, k := range ring {
				k.stands = kins[k.mark].one
			}
			return least, nil
		}
		told = len(kins)
	}
	return nil, fmt.Errorf("%d values lead to each other so that %d rounds do not tell one of them apart", len(ring), mostRounds)
}
