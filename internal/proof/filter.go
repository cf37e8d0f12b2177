package proof

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
)

const (
	maxBody    = 64 << 20 // of a stream that is held at once, as it stands in the file
	maxFilters = 4
	keptPlain  = 1 << 20 // room for what is inflated
)

// raw is the body of a stream as it was before encryption. It is of use until
// the next read.
func (f *File) raw(s *stream) ([]byte, error) {
	if s.size > maxBody {
		return nil, fmt.Errorf("object %d: a stream of %d bytes; at most %d are read at once", s.num, s.size, maxBody)
	}
	if err := f.spend(s.size); err != nil {
		return nil, err
	}
	sealed := f.sealed(s) // which may read, too
	b, err := f.win.bytes(s.at, int(s.size)+16)
	if err != nil {
		return nil, err
	}
	if !bytes.HasPrefix(bytes.TrimLeft(b[s.size:], "\r\n"), []byte("endstream")) {
		return nil, fmt.Errorf("object %d: its stream does not end at byte %d, as /Length says", s.num, s.at+s.size)
	}
	if sealed {
		if b, err = f.lock.data(b[:s.size]); err != nil {
			return nil, fmt.Errorf("object %d: %w", s.num, err)
		}
		return b, nil
	}
	return b[:s.size], nil
}

// decoded is what a stream holds, at most so many bytes. It is of use until the
// next read.
func (f *File) decoded(s *stream, most int64) ([]byte, error) {
	filters, err := f.filters(s)
	if err != nil {
		return nil, err
	}
	b, err := f.raw(s)
	if err != nil {
		return nil, err
	}
	if len(filters) == 0 {
		if int64(len(b)) > most {
			return nil, fmt.Errorf("object %d: a stream of %d bytes; at most %d are read", s.num, len(b), most)
		}
		return b, nil
	}
	for i, x := range filters {
		if i > 0 {
			b = bytes.Clone(b) // which may stand where the next one goes
		}
		switch x.name {
		case "FlateDecode", "Fl":
			if b, err = f.unflate(b, most); err == nil {
				b, err = unpredict(b, x.parms)
			}
		case "ASCIIHexDecode", "AHx":
			b, err = unhex(b)
		case "Crypt": // of which only Identity leaves a stream plain: see sealed
		default:
			err = fmt.Errorf("filter %q is not read", clip([]byte(x.name)))
		}
		if err != nil {
			return nil, fmt.Errorf("object %d: %w", s.num, err)
		}
		if err := f.spend(int64(len(b))); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// A filter is a name with its parameters.
type filter struct {
	name  name
	parms dict
}

// filters are those of a stream, in the order in which they are undone.
func (f *File) filters(s *stream) (all []filter, err error) {
	names, err := f.get(s.dict.get("Filter"))
	if err != nil || names == nil {
		return nil, err
	}
	parms, err := f.get(s.dict.get("DecodeParms"))
	if err != nil {
		return nil, err
	}
	if n, ok := names.(name); ok {
		names, parms = array{n}, array{parms}
	}
	list, ok := names.(array)
	if !ok || len(list) > maxFilters {
		return nil, fmt.Errorf("object %d: /Filter is no list of at most %d names", s.num, maxFilters)
	}
	for i, v := range list {
		n, err := as[name](f, v, "/Filter")
		if err != nil {
			return nil, err
		}
		x := filter{name: n}
		if p, _ := parms.(array); i < len(p) {
			if x.parms, err = as[dict](f, p[i], "/DecodeParms"); err != nil {
				return nil, err
			}
		}
		all = append(all, x)
	}
	return all, nil
}

// unflate is at most so many bytes of FlateDecode.
func (f *File) unflate(b []byte, most int64) ([]byte, error) {
	var err error
	if f.zlib == nil {
		f.zlib, err = zlib.NewReader(bytes.NewReader(b))
	} else {
		err = f.zlib.(zlib.Resetter).Reset(bytes.NewReader(b), nil)
	}
	if err != nil {
		f.zlib = nil
		return nil, fmt.Errorf("compressed data: %w", err)
	}
	out := bytes.NewBuffer(f.plain[:0])
	if _, err := out.ReadFrom(io.LimitReader(f.zlib, most+1)); err != nil {
		f.zlib = nil
		return nil, fmt.Errorf("compressed data: %w", err)
	}
	if int64(out.Len()) > most {
		return nil, fmt.Errorf("compressed data: more than %d bytes", most)
	}
	if f.plain = out.Bytes(); cap(f.plain) > keptPlain {
		f.plain = nil
	}
	return out.Bytes(), nil
}

// unhex undoes ASCIIHexDecode.
func unhex(b []byte) ([]byte, error) {
	p := parser{b: append(append([]byte(nil), b...), '>')}
	return p.hex(nil)
}

// unpredict undoes the differences between rows that came before compression.
func unpredict(b []byte, parms dict) ([]byte, error) {
	set := func(key name, usual int) int {
		if n, ok := parms.get(key).(int); ok {
			return n
		}
		return usual
	}
	kind, columns, colors, bits := set("Predictor", 1), set("Columns", 1), set("Colors", 1), set("BitsPerComponent", 8)
	if kind == 1 {
		return b, nil
	}
	if kind < 10 || columns < 1 || columns > 1<<20 || colors < 1 || colors > 32 || bits < 1 || bits > 16 {
		return nil, fmt.Errorf("predictor %d with %d columns is not read", kind, columns)
	}
	step, row := max(1, colors*bits/8), (columns*colors*bits+7)/8
	out := make([]byte, 0, len(b))
	before := make([]byte, row)
	for ; len(b) > 0; b = b[1+row:] {
		if len(b) < 1+row {
			return nil, fmt.Errorf("the last row has %d of %d bytes", len(b)-1, row)
		}
		kind := b[0]
		out = append(out, b[1:1+row]...)
		now := out[len(out)-row:]
		for i := range now {
			var left, corner byte
			if i >= step {
				left, corner = now[i-step], before[i-step]
			}
			switch kind {
			case 0:
			case 1:
				now[i] += left
			case 2:
				now[i] += before[i]
			case 3:
				now[i] += byte((int(left) + int(before[i])) / 2)
			case 4:
				now[i] += paeth(left, before[i], corner)
			default:
				return nil, fmt.Errorf("a row is predicted in the way %d", kind)
			}
		}
		before = now
	}
	return out, nil
}

func paeth(left, up, corner byte) byte {
	guess := int(left) + int(up) - int(corner)
	a, b, c := far(guess, left), far(guess, up), far(guess, corner)
	switch {
	case a <= b && a <= c:
		return left
	case b <= c:
		return up
	}
	return corner
}

func far(guess int, b byte) int { return max(guess-int(b), int(b)-guess) }
