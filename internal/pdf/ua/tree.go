package ua

import (
	"fmt"
	"slices"

	"mappe/internal/pdf"
)

// element is an element of the structure tree.
type element struct {
	num    int
	dict   pdf.Dict
	role   pdf.Name // of the standard
	place  string
	parent *element
	kids   []kid
}

// kid is an element, marked content or an annotation.
type kid struct {
	element *element
	mark    *mark
	object  int
	page    *page
}

// Types of the standard, by what may hold them.
var (
	grouping = words("Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private")
	blocks   = words("P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot")
	inline   = words("Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP")
	pictures = words("Figure Formula Form")
)

func standard(role pdf.Name) bool {
	r := string(role)
	return grouping[r] || blocks[r] || inline[r] || pictures[r]
}

const maxTree = 100 // levels

// readTree reads the structure tree.
func (d *document) readTree() {
	ref, _ := d.f.Catalog().Get("StructTreeRoot").(pdf.Ref)
	dict := d.f.Dict(ref)
	if dict == nil {
		d.complain("tree", "catalog", "has no structure tree")
		return
	}
	if d.f.Name(dict.Get("Type")) != "StructTreeRoot" {
		d.complain("tree", object(ref.Num), "is no StructTreeRoot")
	}
	d.root = &element{num: ref.Num, dict: dict}
	d.readKids(d.root, nil, map[int]bool{ref.Num: true}, 0)
}

// readKids reads what an element holds. page is where it stands.
func (d *document) readKids(e *element, at *page, seen map[int]bool, depth int) {
	if own := d.page(e.dict.Get("Pg")); own != nil {
		at = own
	}
	all := d.f.Array(e.dict.Get("K"))
	if all == nil && e.dict.Get("K") != nil {
		all = pdf.Array{e.dict.Get("K")}
	}
	counts := map[pdf.Name]int{}
	for _, o := range all {
		if id, ok := d.f.Int(o); ok {
			d.hold(e, at, id)
			continue
		}
		dict := d.f.Dict(o)
		switch d.f.Name(dict.Get("Type")) {
		case "MCR":
			on := at
			if own := d.page(dict.Get("Pg")); own != nil {
				on = own
			}
			id, _ := d.f.Int(dict.Get("MCID"))
			d.hold(e, on, id)
		case "OBJR":
			on := at
			if own := d.page(dict.Get("Pg")); own != nil {
				on = own
			}
			obj, _ := dict.Get("Obj").(pdf.Ref)
			e.kids = append(e.kids, kid{object: obj.Num, page: on})
		default:
			ref, _ := o.(pdf.Ref)
			if dict == nil || ref.Num == 0 || seen[ref.Num] || depth == maxTree {
				d.complain("tree", e.path(), "holds object %d, which is no element or stands twice", ref.Num)
				continue
			}
			seen[ref.Num] = true
			inner := &element{num: ref.Num, dict: dict, parent: e}
			inner.role = d.role(dict.Get("S"), object(ref.Num))
			counts[inner.role]++
			inner.place = fmt.Sprintf("%s[%d]", inner.role, counts[inner.role])
			if parent, _ := dict.Get("P").(pdf.Ref); parent.Num != e.num {
				d.complain("tree", inner.path(), "has object %d as its parent, and stands in %d", parent.Num, e.num)
			}
			e.kids = append(e.kids, kid{element: inner})
			d.all = append(d.all, inner)
			d.readKids(inner, at, seen, depth+1)
		}
	}
}

// hold makes e the one that holds marked content.
func (d *document) hold(e *element, on *page, id int) {
	if on == nil {
		d.complain("mcid-owned", e.path(), "holds marked content %d of no page", id)
		return
	}
	m := on.mark(id)
	switch {
	case m == nil:
		d.complain("mcid-owned", e.path(), "holds marked content %d, which %v has not", id, on)
		return
	case m.owner != nil:
		d.complain("mcid-once", e.path(), "holds marked content %d of %v, as %s does", id, on, m.owner.path())
		return
	}
	m.owner = e
	e.kids = append(e.kids, kid{mark: m, page: on})
}

// role is the standard type that a type stands for.
func (d *document) role(o pdf.Object, place string) pdf.Name {
	role := d.f.Name(o)
	mapped := d.f.Dict(d.root.dict.Get("RoleMap"))
	for seen := []pdf.Name{}; !standard(role); {
		to := d.f.Name(mapped.Get(role))
		if to == "" || slices.Contains(seen, role) {
			d.complain("roles", place, "the type %q leads to none of the standard", role)
			return role
		}
		seen, role = append(seen, role), to
	}
	return role
}

// page is the page that a reference leads to.
func (d *document) page(o pdf.Object) *page {
	ref, ok := o.(pdf.Ref)
	if !ok {
		return nil
	}
	i := slices.IndexFunc(d.pages, func(p *page) bool { return p.num == ref.Num })
	if i < 0 {
		return nil
	}
	return d.pages[i]
}

// path is where an element stands.
func (e *element) path() string {
	if e.parent == nil {
		return "tree"
	}
	if e.parent.parent == nil {
		return e.place
	}
	return e.parent.path() + "/" + e.place
}

// holds are the elements directly below e.
func (e *element) holds() (all []*element) {
	for _, k := range e.kids {
		if k.element != nil {
			all = append(all, k.element)
		}
	}
	return all
}

// checkTree looks at the types.
func (d *document) checkTree() {
	if d.root == nil {
		return
	}
	for _, e := range d.f.Dict(d.root.dict.Get("RoleMap")) {
		if standard(e.Key) {
			d.complain("roles", "RoleMap", "%s is of the standard and stands for %v", e.Key, e.Value)
		}
	}
	tops := d.root.holds()
	if len(tops) != 1 || tops[0].role != "Document" {
		d.complain("document", "tree", "its top is not one Document")
	}
	for _, e := range d.all {
		if e.role == "Document" && e.parent != d.root {
			d.complain("document", e.path(), "stands below another element")
		}
	}
}

// checkMarks looks at what the pages mark.
func (d *document) checkMarks() {
	for _, p := range d.pages {
		for _, m := range p.marks {
			if m.owner == nil {
				d.complain("mcid-owned", p.String(), "marked content %d stands in no element", m.id)
			}
		}
	}
	var last *mark
	d.walk(d.root, func(m *mark) {
		if last != nil && (m.page.n < last.page.n || m.page == last.page && m.nth < last.nth) {
			d.complain("order", m.page.String(), "marked content %d is read after %d of %v and painted before it", m.id, last.id, last.page)
		}
		last = m
	})
}

// walk visits marked content in the order in which it is read.
func (d *document) walk(e *element, visit func(*mark)) {
	if e == nil {
		return
	}
	for _, k := range e.kids {
		switch {
		case k.element != nil:
			d.walk(k.element, visit)
		case k.mark != nil:
			visit(k.mark)
		}
	}
}
