package guest

import "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

// links are the link annotations of a page.
func (d *document) links(page types.Dict) (links []Link) {
	for _, o := range d.array(page["Annots"]) {
		annot := d.dict(o)
		if d.name(annot["Subtype"]) != "Link" {
			continue
		}
		if len(links) > maxLinks {
			break
		}
		link := Link{Page: d.target(annot)}
		if action := d.dict(annot["A"]); link.Page == 0 && d.name(action["S"]) == "URI" {
			uri, _ := d.bytes(action["URI"])
			link.URI = cut(uri)
		}
		links = append(links, link)
	}
	return links
}

// outline reads the entries of an outline, each at most once.
type outline struct {
	*document
	seen map[int]bool // object numbers
}

func (o *outline) level(first types.Object, depth int) (marks []Mark) {
	if depth > maxDepth {
		return nil
	}
	for next := first; next != nil && len(o.seen) < maxMarks; {
		ref, ok := next.(types.IndirectRef)
		dict := o.dict(next)
		if !ok || o.seen[ref.ObjectNumber.Value()] || dict == nil {
			break
		}
		o.seen[ref.ObjectNumber.Value()] = true
		count, _ := o.number(dict["Count"])
		marks = append(marks, Mark{
			Title: o.text(dict["Title"]),
			Page:  o.target(dict),
			Open:  count > 0,
			Under: o.level(dict["First"], depth+1),
		})
		next = dict["Next"]
	}
	return marks
}

// target is the page that an annotation or an entry of the outline leads to by
// its destination or its action; 0 for none.
func (d *document) target(dict types.Dict) int {
	if dest := dict["Dest"]; dest != nil {
		return d.destination(dest)
	}
	if action := d.dict(dict["A"]); d.name(action["S"]) == "GoTo" {
		return d.destination(action["D"])
	}
	return 0
}

// destination resolves one given outright or by name.
func (d *document) destination(o types.Object) int {
	if name, ok := d.bytes(o); ok {
		o = d.named[name]
	}
	if dict := d.dict(o); dict != nil {
		o = dict["D"]
	}
	a := d.array(o)
	if len(a) == 0 {
		return 0
	}
	switch at := a[0].(type) {
	case types.IndirectRef:
		return d.page[at.ObjectNumber.Value()]
	case types.Integer: // meant for other files, but seen for one's own
		if n := at.Value(); n >= 0 && n < len(d.page) {
			return n + 1
		}
	}
	return 0
}

// names collects the named destinations: the tree of today and the dictionary
// of PDF 1.1.
func (d *document) names(catalog types.Dict) {
	d.named = map[string]types.Object{}
	for name, dest := range d.dict(catalog["Dests"]) {
		d.named[name] = dest
	}
	d.leaves(d.dict(catalog["Names"])["Dests"], "Names", func(key, value types.Object) {
		if name, ok := d.bytes(key); ok {
			d.named[name] = value
		}
	})
}

// leaves calls f for each pair in the leaves of a name or number tree.
func (d *document) leaves(root types.Object, key string, f func(key, value types.Object)) {
	left := maxLinks
	var node func(o types.Object, depth int)
	node = func(o types.Object, depth int) {
		dict := d.dict(o)
		if left--; left < 0 || depth > maxDepth {
			return
		}
		pairs := d.array(dict[key])
		for i := 0; i+1 < len(pairs) && left > 0; i += 2 {
			left--
			f(pairs[i], pairs[i+1])
		}
		for _, kid := range d.array(dict["Kids"]) {
			if left > 0 {
				node(kid, depth+1)
			}
		}
	}
	if root != nil {
		node(root, 0)
	}
}
