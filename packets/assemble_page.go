package packets

import (
	"bytes"
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// drawing is a page or picture before it is laid on a sheet: forms or images,
// each with its place in a space of their own, and the part of the space that
// is seen.
type drawing struct {
	parts   []part
	box     [4]float64
	rotate  int     // clockwise, to stand upright
	unit    float64 // points per unit of the space
	picture bool    // pixels, not points: the sheet decides the size
}

// part is an object that the Do operator draws.
type part struct {
	object types.Object
	at     matrix
}

// draw copies a page: its contents become one form, and every annotation that
// is shown is drawn by its appearance above it.
func (c *copier) draw(number int) (*drawing, error) {
	if number < 1 || number > len(c.doc.pages) {
		return nil, fmt.Errorf("the file has pages 1 to %d", len(c.doc.pages))
	}
	page := c.doc.pages[number-1]
	form, err := c.form(page)
	if err != nil {
		return nil, err
	}
	d := &drawing{box: page.box, rotate: page.rotate, unit: page.unit}
	d.parts = append(d.parts, part{c.out.add(form), identity})
	for _, a := range c.doc.annotations(page) {
		if look, m, ok := c.doc.appearance(a); ok {
			if o := c.value(look); o != nil {
				d.parts = append(d.parts, part{o, m})
			}
		}
	}
	c.drain()
	return d, nil
}

// form is the contents of a page as a form of their own, which keeps the
// page's graphics state and names apart from those of the sheet.
func (c *copier) form(page leaf) (types.StreamDict, error) {
	form := types.StreamDict{Dict: types.Dict{}}
	streams, err := c.doc.contents(page)
	if err != nil {
		return form, err
	}
	if len(streams) == 1 {
		form.Raw = streams[0].Raw
		for _, key := range []string{"Filter", "DecodeParms"} {
			if o := c.value(streams[0].Dict[key]); o != nil {
				form.Dict[key] = o
			}
		}
	} else {
		var all bytes.Buffer
		for _, sd := range streams {
			part, err := decoded(sd)
			if err != nil {
				return form, err
			}
			all.Write(part)
			all.WriteByte('\n')
		}
		form = deflated(all.Bytes())
	}
	resources := c.value(c.doc.dict(page.resources))
	if resources == nil {
		resources = types.Dict{}
	}
	form.Dict["Type"], form.Dict["Subtype"] = types.Name("XObject"), types.Name("Form")
	form.Dict["BBox"] = types.NewNumberArray(page.box[:]...)
	form.Dict["Resources"] = resources
	if group := c.value(c.doc.dict(page.dict["Group"])); group != nil {
		form.Dict["Group"] = group
	}
	return form, nil
}
