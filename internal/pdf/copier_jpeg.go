package pdf

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"sync"
)

// Markers of a JPEG.
const (
	jpegTEM  = 0x01
	jpegRST  = 0xd0 // to 0xd7
	jpegSOI  = 0xd8
	jpegEOI  = 0xd9
	jpegSOS  = 0xda
	jpegAPP  = 0xe0 // to 0xef
	jpegCOM  = 0xfe
	jpegJFIF = "JFIF\x00"
	jpegAda  = "Adobe"
)

var errJPEG = errors.New("no JPEG that can be followed")

// mute is the body of a picture without what a JPEG says of who took it, when,
// where and with what: EXIF, XMP, comments, thumbnails, other pictures behind
// its end. A viewer draws it without them. A body that isn't a JPEG alone stays
// as it is, and so does one whose parts can't be followed.
func (c *Copier) mute(s *Stream) Body {
	if c.dry || len(s.Body) != 1 || s.Body[0].From == nil || !c.jpegAlone(s.Dict) {
		return s.Body
	}
	w := jpegWalk{in: jpegReaders.Get().(*bufio.Reader), file: c.file, hold: s.Body[0].seal != nil, tail: tailed(s.Body[0])}
	defer jpegReaders.Put(w.in)
	w.in.Reset(s.Body.Reader())
	if err := w.walk(); err != nil || !w.cut {
		return s.Body
	}
	return w.body(s.Body[0])
}

// tailed tells whether a JPEG goes on behind its end, to judge by its last bytes;
// not of one that is encrypted, of which these can't be read alone.
func tailed(p Piece) bool {
	var b [16]byte
	n := min(int64(len(b)), p.Size)
	if p.seal != nil || n < 2 {
		return false
	}
	if _, err := p.From.ReadAt(b[:n], p.At+p.Size-n); err != nil {
		return false
	}
	return !bytes.HasSuffix(bytes.TrimRight(b[:n], "\x00 \r\n"), []byte{0xff, jpegEOI})
}

// jpegAlone tells whether the data of a stream are a JPEG and nothing round it.
func (c *Copier) jpegAlone(d Dict) bool {
	o := c.file.Get(d.Get("Filter"))
	if o == nil {
		o = c.file.Get(d.Get("F"))
	}
	filters, ok := o.(Array)
	if !ok {
		filters = Array{o}
	}
	n := 0
	for _, f := range filters {
		switch c.file.Name(f) {
		case "Crypt":
		case "DCTDecode", "DCT":
			n++
		default:
			return false
		}
	}
	return n == 1
}

var jpegReaders = sync.Pool{New: func() any { return bufio.NewReaderSize(nil, 16<<10) }}

// jpegWalk goes from marker to marker, and notes what stays.
type jpegWalk struct {
	in   *bufio.Reader
	file *File // whose budget pays
	hold bool  // the head in memory: what is encrypted is read from its start
	held int   // so many bytes of it
	at   int64 // of the next byte
	cut  bool  // something is left out
	tail bool  // something stands behind its end
	keep []jpegPart
}

const (
	maxParts = 1000
	maxHead  = 64 << 10
)

// jpegPart is a part of the data that stays, or what stands in its place.
type jpegPart struct {
	at, size int64
	data     []byte
}

func (w *jpegWalk) walk() error {
	if head, err := w.in.Peek(2); err != nil || head[0] != 0xff || head[1] != jpegSOI {
		return errJPEG
	}
	if err := w.pass(2, true); err != nil {
		return err
	}
	for {
		marker, err := w.marker()
		if err != nil {
			return err
		}
		switch {
		case marker == jpegEOI:
			w.cut = w.cut || w.tail
			return w.pass(2, true) // what follows is not drawn
		case marker == jpegTEM || marker >= jpegRST && marker <= jpegSOI:
			err = w.pass(2, true)
		default:
			err = w.segment(marker)
		}
		if err != nil {
			return err
		}
		if marker == jpegSOS && !w.cut && !w.tail {
			return nil // the rest is what is drawn
		}
		w.hold = w.hold && marker != jpegSOS
	}
}

// marker goes to the next one; what is passed stays.
func (w *jpegWalk) marker() (byte, error) {
	for {
		b, err := w.in.Peek(2)
		if err != nil {
			return 0, errJPEG
		}
		if b[0] == 0xff && b[1] != 0 && b[1] != 0xff {
			return b[1], nil
		}
		more, _ := w.in.Peek(max(2, w.in.Buffered()))
		n := bytes.IndexByte(more[1:], 0xff)
		if n < 0 {
			n = len(more) - 1
		}
		if err := w.pass(n+1, true); err != nil {
			return 0, err
		}
	}
}

// segment passes what stands under a marker.
func (w *jpegWalk) segment(marker byte) error {
	b, err := w.in.Peek(4)
	if err != nil {
		return errJPEG
	}
	n := 2 + int(binary.BigEndian.Uint16(b[2:]))
	if n < 4 {
		return errJPEG
	}
	b, _ = w.in.Peek(min(n, 18))
	switch app := b[4:]; {
	case marker == jpegAPP && bytes.HasPrefix(app, []byte(jpegJFIF)) && len(app) >= 14:
		return w.shorten(n, app[:14], 12)
	case marker == jpegAPP+14 && bytes.HasPrefix(app, []byte(jpegAda)) && len(app) >= 12:
		return w.shorten(n, app[:12], 12)
	case marker == jpegCOM || marker >= jpegAPP && marker <= jpegAPP+15:
		w.cut = true
		return w.pass(n, false)
	}
	return w.pass(n, true)
}

// shorten keeps the first bytes of a segment of n bytes, those from zero on as
// zeros.
func (w *jpegWalk) shorten(n int, first []byte, zero int) error {
	if n == 4+len(first) {
		return w.pass(n, true)
	}
	b, _ := w.in.Peek(2)
	data := binary.BigEndian.AppendUint16(bytes.Clone(b), uint16(2+len(first)))
	data = append(data, first...)
	clear(data[4+min(zero, len(first)):])
	w.keep, w.cut = append(w.keep, jpegPart{data: data}), true
	return w.pass(n, false)
}

// pass goes over n bytes, which stay or don't.
func (w *jpegWalk) pass(n int, stay bool) error {
	if err := w.file.spend(n/16 + 1); err != nil {
		return err
	}
	last := len(w.keep) - 1
	switch {
	case last == maxParts || w.hold && stay && w.held+n > maxHead:
		return errJPEG
	case !stay:
	case w.hold:
		data := make([]byte, n)
		if _, err := io.ReadFull(w.in, data); err != nil {
			return errJPEG
		}
		w.keep = append(w.keep, jpegPart{data: data})
		w.held += n
		w.at += int64(n)
		return nil
	case last >= 0 && w.keep[last].data == nil && w.keep[last].at+w.keep[last].size == w.at:
		w.keep[last].size += int64(n)
	default:
		w.keep = append(w.keep, jpegPart{at: w.at, size: int64(n)})
	}
	if k, _ := w.in.Discard(n); k < n {
		return errJPEG
	}
	w.at += int64(n)
	return nil
}

// body are the parts that stay of a piece.
func (w *jpegWalk) body(p Piece) (b Body) {
	for _, k := range w.keep {
		if k.data != nil {
			b = append(b, Piece{Data: k.data})
			continue
		}
		part := p
		if p.seal == nil {
			part.At, part.Size = p.At+k.at, k.size
		} else {
			part.skip, part.most = k.at, k.size
		}
		b = append(b, part)
	}
	return b
}
