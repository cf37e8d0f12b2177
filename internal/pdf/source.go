package pdf

import (
	"bytes"
	"io"
)

// Source is the bytes of one input. Streams that are copied from it are read
// when the file is written, so it must stay as it is until then.
type Source struct {
	Name string // for errors

	r    io.ReaderAt
	size int64
	sum  [32]byte
	done bool
}

// NewSource is an input of size bytes. It is read by several goroutines at a
// time.
func NewSource(r io.ReaderAt, size int64) *Source { return &Source{r: r, size: size} }

// Bytes is an input that lies in memory.
func Bytes(b []byte) *Source { return NewSource(bytes.NewReader(b), int64(len(b))) }

// Size is the number of bytes.
func (s *Source) Size() int64 { return s.size }

// ReadAt reads as io.ReaderAt does.
func (s *Source) ReadAt(p []byte, at int64) (int, error) {
	if at < 0 || at >= s.size {
		return 0, io.EOF
	}
	return io.NewSectionReader(s.r, at, s.size-at).ReadAt(p, 0)
}

// SHA256 is the digest of the whole input, taken from the bytes that were
// copied. It is known once a Writer that takes digests was settled or closed.
func (s *Source) SHA256() (sum [32]byte, known bool) { return s.sum, s.done }

// Body is the data of a stream: pieces that follow each other.
type Body []Piece

// Piece is data in memory, or a part of a source: Size bytes from At on. Seal
// says how the part is encrypted, nil for not at all; of one that is, skip bytes
// of the plain text are left out, and at most so many taken, 0 for all.
type Piece struct {
	Data       []byte
	From       *Source
	At, Size   int64
	seal       *seal
	skip, most int64
}

// Data is the body of a stream that lies in memory.
func Data(b []byte) Body { return Body{{Data: b}} }
