package pdf

import (
	"fmt"
	"slices"
	"strings"
)

// A Mark is a bookmark: an entry of the outline.
type Mark struct {
	Title string
	Sheet int     // that it leads to, from 1; 0: to none
	Top   float64 // of the place there, as of a Link
	Open  bool    // shows what is under it
	Under []Mark
}

// A Label says how sheets are numbered from one on, up to the next Label.
type Label struct {
	Sheet  int    // the first one, from 1
	Style  Name   // "D" for 1 2 3, "r" for i ii iii, "R", "a", "A"; "" for none
	Prefix string // before the number
	Start  int    // its number; 0 is 1
}

// A Dest is a place that links from elsewhere find by its name.
type Dest struct {
	Name  string
	Sheet int     // from 1
	Top   float64 // as of a Link
}

// outline sets the bookmarks.
func (w *Writer) outline() (Ref, error) {
	root := w.Reserve()
	count, first, last, err := w.marks(w.Outline, root)
	w.Set(root, Dict{{"Type", Name("Outlines")}, {"First", first}, {"Last", last}, {"Count", Int(count)}})
	return root, err
}

// marks sets bookmarks side by side; count is how many show when their parent
// is open.
func (w *Writer) marks(all []Mark, parent Ref) (count int, first, last Ref, err error) {
	refs := make([]Ref, len(all))
	for i := range all {
		refs[i] = w.Reserve()
	}
	for i, m := range all {
		count++
		d := Dict{{"Title", Text(m.Title)}, {"Parent", parent}}
		if m.Sheet != 0 {
			goal, err := w.goal(m.Sheet, m.Top)
			if err != nil {
				return 0, first, last, fmt.Errorf("bookmark %q %w", m.Title, err)
			}
			d = append(d, Entry{"Dest", goal})
		}
		if i > 0 {
			d = append(d, Entry{"Prev", refs[i-1]})
		}
		if i < len(all)-1 {
			d = append(d, Entry{"Next", refs[i+1]})
		}
		if len(m.Under) > 0 {
			n, first, last, err := w.marks(m.Under, refs[i])
			if err != nil {
				return 0, first, last, err
			}
			if m.Open {
				count += n
			} else {
				n = -n
			}
			d = append(d, Entry{"First", first}, Entry{"Last", last}, Entry{"Count", Int(n)})
		}
		w.Set(refs[i], d)
	}
	return count, refs[0], refs[len(refs)-1], nil
}

// labels are the numbers that a reader shows for sheets.
func (w *Writer) labels() (Dict, error) {
	var all []keyed
	for i, l := range w.Labels {
		if l.Sheet < 1 || l.Sheet > len(w.sheets) || i > 0 && l.Sheet <= w.Labels[i-1].Sheet {
			return nil, fmt.Errorf("label %d starts at sheet %d of %d; give labels in the order of their sheets", i+1, l.Sheet, len(w.sheets))
		}
		d := Dict{}
		if l.Style != "" {
			d = append(d, Entry{"S", l.Style})
		}
		if l.Prefix != "" {
			d = append(d, Entry{"P", Text(l.Prefix)})
		}
		if l.Start > 1 {
			d = append(d, Entry{"St", Int(l.Start)})
		}
		if i == 0 && l.Sheet > 1 {
			all = append(all, keyed{Int(0), Dict{{"S", Name("D")}}})
		}
		all = append(all, keyed{Int(l.Sheet - 1), d})
	}
	return w.keyTree("Nums", all), nil
}

// dests is the tree of named places.
func (w *Writer) dests() (Dict, error) {
	sorted := slices.SortedStableFunc(slices.Values(w.Dests), func(a, b Dest) int { return strings.Compare(a.Name, b.Name) })
	var all []keyed
	for i, d := range sorted {
		if i > 0 && d.Name == sorted[i-1].Name {
			return nil, fmt.Errorf("destination %q is given twice", d.Name)
		}
		goal, err := w.goal(d.Sheet, d.Top)
		if err != nil {
			return nil, fmt.Errorf("destination %q %w", d.Name, err)
		}
		all = append(all, keyed{String(d.Name), goal})
	}
	return w.keyTree("Names", all), nil
}
