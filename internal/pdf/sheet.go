package pdf

import (
	"fmt"
	"strconv"
)

// A Sheet is a page in the making: what was copied onto it, and what is laid
// over that.
type Sheet struct {
	Width, Height float64 // in points
	Links         []Link

	ops  printer
	used []resource
	tags int

	group Dict // how colours blend
}

type resource struct {
	kind, name Name
	value      Object
}

// A Link leads from a place on a sheet to another sheet, or out of the file.
type Link struct {
	Rect  Rect
	Sheet int     // from 1, also a later one
	Top   float64 // of the place there, above the foot of the sheet; off the sheet or 0: its upper edge
	URI   string  // instead of Sheet
	Text  string  // what it leads to, for who does not see it
}

// Use makes a resource known to the operators of the sheet. Its kind is
// "XObject", "Font", "ExtGState" or another of the standard; the answer is the
// name that operators call it by.
func (s *Sheet) Use(kind Name, value Object) Name {
	n := 0
	for _, r := range s.used {
		if r.kind != kind {
			continue
		}
		if ref, ok := value.(Ref); ok && r.value == Object(ref) {
			return r.name
		}
		n++
	}
	name := kind[:1] + Name(strconv.Itoa(n))
	s.used = append(s.used, resource{kind, name, value})
	return name
}

// Op puts an operator with its operands.
func (s *Sheet) Op(operator string, operands ...Object) {
	for _, o := range operands {
		s.ops.object(o)
	}
	s.ops.gap()
	s.ops.b = append(append(s.ops.b, operator...), '\n')
}

// Raw puts operators as they are.
func (s *Sheet) Raw(ops []byte) {
	s.ops.b = append(append(s.ops.b, ops...), '\n')
}

// Paint puts a form or picture, mapped by m.
func (s *Sheet) Paint(x Object, m Matrix) {
	s.Op("q")
	s.Op("cm", m.array()...)
	s.Op("Do", s.Use("XObject", x))
	s.Op("Q")
}

// Draw puts a drawing, mapped by m and clipped to what is seen of it. Of the
// first one the sheet takes how colours blend.
func (s *Sheet) Draw(d *Drawing, m Matrix) {
	if s.group == nil {
		s.group = d.group
	}
	b := append(m.append([]byte("q ")), " cm "...)
	b = operands(b, d.Box[0], d.Box[1], d.Box.Width(), d.Box.Height())
	b = append(b, " re W n\n"...)
	for _, part := range d.Parts {
		b = append(part.Matrix.append(append(b, "q "...)), " cm /"...)
		b = append(append(b, s.Use("XObject", part.Object)...), " Do Q\n"...)
	}
	s.Raw(append(b, 'Q'))
}

// Artifact marks what paint puts as no part of the text: a stamp, a line.
func (s *Sheet) Artifact(paint func()) {
	s.Op("BMC", Name("Artifact"))
	paint()
	s.Op("EMC")
}

// Running marks what paint puts as no part of the text either, but of how it
// stands on pages; place is "Header", "Footer" or "" for elsewhere, as of a head
// that is repeated.
func (s *Sheet) Running(place Name, paint func()) {
	d := Dict{{"Type", Name("Pagination")}}
	if place != "" {
		d = append(d, Entry{"Subtype", place})
	}
	s.Op("BDC", Name("Artifact"), d)
	paint()
	s.Op("EMC")
}

// Tag marks what paint puts as content of an element of the structure tree,
// which holds it as Marked with the sheet and the answer.
func (s *Sheet) Tag(role Name, paint func()) (id int) {
	id = s.tags
	s.tags++
	s.Op("BDC", role, Dict{{"MCID", Int(id)}})
	paint()
	s.Op("EMC")
	return id
}

// resources are what the operators use, in the order of their first use.
func (s *Sheet) resources() Dict {
	out := Dict{}
	for _, r := range s.used {
		d, _ := out.Get(r.kind).(Dict)
		out = out.With(r.kind, append(d, Entry{r.name, r.value}))
	}
	return out
}

// fanout is how many kids a node of a tree has at most.
const fanout = 64

// binder is what becomes of the sheets until they are bound.
type binder struct {
	sheets []bound
	nodes  []Ref // of fanout sheets each
	layers []layer

	root, about Ref
}

type bound struct {
	page   Ref
	height float64
	tags   int
	links  []Ref
	Links  []Link
}

// Sheets is how many there are.
func (w *Writer) Sheets() int { return len(w.sheets) }

// Sheet puts the next page.
func (w *Writer) Sheet(s *Sheet) error {
	if err := w.Err(); err != nil {
		return err
	}
	if !(s.Width > 0 && s.Height > 0) {
		return fmt.Errorf("sheet %d: %g by %g points; give it a size", len(w.sheets)+1, s.Width, s.Height)
	}
	if len(w.sheets)%fanout == 0 {
		w.nodes = append(w.nodes, w.Reserve())
	}
	b := bound{page: w.Reserve(), height: s.Height, tags: s.tags, Links: s.Links}
	page := Dict{
		{"Type", Name("Page")},
		{"Parent", w.nodes[len(w.nodes)-1]},
		{"MediaBox", reals(0, 0, s.Width, s.Height)},
		{"Resources", s.resources()},
		{"Contents", w.Add(w.Deflated(nil, s.ops.b))},
	}
	if s.group != nil {
		page = append(page, Entry{"Group", s.group})
	}
	if len(s.Links) > 0 {
		annots := Array{}
		for range s.Links {
			b.links = append(b.links, w.Reserve())
			annots = append(annots, b.links[len(b.links)-1])
		}
		page = append(page, Entry{"Annots", annots}, Entry{"Tabs", Name("S")})
	}
	if s.tags > 0 {
		page = append(page, Entry{"StructParents", Int(len(w.sheets))})
	}
	w.graph.shows(page)
	w.put(b.page, page)
	w.sheets = append(w.sheets, b)
	return w.Err()
}

// goal is a place on a sheet as a destination.
func (w *Writer) goal(sheet int, top float64) (Array, error) {
	if sheet < 1 || sheet > len(w.sheets) {
		return nil, fmt.Errorf("leads to sheet %d of %d", sheet, len(w.sheets))
	}
	to := w.sheets[sheet-1]
	if !(top > 0 && top < to.height) {
		top = to.height
	}
	return Array{to.page, Name("XYZ"), nil, Real(top), nil}, nil
}

// bindLinks sets the links of all sheets. Those that stand in the structure
// tree have their key there in keys.
func (w *Writer) bindLinks(keys map[Linked]int) error {
	for i, b := range w.sheets {
		for j, l := range b.Links {
			d := Dict{
				{"Type", Name("Annot")}, {"Subtype", Name("Link")}, {"F", Int(4)},
				{"Rect", reals(l.Rect[:]...)}, {"Border", Array{Int(0), Int(0), Int(0)}},
				{"P", b.page},
			}
			if l.Text != "" {
				d = append(d, Entry{"Contents", Text(l.Text)})
			}
			if key, ok := keys[Linked{i + 1, j}]; ok {
				d = append(d, Entry{"StructParent", Int(key)})
			}
			if l.URI != "" {
				d = append(d, Entry{"A", Dict{{"S", Name("URI")}, {"URI", String(l.URI)}}})
			} else {
				goal, err := w.goal(l.Sheet, l.Top)
				if err != nil {
					return fmt.Errorf("sheet %d: link %d %w", i+1, j+1, err)
				}
				d = append(d, Entry{"Dest", goal})
			}
			w.Set(b.links[j], d)
		}
	}
	return nil
}
