package proof

import (
	"errors"
	"fmt"
	"io"
)

const (
	windowBytes = 4 << 10  // where somebody looks for something
	mostBytes   = 32 << 10 // where one reads on
	maxValue    = 16 << 20 // bytes of one object, without the body of a stream
)

// window is the part of the file that was read last.
type window struct {
	r    io.ReaderAt
	size int64
	b    []byte
	at   int64
}

// bytes are the n bytes from at on, fewer where the file ends. They are of use
// until the next call.
func (w *window) bytes(at int64, n int) ([]byte, error) {
	if at < 0 || at > w.size {
		return nil, fmt.Errorf("byte %d is outside the file, which has %d", at, w.size)
	}
	n = int(min(int64(n), w.size-at))
	if at < w.at || at+int64(n) > w.at+int64(len(w.b)) {
		usual := windowBytes
		if end := w.at + int64(len(w.b)); at >= w.at && at < end+windowBytes {
			usual = min(max(usual, 2*len(w.b)), mostBytes)
		}
		room := int(min(int64(max(n, usual)), w.size-at))
		if cap(w.b) < room || cap(w.b) > 64<<10 && room <= 64<<10 {
			w.b = make([]byte, room)
		}
		w.b, w.at = w.b[:room], at
		if k, err := w.r.ReadAt(w.b, at); k < room {
			w.b = w.b[:0]
			if err == nil || errors.Is(err, io.EOF) {
				err = io.ErrUnexpectedEOF
			}
			return nil, fmt.Errorf("bytes %d to %d: %w", at, at+int64(room), err)
		}
	}
	from := int(at - w.at)
	return w.b[from : from+n], nil
}

// parsed calls read with a parser of what stands at a byte of the file; again
// with more of it, where that ended too soon.
func (f *File) parsed(at int64, read func(p *parser) error) error {
	for room := 1 << 10; ; room *= 4 {
		b, err := f.win.bytes(at, room)
		if err != nil {
			return err
		}
		p := &parser{b: b, slate: f.slate}
		err = read(p)
		if spent := f.spend(int64(p.i)); spent != nil {
			return spent
		}
		if !p.short || len(b) < room {
			return err
		}
		if room > maxValue {
			return fmt.Errorf("what stands at byte %d is larger than %d bytes", at, maxValue)
		}
	}
}
