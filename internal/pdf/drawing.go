package pdf

import "fmt"

// Drawing is a page or picture before it is laid on a sheet: parts, each with
// its place in a space of their own, and the piece of that space that is seen.
type Drawing struct {
	Parts   []Part // in the order in which they are painted
	Box     Rect
	Rotate  int     // clockwise, to stand upright
	Unit    float64 // points per unit of the space
	Picture bool    // pixels, not points: the sheet decides how large it is
	Links   []Jump  // places that lead somewhere
	Left    Account // what was left out

	group Dict // how the colours of the page blend
}

// Part is a form or picture that the Do operator paints, and its place.
type Part struct {
	Object Object
	Matrix Matrix
}

// Jump is a place on a page that leads to a page of the same file, or to an
// address of the web.
type Jump struct {
	Rect Rect   // in the space of the drawing
	Page int    // from 1, 0 for none
	URI  string // http, https or mailto
}

// leafUse is a page with what it inherits: two that are equal look the same.
type leafUse struct {
	num, rotate int
	box         Rect
	unit        float64
	resources   any // the object number, or where the dictionary begins
}

// Page copies what is seen of the nth page, from 1 on. The same page gives the
// same drawing. Errors begin with the page; errors.Is tells ErrLimit.
func (c *Copier) Page(n int) (*Drawing, error) {
	p := c.file.Page(n)
	if p == nil {
		return nil, fmt.Errorf("page %d: the file has %d", n, c.file.Pages())
	}
	leaf := leafUse{p.Ref.Num, p.Rotate, p.Box, p.Unit, c.inherited(p)}
	if d := c.pages[leaf]; d != nil && p.Ref.Num > 0 {
		return d, nil
	}
	d := &Drawing{Box: p.Box, Rotate: p.Rotate, Unit: p.Unit}
	c.left = &d.Left
	resources := c.resources(p)
	if group := c.file.Dict(p.Dict.Get("Group")); group != nil {
		d.group, _ = c.value(group, c.words["group"], resources).(Dict)
	}
	form, err := c.page(p, resources, d.group)
	if err == nil {
		d.Parts = append(d.Parts, Part{c.add(form), Identity})
		c.acts(p.Dict)
		c.annotations(d, p, resources)
		err = c.file.Err()
	}
	c.drain()
	if err == nil && (c.values < 0 || c.bytes < 0) {
		err = fmt.Errorf("%w: copying it takes too much work", ErrLimit)
	}
	if err != nil {
		return nil, fmt.Errorf("page %d: %w", n, err)
	}
	c.pages[leaf] = d
	return d, nil
}

// inherited tells apart where a page has its resources from.
func (c *Copier) inherited(p *Page) any {
	if p.Dict.Get("Resources") == nil {
		switch r := p.Resources.(type) {
		case Ref:
			return r.Num
		case Dict:
			if len(r) > 0 {
				return &r[0]
			}
		}
	}
	return nil
}

// resources are the copy of a page's resources, empty where it has none.
// Pages that inherit the same share one copy.
func (c *Copier) resources(p *Page) Ref {
	first, _ := c.inherited(p).(*Entry)
	if r, ok := c.shared[first]; ok && first != nil {
		return r
	}
	r, ok := c.value(p.Resources, c.words["resources"], Ref{}).(Ref)
	if !ok {
		r = c.add(Dict{})
	}
	if first != nil {
		c.shared[first] = r
	}
	return r
}
