package proof

import (
	"bytes"
	"fmt"
)

const (
	maxPack  = 16 << 20 // of one object stream, inflated
	keptPack = 8 << 20  // of all that are kept
)

// A pack is an object stream, inflated.
type pack struct {
	num   int
	data  []byte
	nums  []int32
	begin []int32 // of the objects in data
	used  int     // when
}

// unpack reads an object out of the object stream in, where it has the place
// index.
func (f *File) unpack(num, in, index int, want ...name) (any, error) {
	c, err := f.pack(in)
	if err != nil {
		return nil, fmt.Errorf("object %d: %w", num, err)
	}
	if index >= len(c.nums) || int(c.nums[index]) != num {
		return nil, fmt.Errorf("object %d: it is not number %d of object stream %d", num, index, in)
	}
	p := parser{b: c.data[c.begin[index]:], want: want, slate: f.slate}
	v, err := p.value(0)
	if spent := f.spend(int64(p.i)); spent != nil {
		return nil, spent
	}
	if w, bare := v.(keyword); bare && err == nil {
		err = fmt.Errorf("unexpected %q", clip([]byte(w)))
	}
	if err != nil {
		return nil, fmt.Errorf("object %d: in object stream %d: %w", num, in, err)
	}
	return v, nil
}

// pack is the object stream of a number.
func (f *File) pack(num int) (*pack, error) {
	f.uses++
	for _, c := range f.packs {
		if c.num == num {
			c.used = f.uses
			return c, nil
		}
	}
	if num >= len(f.spots) || f.spots[num].kind() != placed {
		return nil, fmt.Errorf("object stream %d is nowhere", num)
	}
	gen, at := f.spots[num].place()
	v, err := f.read(num, gen, at)
	if err != nil {
		return nil, err
	}
	s, ok := v.(*stream)
	if !ok || s.dict.get("Type") != name("ObjStm") {
		return nil, fmt.Errorf("object %d is no object stream", num)
	}
	c, err := f.inflate(s)
	if err != nil {
		return nil, fmt.Errorf("object stream %d: %w", num, err)
	}
	kept := len(c.data)
	for _, o := range f.packs {
		kept += len(o.data)
	}
	for kept > keptPack && len(f.packs) > 0 {
		oldest := 0
		for i, o := range f.packs {
			if o.used < f.packs[oldest].used {
				oldest = i
			}
		}
		kept -= len(f.packs[oldest].data)
		f.packs = append(f.packs[:oldest], f.packs[oldest+1:]...)
	}
	c.num, c.used = num, f.uses
	f.packs = append(f.packs, c)
	return c, nil
}

func (f *File) inflate(s *stream) (*pack, error) {
	data, err := f.decoded(s, maxPack)
	if err != nil {
		return nil, err
	}
	data = bytes.Clone(data)
	n, ok1 := s.dict.get("N").(int)
	first, ok2 := s.dict.get("First").(int)
	if !ok1 || !ok2 || first < 0 || first > len(data) || n < 0 || n > first {
		return nil, fmt.Errorf("/N and /First do not fit its %d bytes", len(data))
	}
	c := &pack{data: data, nums: make([]int32, n), begin: make([]int32, n)}
	p := parser{b: data[:first]}
	for i := range n {
		p.skip()
		num, ok1 := whole(p.word())
		p.skip()
		at, ok2 := whole(p.word())
		if !ok1 || !ok2 || num < 0 || num > maxObjects || at < 0 || at >= len(data)-first {
			return nil, fmt.Errorf("no number and place of object %d of %d", i+1, n)
		}
		c.nums[i], c.begin[i] = int32(num), int32(first+at)
	}
	return c, nil
}
