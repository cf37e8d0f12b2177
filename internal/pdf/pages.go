package pdf

import (
	"math"
	"slices"
)

const (
	maxPages  = 20_000
	maxVisits = 4 * maxPages // of nodes of the page tree
)

// Rect is a rectangle: left, bottom, right, top.
type Rect [4]float64

// Width is the extent from left to right.
func (r Rect) Width() float64 { return r[2] - r[0] }

// Height is the extent from bottom to top.
func (r Rect) Height() float64 { return r[3] - r[1] }

// Page is a page with what it inherits.
type Page struct {
	Dict      Dict
	Ref       Ref // zero where the page has no number of its own
	Resources Object
	Box       Rect    // what a viewer shows, in the page's own units
	Rotate    int     // clockwise: 0, 90, 180 or 270
	Unit      float64 // points per unit
}

// leaf is a page as it is remembered.
type leaf struct {
	ref   Ref
	dict  Dict // of a page without a number
	above *inherited
}

// inherited is what the nodes of the page tree hand down.
type inherited struct{ resources, media, crop, rotate Object }

func (i inherited) with(node Dict) inherited {
	lay := func(o *Object, key Name) {
		if v := node.Get(key); v != nil {
			*o = v
		}
	}
	lay(&i.resources, "Resources")
	lay(&i.media, "MediaBox")
	lay(&i.crop, "CropBox")
	lay(&i.rotate, "Rotate")
	return i
}

// Pages is how many pages there are.
func (f *File) Pages() int { return len(f.pages) }

// Lost is how many pages the file lists that aren't in it. They are left out,
// as viewers do.
func (f *File) Lost() int { return f.lost }

// Page is the nth page, from 1 on; nil where there is none.
func (f *File) Page(n int) *Page {
	if n < 1 || n > len(f.pages) {
		return nil
	}
	l := f.pages[n-1]
	p := &Page{Dict: l.dict, Ref: l.ref, Unit: 1, Box: Rect{0, 0, 612, 792}} // as viewers take it
	if p.Dict == nil {
		p.Dict = f.Dict(l.ref)
	}
	_ = f.spend(16 * len(p.Dict)) // Err tells
	all := l.above.with(p.Dict)
	p.Resources = all.resources
	if box, ok := f.Rect(all.media); ok && box.Width() > 0 && box.Height() > 0 {
		p.Box = box
	}
	if crop, ok := f.Rect(all.crop); ok {
		crop = Rect{max(crop[0], p.Box[0]), max(crop[1], p.Box[1]), min(crop[2], p.Box[2]), min(crop[3], p.Box[3])}
		if crop.Width() > 0 && crop.Height() > 0 {
			p.Box = crop
		}
	}
	if r, ok := f.Number(all.rotate); ok {
		p.Rotate = quarter(r)
	}
	if u, ok := f.Number(p.Dict.Get("UserUnit")); ok && u > 0 {
		p.Unit = u
	}
	return p
}

// quarter folds degrees clockwise into 0, 90, 180 or 270.
func quarter(degrees float64) int {
	return (int(math.Mod(degrees, 360))/90 + 4) % 4 * 90
}

// readPages lists the pages below the catalog.
func (f *File) readPages() error {
	root := f.catalog.Get("Pages")
	if f.Dict(root) == nil {
		return damaged("no page tree")
	}
	return f.walkPages(root)
}

func (f *File) walkPages(root Object) error {
	f.pages, f.lost, f.numbers = nil, 0, nil
	w := pageWalk{f: f}
	return w.node(root, &inherited{})
}

// pageWalk lists pages. It bears trees that aren't trees: a branch may be
// listed twice, but not within itself. Counts are not looked at.
type pageWalk struct {
	f      *File
	visits int
	above  []int // object numbers
}

func (w *pageWalk) node(o Object, from *inherited) error {
	f := w.f
	if w.visits++; w.visits > maxVisits || len(f.pages) > maxPages {
		return limit("more than %d pages", maxPages)
	}
	node := f.Dict(o)
	if node == nil {
		f.lost++
		return f.err
	}
	ref, _ := o.(Ref)
	if err := f.spend(16 * len(node)); err != nil {
		return err
	}
	kind := f.Name(node.Get("Type"))
	kids, isArray := f.Get(node.Get("Kids")).(Array)
	switch {
	case isArray && kind != "Page":
	case kind == "Pages" && node.Get("Contents") == nil:
		return nil // without pages
	default:
		l := leaf{ref: ref, above: from}
		if ref == (Ref{}) {
			l.dict = node
		}
		if f.pages = append(f.pages, l); len(f.pages) > maxPages {
			return limit("more than %d pages", maxPages)
		}
		return nil
	}
	if ref.Num > 0 && slices.Contains(w.above, ref.Num) || len(w.above) >= maxDepth {
		return nil // a circle
	}
	w.above = append(w.above, ref.Num)
	below := from.with(node)
	for _, kid := range kids {
		if err := w.node(kid, &below); err != nil {
			return err
		}
	}
	w.above = w.above[:len(w.above)-1]
	return f.err
}
