package pdf

import "math"

// markup draws an annotation that has no appearance: false where its kind
// doesn't say what it looks like, which is counted.
func (c *Copier) markup(kind Name, a Dict, rect, page Rect) (Part, bool) {
	p := &pen{}
	switch kind {
	case "Highlight", "Underline", "StrikeOut", "Squiggly":
		c.marked(p, kind, a, rect)
	case "Square", "Circle":
		c.figure(p, kind, a, rect)
	case "Line", "PolyLine", "Polygon", "Ink":
		c.strokes(p, kind, a)
	case "FreeText":
		c.freeText(p, a, rect)
	case "Link":
		c.frame(p, a, rect)
	default:
		count(&c.left.Undrawn, annotationKinds, kind)
		return Part{}, false
	}
	if len(p.b) == 0 {
		return Part{}, false
	}
	if opacity, ok := c.file.Number(a.Get("CA")); ok && opacity >= 0 && opacity < 1 {
		p.state = append(p.state, Entry{"CA", Real(opacity)}, Entry{"ca", Real(opacity)})
	}
	return Part{c.sketch(p, page), Identity}, true
}

// colour reads a colour of an annotation: nil, true for none at all.
func (c *Copier) colour(o Object) (colour []float64, ok bool) {
	a, ok := c.file.Get(o).(Array)
	if !ok || len(a) == 2 || len(a) > 4 {
		return nil, false
	}
	for _, v := range a {
		n, ok := c.file.Number(v)
		if !ok {
			return nil, false
		}
		colour = append(colour, min(max(n, 0), 1))
	}
	return colour, true
}

// ink is the colour of lines: black unless the annotation says otherwise.
func (c *Copier) ink(a Dict) []float64 {
	colour, ok := c.colour(a.Get("C"))
	if !ok {
		return []float64{0}
	}
	return colour
}

// border is how wide the lines of an annotation are, and their pattern. Said
// tells that the file says so: 1 is what it means when it doesn't.
func (c *Copier) border(a Dict) (width float64, dash []float64, said bool) {
	width = 1
	var pattern Object
	if style := c.file.Dict(a.Get("BS")); style != nil {
		if w, ok := c.file.Number(style.Get("W")); ok {
			width = w
		}
		if c.file.Name(style.Get("S")) == "D" {
			if pattern = style.Get("D"); c.file.Array(pattern) == nil {
				pattern = Array{Int(3)}
			}
		}
		said = true
	} else if b := c.file.Array(a.Get("Border")); len(b) >= 3 {
		if w, ok := c.file.Number(b[2]); ok {
			width, said = w, true
		}
		if len(b) > 3 {
			pattern = b[3]
		}
	}
	sum := 0.0
	for _, o := range c.file.Array(pattern) {
		n, ok := c.file.Number(o)
		if !ok || n < 0 || len(dash) == 8 {
			dash = nil
			break
		}
		dash, sum = append(dash, n), sum+n
	}
	if !(sum > 0) {
		dash = nil
	}
	return min(max(width, 0), 100), dash, said
}

const maxPoints = 100_000 // of one annotation

// points reads pairs of numbers.
func (c *Copier) points(o Object) (points []point) {
	a := c.file.Array(o)
	for i := 0; i+1 < len(a) && len(points) < maxPoints && c.spend(2); i += 2 {
		x, ok1 := c.file.Number(a[i])
		y, ok2 := c.file.Number(a[i+1])
		if ok1 && ok2 {
			points = append(points, point{x, y})
		}
	}
	return points
}

// marked draws what stands on words: each quadrilateral is upper left and
// right, lower left and right corner, as writers have it, or goes round from
// the lower left, as the standard has it.
func (c *Copier) marked(p *pen, kind Name, a Dict, rect Rect) {
	corners := c.points(a.Get("QuadPoints"))
	if len(corners) < 4 {
		corners = []point{{rect[0], rect[3]}, {rect[2], rect[3]}, {rect[0], rect[1]}, {rect[2], rect[1]}}
	}
	colour := c.ink(a)
	if kind == "Highlight" {
		if a.Get("C") == nil {
			colour = []float64{1, 1, 0}
		}
		p.state = Dict{{"BM", Name("Multiply")}}
	}
	if len(colour) == 0 {
		return
	}
	p.fill(colour)
	p.stroke(colour)
	for ; len(corners) >= 4 && p.room(); corners = corners[4:] {
		ul, ur, ll, lr := corners[0], corners[1], corners[2], corners[3]
		if ur.minus(ul).dot(lr.minus(ll)) < 0 {
			ul, ur, ll, lr = corners[3], corners[2], corners[0], corners[1]
		}
		height := ul.minus(ll).size()
		switch kind {
		case "Highlight":
			p.path(ul, ur, lr, ll)
			p.op("f")
			continue
		case "Underline":
			p.op("w", height/16)
			p.path(ll.between(ul, 0.08), lr.between(ur, 0.08))
		case "StrikeOut":
			p.op("w", height/16)
			p.path(ll.between(ul, 0.45), lr.between(ur, 0.45))
		case "Squiggly":
			p.op("w", height/24)
			n := int(min(max(2, lr.minus(ll).size()/max(height/6, 0.5)), 1000))
			wave := make([]point, 0, n+1)
			for i := 0; i <= n && c.spend(1); i++ {
				wave = append(wave, ll.between(lr, float64(i)/float64(n)).plus(ul.minus(ll).times(0.02+0.1*float64(i%2))))
			}
			p.path(wave...)
		}
		p.op("S")
	}
}

