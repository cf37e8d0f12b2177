package proof

import "fmt"

const (
	maxContents = 16 << 20 // of the operators of a page
	maxGlyphs   = 200_000  // that a page shows
	maxForms    = 200      // that a page paints
	maxFormDeep = 8
)

// A view is what a page shows, as far as it is text.
type view struct {
	f       *File
	shows   []show
	glyphs  []glyph   // of the shows
	painted []painted // forms, not yet read
	opened  int       // forms that were
	lines   []line    // of the shows, once they were asked for
	row     []*show   // in the order of lines
	parts   []part    // of the lines
	letters []letter  // of the parts
	feet    []part    // that are footers
	ops     []byte    // operators that are followed
	reader  reader
	saying  []byte
}

// painted is a form that a page paints.
type painted struct {
	form  any
	in    dict // resources where it is painted
	at    matrix
	depth int
}

// view reads what a page shows, without the forms that it paints: of those a
// page of a file is made, and stamps and generated pages are not.
func (f *File) view(page dict) (*view, error) {
	v := f.seen()
	resources, err := f.dictAt(page.get("Resources"), "/Resources")
	if err != nil {
		return nil, err
	}
	if err := v.contents(page.get("Contents")); err != nil {
		return nil, fmt.Errorf("contents: %w", err)
	}
	if err := v.run(resources, unmoved, 0); err != nil {
		return nil, fmt.Errorf("contents: %w", err)
	}
	return v, nil
}

// seen is an empty view, in the room of the last one.
func (f *File) seen() *view {
	v := f.last
	if v == nil || cap(v.glyphs) > maxGlyphs/8 || cap(v.ops) > keptPlain {
		f.last = &view{f: f}
		return f.last
	}
	clear(v.painted)
	v.shows, v.glyphs, v.painted, v.opened = v.shows[:0], v.glyphs[:0], v.painted[:0], 0
	v.lines, v.parts, v.letters = v.lines[:0], v.parts[:0], v.letters[:0]
	return v
}

// contents reads the operators of a page.
func (v *view) contents(o any) error {
	v.ops = v.ops[:0]
	o, err := v.f.get(o)
	if err != nil || o == nil {
		return err
	}
	if s, ok := o.(*stream); ok {
		return v.more(s)
	}
	all, err := as[array](v.f, o, "/Contents")
	if err != nil {
		return err
	}
	for _, part := range all {
		s, err := as[*stream](v.f, part, "/Contents")
		if err != nil {
			return err
		}
		if s == nil {
			continue
		}
		if err := v.more(s); err != nil {
			return err
		}
		v.ops = append(v.ops, '\n')
	}
	return nil
}

// more reads more operators.
func (v *view) more(s *stream) error {
	b, err := v.f.decoded(s, maxContents-int64(len(v.ops)))
	v.ops = append(v.ops, b...)
	return err
}

// forms reads the forms that the page paints too. They were made by others: of
// what can't be read there the rest counts.
func (v *view) forms() {
	for len(v.painted) > 0 {
		p := v.painted[0]
		v.painted = v.painted[1:]
		if v.opened++; v.opened > maxForms || p.depth > maxFormDeep {
			v.painted = nil
			break
		}
		form, err := as[*stream](v.f, p.form, "an XObject")
		if err != nil || form == nil || form.dict.get("Subtype") != name("Form") {
			continue
		}
		if v.ops = v.ops[:0]; v.more(form) != nil {
			continue
		}
		resources := p.in
		if own, err := v.f.dictAt(form.dict.get("Resources"), "/Resources"); err == nil && own != nil {
			resources = own
		}
		if m, ok := v.f.matrix(form.dict.get("Matrix")); ok {
			p.at = m.then(p.at)
		}
		_ = v.run(resources, p.at, p.depth)
		v.lines, v.parts, v.letters = v.lines[:0], v.parts[:0], v.letters[:0]
	}
}

// paint notes a form, or a picture, which is told from it once it is read.
func (v *view) paint(o any, in dict, at matrix, depth int) {
	if o != nil && len(v.painted) < maxForms {
		v.painted = append(v.painted, painted{o, in, at, depth + 1})
	}
}

// matrix is an array of six numbers.
func (f *File) matrix(o any) (m matrix, ok bool) {
	a, err := as[array](f, o, "/Matrix")
	if err != nil || len(a) != 6 {
		return m, false
	}
	for i := range m {
		v, err := f.get(a[i])
		if err != nil {
			return m, false
		}
		if m[i], ok = number(v); !ok {
			return m, false
		}
	}
	return m, true
}

// A matrix maps x, y to m[0]x+m[2]y+m[4], m[1]x+m[3]y+m[5].
type matrix [6]float64

var unmoved = matrix{1, 0, 0, 1, 0, 0}

// then is m, and n after it.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m matrix) point(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}
