package ua

import (
	"maps"

	"mappe/internal/pdf"
)

// checkParents compares the parent tree with the structure tree, both ways.
func (d *document) checkParents() {
	if d.root == nil {
		return
	}
	entries := map[int]pdf.Object{}
	last := -1
	d.numbersBelow(d.root.dict.Get("ParentTree"), 0, func(key int, o pdf.Object) {
		if key <= last {
			d.complain("parent-tree", "ParentTree", "key %d follows %d", key, last)
		}
		last = key
		entries[key] = o
	})
	if next, _ := d.f.Int(d.root.dict.Get("ParentTreeNextKey")); next <= last {
		d.complain("parent-tree", "ParentTree", "the next key is %d, and there is %d", next, last)
	}
	left := maps.Clone(entries)
	for _, p := range d.pages {
		delete(left, p.key)
		list := d.f.Array(entries[p.key])
		for _, m := range p.marks {
			if m.owner == nil {
				continue
			}
			var is pdf.Ref
			if m.id < len(list) {
				is, _ = list[m.id].(pdf.Ref)
			}
			if is.Num != m.owner.num {
				d.complain("parent-tree", p.String(), "marked content %d leads to object %d, and stands in %s", m.id, is.Num, m.owner.path())
			}
		}
		for id, o := range list {
			if o != nil && p.mark(id) == nil {
				d.complain("parent-tree", p.String(), "has an entry for marked content %d, which is not there", id)
			}
		}
		for i := range p.annots {
			a := &p.annots[i]
			key, ok := d.f.Int(a.dict.Get("StructParent"))
			if !ok {
				continue
			}
			delete(left, key)
			is, _ := entries[key].(pdf.Ref)
			if a.link = d.holder(a.num); a.link == nil || a.link.num != is.Num {
				d.complain("parent-tree", p.String(), "annotation %d leads to object %d, which does not hold it", a.num, is.Num)
			}
		}
	}
	for _, key := range sorted(left) {
		d.complain("parent-tree", "ParentTree", "key %d belongs to nothing", key)
	}
}

// holder is the element that holds an object.
func (d *document) holder(num int) *element {
	for _, e := range d.all {
		for _, k := range e.kids {
			if k.object == num && num != 0 {
				return e
			}
		}
	}
	return nil
}

// numbersBelow visits the entries of a number tree.
func (d *document) numbersBelow(o pdf.Object, depth int, visit func(key int, o pdf.Object)) {
	node := d.f.Dict(o)
	if depth > 8 {
		d.complain("parent-tree", "ParentTree", "is too deep")
		return
	}
	list := d.f.Array(node.Get("Nums"))
	for ; len(list) >= 2; list = list[2:] {
		key, _ := d.f.Int(list[0])
		visit(key, list[1])
	}
	for _, kid := range d.f.Array(node.Get("Kids")) {
		d.numbersBelow(kid, depth+1, visit)
	}
}
