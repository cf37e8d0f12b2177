package pdf

import "math"

const (
	maxItems      = 20_000
	maxItemDepth  = 32
	maxDests      = 200_000
	maxDestVisits = 50_000
)

// Item is an entry of a file's outline.
type Item struct {
	Title string
	Page  int     // 0 where it leads to no page of the file
	Top   float64 // of what it shows, in the page's own units; +Inf for the top of the page
	Open  bool
	Under []Item
}

// Outline is the outline of the file.
func (f *File) Outline() []Item {
	root := f.Dict(f.catalog.Get("Outlines"))
	w := outlineWalk{f: f, seen: map[int]bool{}}
	return w.items(root.Get("First"), 0)
}

type outlineWalk struct {
	f    *File
	seen map[int]bool
	all  int
}

// items are an item and those that follow it.
func (w *outlineWalk) items(o Object, depth int) (items []Item) {
	f := w.f
	for depth < maxItemDepth && w.all < maxItems {
		ref, ok := o.(Ref)
		d := f.Dict(o)
		if !ok || d == nil || w.seen[ref.Num] {
			break
		}
		w.seen[ref.Num] = true
		w.all++
		title, _ := f.Get(d.Get("Title")).(String)
		item := Item{Title: title.Text()}
		target := d.Get("Dest")
		if target == nil {
			target = d.Get("A")
		}
		item.Page, item.Top, _ = f.target(target)
		count, _ := f.Int(d.Get("Count"))
		item.Open = count > 0
		item.Under = w.items(d.Get("First"), depth+1)
		items = append(items, item)
		o = d.Get("Next")
	}
	return items
}

// Destination is the page that a destination leads to: an array, a name, a
// string, or an action that goes to one.
func (f *File) Destination(o Object) (page int, ok bool) {
	page, _, ok = f.target(o)
	return page, ok
}

// target is the page that a destination leads to, and the top of what it shows
// there in the page's own units, +Inf for the top of the page.
func (f *File) target(o Object) (page int, top float64, ok bool) {
	top = math.Inf(1)
	for range 8 {
		switch d := f.Get(o).(type) {
		case Name, String:
			o = f.named(d)
		case Dict:
			if s := f.Name(d.Get("S")); s != "" && s != "GoTo" {
				return 0, top, false
			}
			o = d.Get("D")
		case Array:
			if len(d) == 0 {
				return 0, top, false
			}
			if page = f.pageOf(d[0]); page == 0 {
				return 0, top, false
			}
			at := -1
			if len(d) > 1 {
				switch f.Name(d[1]) {
				case "XYZ":
					at = 3
				case "FitH", "FitBH":
					at = 2
				case "FitR":
					at = 5
				}
			}
			if at > 0 && at < len(d) {
				if n, ok := f.Number(d[at]); ok {
					top = n
				}
			}
			return page, top, true
		default:
			return 0, top, false
		}
	}
	return 0, top, false
}

// pageOf is the number of a page by its reference, or by its index; 0 for
// none. Of a page that is listed twice it is the first.
func (f *File) pageOf(o Object) int {
	ref, ok := o.(Ref)
	if !ok {
		if n, ok := f.Int(o); ok && n >= 0 && n < len(f.pages) {
			return n + 1
		}
		return 0
	}
	if f.numbers == nil {
		f.numbers = make(map[int]int, len(f.pages))
		for i, l := range f.pages {
			if _, ok := f.numbers[l.ref.Num]; !ok {
				f.numbers[l.ref.Num] = i + 1
			}
		}
	}
	return f.numbers[ref.Num]
}

// named is the destination of a Name, which the catalog lists, or a String,
// which its tree of names does; or else of the other kind.
func (f *File) named(name Object) Object {
	if f.dests == nil {
		f.dests = map[Object]Object{}
		for _, e := range f.Dict(f.catalog.Get("Dests")) {
			f.define(e.Key, e.Value)
		}
		f.nameTree(f.Dict(f.catalog.Get("Names")).Get("Dests"), 0, map[int]bool{}, func(name String, o Object) { f.define(name, o) })
	}
	if o, ok := f.dests[name]; ok {
		return o
	}
	if s, ok := name.(String); ok {
		return f.dests[Name(s)]
	}
	return f.dests[String(name.(Name))]
}

// define notes a named destination; the first of a name counts.
func (f *File) define(name, o Object) {
	if _, ok := f.dests[name]; !ok && len(f.dests) < maxDests {
		f.dests[name] = o
	}
}

// nameTree visits the names below a node that wasn't seen yet.
func (f *File) nameTree(o Object, depth int, seen map[int]bool, visit func(name String, o Object)) {
	if ref, ok := o.(Ref); ok {
		if seen[ref.Num] || len(seen) > maxDestVisits {
			return
		}
		seen[ref.Num] = true
	}
	node := f.Dict(o)
	if depth > maxItemDepth || f.err != nil {
		return
	}
	names := f.Array(node.Get("Names"))
	for ; len(names) >= 2; names = names[2:] {
		if key, ok := f.Get(names[0]).(String); ok {
			visit(key, names[1])
		}
	}
	for _, kid := range f.Array(node.Get("Kids")) {
		f.nameTree(kid, depth+1, seen, visit)
	}
}
