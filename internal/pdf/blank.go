package pdf

import "bytes"

// Blank tells that the nth page paints nothing: no operator of its contents, of
// the forms that they use, or of an annotation does, whatever the colour. The
// answer is yes only where that is sure. contents are what Contents answered
// for the page, without an error.
func (c *Copier) Blank(n int, contents []byte) bool {
	p := c.file.Page(n)
	if p == nil {
		return false
	}
	if d, err := c.Page(n); err != nil || len(d.Parts) > 1 || len(d.Left.Undrawn) > 0 {
		return false
	}
	r := paintReader{c: c, left: maxLetterBytes, seen: map[formUse]bool{}}
	return !r.paints(contents, c.file.Dict(p.Resources), hand{})
}

// paintReader looks for what paints. What it does not understand paints.
type paintReader struct {
	c    *Copier
	left int64 // bytes of forms
	seen map[formUse]bool
}

// A hand is what of the graphics state decides whether letters are seen.
type hand struct {
	unseen bool // letters have no paint
	drawn  bool // unless they are pictures, as in fonts of Type 3
}

type formUse struct {
	num  int
	hand hand
}

// silent tells the operators that paint nothing: they set the state, make a
// path, or mark what others paint.
func silent(operator []byte) bool {
	switch string(operator) {
	case "w", "J", "j", "M", "d", "ri", "i", "gs", "q", "Q", "cm", "m", "l", "c", "v", "y", "h", "re", "n", "W", "W*",
		"BT", "ET", "Tc", "Tw", "Tz", "TL", "Tf", "Tr", "Ts", "Td", "TD", "Tm", "T*",
		"CS", "cs", "SC", "SCN", "sc", "scn", "G", "g", "RG", "rg", "K", "k",
		"BMC", "BDC", "EMC", "MP", "DP", "BX", "EX":
		return true
	}
	return false
}

const maxHands = 1000 // states that are saved

func (r *paintReader) paints(contents []byte, resources Dict, h hand) bool {
	l := lexer{b: contents}
	var saved []hand
	var name Name
	var number []byte
	shown, open := 0, 0 // bytes of strings; brackets
	for {
		l.short = false
		switch ch := l.next(); {
		case ch == 0 && l.i >= len(l.b):
			return open != 0
		case ch == '(':
			l.i++
			if shown += len(l.text()); l.short {
				return true
			}
		case ch == '<' && l.at(l.i+1) == '<', ch == '>' && l.at(l.i+1) == '>':
			l.i += 2
		case ch == '<':
			l.i++
			if shown += len(l.hex()); l.short {
				return true
			}
		case ch == '/':
			l.i++
			name = Name(unhash(l.word()))
		case ch == '[':
			l.i++
			open++
		case ch == ']' && open > 0:
			l.i++
			open--
		case class[ch] != regular: // a bracket that closes nothing
			return true
		default:
			w := l.word()
			if len(bytes.Trim(w, "+-.0123456789")) == 0 {
				number = w
				continue
			}
			if constant(w) {
				continue
			}
			if open > 0 {
				return true
			}
			switch string(w) {
			case "Tj", "TJ", "'", "\"":
				if shown > 0 && (!h.unseen || h.drawn) {
					return true
				}
			case "Do":
				if r.form(r.c.file.Dict(resources.Get("XObject")).Get(name), resources, h) {
					return true
				}
			case "Tr":
				h.unseen = string(number) == "3" || string(number) == "7"
			case "Tf":
				h.drawn = r.drawn(r.c.file.Dict(resources.Get("Font")).Get(name))
			case "gs":
				state := r.c.file.Dict(r.c.file.Dict(resources.Get("ExtGState")).Get(name))
				if font := r.c.file.Array(state.Get("Font")); len(font) > 0 {
					h.drawn = r.drawn(font[0])
				}
			case "q":
				if saved = append(saved, h); len(saved) > maxHands {
					return true
				}
			case "Q":
				if len(saved) == 0 {
					return true
				}
				h, saved = saved[len(saved)-1], saved[:len(saved)-1]
			default:
				if !silent(w) {
					return true
				}
			}
			number, shown = nil, 0
		}
	}
}

// constant tells the words that are operands.
func constant(w []byte) bool {
	switch string(w) {
	case "true", "false", "null":
		return true
	}
	return false
}

// drawn tells whether the letters of a font may be pictures.
func (r *paintReader) drawn(font Object) bool {
	kind := r.c.file.Name(r.c.file.Dict(font).Get("Subtype"))
	return kind == "" || kind == "Type3"
}

// form tells whether a form paints, or is none. A form that is being read, or
// was, paints no more than it did.
func (r *paintReader) form(o Object, resources Dict, h hand) bool {
	f := r.c.file
	ref, _ := o.(Ref)
	s := f.Stream(o)
	if s == nil || f.Name(s.Dict.Get("Subtype")) != "Form" {
		return true
	}
	use := formUse{ref.Num, h}
	own := f.Dict(s.Dict.Get("Resources"))
	switch {
	case r.seen[use]:
		return own == nil // its names may mean something else this time
	case len(r.seen) == maxLetterForms:
		return true
	case own != nil:
		resources = own
	}
	r.seen[use] = true
	contents, err := f.Decode(s, max(r.left, 0))
	r.left -= int64(len(contents))
	return err != nil || r.paints(contents, resources, h)
}
