package fields

import (
	"slices"
	"strconv"

	"mappe/internal/guest"
	"mappe/internal/pdf"
	"mappe/internal/typeset"
)

// looks are the pages of a PDF that show fields as they are to look.
type looks struct {
	out   pdf.Memory
	w     *pdf.Writer
	cuts  *typeset.Cuts
	err   error
	pages int
}

func newLooks() *looks {
	l := &looks{}
	l.w = pdf.NewWriter(&l.out, pdf.Options{Workers: 1})
	l.cuts = typeset.NewCuts(l.w)
	return l
}

// file is the PDF, nil where nothing was drawn.
func (l *looks) file() ([]byte, error) {
	if l.pages == 0 || l.err != nil {
		return nil, l.err
	}
	if err := l.cuts.Write(); err != nil {
		return nil, err
	}
	if err := l.w.Close(); err != nil {
		return nil, err
	}
	return l.out.Bytes(), nil
}

// setting gives the field at an index of the form a value, and draws it; whole is
// false where a place has no room for all of it.
func (l *looks) setting(form *guest.Form, i int, value []string) (s guest.Setting, whole bool) {
	x := &form.Fields[i]
	s, whole = guest.Setting{Field: i, Value: value}, true
	for _, w := range x.Widgets {
		if x.Type == guest.FieldCheckbox || x.Type == guest.FieldRadio {
			if w.Drawn { // the form's own mark
				s.Looks, s.Off = append(s.Looks, 0), append(s.Off, 0)
				continue
			}
			s.Looks, s.Off = append(s.Looks, l.box(x, w, true)), append(s.Off, l.box(x, w, false))
			continue
		}
		page, fits := l.draw(x, w, value)
		s.Looks = append(s.Looks, page)
		whole = whole && fits
	}
	return s, whole
}

// others draws the fields that keep their values, where the form leaves that to
// viewers: its wish holds for all fields, and it is taken back.
func (l *looks) others(form *guest.Form, settings []guest.Setting) (all []guest.Setting) {
	if !form.Remake {
		return nil
	}
	set := map[int]bool{}
	for _, s := range settings {
		set[s.Field] = true
	}
	for i, x := range form.Fields {
		if set[i] || len(x.Value) == 0 || x.Type == guest.FieldSignature || x.Type == guest.FieldButton {
			continue
		}
		if slices.ContainsFunc(x.Value, func(v string) bool { _, missing := unknownLetter(shown(&x, v)); return missing }) {
			continue
		}
		s, _ := l.setting(form, i, x.Value)
		all = append(all, s)
	}
	return all
}

// box is the page that shows a check box or radio button that has no drawing of
// its own.
func (l *looks) box(x *guest.Field, w guest.Widget, on bool) (page int) {
	if w.Width <= 0 || w.Height <= 0 {
		return 0
	}
	d := &look{l: l, sheet: &pdf.Sheet{Width: w.Width, Height: w.Height}, w: w}
	d.frame()
	if side := min(w.Width, w.Height); on {
		d.put("q")
		d.colour(w.Colour, "G", "RG", "K")
		d.put("w", side/9)
		x0, y0 := w.Width/2-side/2, w.Height/2-side/2
		at := func(op string, x, y float64) { d.put(op, x0+x*side, y0+y*side) }
		if x.Type == guest.FieldRadio {
			at("m", 0.25, 0.25)
			at("l", 0.75, 0.75)
			at("m", 0.25, 0.75)
			at("l", 0.75, 0.25)
		} else {
			at("m", 0.22, 0.5)
			at("l", 0.42, 0.25)
			at("l", 0.8, 0.78)
		}
		d.put("S Q")
	}
	l.keep(d)
	return l.pages
}

// keep puts a page into the file.
func (l *looks) keep(d *look) {
	if err := l.w.Sheet(d.sheet); err != nil && l.err == nil {
		l.err = err
	}
	l.pages++
}

// draw is the page that shows a value at one place of a field, 0 where the place
// needs none; fits is false where it has no room for all of the value.
func (l *looks) draw(x *guest.Field, w guest.Widget, value []string) (page int, fits bool) {
	if w.Width <= 0 || w.Height <= 0 {
		return 0, true
	}
	d := &look{l: l, sheet: &pdf.Sheet{Width: w.Width, Height: w.Height}, w: w, fits: true}
	d.frame()
	d.put("/Tx BMC")
	switch {
	case len(value) == 0:
	case x.Type == guest.FieldList:
		d.list(x, value)
	case x.Comb:
		d.comb(value[0], x.MaxLen)
	case x.Multiline:
		d.paragraphs(value[0])
	default:
		d.row(shown(x, value[0]), x.Password)
	}
	d.put("EMC")
	l.keep(d)
	return l.pages, d.fits
}

// look is one page in the making.
type look struct {
	l      *looks
	sheet  *pdf.Sheet
	w      guest.Widget
	inside pdf.Rect
	fits   bool
}

// put puts an operator behind its numbers.
func (d *look) put(op string, numbers ...float64) {
	var b []byte
	for _, n := range numbers {
		b = append(strconv.AppendFloat(b, float64(int(n*1000+copysign(0.5, n)))/1000, 'f', -1, 64), ' ')
	}
	d.sheet.Raw(append(b, op...))
}

func copysign(x, sign float64) float64 {
	if sign < 0 {
		return -x
	}
	return x
}

// colour sets one of one, three or four parts.
func (d *look) colour(c []float64, operators ...string) {
	if i := slices.Index([]int{1, 3, 4}, len(c)); i >= 0 {
		d.put(operators[i], c...)
	}
}

// frame draws background and border as the form has them.
func (d *look) frame() {
	w := d.w
	if len(w.Ground) > 0 {
		d.put("q")
		d.colour(w.Ground, "g", "rg", "k")
		d.put("re f Q", 0, 0, w.Width, w.Height)
	}
	b := w.Border
	if len(w.Edge) == 0 {
		b = 0
	}
	if b > 0 {
		d.put("q")
		d.colour(w.Edge, "G", "RG", "K")
		d.put("w", b)
		if w.Style == "D" {
			d.put("[3] 0 d")
		}
		if w.Style == "U" {
			d.put("m", 0, b/2)
			d.put("l S Q", w.Width, b/2)
		} else {
			d.put("re S Q", b/2, b/2, w.Width-b, w.Height-b)
		}
		if w.Style == "B" || w.Style == "I" {
			b *= 2
		}
	}
	d.inside = pdf.Rect{b, b, w.Width - b, w.Height - b}
}
