package pdf

const (
	maxDepth  = 100     // of arrays and dictionaries in each other
	maxValues = 250_000 // of one object
	maxNames  = 8192    // that are shared
)

// keyword is a word that is no value: obj, endobj, stream.
type keyword string

// A parser reads the values of one object. Values that are nested too deeply,
// or that are too many, are skipped as if they were null; the object stays
// readable.
type parser struct {
	lexer
	seal   *seal             // of its strings
	names  map[string]Object // shared with other parsers of the file
	values int               // so far
	bytes  int               // of strings so far

	array []Object // what is read of the arrays that are open
	dict  []Entry
}

// weight is roughly the memory that the values take.
func (p *parser) weight() int { return 48*p.values + p.bytes + 64 }

// value reads the next value; a keyword where there is none.
func (p *parser) value(depth int) Object {
	c := p.next()
	p.values++
	switch c {
	case '/':
		p.i++
		return p.name(p.word())
	case '(':
		p.i++
		return p.string(p.text())
	case '<':
		if p.at(p.i+1) != '<' {
			p.i++
			return p.string(p.hex())
		}
		if p.i += 2; depth >= maxDepth {
			p.skip()
			return nil
		}
		return p.pairs(depth + 1)
	case '[':
		if p.i++; depth >= maxDepth {
			p.skip()
			return nil
		}
		return p.list(depth + 1)
	case '+', '-', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return p.numeral()
	case ')', '>', ']', '{', '}':
		p.i++
		return keyword(rune(c))
	}
	switch w := p.word(); string(w) {
	case "":
		return keyword("")
	case "null":
		return nil
	case "true":
		return true
	case "false":
		return false
	default:
		return keyword(w)
	}
}

// numeral reads a number, or a reference of which it is the beginning.
func (p *parser) numeral() Object {
	n := number(p.word())
	num, ok := n.(Int)
	if !ok || num < 0 || num > 1<<31 || class[p.at(p.i)] != space {
		return n
	}
	from := p.i
	gen, ok := p.whole()
	if ok && gen <= 1<<16 && class[p.at(p.i)] == space && p.keyword("R") {
		return Ref{int(num), int(gen)}
	}
	p.i = from
	return n
}

// name shares names: a file uses few of them, and often.
func (p *parser) name(w []byte) Object {
	w = unhash(w)
	if o, ok := p.names[string(w)]; ok {
		return o
	}
	o := Object(Name(w))
	p.bytes += len(w)
	if p.names != nil && len(p.names) < maxNames && len(w) < 64 {
		p.names[string(w)] = o
	}
	return o
}

func (p *parser) string(b []byte) Object {
	if p.seal != nil {
		b = p.seal.open(b)
	}
	p.bytes += len(b)
	return String(b)
}

// full tells that the object has all the values it may have.
func (p *parser) full() bool { return p.values >= maxValues }

// closes tells that a word can only stand behind the value that is being read,
// which therefore lacks its end.
func closes(k keyword) bool {
	switch k {
	case "", "endobj", "stream", "endstream", "obj", "xref", "trailer", "startxref":
		return true
	}
	return false
}

// list reads an array from behind its bracket on.
func (p *parser) list(depth int) Object {
	base := len(p.array)
	for {
		c := p.next()
		if c == ']' {
			p.i++
			break
		}
		if c == 0 && p.i >= len(p.b) || c == '>' {
			break
		}
		if p.full() {
			p.skip()
			break
		}
		from := p.i
		v := p.value(depth)
		if k, ok := v.(keyword); ok {
			if closes(k) {
				p.i = from
				break
			}
			v = nil
		}
		p.array = append(p.array, v)
	}
	out := append(Array{}, p.array[base:]...)
	clear(p.array[base:])
	p.array = p.array[:base]
	return out
}

// pairs reads a dictionary from behind its brackets on.
func (p *parser) pairs(depth int) Object {
	base := len(p.dict)
	for {
		c := p.next()
		if c == '>' {
			if p.i++; p.at(p.i) == '>' {
				p.i++
				break
			}
			continue
		}
		if c == 0 && p.i >= len(p.b) {
			break
		}
		if p.full() {
			p.skip()
			break
		}
		from := p.i
		if c != '/' {
			if k, ok := p.value(depth).(keyword); ok && closes(k) {
				p.i = from
				break
			}
			continue
		}
		p.i++
		key := p.name(p.word()).(Name)
		if p.next() == '>' {
			continue // a key without a value
		}
		from = p.i
		v := p.value(depth)
		if k, ok := v.(keyword); ok {
			if closes(k) {
				p.i = from
				break
			}
			continue
		}
		if v != nil {
			p.dict = append(p.dict, Entry{key, v})
		}
	}
	out := append(Dict{}, p.dict[base:]...)
	clear(p.dict[base:])
	p.dict = p.dict[:base]
	return out
}

// skip passes over the rest of an array or dictionary that was opened.
func (p *parser) skip() {
	for depth := 1; depth > 0; {
		switch c := p.next(); c {
		case 0:
			if p.i >= len(p.b) {
				return
			}
			p.i++
		case '(':
			p.i++
			p.text()
		case '[':
			p.i++
			depth++
		case ']':
			p.i++
			depth--
		case '<':
			if p.i++; p.at(p.i) != '<' {
				p.hex()
				continue
			}
			p.i++
			depth++
		case '>':
			if p.i++; p.at(p.i) == '>' {
				p.i++
				depth--
			}
		case ')', '{', '}':
			p.i++
		case '/':
			p.i++
			p.word()
		default:
			from := p.i
			if closes(keyword(p.word())) {
				p.i = from
				return
			}
		}
	}
}
