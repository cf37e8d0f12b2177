package pdf

import (
	"bytes"
	"slices"
)

// tail is a dictionary that may be the file's trailer.
type tail struct {
	at  int64
	num int // of a cross-reference stream
}

const (
	maxTails = 256
	maxScan  = 512 << 20 // bytes that are looked through, those of streams not counted
)

// scanner goes once through a file and notes where objects begin.
type scanner struct {
	f     *File
	b     []byte
	base  int64 // of b
	begin int   // of the last object, in b; -1 for none
	num   int   // its number
	packs []tail
}

// scan looks for all objects of the file, as far as they aren't in object
// streams. It does so once.
func (f *File) scan() {
	if f.found != nil || f.err != nil {
		return
	}
	f.found, f.tails = new(table), nil
	s := &scanner{f: f, begin: -1}
	if err := s.run(); err != nil && f.err == nil {
		f.err = err
	}
	for _, p := range s.packs {
		if f.found.get(p.num).at == p.at {
			f.listPack(p)
		}
	}
}

func (s *scanner) run() error {
	const step, back = 64 << 10, 4 << 10
	buffer := make([]byte, back+step)
	i, left := 0, int64(maxScan)
	for at := int64(0); at < s.f.source.size; at = s.base + int64(len(s.b)) {
		if left -= step; left < 0 {
			return limit("%d MB without a table that can be used", s.f.source.size>>20)
		}
		if err := s.f.spend(step / 4); err != nil {
			return err
		}
		keep := min(back, len(s.b))
		if i > len(s.b) { // the data of a stream was passed over
			at += int64(i - len(s.b))
			keep = 0
		}
		copy(buffer, s.b[len(s.b)-keep:])
		n := s.f.windows.fill(buffer[keep:keep+step], at)
		if n == 0 {
			return nil
		}
		if s.begin -= len(s.b) - keep; s.begin < 0 {
			s.begin = -1
		}
		s.b, s.base, i = buffer[:keep+n], at-int64(keep), keep
		var err error
		if i, err = s.read(i); err != nil {
			return err
		}
	}
	return nil
}

// read notes the keywords that end at i or behind it, and returns where to go
// on.
func (s *scanner) read(i int) (int, error) {
	for ; i < len(s.b); i++ {
		switch s.b[i] {
		case 'j':
			if ends(s.b[:i+1], "obj") {
				if ends(s.b[:i+1], "endobj") {
					s.begin = -1
				} else if err := s.object(i - 2); err != nil {
					return 0, err
				}
			}
		case 'm':
			if ends(s.b[:i+1], "stream") && !ends(s.b[:i+1], "endstream") && s.begin >= 0 {
				i = max(i, s.stream(i-5))
			}
		case 'r':
			if ends(s.b[:i+1], "trailer") {
				s.tail(tail{at: s.base + int64(i+1)})
			}
		}
	}
	return i, nil
}

func ends(b []byte, s string) bool { return len(b) >= len(s) && string(b[len(b)-len(s):]) == s }

// object notes the object whose keyword "obj" stands at i.
func (s *scanner) object(i int) error {
	digits := func(end int) (from int) {
		for from = end; from > 0 && '0' <= s.b[from-1] && s.b[from-1] <= '9'; from-- {
		}
		return from
	}
	spaces := func(end int) (from int) {
		for from = end; from > 0 && class[s.b[from-1]] == space; from-- {
		}
		return from
	}
	end := spaces(i)
	gen := digits(end)
	numEnd := spaces(gen)
	num := digits(numEnd)
	if gen == end || numEnd == gen || num == numEnd || numEnd-num > 10 {
		return nil
	}
	l := lexer{b: s.b[num:numEnd]}
	n, _ := l.whole()
	s.begin, s.num = num, int(n)
	return s.f.found.set(int(n), entry{at: s.base + int64(num), kind: direct})
}

// stream looks at the dictionary between the object's beginning and the
// keyword "stream" at i, and returns where the data ends, as far as that is
// known.
func (s *scanner) stream(i int) int {
	dict := s.b[s.begin:i]
	at := s.base + int64(s.begin)
	s.begin = -1
	if bytes.Contains(dict, []byte("/ObjStm")) {
		s.packs = append(s.packs, tail{at, s.num})
	}
	if bytes.Contains(dict, []byte("/XRef")) {
		s.tail(tail{at, s.num})
	}
	n := bytes.LastIndex(dict, []byte("/Length"))
	if n < 0 {
		return i
	}
	l := lexer{b: dict, i: n + len("/Length")}
	size, ok := l.whole()
	if _, ref := l.whole(); !ok || ref || size > s.f.source.size {
		return i
	}
	end := i + len("stream") + 2 + int(size) // or one less
	if !s.f.endsAt(s.base+int64(end), "endstream") && !s.f.endsAt(s.base+int64(end-1), "endstream") {
		return i // "endobj" may be the end of another object, where bytes were lost
	}
	return end - 2
}

// tail notes what may be a trailer. Of very many the first and the last are
// kept.
func (s *scanner) tail(t tail) {
	if s.f.tails = append(s.f.tails, t); len(s.f.tails) > maxTails {
		s.f.tails = slices.Delete(s.f.tails, 8, 9)
	}
}

// listPack adds what an object stream holds to what was found. A later
// definition of an object is the one that counts.
func (f *File) listPack(t tail) {
	o, _, ok := f.indirect(t.num, t.at)
	s, isStream := o.(*Stream)
	if !ok || !isStream {
		return
	}
	p := f.inflate(s, true)
	for i, num := range p.nums {
		old := f.found.get(int(num))
		if old.kind == packed {
			old = f.found.get(int(old.at))
		}
		if num == 0 || old.kind != unlisted && old.at > t.at {
			continue
		}
		if err := f.found.set(int(num), entry{at: int64(t.num), gen: int32(i), kind: packed}); err != nil {
			f.err = err
			return
		}
	}
}
