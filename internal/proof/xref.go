package proof

import (
	"bytes"
	"fmt"
)

const (
	maxObjects  = 1<<23 - 1
	maxSections = 4096 // of cross-references: the file, and each time it was added to
)

// A spot says where an object is, in one word: nowhere, at a byte of the file,
// or in an object stream.
type spot uint64

const (
	free   spot = 1 << 62 // known not to be
	placed spot = 2 << 62 // 16 bits of generation, 46 of offset
	packed spot = 3 << 62 // 24 bits of index, 38 of the number of the stream
)

func (s spot) kind() spot            { return s & packed }
func (s spot) place() (int, int64)   { return int(s >> 46 & 0xFFFF), int64(s & (1<<46 - 1)) }
func (s spot) pack() (in, index int) { return int(s & (1<<38 - 1)), int(s >> 38 & (1<<24 - 1)) }

// readSections reads the cross-references of the file, the newest first: of an
// object the first word counts.
func (f *File) readSections() error {
	at, err := f.start()
	if err != nil {
		return err
	}
	seen := map[int64]bool{}
	todo := []int64{at}
	for len(todo) > 0 {
		at, todo = todo[0], todo[1:]
		if seen[at] {
			return fmt.Errorf("cross-references at byte %d: they lead in a circle", at)
		}
		seen[at] = true
		if len(seen) > maxSections {
			return fmt.Errorf("cross-references: more than %d sections", maxSections)
		}
		trailer, err := f.section(at)
		if err != nil {
			return fmt.Errorf("cross-references at byte %d: %w", at, err)
		}
		if f.trailer == nil {
			f.trailer = trailer
		}
		if prev := trailer.get("Prev"); prev != nil {
			n, ok := prev.(int)
			if !ok {
				return fmt.Errorf("cross-references at byte %d: /Prev is a %s, not a number", at, kind(prev))
			}
			todo = append(todo, int64(n))
		}
	}
	return nil
}

// start is where the newest cross-references are, as the end of the file says.
func (f *File) start() (int64, error) {
	const tail = 2 << 10
	from := max(0, f.win.size-tail)
	b, err := f.win.bytes(from, tail)
	if err != nil {
		return 0, err
	}
	i := bytes.LastIndex(b, []byte("startxref"))
	if i < 0 || !bytes.Contains(b[i:], []byte("%%EOF")) {
		return 0, fmt.Errorf("no startxref with %%%%EOF in the last %d bytes: the file is cut off, or no PDF", len(b))
	}
	p := parser{b: b, i: i + len("startxref"), slate: f.slate}
	v, err := p.value(0)
	at, ok := v.(int)
	if err != nil || !ok {
		return 0, fmt.Errorf("byte %d: startxref names no byte of the file", from+int64(i))
	}
	return int64(at), nil
}

// section reads cross-references of either kind, and what stands with them.
func (f *File) section(at int64) (dict, error) {
	b, err := f.win.bytes(at, 16)
	if err != nil {
		return nil, err
	}
	if bytes.HasPrefix(bytes.TrimLeft(b, "\x00\t\n\f\r "), []byte("xref")) {
		return f.table(at)
	}
	s, err := f.readStream(at)
	if err != nil {
		return nil, err
	}
	if s.dict.get("Type") != name("XRef") {
		return nil, fmt.Errorf("object %d is no cross-reference stream", s.num)
	}
	return s.dict, f.rows(s)
}

// note takes down where an object is, unless that is known.
func (f *File) note(num int, s spot) error {
	if num >= len(f.spots) {
		if limit := min(maxObjects, 10_000+f.win.size); int64(num) >= limit {
			return fmt.Errorf("object %d in a file of %d bytes", num, f.win.size)
		}
		f.spots = append(f.spots, make([]spot, num+1-len(f.spots))...)
	}
	if f.spots[num] == 0 {
		f.spots[num] = s
	}
	return nil
}

// table reads a classic table, and a stream that it names beside it.
func (f *File) table(at int64) (trailer dict, err error) {
	err = f.parsed(at, func(p *parser) error {
		p.skip()
		p.word() // xref
		for {
			if !p.skip() {
				return fmt.Errorf("the table does not end")
			}
			if !digit(p.b[p.i]) {
				break
			}
			first, ok1 := whole(p.word())
			p.skip()
			n, ok2 := whole(p.word())
			if !ok1 || !ok2 || first < 0 || n < 0 {
				return fmt.Errorf("byte %d: a section begins with two numbers", at+int64(p.i))
			}
			for num := first; num < first+n; num++ {
				if err := f.line(p, num); err != nil {
					if p.short {
						return err // there is more to read
					}
					return fmt.Errorf("byte %d: %w", at+int64(p.i), err)
				}
			}
		}
		if w := p.word(); string(w) != "trailer" {
			return fmt.Errorf("byte %d: %q where the trailer should stand", at+int64(p.i), clip(w))
		}
		v, err := p.value(0)
		if err != nil {
			return fmt.Errorf("trailer: %w", err)
		}
		d, ok := v.(dict)
		if !ok {
			return fmt.Errorf("trailer: a %s, not a dictionary", kind(v))
		}
		trailer = d
		return nil
	})
	if err != nil {
		return nil, err
	}
	if v := trailer.get("XRefStm"); v != nil {
		n, ok := v.(int)
		if !ok {
			return nil, fmt.Errorf("/XRefStm is a %s, not a number", kind(v))
		}
		s, err := f.readStream(int64(n))
		if err == nil {
			err = f.rows(s)
		}
		if err != nil {
			return nil, fmt.Errorf("/XRefStm: %w", err)
		}
	}
	return trailer, nil
}

// line reads one line of a table.
func (f *File) line(p *parser, num int) error {
	p.skip()
	at, ok1 := whole(p.word())
	p.skip()
	gen, ok2 := whole(p.word())
	p.skip()
	w := p.word()
	if p.short {
		return fmt.Errorf("the table does not end")
	}
	if !ok1 || !ok2 || at < 0 || gen < 0 || len(w) != 1 || w[0] != 'n' && w[0] != 'f' {
		return fmt.Errorf("object %d: no offset, generation and n or f", num)
	}
	switch {
	case w[0] == 'f' || gen > 0xFFFF:
		return f.note(num, free)
	case int64(at) >= f.win.size:
		return fmt.Errorf("object %d: byte %d is outside the file, which has %d", num, at, f.win.size)
	}
	return f.note(num, placed|spot(gen)<<46|spot(at))
}
