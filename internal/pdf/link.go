package pdf

import "strings"

// link keeps a link that leads to a page of the file or to an address, and
// counts any other.
func (c *Copier) link(d *Drawing, a Dict, rect Rect) {
	action := c.file.Dict(a.Get("A"))
	kind := c.file.Name(action.Get("S"))
	if len(a) == 0 || rect.Width() <= 0 || rect.Height() <= 0 {
		return
	}
	goal := a.Get("Dest")
	if goal == nil && kind == "GoTo" {
		goal = action.Get("D")
	}
	if goal != nil {
		if page, ok := c.file.Destination(goal); ok {
			d.Links = append(d.Links, Jump{Rect: rect, Page: page})
		} else {
			count(&c.left.Actions, actionKinds, "GoTo")
		}
		return
	}
	if s, ok := c.file.Get(action.Get("URI")).(String); ok && kind == "URI" && address(string(s)) {
		d.Links = append(d.Links, Jump{Rect: rect, URI: string(s)})
		return
	}
	c.acts(a)
}

// address tells whether s is a plain address of the web or of mail.
func address(s string) bool {
	scheme, rest, ok := strings.Cut(s, ":")
	if !ok || rest == "" || len(s) > 2048 {
		return false
	}
	for _, b := range []byte(s) {
		if b <= ' ' || b >= 127 {
			return false
		}
	}
	switch strings.ToLower(scheme) {
	case "http", "https":
		return len(rest) > 2 && strings.HasPrefix(rest, "//")
	case "mailto":
		return true
	}
	return false
}

// acts counts what d, a page or an annotation, would do when something
// happens to it.
func (c *Copier) acts(d Dict) {
	if o := d.Get("A"); o != nil {
		c.act(o)
	}
	for _, e := range c.file.Dict(d.Get("AA")) {
		if !c.spend(1) {
			return
		}
		c.act(e.Value)
	}
}

func (c *Copier) act(o Object) {
	if action := c.file.Dict(o); action != nil {
		count(&c.left.Actions, actionKinds, c.file.Name(action.Get("S")))
	}
}
