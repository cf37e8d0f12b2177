package guest

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// graft takes pages of another file into an update, as drawings of fields.
type graft struct {
	u     *update
	from  *document
	leafs []types.Dict
	taken map[int]types.IndirectRef // object of the other file → of this one
}

func newGraft(u *update, data []byte) (*graft, error) {
	ctx, err := read(bytes.NewReader(data), "")
	if err != nil {
		return nil, err
	}
	g := &graft{u: u, from: &document{objects: ctx.XRefTable, page: map[int]int{}}, taken: map[int]types.IndirectRef{}}
	w := walk{document: g.from, above: map[int]bool{}}
	if err := w.node(g.from.dict(*ctx.Root)["Pages"], types.Dict{}); err != nil {
		return nil, err
	}
	g.leafs = w.pages
	return g, nil
}

// pages is how many there are; none without a graft.
func (g *graft) pages() int {
	if g == nil {
		return 0
	}
	return len(g.leafs)
}

// look makes a form of a page, turned as the field is.
func (g *graft) look(page int, w Widget) (types.IndirectRef, error) {
	leaf := g.leafs[page-1]
	contents := leaf["Contents"]
	if a := g.from.array(contents); len(a) == 1 {
		contents = a[0]
	}
	sd, ok := g.from.get(contents).(types.StreamDict)
	if !ok {
		return types.IndirectRef{}, fmt.Errorf("look %d has not one stream", page)
	}
	resources, err := g.take(leaf["Resources"], 0)
	if err != nil {
		return types.IndirectRef{}, err
	}
	d := types.Dict{
		"Type": types.Name("XObject"), "Subtype": types.Name("Form"), "Resources": resources,
		"BBox": types.Array{types.Integer(0), types.Integer(0), types.Float(w.Width), types.Float(w.Height)},
	}
	if m := turned(w); m != nil {
		d["Matrix"] = m
	}
	if filter := sd.Dict["Filter"]; filter != nil {
		d["Filter"] = filter
	}
	return g.u.add(types.StreamDict{Dict: d, Raw: sd.Raw}), nil
}

// turned is the matrix of a drawing that is turned, nil for an upright one.
func turned(w Widget) types.Array {
	n := func(all ...float64) (a types.Array) {
		for _, x := range all {
			a = append(a, types.Float(x))
		}
		return a
	}
	switch w.Turn {
	case 90:
		return n(0, 1, -1, 0, w.Height, 0)
	case 180:
		return n(-1, 0, 0, -1, w.Width, w.Height)
	case 270:
		return n(0, -1, 1, 0, 0, w.Width)
	}
	return nil
}

// take copies an object and what it leads to.
func (g *graft) take(o types.Object, depth int) (types.Object, error) {
	if depth > maxDepth {
		return nil, errors.New("it nests too deep")
	}
	switch o := o.(type) {
	case types.IndirectRef:
		n := o.ObjectNumber.Value()
		if to, ok := g.taken[n]; ok {
			return to, nil
		}
		to := g.u.add(nil)
		g.taken[n] = to
		value, err := g.take(g.from.get(o), depth+1)
		if err != nil {
			return nil, err
		}
		g.u.set1(to, value)
		return to, nil
	case types.Dict:
		return g.dict(o, depth)
	case types.Array:
		all := make(types.Array, len(o))
		for i := range o {
			var err error
			if all[i], err = g.take(o[i], depth+1); err != nil {
				return nil, err
			}
		}
		return all, nil
	case types.StreamDict:
		d, err := g.dict(o.Dict, depth)
		return types.StreamDict{Dict: d, Raw: o.Raw}, err
	}
	return o, nil
}

func (g *graft) dict(from types.Dict, depth int) (types.Dict, error) {
	to := types.Dict{}
	for _, key := range slices.Sorted(maps.Keys(from)) { // so that objects always get the same numbers
		if key == "Length" {
			continue
		}
		var err error
		if to[key], err = g.take(from[key], depth+1); err != nil {
			return nil, err
		}
	}
	return to, nil
}
