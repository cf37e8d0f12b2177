package pdf

// pageTree sets the nodes above the pages and answers the root.
func (w *Writer) pageTree() Ref {
	type node struct {
		ref   Ref
		kids  Array
		pages int
	}
	var level []node
	for i, b := range w.sheets {
		if i%fanout == 0 {
			level = append(level, node{ref: w.nodes[i/fanout]})
		}
		n := &level[len(level)-1]
		n.kids, n.pages = append(n.kids, b.page), n.pages+1
	}
	for {
		var above []node
		for i, n := range level {
			if i%fanout == 0 && len(level) > 1 {
				above = append(above, node{ref: w.Reserve()})
			}
			d := Dict{{"Type", Name("Pages")}, {"Kids", n.kids}, {"Count", Int(n.pages)}}
			if len(above) > 0 {
				a := &above[len(above)-1]
				a.kids, a.pages = append(a.kids, n.ref), a.pages+n.pages
				d = append(d, Entry{"Parent", a.ref})
			}
			w.Set(n.ref, d)
		}
		if above == nil {
			return level[0].ref
		}
		level = above
	}
}

// keyed is an entry of a name or number tree.
type keyed struct{ key, value Object }

// keyTree is a tree of entries in the order of their keys; leaf is "Names" or
// "Nums".
func (w *Writer) keyTree(leaf Name, all []keyed) Dict {
	flat := func(part []keyed) Entry {
		list := Array{}
		for _, e := range part {
			list = append(list, e.key, e.value)
		}
		return Entry{leaf, list}
	}
	if len(all) <= fanout {
		return Dict{flat(all)}
	}
	type node struct {
		ref      Ref
		from, to Object
	}
	var level []node
	for from := 0; from < len(all); from += fanout {
		part := all[from:min(from+fanout, len(all))]
		n := node{from: part[0].key, to: part[len(part)-1].key}
		n.ref = w.Add(Dict{flat(part), {"Limits", Array{n.from, n.to}}})
		level = append(level, n)
	}
	for {
		var above []node
		for from := 0; from < len(level); from += fanout {
			part := level[from:min(from+fanout, len(level))]
			kids := Array{}
			for _, k := range part {
				kids = append(kids, k.ref)
			}
			if len(level) <= fanout {
				return Dict{{"Kids", kids}}
			}
			n := node{from: part[0].from, to: part[len(part)-1].to}
			n.ref = w.Add(Dict{{"Kids", kids}, {"Limits", Array{n.from, n.to}}})
			above = append(above, n)
		}
		level = above
	}
}
