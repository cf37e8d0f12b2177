package page

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"

	"mappe/internal/pdf"
	"mappe/internal/typeset"
)

// Sheets is a Doc as A4 pages: a drawing below, words above.
type Sheets struct {
	// Drawing is a PDF without any words, nil when nothing is drawn: as many
	// pages as the Doc has, then one for each of Figures.
	Drawing []byte
	Words   [][]Word // of each page, in reading order
	Links   []Place  // where to lay links
	Anchors map[string]Spot
	Titles  []Title // its headings, in order
	Slots   []Slot
	Figures []Figure
	Tree    []Node // the tag tree, in reading order
}

// Place is a rectangle on a page, in points of PDF user space (origin at the
// bottom left), and the goal that it leads to: "#anchor" or an address.
type Place struct {
	Page int // from 1
	Rect pdf.Rect
	To   string
	Text string // that stands there
	Node int    // the Link of the tag tree
}

// Spot is a place that links lead to: a page, from 1, and how high above its
// foot.
type Spot struct {
	Page int
	Top  typeset.Unit
}

// Title is where a Heading stands.
type Title struct {
	Heading
	Spot
}

// Slot is a place that the caller fills.
type Slot struct {
	Page int // from 1
	Rect pdf.Rect
	Name string
}

// Figure is a picture on a page: a leaf of the tag tree, whose words are the
// labels; or an image, which has a place and no words.
type Figure struct {
	Page  int // from 1
	Leaf  int
	Image Image
	Rect  pdf.Rect
}

// Options of Print and PDF. Large sets everything in large print. Where names
// the Doc in errors ("cover"); without it errors start with the block. Pages says
// what PDF writes at the foot of a page, of so many; nil for the bare numbers.
// Leads, unless nil, tells which anchors the file has: words that lead to another
// are words alone.
type Options struct {
	Large bool
	Where string
	Pages func(page, of int) string
	Leads func(anchor string) bool
}

// Print lays d out on A4 pages. The lowest 14 mm of every page stay empty, for
// a stamp. The same Doc gives the same sheets.
//
// A Doc without words, a link that is neither "#anchor" nor https, an anchor
// used twice, a table whose rows do not fit its columns, and any character
// that would not be drawn right (see Unprintable) is an error that names
// o.Where, the block and the character.
func Print(d Doc, o Options) (sheets Sheets, err error) {
	defer func() {
		if r := recover(); r != nil {
			sheets, err = Sheets{}, fmt.Errorf("%sdrawing failed: %v", at(o.Where), r)
		}
	}()
	s, err := laid(d, o)
	if err != nil {
		return Sheets{}, fmt.Errorf("%s%w", at(o.Where), err)
	}
	p := s.pen
	sheets = Sheets{Anchors: map[string]Spot{}, Titles: s.titles, Words: p.words, Links: p.links, Slots: p.slots, Figures: p.drawn, Tree: s.tree.nodes}
	for _, t := range s.titles {
		if t.Anchor != "" {
			sheets.Anchors[t.Anchor] = t.Spot
		}
	}
	for _, words := range sheets.Words {
		slices.SortStableFunc(words, func(a, b Word) int { return cmp.Compare(a.Leaf, b.Leaf) })
	}
	if sheets.Drawing, err = drawing(append(p.pages, p.figures...)); err != nil {
		return Sheets{}, fmt.Errorf("%sdrawing failed: %w", at(o.Where), err)
	}
	return sheets, nil
}

// laid is d when all of it is drawn.
func laid(d Doc, o Options) (*setter, error) {
	if err := proof(d, true); err != nil {
		return nil, err
	}
	s := newSetter(d, o.Large)
	s.tree.leads = o.Leads
	if err := s.foot(d.Note); err != nil {
		return nil, err
	}
	for i, b := range d.groups().Blocks {
		from := len(s.bands)
		if err := b.set(s); err != nil {
			return nil, fmt.Errorf("%s: %w", b.name(i+1), err)
		}
		s.leadIn(b, from)
	}
	if len(s.bands) == 0 {
		return nil, errors.New("nothing to print; give it at least one block with words")
	}
	s.paginate()
	return s, nil
}

// PDF prints d as a file of its own: tagged, its headings bookmarked, its pages
// numbered, kept to PDF/UA-1 and PDF/A-2u, which it claims. The same Doc gives
// the same bytes. Errors are as of Print, and a link to an anchor that no
// heading has is one; nothing is written then.
func PDF(to io.Writer, d Doc, o Options) error {
	sheets, err := Print(d, o)
	if err != nil {
		return err
	}
	var out pdf.Memory
	title := Label(d.Title)
	w := pdf.NewWriter(&out, pdf.Options{Title: title, Lang: d.Lang, RightToLeft: writtenLeft(d.Lang), Producer: "mappe"})
	p := NewPress(w)
	goal := func(anchor string) (sheet int, top float64, ok bool) {
		spot, ok := sheets.Anchors[anchor]
		return spot.Page, spot.Top.Points(), ok
	}
	pages := o.Pages
	if pages == nil {
		pages = func(page, of int) string { return fmt.Sprintf("%d / %d", page, of) }
	}
	elems, err := p.Print(sheets, goal, func(s *pdf.Sheet, page int) error {
		words, err := Stamp{Left: title, Right: pages(page, len(sheets.Words)), Lang: d.Lang, Large: o.Large}.Words()
		s.Running("Footer", func() { p.Words(s, words) })
		return err
	})
	w.Tags = []pdf.Elem{{Role: "Document", Lang: d.Lang}}
	for _, e := range elems {
		w.Tags[0].Kids = append(w.Tags[0].Kids, e)
	}
	w.Outline = outline(sheets.Titles)
	w.Claim()
	if err == nil {
		err = p.Close()
	}
	if closing := w.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return fmt.Errorf("%s%w", at(o.Where), err)
	}
	_, err = to.Write(out.Bytes())
	return err
}

// at is the start of an error at where.
func at(where string) string {
	if where == "" {
		return ""
	}
	return where + ", "
}
