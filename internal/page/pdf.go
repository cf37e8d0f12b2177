package page

import (
	"bytes"
	"fmt"
)

// Sheets is a Doc as PDF pages.
type Sheets struct {
	PDF     []byte         // A4 pages
	Pages   int            // how many, at least one
	Links   []Place        // where to lay links to "#…"; links to https are in the PDF already
	Anchors map[string]int // anchor of a Heading → its page, from 1
}

// Place is a rectangle on a page, in points of PDF user space (origin at the
// bottom left), and the goal "#anchor" that it leads to.
type Place struct {
	Page           int // from 1
	X0, Y0, X1, Y1 float64
	To             string
}

// Options of PDF. Large sets everything in large print. Where names the Doc in
// errors ("cover"); without it errors start with the block.
type Options struct {
	Large bool
	Where string
}

// PDF prints d on A4 pages. The lowest 14 mm of every page stay empty, for a
// stamp. The same Doc gives the same bytes.
//
// A Doc without words, a link that is neither "#anchor" nor https, an anchor
// used twice, a table whose rows do not fit its columns, and any character
// that would not be drawn right (see Unprintable) is an error that names
// o.Where, the block and the character.
func PDF(d Doc, o Options) (sheets Sheets, err error) {
	defer func() {
		if r := recover(); r != nil {
			sheets, err = Sheets{}, fmt.Errorf("%sdrawing failed: %v", at(o.Where), r)
		}
	}()
	if err := proof(d, true); err != nil {
		return Sheets{}, fmt.Errorf("%s%w", at(o.Where), err)
	}
	p := newPen(d.Title, d.Lang)
	p.heavy()
	s := newSetter(p, o.Large)
	s.measure(d.Blocks)
	if err := s.foot(d.Note); err != nil {
		return Sheets{}, fmt.Errorf("%s%w", at(o.Where), err)
	}
	for i, b := range d.Blocks {
		if err := s.block(b); err != nil {
			return Sheets{}, fmt.Errorf("%s%s: %w", at(o.Where), name(i, b), err)
		}
	}
	if len(s.bands) == 0 {
		return Sheets{}, fmt.Errorf("%snothing to print; give it at least one block with words", at(o.Where))
	}
	anchors := s.paginate()
	var out bytes.Buffer
	if err := p.f.Output(&out); err != nil {
		return Sheets{}, fmt.Errorf("%sdrawing failed: %w", at(o.Where), err)
	}
	return Sheets{PDF: out.Bytes(), Pages: p.f.PageNo(), Links: p.links, Anchors: anchors}, nil
}

// at is the start of an error at where.
func at(where string) string {
	if where == "" {
		return ""
	}
	return where + ", "
}
