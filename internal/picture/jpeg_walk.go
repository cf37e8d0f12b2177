package picture

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"io"
	"sync"

	"mappe/internal/pdf"
)

// Markers of a JPEG.
const (
	markTEM = 0x01
	markSOF = 0xc0 // to 0xcf, but for the three below
	markDHT = 0xc4
	markJPG = 0xc8
	markDAC = 0xcc
	markRST = 0xd0 // to 0xd7
	markSOI = 0xd8
	markEOI = 0xd9
	markSOS = 0xda
	markDQT = 0xdb
	markDNL = 0xdc
	markDRI = 0xdd
	markAPP = 0xe0 // to 0xef
)

// walk goes from marker to marker of a JPEG and notes what is to be copied.
type walk struct {
	src   *pdf.Source
	in    *bufio.Reader
	at    int64 // of the next byte of in
	image *jpegImage
	page  Page
	every int // units between two restart markers
}

// walkers are readers for walks. They hold a segment and some pixels.
var walkers = sync.Pool{New: func() any { return bufio.NewReaderSize(nil, 128<<10) }}

// walk takes apart the JPEG at a place of a source, up to its end marker. A
// second one may follow the first, which then held tables for it.
func (i *jpegImage) walk(s *pdf.Source, at, size int64) (said Page, err error) {
	w := walk{src: s, at: at, image: i, page: Page{Orientation: 1}, in: walkers.Get().(*bufio.Reader)}
	w.in.Reset(io.NewSectionReader(s, at, size))
	defer func() {
		w.in.Reset(nil)
		walkers.Put(w.in)
	}()
	head, err := w.in.Peek(2)
	if err != nil || head[0] != 0xff || head[1] != markSOI {
		return said, damaged("no start of a picture")
	}
	if len(i.body) > 0 {
		w.skip(2)
	} else if err := w.keep(2); err != nil {
		return said, err
	}
	for {
		marker, err := w.marker()
		if err != nil {
			return said, err
		}
		switch {
		case marker == markEOI:
			return w.page, w.keep(2)
		case marker == markTEM, marker >= markRST && marker <= markSOI:
			w.skip(2)
		default:
			if err := w.segment(marker); err != nil {
				return said, err
			}
		}
	}
}

func (w *walk) skip(n int) {
	k, _ := w.in.Discard(n)
	w.at += int64(k)
}

// keep has the next n bytes copied.
func (w *walk) keep(n int) error {
	b := w.image.body
	if last := len(b) - 1; last >= 0 && b[last].From == w.src && b[last].At+b[last].Size == w.at {
		b[last].Size += int64(n)
	} else {
		w.image.body = append(b, pdf.Piece{From: w.src, At: w.at, Size: int64(n)})
	}
	if len(b) > maxPieces {
		return damaged("the picture is in too many pieces")
	}
	w.skip(n)
	return nil
}

// marker goes to the next marker.
func (w *walk) marker() (byte, error) {
	for {
		two, err := w.in.Peek(2)
		if err != nil {
			return 0, short(err)
		}
		if two[0] == 0xff && two[1] != 0 && two[1] != 0xff {
			return two[1], nil
		}
		w.skip(1)
	}
}

// short is what a failed read means.
func short(err error) error {
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return errShort
	}
	return err
}

