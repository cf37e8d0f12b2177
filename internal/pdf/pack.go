package pdf

import "io"

const (
	maxPack   = 32 << 20 // of one object stream, inflated
	maxPacked = 8 << 20  // that are kept, all together
	maxInPack = 500_000  // objects
)

// A pack is an object stream, inflated.
type pack struct {
	data  []byte
	nums  []int32
	begin []int32 // of the objects in data
}

// packs keeps the object streams that were used last.
type packs struct {
	byNum map[int]*pack
	order []int // the oldest first
	size  int
}

func (c *packs) put(num int, p *pack) {
	if c.byNum == nil {
		c.byNum = map[int]*pack{}
	}
	for len(c.order) > 0 && c.size+len(p.data) > maxPacked {
		c.size -= len(c.byNum[c.order[0]].data)
		delete(c.byNum, c.order[0])
		c.order = c.order[1:]
	}
	c.byNum[num] = p
	c.order = append(c.order, num)
	c.size += len(p.data)
}

// pack is the object stream of a number, nil where it is none.
func (f *File) pack(num int) *pack {
	if p, ok := f.packs.byNum[num]; ok {
		return p
	}
	s, _ := f.object(num).(*Stream)
	if s == nil {
		return nil
	}
	p := f.inflate(s, false)
	f.packs.put(num, p)
	return p
}

// inflate reads an object stream, and what it holds; only that where head is
// set. Of a damaged one the beginning is of use.
func (f *File) inflate(s *Stream, head bool) *pack {
	size, _ := s.Body.size()
	most := min(maxPack, 8<<20+100*size) // which nothing but a bomb exceeds
	first, _ := f.Int(s.Dict.Get("First"))
	n, _ := f.Int(s.Dict.Get("N"))
	p := &pack{}
	if first < 0 || first > maxPack {
		return p
	}
	if !head {
		p.data, _ = f.Decode(s, most)
	} else if r, err := f.reader(s, most); err == nil {
		p.data, _ = io.ReadAll(io.LimitReader(r, int64(first)))
	}
	l := lexer{b: p.data}
	for range min(n, maxInPack) {
		num, ok1 := l.whole()
		at, ok2 := l.whole()
		if !ok1 || !ok2 || l.i > first {
			break
		}
		if at += int64(first); num >= maxNumber || !head && at >= int64(len(p.data)) {
			num, at = 0, 0
		}
		p.nums, p.begin = append(p.nums, int32(num)), append(p.begin, int32(at))
	}
	return p
}

// unpack reads an object out of the object stream in, where it is at the place
// index.
func (f *File) unpack(num, in, index int) (o Object, weight int, ok bool) {
	if f.err != nil {
		return nil, 0, false
	}
	c := f.pack(in)
	if c == nil {
		return nil, 0, false
	}
	if index >= len(c.nums) || int(c.nums[index]) != num {
		for index = 0; index < len(c.nums) && int(c.nums[index]) != num; index++ {
		}
		if f.spend(index) != nil || index == len(c.nums) {
			return nil, 0, false
		}
	}
	b := c.data[c.begin[index]:]
	p := f.parser(b[:min(len(b), maxText)])
	if o = p.value(0); isKeyword(o) {
		o = nil
	}
	return o, p.weight(), f.spend(p.i+16) == nil
}
