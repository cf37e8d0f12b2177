package pdf

import "fmt"

// An Elem is an element of the structure tree: a heading, a paragraph, a table
// with its rows and cells. It says what the marked content of sheets is.
type Elem struct {
	Role       Name // of the standard: "H1", "P", "TD"
	Title      string
	Alt        string // for a Figure: what is seen
	ActualText string // what its content reads as
	Lang       string // where it differs from the parent's
	Attributes Dict   // with /O the owner: /O /Table /Scope /Column
	Kids       []Kid
}

// A Kid is an Elem, Marked or Linked.
type Kid interface{ kid() }

// Marked is what Tag marked with this ID on a sheet, counted from 1.
type Marked struct{ Sheet, ID int }

// Linked is a link of a sheet, counted from 1: the Link'th of its Links, from 0.
type Linked struct{ Sheet, Link int }

func (Elem) kid()   {}
func (Marked) kid() {}
func (Linked) kid() {}

// tagger sets the structure tree.
type tagger struct {
	w       *Writer
	content [][]Object     // by sheet and MCID, the element
	links   map[Linked]int // key of the link in the parent tree
	parents []keyed        // of links
}

// structure sets the structure tree. The links that stand in it are answered
// with their keys.
func (w *Writer) structure() (root Ref, links map[Linked]int, err error) {
	t := tagger{w: w, content: make([][]Object, len(w.sheets)), links: map[Linked]int{}}
	for i, b := range w.sheets {
		t.content[i] = make([]Object, b.tags)
	}
	root = w.Reserve()
	kids := Array{}
	for _, e := range w.Tags {
		ref, err := t.elem(e, root)
		if err != nil {
			return root, nil, err
		}
		kids = append(kids, ref)
	}
	var parents []keyed
	for i, all := range t.content {
		for id, e := range all {
			if e == nil {
				return root, nil, fmt.Errorf("sheet %d: marked content %d stands in no element of the structure tree", i+1, id)
			}
		}
		if len(all) > 0 {
			parents = append(parents, keyed{Int(i), w.Add(Array(all))})
		}
	}
	w.Set(root, Dict{
		{"Type", Name("StructTreeRoot")}, {"K", kids},
		{"ParentTree", w.Add(w.keyTree("Nums", append(parents, t.parents...)))},
		{"ParentTreeNextKey", Int(len(w.sheets) + len(t.parents))},
	})
	return root, t.links, nil
}

// elem sets an element and all under it.
func (t *tagger) elem(e Elem, parent Ref) (Ref, error) {
	ref := t.w.Reserve()
	d := Dict{{"S", e.Role}, {"P", parent}}
	for _, s := range []struct {
		key Name
		is  string
	}{{"T", e.Title}, {"Alt", e.Alt}, {"ActualText", e.ActualText}, {"Lang", e.Lang}} {
		if s.is != "" {
			d = append(d, Entry{s.key, Text(s.is)})
		}
	}
	if len(e.Attributes) > 0 {
		d = append(d, Entry{"A", e.Attributes})
	}
	page := 0 // whose marked content is named by its ID alone
	var kids Array
	for _, k := range e.Kids {
		var kid Object
		var err error
		switch k := k.(type) {
		case Elem:
			kid, err = t.elem(k, ref)
		case Marked:
			if page == 0 {
				page = k.Sheet
			}
			kid, err = t.marked(k, ref, page)
		case Linked:
			kid, err = t.linked(k, ref)
		}
		if err != nil {
			return ref, err
		}
		kids = append(kids, kid)
	}
	if page != 0 {
		d = append(d, Entry{"Pg", t.w.sheets[page-1].page})
	}
	switch len(kids) {
	case 0:
	case 1:
		d = append(d, Entry{"K", kids[0]})
	default:
		d = append(d, Entry{"K", kids})
	}
	t.w.Set(ref, d)
	return ref, nil
}

// marked makes elem the one that holds marked content. On the page of the
// element its number is enough.
func (t *tagger) marked(m Marked, elem Ref, page int) (Object, error) {
	if m.Sheet < 1 || m.Sheet > len(t.content) || m.ID < 0 || m.ID >= len(t.content[m.Sheet-1]) {
		return nil, fmt.Errorf("structure tree: sheet %d has no marked content %d", m.Sheet, m.ID)
	}
	slot := &t.content[m.Sheet-1][m.ID]
	if *slot != nil {
		return nil, fmt.Errorf("structure tree: marked content %d of sheet %d stands in two elements", m.ID, m.Sheet)
	}
	*slot = elem
	if m.Sheet == page {
		return Int(m.ID), nil
	}
	return Dict{{"Type", Name("MCR")}, {"Pg", t.w.sheets[m.Sheet-1].page}, {"MCID", Int(m.ID)}}, nil
}

// linked makes elem the one that holds a link.
func (t *tagger) linked(l Linked, elem Ref) (Object, error) {
	if l.Sheet < 1 || l.Sheet > len(t.w.sheets) || l.Link < 0 || l.Link >= len(t.w.sheets[l.Sheet-1].links) {
		return nil, fmt.Errorf("structure tree: sheet %d has no link %d", l.Sheet, l.Link)
	}
	if _, twice := t.links[l]; twice {
		return nil, fmt.Errorf("structure tree: link %d of sheet %d stands in two elements", l.Link, l.Sheet)
	}
	key := len(t.w.sheets) + len(t.parents)
	t.links[l] = key
	t.parents = append(t.parents, keyed{Int(key), elem})
	on := t.w.sheets[l.Sheet-1]
	return Dict{{"Type", Name("OBJR")}, {"Pg", on.page}, {"Obj", on.links[l.Link]}}, nil
}
