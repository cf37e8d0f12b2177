package pdf

import (
	"errors"
	"fmt"
	"hash"
	"io"
)

// A tape reads a source, mostly forward. With sum it never goes back, and sums
// what it passes.
type tape struct {
	src   *Source
	next  int64  // where the source is read next
	ahead []byte // was read and not yet taken
	buf   []byte
	sum   hash.Hash
}

// How much is read ahead: little where only parts are wanted.
const (
	aheadParts = 16 << 10
	aheadWhole = 64 << 10
)

// load starts at the beginning of a source.
func (t *tape) load(s *Source) {
	*t = tape{src: s, buf: t.buf}
	if t.buf == nil {
		t.buf = make([]byte, aheadWhole)
	}
}

// at is where the tape stands.
func (t *tape) at() int64 { return t.next - int64(len(t.ahead)) }

// seek goes to a byte of the source.
func (t *tape) seek(to int64) error {
	if skip := to - t.at(); skip >= 0 && skip <= int64(len(t.ahead)) {
		t.ahead = t.ahead[skip:]
		return nil
	}
	t.ahead = nil
	if t.sum == nil {
		t.next = to
		return nil
	}
	for t.next < to {
		if _, err := t.read(t.buf[:min(int64(len(t.buf)), to-t.next)]); err != nil {
			return t.src.broken(err)
		}
	}
	return nil
}

// Read reads ahead for those who want little.
func (t *tape) Read(p []byte) (int, error) {
	if len(t.ahead) == 0 {
		window := t.buf
		if t.sum == nil {
			window = window[:aheadParts]
		}
		if len(p) >= len(window) {
			return t.read(p)
		}
		n, err := t.read(window)
		if n == 0 {
			return 0, err
		}
		t.ahead = window[:n]
	}
	n := copy(p, t.ahead)
	t.ahead = t.ahead[n:]
	return n, nil
}

func (t *tape) read(p []byte) (int, error) {
	p = p[:min(int64(len(p)), t.src.size-t.next)]
	if len(p) == 0 {
		return 0, io.EOF
	}
	n, err := t.src.r.ReadAt(p, t.next)
	if n == 0 && err == nil {
		err = io.ErrNoProgress
	}
	t.next += int64(n)
	if t.sum != nil {
		t.sum.Write(p[:n])
	}
	if n == len(p) {
		err = nil
	}
	return n, err
}

// broken is the error of a source that can't be read to its end.
func (s *Source) broken(err error) error {
	name := s.Name
	if name == "" {
		name = "input"
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return fmt.Errorf("%s: became shorter than %d bytes while it was copied", name, s.size)
	}
	return fmt.Errorf("%s: %w", name, err)
}

// size is how many bytes a body has, decrypted.
func (b Body) size() (total int64, err error) {
	for _, p := range b {
		n, err := p.size()
		if err != nil {
			return 0, err
		}
		total += n
	}
	return total, nil
}

func (p Piece) size() (int64, error) {
	if p.From == nil {
		return int64(len(p.Data)), nil
	}
	if p.At < 0 || p.Size < 0 || p.Size > p.From.size-p.At {
		return 0, fmt.Errorf("%s: bytes %d to %d are wanted of %d", p.From.Name, p.At, p.At+p.Size, p.From.size)
	}
	if p.seal == nil {
		return p.Size, nil
	}
	n, err := p.seal.size(p.From, p.At, p.Size)
	if err != nil {
		return 0, p.From.broken(err)
	}
	if n = max(0, n-p.skip); p.most > 0 {
		n = min(n, p.most)
	}
	return n, nil
}

// plain is the plain text of a piece of a source, which r reads from At on.
func (p Piece) plain(r io.Reader) (io.Reader, error) {
	r = p.seal.reader(r, p.Size)
	if _, err := io.CopyN(io.Discard, r, p.skip); err != nil {
		return nil, err
	}
	if p.most > 0 {
		r = io.LimitReader(r, p.most)
	}
	return r, nil
}
