package pdf

import (
	"bytes"
	"slices"
)

// load reads an object from where an entry says that it is. It is not ok when
// another or none stands there.
func (f *File) load(num int, e entry) (o Object, weight int, ok bool) {
	switch e.kind {
	case direct:
		for _, at := range []int64{e.at + f.shift, e.at} {
			o, weight, ok = f.indirect(num, at)
			if ok || f.shift == 0 {
				break
			}
		}
		return o, weight, ok
	case packed:
		return f.unpack(num, int(e.at), int(e.gen))
	}
	return nil, 0, false
}

// indirect reads the object that stands at an offset, behind "num gen obj".
func (f *File) indirect(num int, at int64) (o Object, weight int, ok bool) {
	var data int64
	gen := 0
	weight, ok = f.parse(at, func(p *parser) bool {
		n, ok := p.whole()
		if !ok || int(n) != num {
			return false
		}
		g, ok := p.whole()
		if gen = int(g); !ok || !p.keyword("obj") {
			return false
		}
		p.seal = nil
		if f.security != nil && num != f.keyless {
			p.seal = f.security.strings(num, gen)
		}
		if o = p.value(0); isKeyword(o) {
			o = nil // it is empty
			return true
		}
		if _, isDict := o.(Dict); isDict && p.keyword("stream") {
			data = at + int64(p.i) + lineEnd(p)
		}
		return true
	})
	if d, isDict := o.(Dict); ok && isDict && data > 0 {
		o = f.stream(d, data, num, gen)
	}
	return o, weight, ok
}

func isKeyword(o Object) bool {
	_, ok := o.(keyword)
	return ok
}

// lineEnd is the length of the end of line behind the keyword stream.
func lineEnd(p *parser) int64 {
	i := p.i
	for p.at(i) == ' ' || p.at(i) == '\t' {
		i++
	}
	switch c := p.at(i); {
	case c == '\n' || c == '\r' && p.at(i+1) != '\n':
		i++
	case c == '\r':
		i += 2
	default:
		return 0
	}
	return int64(i - p.i)
}

// parse calls read with a parser that stands at an offset, and again with more
// of the file as long as what it has read may go on.
func (f *File) parse(at int64, read func(p *parser) bool) (weight int, ok bool) {
	for least := 512; ; least *= 8 {
		least = min(least, maxText)
		b, last := f.windows.from(at, least)
		p := f.parser(b)
		ok = read(p)
		if err := f.spend(p.i + 64); err != nil {
			return 0, false
		}
		if !p.short || last || least >= maxText {
			return p.weight(), ok
		}
	}
}

// parser is a parser of b, until the next is asked for.
func (f *File) parser(b []byte) *parser {
	p := &f.reused
	*p = parser{lexer: lexer{b: b}, names: f.names, array: p.array[:0], dict: p.dict[:0]}
	return p
}

// stream is the stream whose data begins at an offset. Its length is believed
// when "endstream" follows; otherwise that is searched for.
func (f *File) stream(d Dict, at int64, num, gen int) *Stream {
	size := int64(-1)
	if n, ok := f.Int(d.Get("Length")); ok && n >= 0 && int64(n) <= f.source.size-at && f.endsAt(at+int64(n), "endstream", "endobj") {
		size = int64(n)
	}
	if size < 0 {
		size = f.measure(at)
	}
	piece := Piece{From: f.source, At: at, Size: size}
	if f.security != nil {
		piece.seal = f.security.stream(num, gen, d)
	}
	return &Stream{Dict: d, Body: Body{piece}}
}

// endsAt tells whether one of the words follows an offset, where the data of a
// stream may end.
func (f *File) endsAt(at int64, words ...string) bool {
	b, _ := f.windows.from(at, 32)
	for i := 0; i < len(b) && i < 8; i++ {
		if class[b[i]] != space {
			return slices.ContainsFunc(words, func(w string) bool { return bytes.HasPrefix(b[i:], []byte(w)) })
		}
	}
	return false
}

// measure is the size of the data from an offset on, to where the stream or
// its object is closed.
func (f *File) measure(at int64) int64 {
	end, _ := f.find(at, func(word int, after []byte) bool {
		if word == 0 {
			return true
		}
		p := parser{lexer: lexer{b: after}} // endobj may also be part of the data
		if p.next() == 0 {
			return true
		}
		_, ok := p.whole()
		return ok || p.keyword("xref") || p.keyword("startxref") || p.keyword("trailer")
	}, "endstream", "endobj")
	if end < 0 {
		return f.source.size - at
	}
	b := f.windows.read(max(at, end-2), int(min(2, end-at)))
	switch {
	case bytes.HasSuffix(b, []byte("\r\n")):
		end -= 2
	case bytes.HasSuffix(b, []byte("\n")), bytes.HasSuffix(b, []byte("\r")):
		end--
	}
	return end - at
}
