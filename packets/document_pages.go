package packets

import (
	"errors"
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

const (
	maxTreeVisits = 4 * maxInputPages
	maxTreeDepth  = 100
)

var errManyPages = fmt.Errorf("more than %d pages", maxInputPages)

// leaf is one page with what it inherits. Box is the visible part of the page
// in its own units, lower left and upper right corner; unit is points per
// unit; rotate is clockwise, 0 to 270.
type leaf struct {
	dict      types.Dict
	resources types.Object
	box       [4]float64
	rotate    int
	unit      float64
}

// walk lists the pages of a document. It bears trees that are not trees: a
// branch may be listed twice, but not within itself.
type walk struct {
	doc    *document
	visits int
}

// node adds the pages below o. The leaf carries what is inherited; above are
// the object numbers of the nodes that o hangs on.
func (w *walk) node(o types.Object, inherited leaf, above map[int]bool, depth int) error {
	page := len(w.doc.pages) + 1
	if w.visits++; w.visits > maxTreeVisits || page > maxInputPages {
		return errManyPages
	}
	dict := w.doc.dict(o)
	if dict == nil {
		if depth == 0 {
			return errors.New("no page tree")
		}
		return fmt.Errorf("page %d is missing", page)
	}
	if ref, ok := o.(types.IndirectRef); ok && dict["Kids"] != nil {
		n := ref.ObjectNumber.Value()
		if above[n] || depth > maxTreeDepth {
			return errors.New("the page tree runs in circles")
		}
		below := map[int]bool{n: true}
		for k := range above {
			below[k] = true
		}
		above = below
	}
	if dict["Resources"] != nil {
		inherited.resources = dict["Resources"]
	}
	inherited.dict = inherit(inherited.dict, dict)
	if dict["Kids"] == nil {
		w.doc.pages = append(w.doc.pages, w.doc.finish(inherited, dict))
		return nil
	}
	for _, kid := range w.doc.array(dict["Kids"]) {
		if err := w.node(kid, inherited, above, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// inherit lays the inheritable entries of a node over those from above.
func inherit(above, node types.Dict) types.Dict {
	out := types.Dict{}
	for _, key := range []string{"MediaBox", "CropBox", "Rotate"} {
		if o := node[key]; o != nil {
			out[key] = o
		} else if o := above[key]; o != nil {
			out[key] = o
		}
	}
	return out
}

// finish measures a page.
func (d *document) finish(l leaf, dict types.Dict) leaf {
	box, ok := d.rect(l.dict["MediaBox"])
	if !ok || box[2]-box[0] <= 0 || box[3]-box[1] <= 0 {
		box = [4]float64{0, 0, 612, 792} // what viewers take
	}
	if crop, ok := d.rect(l.dict["CropBox"]); ok {
		crop = [4]float64{max(crop[0], box[0]), max(crop[1], box[1]), min(crop[2], box[2]), min(crop[3], box[3])}
		if crop[2]-crop[0] > 0 && crop[3]-crop[1] > 0 {
			box = crop
		}
	}
	l.box = box
	if r, ok := d.number(l.dict["Rotate"]); ok {
		l.rotate = quarter(int(r))
	}
	l.unit = 1
	if u, ok := d.number(dict["UserUnit"]); ok && u > 0 {
		l.unit = u
	}
	l.dict = dict
	return l
}

// quarter folds degrees clockwise into 0, 90, 180 or 270.
func quarter(degrees int) int { return ((degrees/90)%4 + 4) % 4 * 90 }
