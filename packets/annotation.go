package packets

import (
	"fmt"
	"math"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// The flags of an annotation that hide it on the screen.
const (
	flagHidden = 1 << 1
	flagNoView = 1 << 5
)

// annotations are those of a page that a viewer shows. Pop-up windows are not
// part of the paper.
func (d *document) annotations(page leaf) []types.Dict {
	var shown []types.Dict
	for _, o := range d.array(page.dict["Annots"]) {
		a := d.dict(o)
		flags, _ := d.number(a["F"])
		f := int(flags)
		if a == nil || f&(flagHidden|flagNoView) != 0 || d.name(a["Subtype"]) == "Popup" || d.layerOff(a["OC"]) {
			continue
		}
		shown = append(shown, a)
	}
	return shown
}

// appearance is the form that draws an annotation as it stands now, and the
// matrix that puts it into the annotation's rectangle (ISO 32000-1, 12.5.5).
func (d *document) appearance(a types.Dict) (form types.Object, m matrix, ok bool) {
	form = d.dict(a["AP"])["N"]
	if _, isStates := d.get(form).(types.Dict); isStates {
		form = d.dict(form)[d.name(a["AS"])]
	}
	sd := d.stream(form)
	if sd == nil {
		return nil, m, false
	}
	box, ok1 := d.rect(sd.Dict["BBox"])
	rect, ok2 := d.rect(a["Rect"])
	if !ok1 || !ok2 {
		return nil, m, false
	}
	own := identity
	if n, ok := d.numbers(sd.Dict["Matrix"], 6); ok {
		own = matrix(n)
	}
	lo, hi := [2]float64{math.Inf(1), math.Inf(1)}, [2]float64{math.Inf(-1), math.Inf(-1)}
	for _, corner := range [][2]float64{{box[0], box[1]}, {box[0], box[3]}, {box[2], box[1]}, {box[2], box[3]}} {
		x, y := own.at(corner[0], corner[1])
		lo = [2]float64{min(lo[0], x), min(lo[1], y)}
		hi = [2]float64{max(hi[0], x), max(hi[1], y)}
	}
	w, h := hi[0]-lo[0], hi[1]-lo[1]
	if w <= 0 || h <= 0 || rect[2] <= rect[0] || rect[3] <= rect[1] {
		return nil, m, false
	}
	sx, sy := (rect[2]-rect[0])/w, (rect[3]-rect[1])/h
	return form, matrix{sx, 0, 0, sy, rect[0] - lo[0]*sx, rect[1] - lo[1]*sy}, true
}

// unprinted names what viewers draw by themselves on a page, because the file
// says no more than what it means: text in a field, or a drawing, without its
// appearance. Empty when there is no such thing.
func (d *document) unprinted(page leaf) string {
	for _, a := range d.annotations(page) {
		if d.get(d.dict(a["AP"])["N"]) != nil {
			continue
		}
		switch kind := d.name(a["Subtype"]); kind {
		case "Widget":
			if t := d.name(d.field(a, "FT")); (t == "Tx" || t == "Ch") && d.filled(d.field(a, "V")) {
				return "a form field is filled in but not drawn"
			}
		case "FreeText", "Ink", "Stamp", "Line", "Square", "Circle", "Polygon", "PolyLine",
			"Highlight", "Underline", "Squiggly", "StrikeOut":
			return fmt.Sprintf("a comment (%s) is not drawn", kind)
		}
	}
	return ""
}

// field is an entry of a form field, which its parents may hold.
func (d *document) field(a types.Dict, key string) types.Object {
	for range maxTreeDepth {
		if a == nil || a[key] != nil {
			break
		}
		a = d.dict(a["Parent"])
	}
	return a[key]
}

func (d *document) filled(value types.Object) bool {
	switch v := d.get(value).(type) {
	case types.Array:
		return len(v) > 0
	case types.StreamDict:
		return len(v.Raw) > 0
	default:
		words, err := model.Text(v)
		return err == nil && strings.TrimSpace(words) != ""
	}
}
