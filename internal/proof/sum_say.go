package proof

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A saying puts values into words:
//
//	null           n
//	boolean        t or f
//	number         its value in decimal digits, as few as tell it, then a space
//	name           / and how many bytes it has, a colon, the bytes
//	string         ( and the same
//	all else       & and the digest of its own words
//
// Words of their own have
//
//	array          [ the words of its values ]
//	dictionary     < the words of each key and value, in the order of keys >
//	stream         ~ the digest of its data, then its dictionary without /Length
//
// A null in a dictionary is no entry. What leads to itself is in sum_ring.go.
type saying struct {
	words  []byte
	gaps   []gap
	inner  *[]*knot
	layers bool
}

// A gap is where words are missing, since a reference leads there.
type gap struct {
	key, at int32 // where the words of the key begin, and where the gap is; the same without a key
	num     int32 // of the object; below 0, of the inner knot: -1 is the first
	gen     uint16
	layer   bool // the key is /OC or /Properties
}

// A knot is a value that is told apart since it leads to objects.
type knot struct {
	ref    ref // zero for one that stands within another
	words  []byte
	gaps   []gap
	inner  *[]*knot
	layers bool

	// While it is followed:
	said       []byte // its words as far as they are known
	loops      []loop
	next, from int   // the gap, and where the words go on
	below      *knot // that the gap leads to
	index, low int

	// When that is done:
	done   bool
	sum    sum
	mark   sum
	number int
	stands *knot
}

// A loop is where words lead back into the ring of knots that they stand in.
type loop struct {
	at int
	to *knot
}

func (s *saying) knot() *knot {
	return &knot{words: s.words, gaps: s.gaps, inner: s.inner, layers: s.layers}
}

// part says a value as a part of another.
func (s *saying) part(v any) error {
	switch v := v.(type) {
	case nil:
		s.words = append(s.words, 'n')
	case bool:
		s.words = append(s.words, "ft"[truth(v)])
	case int:
		s.words = append(strconv.AppendInt(s.words, int64(v), 10), ' ')
	case float64:
		s.words = spell(s.words, v)
	case name:
		s.counted('/', string(v))
	case text:
		s.counted('(', string(v))
	case ref:
		at := int32(len(s.words))
		if v.num > maxObjects || v.gen > 0xFFFF {
			s.words = append(s.words, 'n') // no file has it
			return nil
		}
		s.gaps = append(s.gaps, gap{key: at, at: at, num: int32(v.num), gen: uint16(v.gen)})
	case array, dict:
		return s.within(v)
	default:
		return fmt.Errorf("a %s within a value", kind(v))
	}
	return nil
}

func truth(v bool) int {
	if v {
		return 1
	}
	return 0
}

// within says an array or a dictionary that stands in another value.
func (s *saying) within(v any) error {
	own := saying{words: s.words[len(s.words):], inner: s.inner}
	if err := own.whole(v, nil); err != nil {
		return err
	}
	s.layers = s.layers || own.layers
	if len(own.gaps) == 0 {
		all := sha256.Sum256(own.words)
		s.words = append(append(s.words, '&'), all[:]...)
		return nil
	}
	k := own.knot()
	k.words = slices.Clone(own.words)
	*s.inner = append(*s.inner, k)
	at := int32(len(s.words))
	s.gaps = append(s.gaps, gap{key: at, at: at, num: -int32(len(*s.inner))})
	return nil
}

// whole says what an array, a dictionary or a stream is made of; data is the
// digest of a stream.
func (s *saying) whole(v any, data []byte) error {
	switch v := v.(type) {
	case array:
		s.words = append(s.words, '[')
		for _, x := range v {
			if err := s.part(x); err != nil {
				return err
			}
		}
		s.words = append(s.words, ']')
	case dict:
		return s.entries(v)
	case *stream:
		s.words = append(append(s.words, '~'), data...)
		return s.entries(slices.DeleteFunc(slices.Clone(v.dict), func(e entry) bool { return e.key == "Length" }))
	}
	return nil
}

func (s *saying) entries(d dict) error {
	byKey := func(a, b entry) int { return strings.Compare(string(a.key), string(b.key)) }
	if !slices.IsSortedFunc(d, byKey) {
		d = slices.Clone(d)
		slices.SortFunc(d, byKey)
	}
	s.words = append(s.words, '<')
	for _, e := range d {
		if e.value == nil {
			continue
		}
		key := int32(len(s.words))
		s.counted('/', string(e.key))
		layer, gaps := e.key == "OC" || e.key == "Properties", len(s.gaps)
		if err := s.part(e.value); err != nil {
			return err
		}
		if _, refers := e.value.(ref); !refers {
			s.layers = s.layers || layer
		} else if len(s.gaps) > gaps {
			s.gaps[gaps].key, s.gaps[gaps].layer = key, layer
		} else {
			s.words = s.words[:key]
		}
	}
	s.words = append(s.words, '>')
	return nil
}

func (s *saying) counted(kind byte, what string) {
	s.words = strconv.AppendInt(append(s.words, kind), int64(len(what)), 10)
	s.words = append(append(s.words, ':'), what...)
}

// spell appends a number.
func spell(words []byte, v float64) []byte {
	if v == 0 {
		v = 0 // also what is below it by nothing
	}
	return append(strconv.AppendFloat(words, v, 'f', -1, 64), ' ')
}
