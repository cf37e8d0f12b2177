package pdf

import (
	"bytes"
	"io"
)

const (
	windowSize = 16 << 10
	windowStep = 4 << 10 // where windows begin
	maxText    = 16 << 20
)

// windows keeps a few parts of a source in memory, those that were used last.
type windows struct {
	source *Source
	err    error // why the source can't be read, if it can't
	part   [4]struct {
		at   int64
		b    []byte
		used int
	}
	clock int
}

// from is what lies in memory from an offset on, after reading if need be:
// least bytes or more, less only where the file ends (last). It holds until
// the next call.
func (w *windows) from(at int64, least int) (b []byte, last bool) {
	if at < 0 || at >= w.source.size {
		return nil, true
	}
	w.clock++
	oldest := 0
	for i := range w.part {
		p := &w.part[i]
		if n := at - p.at; n >= 0 && n < int64(len(p.b)) {
			b, last = p.b[n:], p.at+int64(len(p.b)) == w.source.size
			if last || len(b) >= least {
				p.used = w.clock
				return b, last
			}
		}
		if p.used < w.part[oldest].used {
			oldest = i
		}
	}
	start, size := at-at%windowStep, windowSize
	if least > windowSize-windowStep {
		b := w.read(at, least)
		return b, at+int64(len(b)) >= w.source.size
	}
	p := &w.part[oldest]
	if p.b == nil {
		p.b = make([]byte, 0, size)
	}
	n := w.fill(p.b[:size], start)
	p.at, p.b, p.used = start, p.b[:n], w.clock
	if at-start >= int64(n) {
		return nil, true
	}
	return p.b[at-start:], start+int64(n) >= w.source.size
}

// read is n bytes of the source, less where it ends or can't be read.
func (w *windows) read(at int64, n int) []byte {
	b := make([]byte, n)
	return b[:w.fill(b, at)]
}

// fill reads b, as far as it can, and keeps the error.
func (w *windows) fill(b []byte, at int64) int {
	n, err := w.source.ReadAt(b, at)
	if n == 0 && err != nil && err != io.EOF && w.err == nil {
		w.err = w.source.broken(err)
	}
	return n
}

// find is the offset of the first of words that stands at from or behind it,
// and which it is; -1 where there is none. accept may refuse one, by what
// follows.
func (f *File) find(from int64, accept func(word int, after []byte) bool, words ...string) (int64, int) {
	const step, overlap = 64 << 10, 64
	for at := from; at < f.source.size; at += step - overlap {
		if f.spend(step) != nil {
			return -1, 0
		}
		b := f.windows.read(at, step)
		for i := 0; i < len(b); {
			first, word := len(b), -1
			for k, w := range words {
				if n := bytes.Index(b[i:first], []byte(w)); n >= 0 {
					first, word = i+n, k
				}
			}
			if word < 0 {
				break
			}
			after := b[first+len(words[word]):]
			if len(after) < overlap/2 && at+int64(len(b)) < f.source.size {
				break // again in the next step
			}
			if accept(word, after) {
				return at + int64(first), word
			}
			i = first + 1
		}
	}
	return -1, 0
}
