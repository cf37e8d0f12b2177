package pdf

// An Object is a value of a PDF file: nil (null), bool, Int, Real, Name,
// String, Array, Dict, Ref or *Stream. Objects are not changed once they are
// handed on: copies share them.
type Object any

type (
	Int    int64
	Real   float64
	Name   string // without the slash, #xx undone
	String string // bytes, decrypted
	Array  []Object
	Dict   []Entry // in the order of the file; of entries with the same key the last one counts
)

// Entry is one pair of a Dict.
type Entry struct {
	Key   Name
	Value Object
}

// Ref names an object of a file.
type Ref struct{ Num, Gen int }

// Stream is a dictionary with data. Its /Length is not trusted by readers and
// set by the writer.
type Stream struct {
	Dict Dict
	Body Body
}

// Get is the value under key, nil where there is none.
func (d Dict) Get(key Name) Object {
	for i := len(d) - 1; i >= 0; i-- {
		if d[i].Key == key {
			return d[i].Value
		}
	}
	return nil
}

// With is a copy of d in which key has value v, at its old place or at the
// end; without the key where v is nil.
func (d Dict) With(key Name, v Object) Dict {
	out := make(Dict, 0, len(d)+1)
	for _, e := range d {
		switch {
		case e.Key != key:
			out = append(out, e)
		case v != nil:
			out, v = append(out, Entry{key, v}), nil
		}
	}
	if v != nil {
		out = append(out, Entry{key, v})
	}
	return out
}

// lasting are the entries of d without those that a later one replaces.
func lasting(d Dict) Dict {
	if len(d) > 16 {
		last := make(map[Name]int, len(d))
		for i, e := range d {
			last[e.Key] = i
		}
		if len(last) == len(d) {
			return d
		}
		out := make(Dict, 0, len(last))
		for i, e := range d {
			if last[e.Key] == i {
				out = append(out, e)
			}
		}
		return out
	}
	for i, e := range d {
		for _, later := range d[i+1:] {
			if e.Key == later.Key {
				return append(append(Dict{}, d[:i]...), lasting(d[i+1:])...)
			}
		}
	}
	return d
}
