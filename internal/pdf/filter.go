package pdf

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
)

const maxFilters = 8

// ErrFilter means that the data of a stream is a picture, or encoded in a way
// that this package doesn't undo.
var ErrFilter = errors.New("filter can't be undone")

// Filter is one way in which the data of a stream is encoded.
type Filter struct {
	Name  Name // in full
	Parms Dict
}

var inFull = map[Name]Name{
	"A85": "ASCII85Decode", "AHx": "ASCIIHexDecode", "CCF": "CCITTFaxDecode", "DCT": "DCTDecode",
	"Fl": "FlateDecode", "LZW": "LZWDecode", "RL": "RunLengthDecode",
}

// Filters are the filters of a stream in the order in which they are undone.
// There are more than Decode bears where ok is false.
func (f *File) Filters(s *Stream) (filters []Filter, ok bool) {
	either := func(key, short Name) Object {
		if o := f.Get(s.Dict.Get(key)); o != nil {
			return o
		}
		return f.Get(s.Dict.Get(short))
	}
	names, isArray := either("Filter", "F").(Array)
	parms, _ := either("DecodeParms", "DP").(Array)
	if !isArray {
		names = Array{either("Filter", "F")}
		if parms == nil {
			parms = Array{either("DecodeParms", "DP")}
		}
	}
	for i, o := range names {
		name := f.Name(o)
		if name == "" {
			continue
		}
		if full, ok := inFull[name]; ok {
			name = full
		}
		filter := Filter{Name: name}
		if i < len(parms) {
			filter.Parms = f.Dict(parms[i])
		}
		if filters = append(filters, filter); len(filters) > maxFilters {
			return filters, false
		}
	}
	return filters, true
}

// Decode is the data of a stream with all filters undone, at most limit bytes.
// Of a damaged stream it is what could be read, together with an error that is
// ErrDamaged; of a longer one the beginning, with ErrLimit. Pictures are not
// decoded: the error is ErrFilter.
func (f *File) Decode(s *Stream, most int64) ([]byte, error) {
	var b bytes.Buffer
	_, err := f.decode(&b, s, most)
	return b.Bytes(), err
}

// decode is Decode into a writer, which gets n bytes and doesn't fail.
func (f *File) decode(w io.Writer, s *Stream, most int64) (n int64, err error) {
	r, err := f.reader(s, most)
	if err != nil {
		return 0, err
	}
	n, err = io.Copy(w, r)
	switch {
	case err == nil:
	case f.err != nil:
		err = f.err
	case !errors.Is(err, ErrLimit) && !errors.Is(err, ErrDamaged):
		err = damaged("stream: %w", err)
	}
	return n, err
}

// reader undoes the filters of a stream while it is read. No layer gives more
// than most bytes.
func (f *File) reader(s *Stream, most int64) (io.Reader, error) {
	filters, ok := f.Filters(s)
	if !ok {
		return nil, limit("more than %d filters", maxFilters)
	}
	return f.undo(s.Body, filters, most, f.spend)
}

// undo is what data is behind filters; spend counts the work of reading it.
func (f *File) undo(body Body, filters []Filter, most int64, spend func(int) error) (io.Reader, error) {
	data := &meter{spend: spend, r: body.Reader(), left: math.MaxInt64}
	if len(filters) == 0 {
		data.left = most
	}
	var r io.Reader = data
	for _, filter := range filters {
		var layer io.Reader
		switch filter.Name {
		case "Crypt":
			continue // done by the body
		case "FlateDecode":
			layer = newInflater(bufio.NewReader(r))
		case "LZWDecode":
			early, given := f.Int(filter.Parms.Get("EarlyChange"))
			layer = newLZW(bufio.NewReader(r), early != 0 || !given)
		case "ASCIIHexDecode":
			layer = &hexReader{r: bufio.NewReader(r)}
		case "ASCII85Decode":
			layer = &ascii85{r: bufio.NewReader(r)}
		case "RunLengthDecode":
			layer = &runLength{r: bufio.NewReader(r)}
		default:
			return nil, fmt.Errorf("%w: %q", ErrFilter, filter.Name)
		}
		r = &meter{spend: spend, r: layer, left: most}
		if filter.Name == "FlateDecode" || filter.Name == "LZWDecode" {
			var err error
			if r, err = f.predicted(r, filter.Parms); err != nil {
				return nil, err
			}
		}
	}
	return r, nil
}

// meter counts what a layer gives, against its limit and as work.
type meter struct {
	spend func(int) error
	r     io.Reader
	left  int64
}

func (m *meter) Read(p []byte) (int, error) {
	if m.left <= 0 {
		var one [1]byte
		if n, err := m.r.Read(one[:]); n == 0 && err != nil {
			return 0, err
		}
		return 0, limit("inflated stream")
	}
	n, err := m.r.Read(p[:min(int64(len(p)), m.left)])
	m.left -= int64(n)
	if failed := m.spend(n/4 + 1); failed != nil {
		err = failed
	}
	return n, err
}

// Reader reads the data as it is behind encryption.
func (b Body) Reader() io.Reader {
	parts := make([]io.Reader, len(b))
	for i, p := range b {
		parts[i] = bytes.NewReader(p.Data)
		if p.From != nil {
			r, err := p.plain(io.NewSectionReader(p.From, p.At, p.Size))
			if err != nil {
				r = unread{err}
			}
			parts[i] = r
		}
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return io.MultiReader(parts...)
}

// unread is what can't be read.
type unread struct{ err error }

func (u unread) Read([]byte) (int, error) { return 0, u.err }
