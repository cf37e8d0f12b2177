package pdf

import (
	"errors"
	"fmt"
	"io"
	"slices"
)

const (
	maxPainted      = 1000 // pictures of a page, and forms that are looked into
	maxPaintedBytes = 16 << 20
	maxPaintedDepth = 8
)

// Painted is what a page paints, as far as pictures go.
type Painted struct {
	Pictures []Picture // in the order in which they are painted
	Letters  int       // bytes of text that is seen and not covered by a picture later on
	Strokes  int       // lines and areas, likewise
	Inline   bool      // a picture stands in the page's own contents: it is not among the others
}

// Picture is a picture that a page paints.
type Picture struct {
	Stream *Stream
	Ref    Ref     // zero where it has no number
	Matrix Matrix  // from the unit square to the page's space
	Ink    float64 // how light a stencil is painted: 0 for black
}

// Painted reads the contents of the nth page, and those of its forms, but no
// picture. Clipping is not looked at.
func (f *File) Painted(n int) (p Painted, err error) {
	page := f.Page(n)
	if page == nil {
		return p, fmt.Errorf("page %d: the file has %d", n, f.Pages())
	}
	r := painter{f: f, box: page.Box, left: maxPaintedBytes}
	parts, ok := f.Get(page.Dict.Get("Contents")).(Array)
	if !ok {
		parts = Array{page.Dict.Get("Contents")}
	}
	var contents []byte
	for _, part := range parts {
		s := f.Stream(part)
		if s == nil {
			continue
		}
		b, err := f.Decode(s, r.left)
		if err != nil && !errors.Is(err, ErrDamaged) {
			return p, fmt.Errorf("page %d: %w", n, err)
		}
		r.left -= int64(len(b))
		contents = append(append(contents, b...), '\n')
	}
	r.read(contents, f.Dict(page.Resources), brush{matrix: Identity}, 0)
	if err := f.Err(); err != nil {
		return p, err
	}
	return r.Painted, nil
}

// brush is the part of the graphics state that is looked at.
type brush struct {
	matrix Matrix
	ink    float64
	mode   int // of text
}

type painter struct {
	Painted
	f     *File
	box   Rect
	left  int64
	forms int
}

// read goes through operators.
func (r *painter) read(contents []byte, resources Dict, b brush, depth int) {
	l := lexer{b: contents}
	var numbers []float64
	var saved []brush
	var name Name
	pending := 0 // bytes of strings before the operator
	last := func(n int) ([]float64, bool) {
		if len(numbers) < n {
			return nil, false
		}
		return numbers[len(numbers)-n:], true
	}
	for {
		switch ch := l.next(); {
		case ch == 0 && l.i >= len(l.b):
			return
		case ch == '(':
			l.i++
			pending += len(l.text())
			continue
		case ch == '<' && l.at(l.i+1) == '<':
			l.i += 2
			continue
		case ch == '<':
			l.i++
			pending += len(l.hex())
			continue
		case ch == '/':
			l.i++
			name = Name(unhash(l.word()))
			continue
		case class[ch] != regular:
			l.i++
			continue
		}
		w := l.word()
		if w[0] <= '9' {
			switch v := number(w).(type) {
			case Int:
				numbers = append(numbers, float64(v))
			case Real:
				numbers = append(numbers, float64(v))
			}
			continue
		}
		switch string(w) {
		case "q":
			if len(saved) < maxPainted {
				saved = append(saved, b)
			}
		case "Q":
			if n := len(saved); n > 0 {
				b, saved = saved[n-1], saved[:n-1]
			}
		case "cm":
			if n, ok := last(6); ok {
				b.matrix = Matrix(n).Then(b.matrix)
			}
		case "g":
			if n, ok := last(1); ok {
				b.ink = n[0]
			}
		case "rg":
			if n, ok := last(3); ok {
				b.ink = 0.3*n[0] + 0.59*n[1] + 0.11*n[2]
			}
		case "k":
			if n, ok := last(4); ok {
				b.ink = (1 - 0.3*n[0] - 0.59*n[1] - 0.11*n[2]) * (1 - n[3])
			}
		case "Tr":
			if n, ok := last(1); ok {
				b.mode = int(n[0])
			}
		case "Tj", "TJ", "'", "\"":
			if b.mode != 3 && b.mode != 7 {
				r.Letters += pending
			}
		case "f", "F", "f*", "B", "B*", "b", "b*":
			if b.ink < 1 { // white is how paper is painted
				r.Strokes++
			}
		case "S", "s", "sh":
			r.Strokes++
		case "BI":
			r.Inline = true
			return // what follows are pixels
		case "Do":
			r.paint(r.f.Dict(resources.Get("XObject")).Get(name), resources, b, depth)
		}
		numbers, pending = numbers[:0], 0
	}
}

