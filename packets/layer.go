package packets

import "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

// layerOff tells whether o is a layer (optional content group) that the
// document hides unless somebody switches it on.
func (d *document) layerOff(o types.Object) bool {
	ref, ok := o.(types.IndirectRef)
	if !ok {
		return false
	}
	config := d.dict(d.dict(d.catalog["OCProperties"])["D"])
	holds := func(key string) bool {
		for _, l := range d.array(config[key]) {
			if r, ok := l.(types.IndirectRef); ok && r.ObjectNumber == ref.ObjectNumber {
				return true
			}
		}
		return false
	}
	if d.name(config["BaseState"]) == "OFF" {
		return !holds("ON")
	}
	return holds("OFF")
}

// layers is the entry of the catalog that keeps hidden what the sources hide;
// nil when no copied page has layers.
func layers(copies []*copier) types.Dict {
	all, off := types.Array{}, types.Array{}
	for _, c := range copies {
		for _, l := range c.layers {
			all = append(all, c.seen[l])
			if c.doc.layerOff(*types.NewIndirectRef(l, 0)) {
				off = append(off, c.seen[l])
			}
		}
	}
	if len(all) == 0 {
		return nil
	}
	return types.Dict{"OCGs": all, "D": types.Dict{"Name": text("layers"), "OFF": off, "Order": types.Array{}}}
}
