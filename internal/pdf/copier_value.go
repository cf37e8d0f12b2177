package pdf

import "strconv"

// value is the copy of o as s; nil when o isn't that. What it refers to
// follows by drain.
func (c *Copier) value(o Object, s *shape, resources Ref) Object {
	if !c.spend(1) {
		return nil
	}
	ref, indirect := o.(Ref)
	if indirect {
		if to, ok := c.known(ref.Num, s, resources); ok {
			return to
		}
		o = c.file.Get(ref)
	}
	fits := s.fit(c.file, o)
	switch {
	case fits == nil:
		return nil
	case fits.is <= isOneOf:
		return o
	case (fits == c.words["layer"] || fits == c.words["membership"]) && !c.switchable(ref.Num, fits):
		if s == c.words["property"] {
			return Dict{} // contents call it by its name
		}
		return nil
	case indirect:
		return c.refer(ref.Num, o, s, fits, resources)
	case fits == c.words["resources"]:
		return c.enqueue(item{o: o, as: fits})
	}
	return c.copy(o, fits, resources)
}

// known is the copy of an object that was copied for the same use.
func (c *Copier) known(num int, s *shape, resources Ref) (Ref, bool) {
	if to, ok := c.copied[use{num: num, as: s}]; ok {
		return to, true
	}
	to, ok := c.copied[use{num, s, resources}]
	return to, ok
}

// refer has an object copied that is met where s is wanted and fits.
func (c *Copier) refer(num int, o Object, s, fits *shape, resources Ref) Ref {
	key := use{num: num, as: fits}
	if c.orphan(o, fits) {
		key.resources = resources
	}
	to, ok := c.copied[key]
	if !ok {
		to = c.enqueue(item{o: o, num: num, as: fits, resources: resources})
		c.copied[key] = to
	}
	key.as = s
	c.copied[key] = to
	return to
}

// orphan tells whether o should have resources of its own and doesn't, so
// that it takes those of whatever uses it, as old writers wanted it.
func (c *Copier) orphan(o Object, s *shape) bool {
	if s.keys["Resources"] == nil {
		return false
	}
	d := c.file.Dict(o)
	if d.Get("Shading") != nil || c.file.Dict(d.Get("Resources")) != nil {
		return false
	}
	return s != c.words["font"] || c.borrows(c.file.Dict(d.Get("CharProcs")))
}

// enqueue reserves a number for an object that drain copies.
func (c *Copier) enqueue(i item) Ref {
	i.to = c.out.Reserve()
	if i.as == c.words["layer"] {
		c.layer(i.num, i.to)
	}
	if i.num > 0 && len(c.queue) > maxKept {
		i.o = nil
	}
	c.queue = append(c.queue, i)
	return i.to
}

// drain copies everything that was referred to.
func (c *Copier) drain() {
	for n := 0; n < len(c.queue); n++ {
		i := c.queue[n]
		c.queue[n] = item{}
		if i.o == nil {
			i.o = c.file.Get(Ref{Num: i.num})
			if i.as.fit(c.file, i.o) != i.as {
				c.out.Set(i.to, nil)
				continue
			}
		}
		if i.as == c.words["resources"] {
			i.resources = i.to
		}
		o := c.copy(i.o, i.as, i.resources)
		if i.as == c.words["layer"] {
			// Some viewers take layers with the same entries for one.
			o = o.(Dict).With("Name", String(strconv.Itoa(i.to.Num)))
		}
		c.out.Set(i.to, o)
	}
	c.queue = c.queue[:0]
}

// copy is the copy of an array, dictionary or stream that fits s.
func (c *Copier) copy(o Object, s *shape, resources Ref) Object {
	switch o := o.(type) {
	case Array:
		if s.is == isTuple {
			return c.tuple(o, s, resources)
		}
		if s.parts[0].plain(c.file, o) && c.spend(len(o)) {
			return o
		}
		out := make(Array, len(o))
		for i, v := range o {
			out[i] = c.value(v, s.parts[0], resources)
		}
		return out
	case Dict:
		if s.is == isNames {
			return c.names(o, s.parts[0], resources)
		}
		return c.dict(o, s, resources)
	case *Stream:
		return &Stream{Dict: c.data(o.Dict, s, resources), Body: c.mute(o)}
	}
	return nil
}

// tuple copies an array of which the grammar says what stands where.
func (c *Copier) tuple(a Array, s *shape, resources Ref) Array {
	name := c.file.Name(a[0])
	out := Array{name}
	for i, want := range s.behind[name] {
		if i+1 < len(a) {
			out = append(out, c.value(a[i+1], want, resources))
		}
	}
	return out
}

// names copies a dictionary whose keys are free.
func (c *Copier) names(d Dict, s *shape, resources Ref) Dict {
	out := make(Dict, 0, len(d))
	for _, e := range lasting(d) {
		if v := c.value(e.Value, s, resources); v != nil {
			out = append(out, Entry{e.Key, v})
		} else if ref, ok := e.Value.(Ref); ok && s == c.words["xobject"] && c.file.Get(ref) == nil {
			c.left.missing("a picture")
		}
	}
	return out
}

// dict copies the entries of a dictionary that the grammar knows.
func (c *Copier) dict(d Dict, s *shape, resources Ref) Dict {
	out := make(Dict, 0, min(len(d), len(s.keys)))
	for _, e := range lasting(d) {
		want := s.keys[e.Key]
		if want == nil {
			continue
		}
		if v := c.value(e.Value, want, resources); v != nil {
			out = append(out, Entry{e.Key, v})
		}
	}
	for _, e := range s.always {
		if out.Get(e.Key) == nil {
			out = append(out, e)
		}
	}
	if resources.Num > 0 && c.orphan(d, s) {
		out = append(out, Entry{"Resources", resources})
	}
	return out
}
