package proof

import (
	"cmp"
	"fmt"
	"slices"
)

const maxBranch = 32 // nodes above a page

// A goal is a page by the number of its object, for what leads there.
type goal struct{ num, sheet int32 }

// readPages walks the page tree. Each node says how many pages are below it and
// which node is above it; the tree is only taken for one when all of that is
// so.
func (f *File) readPages() error {
	r, ok := f.catalog.get("Pages").(ref)
	if !ok {
		return fmt.Errorf("the catalog names none")
	}
	n, err := f.branch(r, ref{}, 0)
	if err != nil {
		return err
	}
	if n == 0 {
		return fmt.Errorf("no page")
	}
	for i, num := range f.pages {
		f.goals = append(f.goals, goal{num, int32(i + 1)})
	}
	slices.SortFunc(f.goals, func(a, b goal) int { return cmp.Compare(a.num, b.num) })
	for i := 1; i < len(f.goals); i++ {
		if f.goals[i].num == f.goals[i-1].num {
			return fmt.Errorf("object %d is page %d and page %d", f.goals[i].num, f.goals[i-1].sheet, f.goals[i].sheet)
		}
	}
	return nil
}

// branch walks a node and tells how many pages are below it.
func (f *File) branch(r, above ref, depth int) (int, error) {
	node, err := as[dict](f, r, "a node", "Type", "Parent", "Kids", "Count")
	if err != nil {
		return 0, err
	}
	if depth > maxBranch {
		return 0, fmt.Errorf("object %d: more than %d nodes above it", r.num, maxBranch)
	}
	if above.num > 0 && node.get("Parent") != above {
		return 0, fmt.Errorf("object %d stands below object %d, and names another", r.num, above.num)
	}
	switch kind := node.get("Type"); kind {
	case name("Page"):
		if above.num == 0 {
			return 0, fmt.Errorf("object %d is a page, and no tree", r.num)
		}
		if len(f.pages) >= len(f.spots) {
			return 0, fmt.Errorf("more pages than objects")
		}
		f.pages = append(f.pages, int32(r.num))
		return 1, nil
	case name("Pages"):
	default:
		return 0, fmt.Errorf("object %d: /Type is %v, not Page or Pages", r.num, kind)
	}
	kids, err := as[array](f, node.get("Kids"), "/Kids")
	if err != nil {
		return 0, fmt.Errorf("object %d: %w", r.num, err)
	}
	sum := 0
	for _, k := range kids {
		kid, ok := k.(ref)
		if !ok {
			return 0, fmt.Errorf("object %d: a kid that is no reference", r.num)
		}
		n, err := f.branch(kid, r, depth+1)
		if err != nil {
			return 0, err
		}
		sum += n
	}
	if count, _ := f.get(node.get("Count")); count != sum {
		return 0, fmt.Errorf("object %d: /Count is %v, and %d pages are below it", r.num, count, sum)
	}
	return sum, nil
}

// Count is how many pages the file has.
func (f *File) Count() int { return len(f.pages) }

// sheet is the number of the page that an object is, from 1; 0 for none.
func (f *File) sheet(num int) int {
	i, ok := slices.BinarySearchFunc(f.goals, num, func(g goal, num int) int { return cmp.Compare(int(g.num), num) })
	if !ok {
		return 0
	}
	return int(f.goals[i].sheet)
}

// page is the dictionary of a page, with what it inherits.
func (f *File) page(n int) (dict, error) {
	if n < 1 || n > len(f.pages) {
		return nil, fmt.Errorf("page %d of %d", n, len(f.pages))
	}
	gen := 0
	num := int(f.pages[n-1])
	if s := f.spots[num]; s.kind() == placed {
		gen, _ = s.place()
	}
	page, err := as[dict](f, ref{num, gen}, "the page", ofPages...)
	if err != nil {
		return nil, err
	}
	var missing []name
	for _, key := range heritable {
		if page.get(key) == nil {
			missing = append(missing, key)
		}
	}
	above, ok := page.get("Parent").(ref)
	if len(missing) == 0 || !ok {
		return page, nil
	}
	if f.inherited.from != above {
		if err := f.inherit(above); err != nil {
			return nil, err
		}
	}
	for _, key := range missing {
		if v := f.inherited.is.get(key); v != nil {
			page = append(page, entry{key, v})
		}
	}
	return page, nil
}

// ofPages is what is asked of a page.
var ofPages = slices.Concat(heritable, ofPage, []name{"Parent", "Contents", "Group", "Annots", "UserUnit"})

// heritable is what pages get from the nodes above them.
var heritable = []name{"Resources", "MediaBox", "CropBox", "Rotate"}

// inherited is what the pages right below a node get from those above. Pages
// come in order, so it is kept for the next.
type inherited struct {
	from ref
	is   dict
}

// inherit finds out what pages below a node get.
func (f *File) inherit(from ref) error {
	h := inherited{from: from}
	above := any(from)
	for depth := 0; depth <= maxBranch && above != nil; depth++ {
		node, err := as[dict](f, above, "/Parent", "Parent", "Resources", "MediaBox", "CropBox", "Rotate")
		if err != nil {
			return err
		}
		for _, key := range heritable {
			if v := node.get(key); v != nil && h.is.get(key) == nil {
				h.is = append(h.is, entry{key, v})
			}
		}
		above = node.get("Parent")
	}
	f.inherited = h
	return nil
}
