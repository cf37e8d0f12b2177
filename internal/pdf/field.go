package pdf

import "bytes"

// field is an annotation with the form fields above it, from which a widget
// has what it doesn't say itself.
type field struct {
	c    *Copier
	line []Dict // itself first
}

const (
	maxAbove = 32        // fields above a field
	maxShown = 256 << 10 // of an appearance that is looked at for text
)

// field finds what an annotation inherits: any but a widget nothing.
func (c *Copier) field(kind Name, a Dict) field {
	f := field{c: c, line: []Dict{a}}
	if kind != "Widget" {
		return f
	}
	for len(f.line) < maxAbove {
		d := c.file.Dict(f.line[len(f.line)-1].Get("Parent"))
		if d == nil || !c.spend(len(d)) {
			break
		}
		f.line = append(f.line, d)
	}
	return f
}

// Get is what the annotation says itself.
func (f field) Get(key Name) Object { return f.line[0].Get(key) }

// inherit is what the annotation says, or a field above it.
func (f field) inherit(key Name) Object {
	for _, d := range f.line {
		if o := d.Get(key); o != nil {
			return o
		}
	}
	return nil
}

// form is what the annotation, a field above it or the form says.
func (f field) form(key Name) Object {
	if o := f.inherit(key); o != nil {
		return o
	}
	f.c.spend(len(f.c.fields))
	return f.c.fields.Get(key)
}

// flag tells whether one of the flags of a field is set, counted from 1 as the
// standard counts them.
func (f field) flag(n int) bool {
	flags, _ := f.c.file.Int(f.inherit("Ff"))
	return flags&(1<<(n-1)) != 0
}

// say is the words of a value: a string, a name, or a stream of them.
func (c *Copier) say(o Object) string {
	switch o := c.file.Get(o).(type) {
	case String:
		if !c.spend(min(len(o), 4*maxLetters) / 4) {
			return ""
		}
		return o.long()
	case Name:
		return String(o).long()
	case *Stream:
		c.bytes -= maxLetters
		data, _ := c.file.Decode(o, 4*maxLetters)
		return String(data).long()
	}
	return ""
}

// letters are the letters of words; those that the standard font lacks are
// counted as not drawn.
func (c *Copier) letters(words string) []byte {
	c.spend(len(words) / 4)
	out, lost := letters(words)
	c.left.Letters += lost
	return out
}

// anew tells that the file wants the appearances of its fields to be made from
// their values: those that it has may be out of date.
func (c *Copier) anew() bool {
	c.spend(len(c.fields) / 8)
	needs, _ := c.file.Get(c.fields.Get("NeedAppearances")).(bool)
	return needs
}

// stale tells that an appearance doesn't count because its field's value
// does. One that shows text is kept, however, where the value has letters that
// the standard font lacks: a program that fills in such letters brings the
// font for them, and its appearance with it.
func (c *Copier) stale(f field, look Object) bool {
	kind := c.file.Name(f.inherit("FT"))
	if !c.anew() || kind != "Tx" && kind != "Ch" {
		return false
	}
	if _, lost := letters(c.say(f.inherit("V"))); lost == 0 {
		return true
	}
	c.bytes -= maxShown
	drawn, _ := c.file.Decode(c.file.Stream(look), maxShown)
	return !bytes.Contains(drawn, []byte("Tj")) && !bytes.Contains(drawn, []byte("TJ"))
}
