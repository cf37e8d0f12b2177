package pdf

import (
	"bufio"
	"compress/flate"
	"compress/zlib"
	"errors"
	"io"
	"sync"
)

var inflaters sync.Pool // of flate readers: each takes 40 KB

// deflaters wait here between two writers: each takes over half a megabyte, and
// clearing it long.
var deflaters = sync.Pool{New: func() any {
	z, _ := zlib.NewWriterLevel(io.Discard, zlib.BestSpeed)
	return z
}}

// inflater undoes FlateDecode. It bears a missing header, and gives what can
// be read of damaged data before the error. The checksum is not looked at.
type inflater struct {
	r    *bufio.Reader
	z    io.Reader
	done error
}

func newInflater(r *bufio.Reader) *inflater { return &inflater{r: r} }

func (i *inflater) Read(p []byte) (int, error) {
	if i.done != nil {
		return 0, i.done
	}
	if i.z == nil {
		i.begin()
	}
	n, err := i.z.Read(p)
	if err != nil {
		var corrupt flate.CorruptInputError
		switch {
		case errors.Is(err, io.ErrUnexpectedEOF):
			err = damaged("deflated data ends too early")
		case errors.As(err, &corrupt):
			err = damaged("deflated data at byte %d", int64(corrupt))
		}
		i.done = err
		inflaters.Put(i.z)
		i.z = nil
	}
	return n, err
}

// begin passes over the header, and over ends of lines before it.
func (i *inflater) begin() {
	headed := func(b []byte) bool {
		return len(b) == 2 && b[0]&15 == 8 && (int(b[0])<<8|int(b[1]))%31 == 0
	}
	b, _ := i.r.Peek(2)
	for n := 0; n < 4 && len(b) == 2 && (b[0] == '\r' || b[0] == '\n'); n++ {
		_, _ = i.r.Discard(1)
		b, _ = i.r.Peek(2)
	}
	if headed(b) || len(b) == 2 && b[0] == 0x78 {
		_, _ = i.r.Discard(2)
	}
	if z, ok := inflaters.Get().(io.Reader); ok {
		if z.(flate.Resetter).Reset(i.r, nil) == nil {
			i.z = z
			return
		}
	}
	i.z = flate.NewReader(i.r)
}