// paint takes a picture, or reads a form.
func (r *painter) paint(o Object, resources Dict, b brush, depth int) {
	f := r.f
	s := f.Stream(o)
	if s == nil {
		return
	}
	ref, _ := o.(Ref)
	switch f.Name(s.Dict.Get("Subtype")) {
	case "Image":
		if len(r.Pictures) >= maxPainted || !b.matrix.finite() {
			return
		}
		r.Pictures = append(r.Pictures, Picture{s, ref, b.matrix, b.ink})
		stencil, _ := f.Get(s.Dict.Get("ImageMask")).(bool)
		over := b.matrix.Rect(Rect{0, 0, 1, 1})
		w := min(over[2], r.box[2]) - max(over[0], r.box[0])
		h := min(over[3], r.box[3]) - max(over[1], r.box[1])
		if !stencil && w > 0 && h > 0 && w*h > 0.8*r.box.Width()*r.box.Height() {
			r.Letters, r.Strokes = 0, 0 // they lie below
		}
	case "Form":
		if r.forms++; r.forms > maxPainted || depth >= maxPaintedDepth || r.left <= 0 {
			return
		}
		if own := f.Dict(s.Dict.Get("Resources")); own != nil {
			resources = own
		}
		if m, ok := f.Numbers(s.Dict.Get("Matrix"), 6); ok {
			b.matrix = Matrix(m).Then(b.matrix)
		}
		contents, _ := f.Decode(s, r.left) // what can be read counts
		r.left -= int64(len(contents))
		r.read(contents, resources, b, depth+1)
	}
}

// Encoded is the data of a picture behind every filter but the last, where
// that is one of pictures.
type Encoded struct {
	body          Body
	filters       []Filter
	Filter        Filter // DCTDecode, CCITTFaxDecode, JPXDecode or JBIG2Decode; its name is empty for samples
	Width, Height int
}

var pictureFilters = []Name{"DCTDecode", "CCITTFaxDecode", "JPXDecode", "JBIG2Decode"}

// Encoded tells how the data of a picture is to be read. Unlike the file it
// may be used by another goroutine.
func (f *File) Encoded(s *Stream) (*Encoded, error) {
	filters, ok := f.Filters(s)
	if !ok {
		return nil, limit("more than %d filters", maxFilters)
	}
	e := &Encoded{body: s.Body, filters: slices.Clone(filters)}
	either := func(key, short Name) int {
		n, ok := f.Int(s.Dict.Get(key))
		if !ok {
			n, _ = f.Int(s.Dict.Get(short))
		}
		return n
	}
	e.Width, e.Height = either("Width", "W"), either("Height", "H")
	for i := range e.filters {
		d := Dict{}
		for _, entry := range e.filters[i].Parms { // without references
			switch v := f.Get(entry.Value).(type) {
			case bool, Int, Real, Name:
				d = append(d, Entry{entry.Key, v})
			}
		}
		e.filters[i].Parms = d
	}
	if n := len(e.filters); n > 0 && slices.Contains(pictureFilters, e.filters[n-1].Name) {
		e.Filter, e.filters = e.filters[n-1], e.filters[:n-1]
	}
	return e, nil
}

// Plain is the data as it lies in the file, where no filter but the last
// stands before it.
func (e *Encoded) Plain() (Body, bool) { return e.body, len(e.filters) == 0 }

// Reader reads the data, most bytes of it.
func (e *Encoded) Reader(most int64) (io.Reader, error) {
	work := 4*most + 64<<20
	return new(File).undo(e.body, e.filters, most, func(n int) error {
		if work -= int64(n); work < 0 {
			return limit("a picture of too much data")
		}
		return nil
	})
}