// segment reads what stands under a marker, and goes behind it.
func (w *walk) segment(marker byte) error {
	head, err := w.in.Peek(4)
	if err != nil {
		return short(err)
	}
	n := 2 + int(binary.BigEndian.Uint16(head[2:]))
	if n < 4 {
		return damaged("a part of the picture has no length")
	}
	data, err := w.in.Peek(n)
	if err != nil {
		return short(err)
	}
	body := data[4:]
	kept := marker >= markSOF && marker <= markSOF+15 && marker != markJPG || marker >= markDQT && marker <= markDRI
	i := w.image
	switch {
	case marker == markAPP && bytes.HasPrefix(body, []byte("JFIF\x00")):
		i.jfif = true
		w.jfif(body)
		return w.put(n, marker, body, 14) // a thumbnail may follow
	case marker == markAPP+1 && bytes.HasPrefix(body, []byte("Exif\x00\x00")):
		w.page.exif(body)
	case marker == markAPP+2 && bytes.HasPrefix(body, []byte("ICC_PROFILE\x00")):
		kept = true
	case marker == markAPP+14 && bytes.HasPrefix(body, []byte("Adobe")) && len(body) >= 12:
		i.adobe, i.rgb = true, body[11] == 0
		return w.put(n, marker, body, 12)
	case marker == markDRI && len(body) >= 2:
		w.every = int(binary.BigEndian.Uint16(body))
	case marker == markSOS:
		return w.scan(n, body)
	case marker >= markSOF && marker <= markSOF+15 && marker != markDHT && marker != markJPG && marker != markDAC:
		if i.frame.process != 0 {
			return damaged("two pictures in one")
		}
		if i.frame, err = readFrame(marker, body); err != nil {
			return err
		}
	}
	if kept {
		return w.keep(n)
	}
	w.skip(n)
	return nil
}

// put keeps the first bytes of a segment of n bytes, and drops the rest.
func (w *walk) put(n int, marker byte, body []byte, first int) error {
	if len(body) <= first {
		return w.keep(n)
	}
	data := binary.BigEndian.AppendUint16([]byte{0xff, marker}, uint16(2+first))
	data = append(data, body[:first]...)
	if marker == markAPP {
		data[len(data)-2], data[len(data)-1] = 0, 0 // the thumbnail's size
	}
	w.image.body = append(w.image.body, pdf.Piece{Data: data})
	w.skip(n)
	return nil
}

// jfif reads the resolution.
func (w *walk) jfif(body []byte) {
	if len(body) < 12 {
		return
	}
	unit := map[byte]float64{1: 1, 2: 2.54}[body[7]]
	w.page.X = unit * float64(binary.BigEndian.Uint16(body[8:]))
	w.page.Y = unit * float64(binary.BigEndian.Uint16(body[10:]))
}

// scan goes over pixels, whose head has n bytes, to the next marker. It knows
// damage by the restart markers and by too few bytes.
func (w *walk) scan(n int, body []byte) error {
	f := &w.image.frame
	if f.process == 0 {
		return damaged("the picture has pixels before its head")
	}
	parts, err := f.scan(body)
	if err != nil {
		return err
	}
	if err := w.keep(n); err != nil {
		return err
	}
	restarts, size := 0, int64(0)
	for {
		if _, err := w.in.Peek(2); err != nil {
			return short(err)
		}
		buf, _ := w.in.Peek(w.in.Buffered())
		end, marker, seen := pixels(buf)
		restarts += seen
		size += int64(end)
		if err := w.keep(end); err != nil {
			return err
		}
		if marker {
			break
		}
	}
	across, down := f.units(parts)
	units := across * down
	if w.every > 0 && restarts < (units-1)/w.every {
		return damaged("the picture has gaps: %d of %d parts of its pixels are there", restarts+1, (units-1)/w.every+1)
	}
	if f.process <= markSOF+1 && size < int64(units)/4 {
		return errShort // no block takes less than two bits
	}
	return nil
}

// pixels is how far buf, which has at least two bytes, holds the data of a
// scan: up to a marker other than a restart, or up to what cannot be told
// from the beginning of one.
func pixels(buf []byte) (end int, marker bool, restarts int) {
	i := 0
	for {
		k := bytes.IndexByte(buf[i:], 0xff)
		if k < 0 {
			return len(buf), false, restarts
		}
		if i += k; i+1 == len(buf) {
			return i, false, restarts
		}
		switch m := buf[i+1]; {
		case m == 0:
			i += 2
		case m == 0xff:
			i++
		case m >= markRST && m <= markRST+7:
			restarts++
			i += 2
		default:
			return i, true, restarts
		}
	}
}
