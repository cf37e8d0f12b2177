package ua

import (
	"fmt"

	"mappe/internal/pdf"
)

// page is a page with what its contents say.
type page struct {
	n      int // from 1
	num    int // of its object
	dict   pdf.Dict
	box    pdf.Rect
	key    int // in the parent tree, -1 for none
	marks  []*mark
	annots []annotation
}

// mark is marked content with an ID: what a leaf of the tree holds.
type mark struct {
	page   *page
	id     int
	tag    pdf.Name
	nth    int // of the page
	text   string
	paints bool
	owner  *element
}

type annotation struct {
	num  int
	dict pdf.Dict
	kind pdf.Name
	link *element // that holds it
}

func (p *page) String() string { return fmt.Sprint("page ", p.n) }

// mark is what the page marks with an ID.
func (p *page) mark(id int) *mark {
	for _, m := range p.marks {
		if m.id == id {
			return m
		}
	}
	return nil
}

// maxStream is the most that a stream may hold.
const maxStream = 64 << 20

func (d *document) readPage(n int) *page {
	leaf := d.f.Page(n)
	p := &page{n: n, num: leaf.Ref.Num, dict: leaf.Dict, box: leaf.Box, key: -1}
	if key, ok := d.f.Int(leaf.Dict.Get("StructParents")); ok {
		p.key = key
	}
	for _, o := range d.f.Array(leaf.Dict.Get("Annots")) {
		ref, _ := o.(pdf.Ref)
		a := annotation{num: ref.Num, dict: d.f.Dict(o)}
		a.kind = d.f.Name(a.dict.Get("Subtype"))
		p.annots = append(p.annots, a)
	}
	if leaf.Dict.Get("Resources") == nil {
		d.complain("resources", p.String(), "has none of its own")
	}
	var data []byte
	contents := d.f.Array(leaf.Dict.Get("Contents"))
	if contents == nil {
		contents = pdf.Array{leaf.Dict.Get("Contents")}
	}
	for _, o := range contents {
		data = append(append(data, d.data(o, p.String())...), '\n')
	}
	d.run(p, data, d.f.Dict(leaf.Resources), p.String(), nil, 0)
	return p
}

// data is what a stream holds.
func (d *document) data(o pdf.Object, place string) []byte {
	s := d.f.Stream(o)
	if s == nil {
		return nil
	}
	b, err := d.f.Decode(s, maxStream)
	if err != nil {
		d.complain("readable", place, "%v", err)
	}
	return b
}
