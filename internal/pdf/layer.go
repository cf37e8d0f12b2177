package pdf

// layer is an optional content group of a copied page.
type layer struct {
	ref    Ref
	hidden bool
}

// layer makes the group known that r is or will be; hidden says that it is not
// seen unless somebody switches it on.
func (w *Writer) layer(r Ref, hidden bool) {
	w.layers = append(w.layers, layer{r, hidden})
}

// optional is the entry of the catalog that keeps layers as visible as they
// were.
func (w *Writer) optional() Dict {
	all, off := Array{}, Array{}
	for _, l := range w.layers {
		all = append(all, l.ref)
		if l.hidden {
			off = append(off, l.ref)
		}
	}
	return Dict{{"OCGs", all}, {"D", Dict{{"Name", String("layers")}, {"OFF", off}, {"Order", Array{}}}}}
}
