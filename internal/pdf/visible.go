package pdf

// layer tells the sink of an optional content group that is copied, so that
// it stays as visible as it was.
func (c *Copier) layer(num int, to Ref) {
	if out, ok := c.out.(interface{ layer(r Ref, hidden bool) }); ok {
		out.layer(to, c.hides(num))
	}
}

// states are the layers that the file lists, by object number, and whether it
// hides them unless somebody switches them on. Layers that it doesn't list are
// none: viewers show what is in them.
func (c *Copier) states() map[int]bool {
	if c.hidden == nil {
		c.hidden = map[int]bool{}
		properties := c.file.Dict(c.file.Catalog().Get("OCProperties"))
		config := c.file.Dict(properties.Get("D"))
		for _, o := range c.file.Array(properties.Get("OCGs")) {
			if ref, ok := o.(Ref); ok {
				c.hidden[ref.Num] = c.file.Name(config.Get("BaseState")) == "OFF"
			}
		}
		for _, list := range []Name{"ON", "OFF"} {
			for _, o := range c.file.Array(config.Get(list)) {
				ref, _ := o.(Ref)
				if _, listed := c.hidden[ref.Num]; listed {
					c.hidden[ref.Num] = list == "OFF"
				}
			}
		}
	}
	return c.hidden
}

func (c *Copier) hides(num int) bool { return c.states()[num] }

// switchable tells whether s, as which an object is copied, is a layer or a
// combination of layers that can be switched.
func (c *Copier) switchable(num int, s *shape) bool {
	_, listed := c.states()[num]
	return listed || s == c.words["membership"] && len(c.hidden) > 0
}

// visible tells whether something with o as its /OC is seen as the file
// stands. What makes no sense hides nothing.
func (c *Copier) visible(o Object) bool {
	d := c.file.Dict(o)
	if d == nil || len(c.states()) == 0 {
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
		if !c.spend(1) {
			break
		}
		switch ref, ok := o.(Ref); {
		case !ok || !c.switchable(ref.Num, nil):
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
