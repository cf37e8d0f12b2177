package typeset

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"sync"
)

// A program is the file of a font. What slice answers is not to be changed.
type program interface {
	slice(at, n int) []byte
}

// raw is a program in memory.
type raw []byte

func (r raw) slice(at, n int) []byte { return r[at : at+n : at+n] }

// packed is a program in a gzip file whose parts of one length can be unpacked
// alone, as the tool dictzip writes it. Each is unpacked when something of it
// is first wanted.
type packed struct {
	length int             // of a part, unpacked
	size   int             // of all parts
	parts  []func() []byte // may be called by many goroutines
}

var errPacked = errors.New("not a gzip file with the sizes of its parts")

// openPacked reads the sizes of the parts, which an extra field of the gzip
// header has: "RA", how many bytes follow, and in two bytes each a version, the
// length of a part, how many there are and how much each takes.
func openPacked(r io.ReaderAt, size int64) (*packed, error) {
	le := binary.LittleEndian
	head := make([]byte, 22)
	if _, err := r.ReadAt(head, 0); err != nil {
		return nil, err
	}
	if !bytes.HasPrefix(head, []byte("\x1f\x8b\x08\x04")) || string(head[12:14]) != "RA" || le.Uint16(head[16:]) != 1 {
		return nil, errPacked
	}
	count := int(le.Uint16(head[20:]))
	sizes, tail := make([]byte, 2*count), make([]byte, 4)
	if _, err := r.ReadAt(sizes, 22); err != nil {
		return nil, err
	}
	if _, err := r.ReadAt(tail, size-4); err != nil && err != io.EOF {
		return nil, err
	}
	p := &packed{length: int(le.Uint16(head[18:])), size: int(le.Uint32(tail)), parts: make([]func() []byte, count)}
	if p.length == 0 || count != (p.size+p.length-1)/p.length {
		return nil, errPacked
	}
	at := int64(12 + int(le.Uint16(head[10:])))
	for i := range p.parts {
		part := io.NewSectionReader(r, at, int64(le.Uint16(sizes[2*i:])))
		length := min(p.length, p.size-i*p.length)
		p.parts[i] = sync.OnceValue(func() []byte {
			b := make([]byte, length)
			if _, err := io.ReadFull(flate.NewReader(part), b); err != nil {
				panic(fmt.Errorf("part %d: %w", i, err))
			}
			return b
		})
		at += part.Size()
	}
	return p, nil
}

// slice is a copy only where it reaches over the end of a part.
func (p *packed) slice(at, n int) []byte {
	part, from := p.parts[at/p.length](), at%p.length
	if from+n <= len(part) {
		return part[from : from+n : from+n]
	}
	out := make([]byte, 0, n)
	for len(out) < n {
		part = p.parts[at/p.length]()[at%p.length:]
		part = part[:min(len(part), n-len(out))]
		out = append(out, part...)
		at += len(part)
	}
	return out
}
