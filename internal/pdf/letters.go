package pdf

import "bytes"

const (
	maxLetterForms = 200     // that are looked into for words
	maxLetterBytes = 8 << 20 // of their operators
)

// Letters counts the bytes of text that the nth page shows, up to enough: with
// contents, what Contents answered for it, and with the forms that they paint.
// Text that is not seen counts too: character recognition lays it under scans.
func (c *Copier) Letters(n int, contents []byte, enough int) int {
	p := c.file.Page(n)
	if p == nil {
		return 0
	}
	r := letterReader{c: c, enough: enough, left: maxLetterBytes, seen: map[int]bool{}}
	r.read(contents, c.file.Dict(p.Resources))
	return min(r.shown, enough)
}

type letterReader struct {
	c             *Copier
	enough, shown int
	left          int64
	seen          map[int]bool // forms, by the number of their object
}

// read counts what operators show.
func (r *letterReader) read(contents []byte, resources Dict) {
	l := lexer{b: contents}
	pending := 0 // bytes of the strings before the operator
	var name Name
	picture := false // in the dictionary of one that stands in the contents
	for r.shown < r.enough {
		switch ch := l.next(); {
		case ch == 0 && l.i >= len(l.b):
			return
		case ch == '(':
			l.i++
			pending += len(l.text())
		case ch == '<' && l.at(l.i+1) == '<':
			l.i += 2
		case ch == '<':
			l.i++
			pending += len(l.hex())
		case ch == '/':
			l.i++
			name = Name(unhash(l.word()))
		case class[ch] != regular:
			l.i++
		default:
			switch w := string(l.word()); w {
			case "Tj", "TJ", "'", "\"":
				r.shown += pending
				pending = 0
			case "BI":
				picture, pending = true, 0
			case "ID":
				if picture {
					l.skipPicture()
				}
				picture, pending = false, 0
			case "Do":
				r.form(r.c.file.Dict(resources.Get("XObject")).Get(name), resources)
				pending = 0
			default:
				if number := w[0] <= '9'; !number {
					pending = 0
				}
			}
		}
	}
}

// skipPicture goes behind the data of a picture that stands in contents. They
// end at EI between white space; what looks like text behind it speaks for
// that, since data may hold these letters by chance.
func (l *lexer) skipPicture() {
	for {
		at := bytes.Index(l.b[min(l.i+1, len(l.b)):], []byte("EI"))
		if at < 0 {
			l.i = len(l.b)
			return
		}
		at += l.i + 1
		l.i = at + 1
		behind := l.b[at+2:]
		behind = behind[:min(len(behind), 8)]
		plain := !bytes.ContainsFunc(behind, func(r rune) bool { return r > '~' || r < ' ' && r != '\n' && r != '\r' && r != '\t' })
		if class[l.b[at-1]] == space && plain && (len(behind) == 0 || class[behind[0]] != regular) {
			l.i = at + 2
			return
		}
	}
}

// form counts what a form shows, once.
func (r *letterReader) form(o Object, resources Dict) {
	f := r.c.file
	ref, _ := o.(Ref)
	if r.seen[ref.Num] || len(r.seen) == maxLetterForms || r.left <= 0 {
		return
	}
	r.seen[ref.Num] = true
	s := f.Stream(o)
	if s == nil || f.Name(s.Dict.Get("Subtype")) != "Form" {
		return
	}
	if own := f.Dict(s.Dict.Get("Resources")); own != nil {
		resources = own
	}
	contents, _ := f.Decode(s, r.left) // what can be read counts
	r.left -= int64(len(contents))
	r.read(contents, resources)
}
