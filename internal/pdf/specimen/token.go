package specimen

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
)

// What the values of a written file are to the audit. Numbers, references,
// names and strings are enough of each.
type (
	number float64
	ref    int
	name   string
	text   string
	array  []any
	dict   []entry
	entry  struct {
		key   string
		value any
	}
	object struct {
		number int
		value  any
	}
)

func (d dict) get(key string) any {
	for _, e := range d {
		if e.key == key {
			return e.value
		}
	}
	return nil
}

var opening = regexp.MustCompile(`^\s*(\d+) 0 obj\s`)

// readAll reads the objects of a file one after the other as they lie in it,
// by no table. It is strict: the file is our own.
func readAll(b []byte) (objects []object, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("file: %v", r)
		}
	}()
	rest := bytes.SplitAfterN(b, []byte("\n"), 3)
	if len(rest) < 3 || !bytes.HasPrefix(rest[0], []byte("%PDF-")) {
		return nil, errors.New("file: no header")
	}
	s := &scanner{b: b, at: len(rest[0]) + len(rest[1])}
	for {
		m := opening.FindSubmatch(s.b[s.at:min(len(b), s.at+40)])
		if m == nil {
			break
		}
		s.at += len(m[0])
		n, _ := strconv.Atoi(string(m[1]))
		v := s.value(0)
		objects = append(objects, object{n, v})
		s.space()
		if s.skip("stream\n") {
			d := v.(dict)
			size := int(d.get("Length").(number))
			data := b[s.at : s.at+size]
			s.at += size
			if d.get("Type") == name("ObjStm") {
				objects = append(objects, unpacked(d, data)...)
			}
			s.space()
			if !s.skip("endstream") {
				panic(fmt.Sprintf("object %d: no endstream at its length", n))
			}
			s.space()
		}
		if !s.skip("endobj") {
			panic(fmt.Sprintf("object %d: no endobj", n))
		}
	}
	s.space()
	if !s.skip("startxref") && !s.skip("xref") {
		panic(fmt.Sprintf("something at byte %d that is no object: %.20q", s.at, b[s.at:]))
	}
	return objects, nil
}

// unpacked are the objects of an object stream.
func unpacked(d dict, data []byte) (objects []object) {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		panic(err)
	}
	plain, err := io.ReadAll(r)
	if err != nil {
		panic(err)
	}
	index := &scanner{b: plain}
	for range int(d.get("N").(number)) {
		n, at := index.value(0).(number), index.value(0).(number)
		s := &scanner{b: plain, at: int(at) + int(d.get("First").(number))}
		objects = append(objects, object{int(n), s.value(0)})
	}
	return objects
}

type scanner struct {
	b  []byte
	at int
}

func (s *scanner) space() {
	for s.at < len(s.b) && bytes.IndexByte([]byte("\x00\t\n\f\r "), s.b[s.at]) >= 0 {
		s.at++
	}
}

func (s *scanner) skip(word string) bool {
	if !bytes.HasPrefix(s.b[s.at:], []byte(word)) {
		return false
	}
	s.at += len(word)
	return true
}

var (
	reference = regexp.MustCompile(`^(\d+) \d+ R`)
	word      = regexp.MustCompile(`^[^\s()<>\[\]{}/%]+`)
)

func (s *scanner) value(depth int) any {
	if depth > 100 {
		panic(fmt.Sprintf("byte %d: too deep", s.at))
	}
	s.space()
	switch {
	case s.skip("<<"):
		d := dict{}
		for s.space(); !s.skip(">>"); s.space() {
			key := string(s.value(depth).(name))
			d = append(d, entry{key, s.value(depth + 1)})
		}
		return d
	case s.skip("["):
		a := array{}
		for s.space(); !s.skip("]"); s.space() {
			a = append(a, s.value(depth+1))
		}
		return a
	case s.skip("<"):
		return s.hex()
	case s.skip("("):
		return s.text()
	case s.skip("/"):
		return s.name()
	}
	here := s.b[s.at:min(len(s.b), s.at+40)]
	if m := reference.FindSubmatch(here); m != nil {
		s.at += len(m[0])
		n, _ := strconv.Atoi(string(m[1]))
		return ref(n)
	}
	w := string(word.Find(here))
	s.at += len(w)
	if f, err := strconv.ParseFloat(w, 64); err == nil {
		return number(f)
	}
	switch w {
	case "true", "false":
		return w == "true"
	case "null":
		return nil
	}
	panic(fmt.Sprintf("byte %d: %q is no value", s.at, w))
}

func (s *scanner) name() name {
	raw := word.Find(s.b[s.at:])
	s.at += len(raw)
	var out []byte
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' {
			n, err := strconv.ParseUint(string(raw[i+1:i+3]), 16, 8)
			if err != nil {
				panic(err)
			}
			out = append(out, byte(n))
			i += 2
			continue
		}
		out = append(out, raw[i])
	}
	return name(out)
}

func (s *scanner) hex() text {
	end := bytes.IndexByte(s.b[s.at:], '>')
	digits := string(s.b[s.at : s.at+end])
	s.at += end + 1
	var out []byte
	for i := 0; i < len(digits); i += 2 {
		n, err := strconv.ParseUint((digits[i:] + "0")[:2], 16, 8)
		if err != nil {
			panic(err)
		}
		out = append(out, byte(n))
	}
	return text(out)
}

func (s *scanner) text() text {
	var out []byte
	for depth := 1; ; s.at++ {
		c := s.b[s.at]
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				s.at++
				return text(out)
			}
		case '\\':
			s.at++
			n := 0
			for n < 3 && s.b[s.at+n] >= '0' && s.b[s.at+n] <= '7' {
				n++
			}
			if n > 0 {
				code, _ := strconv.ParseUint(string(s.b[s.at:s.at+n]), 8, 16)
				c, s.at = byte(code), s.at+n-1
			} else if at := bytes.IndexByte([]byte("nrtbf"), s.b[s.at]); at >= 0 {
				c = "\n\r\t\b\f"[at]
			} else {
				c = s.b[s.at]
			}
		}
		out = append(out, c)
	}
}
