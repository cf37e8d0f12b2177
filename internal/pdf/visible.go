package pdf

// layer tells the sink of an optional content group that is copied, so that
// it stays as visible as it was.
func (c *Copier) layer(num int, to Ref) {
	if out, ok := c.out.(interface{ layer(r Ref, hidden bool) }); ok {
		out.layer(to, c.hides(num))
	}
}

// layered tells whether the file has layers. Where the catalog knows of none,
// viewers show everything, whatever combination of them is asked for.
func (c *Copier) layered() bool { return c.file.Dict(c.file.Catalog().Get("OCProperties")) != nil }

// hides tells whether the file hides a group unless somebody switches it on.
// Only groups that the file lists can be hidden.
func (c *Copier) hides(num int) bool {
	if c.hidden == nil {
		c.hidden = map[int]bool{}
		properties := c.file.Dict(c.file.Catalog().Get("OCProperties"))
		config := c.file.Dict(properties.Get("D"))
		listed := map[int]bool{}
		for _, o := range c.file.Array(properties.Get("OCGs")) {
			if ref, ok := o.(Ref); ok {
				listed[ref.Num] = true
				c.hidden[ref.Num] = c.file.Name(config.Get("BaseState")) == "OFF"
			}
		}
		for _, list := range []Name{"ON", "OFF"} {
			for _, o := range c.file.Array(config.Get(list)) {
				if ref, ok := o.(Ref); ok && listed[ref.Num] {
					c.hidden[ref.Num] = list == "OFF"
				}
			}
		}
	}
	return c.hidden[num]
}

// visible tells whether something with o as its /OC is seen as the file
// stands. What makes no sense hides nothing.
func (c *Copier) visible(o Object) bool {
	d := c.file.Dict(o)
	if d == nil || !c.layered() {
		return true
	}
	switch c.file.Name(d.Get("Type")) {
	case "OCG":
		ref, _ := o.(Ref)
		return !c.hides(ref.Num)
	case "OCMD":
		if ve := c.file.Array(d.Get("VE")); len(ve) > 0 {
			return c.holds(ve, 0)
		}
		return c.members(d)
	}
	return true
}

// members tells whether the groups of a membership dictionary stand as its
// policy wants them.
func (c *Copier) members(d Dict) bool {
	groups, ok := c.file.Get(d.Get("OCGs")).(Array)
	if !ok {
		groups = Array{d.Get("OCGs")}
	}
	on, off := 0, 0
	for _, o := range groups {
		switch ref, ok := o.(Ref); {
		case !ok || c.file.Get(ref) == nil:
		case c.hides(ref.Num):
			off++
		default:
			on++
		}
	}
	if on+off == 0 {
		return true
	}
	switch c.file.Name(d.Get("P")) {
	case "AllOn":
		return off == 0
	case "AnyOff":
		return off > 0
	case "AllOff":
		return on == 0
	}
	return on > 0
}

// holds evaluates a visibility expression.
func (c *Copier) holds(o Object, depth int) bool {
	a := c.file.Array(o)
	if len(a) == 0 {
		ref, _ := o.(Ref)
		return !c.hides(ref.Num)
	}
	if depth > 32 || !c.spend(len(a)) {
		return true
	}
	operator := c.file.Name(a[0])
	for _, part := range a[1:] {
		switch is := c.holds(part, depth+1); {
		case operator == "Not":
			return !is
		case is == (operator == "Or"):
			return is
		}
	}
	return operator != "Or"
}
