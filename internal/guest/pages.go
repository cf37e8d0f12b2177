package guest

import (
	"errors"
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// survey fills the report: first the pages, so that links can lead to them.
func (d *document) survey(r *Report) error {
	catalog := d.dict(*d.objects.Root)
	if catalog == nil {
		return errors.New("it has no catalog")
	}
	w := walk{document: d, above: map[int]bool{}}
	if err := w.node(catalog["Pages"], types.Dict{}); err != nil {
		return err
	}
	if len(w.pages) == 0 {
		return errors.New("it has no pages")
	}
	d.names(catalog)
	labels := d.labels(catalog["PageLabels"], len(w.pages))
	links := 0
	for i, dict := range w.pages {
		page := w.sizes[i]
		page.Label = labels[i]
		page.Links = d.links(dict)
		if links += len(page.Links); links > maxLinks {
			return fmt.Errorf("it has more than %d links", maxLinks)
		}
		r.Pages = append(r.Pages, page)
	}
	o := outline{document: d, seen: map[int]bool{}}
	r.Outline = o.level(d.dict(catalog["Outlines"])["First"], 0)
	return nil
}

// walk lists the pages. It bears trees that are not trees: a branch may be
// listed twice, but not within itself.
type walk struct {
	*document
	pages  []types.Dict
	sizes  []Page
	above  map[int]bool // object numbers of the nodes that lead here
	visits int
}

func (w *walk) node(o types.Object, above types.Dict) error {
	if w.visits++; w.visits > 4*maxPages || len(w.pages) >= maxPages {
		return fmt.Errorf("it has more than %d pages", maxPages)
	}
	dict := w.dict(o)
	if dict == nil {
		return fmt.Errorf("page %d is missing", len(w.pages)+1)
	}
	own := types.Dict{}
	for _, key := range []string{"MediaBox", "CropBox", "Rotate"} {
		if own[key] = dict[key]; dict[key] == nil {
			own[key] = above[key]
		}
	}
	ref, _ := o.(types.IndirectRef)
	number := ref.ObjectNumber.Value()
	if dict["Kids"] == nil {
		w.pages = append(w.pages, dict)
		w.sizes = append(w.sizes, w.measure(own, dict["UserUnit"]))
		if w.page[number] == 0 {
			w.page[number] = len(w.pages)
		}
		return nil
	}
	if w.above[number] || len(w.above) > maxDepth {
		return errors.New("its page tree runs in circles")
	}
	w.above[number] = true
	defer delete(w.above, number)
	for _, kid := range w.array(dict["Kids"]) {
		if err := w.node(kid, own); err != nil {
			return err
		}
	}
	return nil
}

// measure is the size of the visible part, turned upright.
func (d *document) measure(own types.Dict, userUnit types.Object) Page {
	box, ok := d.rect(own["MediaBox"])
	if !ok {
		box = [4]float64{0, 0, 612, 792} // what viewers take
	}
	if crop, ok := d.rect(own["CropBox"]); ok {
		crop = [4]float64{max(crop[0], box[0]), max(crop[1], box[1]), min(crop[2], box[2]), min(crop[3], box[3])}
		if crop[2] > crop[0] && crop[3] > crop[1] {
			box = crop
		}
	}
	unit, _ := d.number(userUnit)
	if unit <= 0 {
		unit = 1
	}
	p := Page{Width: (box[2] - box[0]) * unit, Height: (box[3] - box[1]) * unit}
	if turn, _ := d.number(own["Rotate"]); int(turn)/90%2 != 0 {
		p.Width, p.Height = p.Height, p.Width
	}
	return p
}

// rect reads a rectangle that is not empty, lower left corner first.
func (d *document) rect(o types.Object) (r [4]float64, ok bool) {
	a := d.array(o)
	if len(a) != 4 {
		return r, false
	}
	var n [4]float64
	for i := range n {
		if n[i], ok = d.number(a[i]); !ok {
			return r, false
		}
	}
	r = [4]float64{min(n[0], n[2]), min(n[1], n[3]), max(n[0], n[2]), max(n[1], n[3])}
	return r, r[2] > r[0] && r[3] > r[1]
}
