package proof

import "fmt"

// Mark is a bookmark. Those of a higher Depth stand under the one before them
// that has a lower one.
type Mark struct {
	Depth int
	Title string
	Sheet int // from 1; 0 where it leads to no page of the file
}

// Marks are the bookmarks, in reading order.
func (f *File) Marks() (all []Mark, err error) {
	err = f.outline(func(m Mark, _ act) { all = append(all, m) })
	return all, err
}

// outline visits the bookmarks.
func (f *File) outline(visit func(Mark, act)) error {
	root, err := f.dictAt(f.catalog.get("Outlines"), "/Outlines")
	if err != nil {
		return err
	}
	count := 0
	var walk func(v any, depth int) error
	walk = func(v any, depth int) error {
		for v != nil {
			if count++; count > len(f.spots) || depth > maxDepth {
				return fmt.Errorf("bookmarks: they lead in a circle, or are %d deep", depth)
			}
			d, err := as[dict](f, v, "a bookmark")
			if err != nil || d == nil {
				return err
			}
			m := Mark{Depth: depth, Title: f.words(d.get("Title"))}
			a, err := f.act(d)
			if err != nil {
				return fmt.Errorf("bookmark %q: %w", m.Title, err)
			}
			m.Sheet = a.sheet
			visit(m, a)
			if err := walk(d.get("First"), depth+1); err != nil {
				return err
			}
			v = d.get("Next")
		}
		return nil
	}
	return walk(root.get("First"), 0)
}
