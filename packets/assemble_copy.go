package packets

import (
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// copier copies objects of one source: each once, whatever refers to it, and
// none that could do something or hold a file.
type copier struct {
	doc    *document
	out    *objects
	seen   map[int]types.IndirectRef // by number in the source
	queue  []int                     // seen but not yet copied
	layers []int                     // optional content groups among the seen
}

// value copies o for use in another object; nil when there is nothing, or
// nothing that may be copied. Objects that it refers to follow by drain.
func (c *copier) value(o types.Object) types.Object {
	switch o := o.(type) {
	case types.IndirectRef:
		return c.ref(o)
	case types.Dict:
		if o == nil || c.active(o) {
			return nil
		}
		return c.dict(o, c.name(o["Type"]) != "")
	case types.Array:
		a := make(types.Array, len(o))
		for i := range o {
			a[i] = c.value(o[i])
		}
		return a
	case types.Boolean, types.Integer, types.Float, types.Name, types.StringLiteral, types.HexLiteral:
		return o
	}
	return nil
}

func (c *copier) name(o types.Object) string { return c.doc.name(o) }

func (c *copier) ref(r types.IndirectRef) types.Object {
	n := r.ObjectNumber.Value()
	if ref, ok := c.seen[n]; ok {
		return ref
	}
	switch o := c.doc.get(r).(type) {
	case types.Dict:
		if c.active(o) {
			return nil
		}
		if c.name(o["Type"]) == "OCG" {
			c.layers = append(c.layers, n)
		}
	case types.StreamDict:
		if c.active(o.Dict) {
			return nil
		}
	case types.Array:
	default:
		return c.value(o)
	}
	ref := c.out.reserve()
	c.seen[n] = ref
	c.queue = append(c.queue, n)
	return ref
}

// drain copies everything that was referred to.
func (c *copier) drain() {
	for len(c.queue) > 0 {
		n := c.queue[0]
		c.queue = c.queue[1:]
		var copied types.Object
		switch o := c.doc.get(*types.NewIndirectRef(n, 0)).(type) {
		case types.StreamDict:
			copied = types.StreamDict{Dict: c.dict(o.Dict, true), Raw: o.Raw}
		default:
			copied = c.value(o)
		}
		c.out.set(c.seen[n], copied)
	}
}

// unwanted are entries that carry actions, files or the history of an object.
// They are dropped where names cannot be resource names.
var unwanted = []string{
	"AA", "AF", "F", "FFilter", "FDecodeParms", "JS", "LastModified", "Metadata", "OPI", "PieceInfo", "Ref",
	"StructParent", "StructParents",
}

// dict copies the entries of d; typed tells that its keys are the format's,
// not names of resources.
func (c *copier) dict(d types.Dict, typed bool) types.Dict {
	out := types.Dict{}
	for _, key := range keys(d) {
		if typed && slices.Contains(unwanted, key) || key == "Length" && typed {
			continue
		}
		if v := c.value(d[key]); v != nil {
			out[key] = v
		}
	}
	return out
}

// active tells the dictionaries that no page needs in order to be seen:
// actions, files, and what would lead back into the source's structure.
func (c *copier) active(d types.Dict) bool {
	switch c.name(d["Type"]) {
	case "Action", "Annot", "Catalog", "EmbeddedFile", "F", "Filespec", "Metadata", "ObjStm", "Page", "Pages",
		"Sig", "StructElem", "StructTreeRoot", "XRef":
		return true
	}
	switch c.name(d["S"]) {
	case "GoTo", "GoTo3DView", "GoToDp", "GoToE", "GoToR", "Hide", "ImportData", "JavaScript", "Launch", "Movie", "Named",
		"Rendition", "ResetForm", "RichMediaExecute", "SetOCGState", "Sound", "SubmitForm", "Thread", "Trans", "URI":
		return true
	}
	return false
}
