package pdf

// The flags of an annotation.
const (
	flagHidden   = 1 << 1
	flagNoRotate = 1 << 4
	flagNoView   = 1 << 5
)

// annotations paints those of a page that a viewer shows, in their order:
// each by its appearance, or by one made for it. Pop-up windows are not part
// of the paper.
func (c *Copier) annotations(d *Drawing, p *Page, resources Ref) {
	for _, o := range c.file.Array(p.Dict.Get("Annots")) {
		a := c.file.Dict(o)
		if a == nil || !c.spend(20+len(a)) {
			continue
		}
		kind := c.file.Name(a.Get("Subtype"))
		if kind != "Link" {
			c.acts(a)
		}
		flags, _ := c.file.Int(a.Get("F"))
		rect, ok := c.file.Rect(a.Get("Rect"))
		if kind == "Popup" || !ok || flags&(flagHidden|flagNoView) != 0 || !c.visible(a.Get("OC")) {
			continue
		}
		switch kind {
		case "Link":
			c.link(d, a, rect)
		case "FileAttachment":
			count(&c.left.Actions, actionKinds, kind)
		}
		part, ok := c.annotation(kind, a, rect, p, resources)
		if !ok {
			continue
		}
		if flags&flagNoRotate != 0 {
			part.Matrix = part.Matrix.Then(about(rect[0], rect[3], p.Rotate))
		}
		if part.Matrix.finite() {
			d.Parts = append(d.Parts, part)
		}
	}
}

// about turns counterclockwise about a point.
func about(x, y float64, degrees int) Matrix {
	m := Matrix{1, 0, 0, 1, -x, -y}
	switch degrees {
	case 90:
		m = m.Then(Matrix{0, 1, -1, 0, 0, 0})
	case 180:
		m = m.Then(Matrix{-1, 0, 0, -1, 0, 0})
	case 270:
		m = m.Then(Matrix{0, -1, 1, 0, 0, 0})
	}
	return m.Then(Matrix{1, 0, 0, 1, x, y})
}

// annotation is what paints one; false where there is nothing to paint.
func (c *Copier) annotation(kind Name, a Dict, rect Rect, p *Page, resources Ref) (Part, bool) {
	field := c.field(kind, a)
	look, off := c.appearance(field)
	switch {
	case look != nil && !c.stale(field, look):
		return c.stored(look, rect, resources)
	case kind == "Widget":
		return c.widget(field, rect)
	case off:
		return Part{}, false
	}
	return c.markup(kind, a, rect, p.Box)
}

// appearance is the form that an annotation has for the state that it is in.
// Where that state has none, off tells that others have one.
func (c *Copier) appearance(a field) (look Object, off bool) {
	look = c.file.Dict(a.Get("AP")).Get("N")
	if states, ok := c.file.Get(look).(Dict); ok {
		state, ok := c.file.Get(a.Get("AS")).(Name)
		if v, isName := c.file.Get(a.inherit("V")).(Name); isName && (!ok || c.anew()) {
			if state = v; c.file.Stream(states.Get(v)) == nil {
				state = "Off"
			}
		}
		look, off = states.Get(state), len(states) > 0
	}
	if c.file.Stream(look) == nil {
		return nil, off
	}
	return look, false
}

// stored paints an appearance that the file has: its box, turned by its
// matrix, fills the annotation's rectangle (ISO 32000-1, 12.5.5).
func (c *Copier) stored(look Object, rect Rect, resources Ref) (Part, bool) {
	d := c.file.Dict(look)
	box, ok := c.file.Rect(d.Get("BBox"))
	own := Identity
	if n, is := c.file.Numbers(d.Get("Matrix"), 6); is {
		own = Matrix(n)
	}
	box = own.Rect(box)
	if !ok || !(box.Width() > 0 && box.Height() > 0 && rect.Width() > 0 && rect.Height() > 0) {
		return Part{}, false
	}
	o := c.value(look, c.words["form"], resources)
	sx, sy := rect.Width()/box.Width(), rect.Height()/box.Height()
	return Part{o, Matrix{sx, 0, 0, sy, rect[0] - box[0]*sx, rect[1] - box[1]*sy}}, o != nil
}

// sketch makes a form of what a pen drew.
func (c *Copier) sketch(p *pen, box Rect) Object {
	resources := Dict{}
	if p.text {
		if c.face.Num == 0 {
			c.face = c.add(helvetica())
		}
		resources = append(resources, Entry{"Font", Dict{{"Helv", c.face}}})
	}
	if p.state != nil {
		resources = append(resources, Entry{"ExtGState", Dict{{"Look", p.state}}})
		p.b = append([]byte("/Look gs\n"), p.b...)
	}
	return c.add(&Stream{Dict: Dict{
		{"Type", Name("XObject")}, {"Subtype", Name("Form")}, {"BBox", reals(box[:]...)}, {"Resources", resources},
	}, Body: Data(p.b)})
}
