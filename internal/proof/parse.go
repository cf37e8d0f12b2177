package proof

import (
	"fmt"
	"slices"
)

const maxDepth = 128 // of arrays and dictionaries within one another

// A parser reads values from bytes. Where they end before a value does, or
// might, short is set.
type parser struct {
	b     []byte
	i     int
	short bool
	open  func(text) (text, error) // decrypts strings; nil, they are plain
	loose bool                     // operators of pages: keywords are values, "1 0 R" is three
	want  []name                   // keys of the outermost dictionary; of others the value is passed; nil, all
	*slate
}

// A keyword is a bare word: obj, endobj, an operator.
type keyword string

const (
	regular = iota
	space
	delimiter
)

var class = [256]byte{
	0: space, '\t': space, '\n': space, '\f': space, '\r': space, ' ': space,
	'(': delimiter, ')': delimiter, '<': delimiter, '>': delimiter, '[': delimiter, ']': delimiter,
	'{': delimiter, '}': delimiter, '/': delimiter, '%': delimiter,
}

// peek is the byte n further on; 0 past the end.
func (p *parser) peek(n int) byte {
	if p.i+n < len(p.b) {
		return p.b[p.i+n]
	}
	p.short = true
	return 0
}

// skip passes white space and comments, and tells whether anything follows.
func (p *parser) skip() bool {
	for p.i < len(p.b) {
		switch c := p.b[p.i]; {
		case class[c] == space:
			p.i++
		case c == '%':
			for p.i < len(p.b) && p.b[p.i] != '\n' && p.b[p.i] != '\r' {
				p.i++
			}
		default:
			return true
		}
	}
	p.short = true
	return false
}

// word is what stands here up to white space or a delimiter.
func (p *parser) word() []byte {
	from := p.i
	for p.i < len(p.b) && class[p.b[p.i]] == regular {
		p.i++
	}
	p.short = p.short || p.i == len(p.b)
	return p.b[from:p.i]
}

// value reads the next value.
func (p *parser) value(depth int) (any, error) {
	if !p.skip() {
		return nil, fmt.Errorf("ends where a value should stand")
	}
	if depth > maxDepth {
		return nil, fmt.Errorf("more than %d arrays and dictionaries within one another", maxDepth)
	}
	switch c := p.b[p.i]; {
	case c == '/':
		p.i++
		return p.nameOf(p.word()).value, nil
	case c == '(':
		return p.string()
	case c == '<' && p.peek(1) == '<':
		p.i += 2
		return p.dict(depth)
	case c == '<':
		return p.string()
	case c == '[':
		p.i++
		return p.array(depth)
	case class[c] == delimiter:
		p.i++
		return nil, fmt.Errorf("unexpected %q", string(c))
	case c <= '9' && c != '\'' && c != '"' && c != '*':
		return p.number()
	}
	switch w := p.word(); string(w) {
	case "true":
		return true, nil
	case "false":
		return false, nil
	case "null":
		return nil, nil
	default:
		return keyword(w), nil
	}
}

// array reads up to the closing bracket.
func (p *parser) array(depth int) (any, error) {
	p.begin(depth)
	from := len(p.values)
	for {
		if !p.skip() {
			return nil, fmt.Errorf("an array does not end")
		}
		if p.b[p.i] == ']' {
			p.i++
			return p.arrayFrom(from), nil
		}
		v, err := p.value(depth + 1)
		if err != nil {
			return nil, err
		}
		if w, bare := v.(keyword); bare {
			return nil, fmt.Errorf("unexpected %q in an array", clip([]byte(w)))
		}
		p.values = append(p.values, v)
	}
}

// dict reads up to the closing brackets. A key that stands twice is an error:
// programs disagree on which of them counts.
func (p *parser) dict(depth int) (any, error) {
	p.begin(depth)
	from := len(p.entries)
	for {
		if !p.skip() {
			return nil, fmt.Errorf("a dictionary does not end")
		}
		if p.b[p.i] == '>' && p.peek(1) == '>' {
			p.i += 2
			err := dict(p.entries[from:]).twice()
			return p.dictFrom(from, depth == 0 && p.want != nil), err
		}
		if p.b[p.i] != '/' {
			return nil, fmt.Errorf("%q where a key of a dictionary should stand", string(p.b[p.i]))
		}
		p.i++
		key, v, err := p.nameOf(p.word()).is, any(nil), error(nil)
		if depth == 0 && p.want != nil && !slices.Contains(p.want, key) {
			err = p.pass(1)
		} else {
			v, err = p.value(depth + 1)
		}
		if err != nil {
			return nil, fmt.Errorf("/%s: %w", clip([]byte(key)), err)
		}
		if w, bare := v.(keyword); bare {
			return nil, fmt.Errorf("/%s: unexpected %q", clip([]byte(key)), clip([]byte(w)))
		}
		p.entries = append(p.entries, entry{key, v})
	}
}

func (d dict) twice() error {
	var seen map[name]bool
	if len(d) > 32 {
		seen = make(map[name]bool, len(d))
	}
	for i, e := range d {
		if seen != nil {
			if seen[e.key] {
				return fmt.Errorf("key /%s stands twice in a dictionary", clip([]byte(e.key)))
			}
			seen[e.key] = true
			continue
		}
		for _, before := range d[:i] {
			if before.key == e.key {
				return fmt.Errorf("key /%s stands twice in a dictionary", clip([]byte(e.key)))
			}
		}
	}
	return nil
}

// clip is the beginning of foreign bytes, for a message.
func clip(b []byte) []byte { return b[:min(len(b), 40)] }
