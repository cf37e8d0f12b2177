package proof

import (
	"bytes"
	"fmt"
)

// object is the object that r names; nil where the file has none. Of a
// dictionary only what is wanted is told, where anything is.
func (f *File) object(r ref, want ...name) (any, error) {
	if r.num <= 0 || r.num >= len(f.spots) {
		return nil, nil
	}
	switch s := f.spots[r.num]; s.kind() {
	case placed:
		gen, at := s.place()
		if gen != r.gen {
			return nil, nil
		}
		return f.read(r.num, gen, at, want...)
	case packed:
		if r.gen != 0 {
			return nil, nil
		}
		in, index := s.pack()
		return f.unpack(r.num, in, index, want...)
	}
	return nil, nil
}

// read reads the object that stands at a byte of the file.
func (f *File) read(num, gen int, at int64, want ...name) (v any, err error) {
	err = f.parsed(at, func(p *parser) error {
		n, ok1 := 0, p.skip()
		n, ok2 := whole(p.word())
		ok3 := p.skip()
		g, ok4 := whole(p.word())
		if !ok1 || !ok2 || !ok3 || !ok4 || !p.skip() || string(p.word()) != "obj" {
			return fmt.Errorf("byte %d: no object begins there", at)
		}
		if num >= 0 && (n != num || g != gen) {
			return fmt.Errorf("byte %d: object %d %d stands there", at, n, g)
		}
		p.want = want
		if f.lock != nil && n != f.lock.num {
			p.open = f.lock.text
		}
		v, err = p.value(0)
		if err != nil {
			return err
		}
		if w, bare := v.(keyword); bare {
			if w == "endobj" {
				v = nil
				return nil
			}
			return fmt.Errorf("unexpected %q", clip([]byte(w)))
		}
		if !p.skip() {
			return fmt.Errorf("it does not end")
		}
		d, isDict := v.(dict)
		switch w := p.word(); {
		case string(w) == "endobj":
		case string(w) == "stream" && isDict:
			if p.peek(0) == '\r' {
				p.i++
			}
			if p.peek(0) != '\n' {
				return fmt.Errorf("no end of line behind stream")
			}
			v = &stream{dict: d, num: n, at: at + int64(p.i) + 1, size: -1}
		default:
			return fmt.Errorf("%q where it should end", clip(w))
		}
		return nil
	})
	if s, ok := v.(*stream); ok && err == nil {
		err = f.measure(s)
	}
	if err != nil && num >= 0 {
		return nil, fmt.Errorf("object %d: %w", num, err)
	}
	return v, err
}

// measure finds out how long a stream is.
func (f *File) measure(s *stream) error {
	v := s.dict.get("Length")
	if r, ok := v.(ref); ok {
		if f.measuring {
			return fmt.Errorf("/Length leads to a stream")
		}
		f.measuring = true
		var err error
		v, err = f.object(r)
		f.measuring = false
		if err != nil {
			return err
		}
	}
	n, ok := v.(int)
	if !ok || n < 0 || int64(n) > f.win.size-s.at {
		return fmt.Errorf("a stream from byte %d whose /Length is no number of bytes that the file has", s.at)
	}
	s.size = int64(n)
	return nil
}

// readStream is the stream at a byte of the file, whose number it says itself.
func (f *File) readStream(at int64) (*stream, error) {
	v, err := f.read(-1, 0, at)
	if err != nil {
		return nil, err
	}
	s, ok := v.(*stream)
	if !ok {
		return nil, fmt.Errorf("byte %d: a %s, not a stream", at, kind(v))
	}
	return s, nil
}

// ends tells whether the stream ends where its length says.
func (f *File) ends(s *stream) error {
	b, err := f.win.bytes(s.at+s.size, 16)
	if err != nil {
		return err
	}
	if !bytes.HasPrefix(bytes.TrimLeft(b, "\r\n"), []byte("endstream")) {
		return fmt.Errorf("object %d: its stream does not end at byte %d, as /Length says", s.num, s.at+s.size)
	}
	return nil
}
