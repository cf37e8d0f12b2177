package pdf

import (
	"fmt"
	"strings"
	"sync"
)

// shape is what a value may be: a word of the grammar.
type shape struct {
	is     form
	scalar string            // of isScalar: bool, int, number, name or string
	parts  []*shape          // of isArray and isNames: what they hold; of isChoice: the choice
	keys   map[Name]*shape   // of dictionaries and streams: the entries; of isBy: the kinds
	behind map[Name][]*shape // of isTuple: what follows the name
	among  map[Name]bool     // of isOneOf
	key    Name              // of isBy
	always Dict              // entries that stand in every copy
}

type form int

const (
	isScalar form = iota
	isOneOf       // one of some names
	isArray       // of one shape
	isTuple       // an array whose first name tells what follows
	isNames       // a dictionary whose keys are free, of one shape
	isDict
	isStream
	isEither
	isBy     // a dictionary or stream whose kind an entry tells
	isChoice // the first that fits
)

// shapes are the words of the grammar.
var shapes = sync.OnceValue(func() map[string]*shape {
	words, err := parseGrammar(grammar)
	if err != nil {
		panic(err) // the grammar is a constant: a test reads it first
	}
	return words
})

// parseGrammar reads a grammar. Words that are written alike are the same
// shape, so that an object used in two places is copied once.
func parseGrammar(text string) (map[string]*shape, error) {
	g := &grammarian{words: map[string]*shape{}, said: map[string]bool{}}
	for _, word := range []string{"bool", "int", "number", "name", "string"} {
		g.words[word] = &shape{scalar: word}
		g.said[word] = true
	}
	for paragraph := range strings.SplitSeq(strings.TrimSpace(text), "\n\n") {
		if err := g.paragraph(strings.Fields(paragraph)); err != nil {
			return nil, err
		}
	}
	for word := range g.words {
		if !strings.ContainsAny(word, "/[{|") && !g.said[word] {
			return nil, fmt.Errorf("grammar: %q is not explained", word)
		}
	}
	data := g.word("data")
	for _, s := range g.words {
		if s.is == isStream || s.is == isEither {
			for key, value := range data.keys {
				s.keys[key] = value
			}
		}
	}
	return g.words, nil
}

type grammarian struct {
	words map[string]*shape
	said  map[string]bool // words that have a paragraph
}

// paragraph reads one kind.
func (g *grammarian) paragraph(fields []string) error {
	if len(fields) < 2 {
		return fmt.Errorf("grammar: %q says nothing", fields)
	}
	name, what, rest := fields[0], fields[1], fields[2:]
	if g.said[name] {
		return fmt.Errorf("grammar: %q is explained twice", name)
	}
	g.said[name] = true
	s := g.word(name)
	if what == "is" {
		s.is = isChoice
		for part := range strings.SplitSeq(rest[0], "|") {
			s.parts = append(s.parts, g.word(part))
		}
		return nil
	}
	s.keys = map[Name]*shape{}
	switch what {
	case "dict":
		s.is = isDict
	case "stream":
		s.is = isStream
	case "either":
		s.is = isEither
	case "by":
		s.is, s.key, rest = isBy, Name(rest[0]), rest[1:]
	case "tuple":
		s.is, s.behind = isTuple, map[Name][]*shape{}
	default:
		return fmt.Errorf("grammar: %q is no form", what)
	}
	for _, entry := range rest {
		key, value, ok := strings.Cut(entry, "=")
		if !ok {
			return fmt.Errorf("grammar: %q is no entry", entry)
		}
		if value, must := strings.CutSuffix(value, "!"); s.is != isTuple {
			if s.keys[Name(key)] = g.word(value); must {
				s.always = append(s.always, Entry{Name(key), Name(value[1:])})
			}
			continue
		}
		s.behind[Name(key)] = nil
		for part := range strings.SplitSeq(value, ",") {
			if part != "" {
				s.behind[Name(key)] = append(s.behind[Name(key)], g.word(part))
			}
		}
	}
	return nil
}

// word is the shape that a word stands for.
func (g *grammarian) word(word string) *shape {
	if s := g.words[word]; s != nil {
		return s
	}
	s := &shape{}
	g.words[word] = s
	switch {
	case strings.Contains(word, "|"):
		s.is = isChoice
		for part := range strings.SplitSeq(word, "|") {
			s.parts = append(s.parts, g.word(part))
		}
	case strings.HasPrefix(word, "["):
		s.is, s.parts = isArray, []*shape{g.word(strings.Trim(word, "[]"))}
	case strings.HasPrefix(word, "{"):
		s.is, s.parts = isNames, []*shape{g.word(strings.Trim(word, "{}"))}
	case strings.HasPrefix(word, "/"):
		s.is, s.among = isOneOf, map[Name]bool{}
		for name := range strings.SplitSeq(word[1:], "/") {
			s.among[Name(name)] = true
		}
	}
	return s
}

// fit is the shape that o, which is no reference, has within s; nil when it
// isn't allowed there.
func (s *shape) fit(f *File, o Object) *shape {
	ok := false
	switch s.is {
	case isScalar:
		ok = s.holds(o)
	case isOneOf:
		n, is := o.(Name)
		ok = is && s.among[n]
	case isArray:
		_, ok = o.(Array)
	case isTuple:
		if a, is := o.(Array); is && len(a) > 0 {
			_, ok = s.behind[f.Name(a[0])]
		}
	case isNames, isDict:
		_, ok = o.(Dict)
	case isStream:
		_, ok = o.(*Stream)
	case isEither:
		switch o.(type) {
		case Dict, *Stream:
			ok = true
		}
	case isBy:
		d, is := o.(Dict)
		if st, isStream := o.(*Stream); isStream {
			d, is = st.Dict, true
		}
		if !is {
			return nil
		}
		kind := s.keys[f.Name(d.Get(s.key))]
		if kind == nil {
			kind = s.keys["*"]
		}
		if kind == nil {
			return nil
		}
		return kind.fit(f, o)
	case isChoice:
		for _, part := range s.parts {
			if fits := part.fit(f, o); fits != nil {
				return fits
			}
		}
	}
	if !ok {
		return nil
	}
	return s
}

// holds tells whether o is such a scalar. A whole number does for a number,
// and a number without a fraction for a whole one: writers mix them up.
func (s *shape) holds(o Object) bool {
	switch o := o.(type) {
	case bool:
		return s.scalar == "bool"
	case Int:
		return s.scalar == "int" || s.scalar == "number"
	case Real:
		return s.scalar == "number" || s.scalar == "int" && o == Real(int64(o))
	case Name:
		return s.scalar == "name"
	case String:
		return s.scalar == "string"
	}
	return false
}

// plain tells whether all of a are scalars that fit s: then it needs no copy.
func (s *shape) plain(f *File, a Array) bool {
	for _, o := range a {
		switch o.(type) {
		case bool, Int, Real, Name, String:
			if s.fit(f, o) == nil {
				return false
			}
		default:
			return false
		}
	}
	return true
}
