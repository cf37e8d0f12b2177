package proof

// Values of a file: nil, bool, int, float64, text, name, ref, array, dict and
// *stream.
type (
	text  string // a string, as the file has it
	name  string
	ref   struct{ num, gen int }
	array []any
	dict  []entry
	entry struct {
		key   name
		value any
	}
)

// A stream is a dictionary and so many bytes of the file.
type stream struct {
	dict     dict
	num      int
	at, size int64
}

func (d dict) get(key name) any {
	for i := range d {
		if d[i].key == key {
			return d[i].value
		}
	}
	return nil
}

// number is v as a number.
func number(v any) (float64, bool) {
	switch v := v.(type) {
	case int:
		return float64(v), true
	case float64:
		return v, true
	}
	return 0, false
}

// get follows references. Of a dictionary that one leads to only what is wanted
// is told, where anything is.
func (f *File) get(v any, want ...name) (any, error) {
	for range 16 {
		r, ok := v.(ref)
		if !ok {
			return v, nil
		}
		var err error
		if v, err = f.object(r, want...); err != nil {
			return nil, err
		}
	}
	return nil, f.fail("a chain of references without an end")
}

// as is what v leads to, as a value of one kind; absent where it is null.
func as[T any](f *File, v any, what string, want ...name) (out T, err error) {
	o, err := f.get(v, want...)
	if err != nil || o == nil {
		return out, err
	}
	out, ok := o.(T)
	if !ok {
		return out, f.fail("%s is a %s, not a %s", what, kind(o), kind(out))
	}
	return out, nil
}

// dictAt is the dictionary that v leads to, also that of a stream.
func (f *File) dictAt(v any, what string) (dict, error) {
	o, err := f.get(v)
	if s, ok := o.(*stream); ok {
		return s.dict, err
	}
	if err != nil {
		return nil, err
	}
	return as[dict](f, o, what)
}

func kind(v any) string {
	switch v.(type) {
	case nil:
		return "null"
	case bool:
		return "boolean"
	case int, float64:
		return "number"
	case text:
		return "string"
	case name:
		return "name"
	case ref:
		return "reference"
	case array:
		return "array"
	case dict:
		return "dictionary"
	}
	return "stream"
}