// figure draws a rectangle or an ellipse.
func (c *Copier) figure(p *pen, kind Name, a Dict, rect Rect) {
	width, dash, _ := c.border(a)
	if d, ok := c.file.Numbers(a.Get("RD"), 4); ok && d[0]+d[2] < rect.Width() && d[1]+d[3] < rect.Height() {
		rect = Rect{rect[0] + d[0], rect[1] + d[1], rect[2] - d[2], rect[3] - d[3]}
	}
	ink := c.ink(a)
	inside, _ := c.colour(a.Get("IC"))
	stroked := width > 0 && len(ink) > 0
	if !stroked && len(inside) == 0 {
		return
	}
	p.fill(inside)
	p.stroke(ink)
	p.op("w", width)
	p.dash(dash)
	if rect = rect.inset(width / 2); kind == "Square" {
		p.rectangle(rect)
	} else {
		p.ellipse(rect)
	}
	p.paint(len(inside) > 0, stroked)
}

// frame draws the border of a link, where the file asks for one.
func (c *Copier) frame(p *pen, a Dict, rect Rect) {
	width, dash, said := c.border(a)
	ink := c.ink(a)
	if !said || width == 0 || len(ink) == 0 {
		return
	}
	if width > min(rect.Width(), rect.Height())/2 {
		width = 1 // it would hide what it frames
	}
	p.stroke(ink)
	p.op("w", width)
	p.dash(dash)
	if c.file.Name(c.file.Dict(a.Get("BS")).Get("S")) == "U" {
		p.path(point{rect[0], rect[1]}, point{rect[2], rect[1]})
	} else {
		p.rectangle(rect)
	}
	p.op("S")
}

// strokes draws lines through points.
func (c *Copier) strokes(p *pen, kind Name, a Dict) {
	width, dash, _ := c.border(a)
	ink := c.ink(a)
	inside, _ := c.colour(a.Get("IC"))
	p.fill(inside)
	p.stroke(ink)
	p.op("w", width)
	p.dash(dash)
	if kind == "Ink" {
		p.op("J", 1)
		p.op("j", 1)
		for _, stroke := range c.file.Array(a.Get("InkList")) {
			points := c.points(stroke)
			if len(points) == 1 {
				points = append(points, points[0]) // a dot
			}
			p.path(points...)
		}
		p.paint(false, width > 0 && len(ink) > 0)
		return
	}
	key := Name("Vertices")
	if kind == "Line" {
		key = "L"
	}
	points := c.points(a.Get(key))
	if len(points) < 2 {
		p.b = nil
		return
	}
	p.path(points...)
	stroked := width > 0 && len(ink) > 0
	if kind == "Polygon" {
		p.op("h")
		p.paint(len(inside) > 0, stroked)
		return
	}
	p.paint(false, stroked)
	ends := c.file.Array(a.Get("LE"))
	if len(ends) == 2 && stroked {
		p.ending(c.file.Name(ends[0]), points[0], points[1], width, len(inside) > 0)
		p.ending(c.file.Name(ends[1]), points[len(points)-1], points[len(points)-2], width, len(inside) > 0)
	}
}

// ending draws the end of a line that comes from another point.
func (p *pen) ending(kind Name, at, from point, width float64, filled bool) {
	along := from.minus(at)
	if !(along.size() > 0) || math.IsInf(along.size(), 0) {
		return
	}
	size := 3*max(width, 1) + 2
	along = along.times(size / along.size())
	across := point{-along.y, along.x}
	round := Rect{at.x - size/2, at.y - size/2, at.x + size/2, at.y + size/2}
	switch kind {
	case "OpenArrow", "ClosedArrow", "ROpenArrow", "RClosedArrow":
		if kind[0] == 'R' {
			along = along.times(-1)
		}
		back := at.plus(along.times(1.5))
		p.path(back.plus(across.times(0.75)), at, back.minus(across.times(0.75)))
		if kind == "OpenArrow" || kind == "ROpenArrow" {
			p.op("S")
			return
		}
		p.op("h")
	case "Butt":
		p.path(at.plus(across.times(0.75)), at.minus(across.times(0.75)))
		p.op("S")
		return
	case "Slash":
		lean := across.plus(along.times(0.58)).times(0.75)
		p.path(at.plus(lean), at.minus(lean))
		p.op("S")
		return
	case "Circle":
		p.ellipse(round)
	case "Square":
		p.rectangle(round)
	case "Diamond":
		p.path(at.plus(along.times(0.7)), at.plus(across.times(0.7)), at.minus(along.times(0.7)), at.minus(across.times(0.7)))
		p.op("h")
	default:
		return
	}
	p.paint(filled, true)
}
