package page

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"mappe/internal/pdf"
)

// Sheets is a Doc as A4 pages: a drawing below, words above.
type Sheets struct {
	Drawing []byte         // a PDF of as many pages without any words; nil when nothing is drawn
	Words   [][]Word       // what stands on each page, in reading order
	Links   []Place        // where to lay links
	Anchors map[string]int // anchor of a Heading → its page, from 1
}

// Place is a rectangle on a page, in points of PDF user space (origin at the
// bottom left), and the goal that it leads to: "#anchor" or an address.
type Place struct {
	Page int // from 1
	Rect pdf.Rect
	To   string
}

// Options of Print. Large sets everything in large print. Where names the Doc in
// errors ("cover"); without it errors start with the block.
type Options struct {
	Large bool
	Where string
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
	if err := proof(d, true); err != nil {
		return Sheets{}, fmt.Errorf("%s%w", at(o.Where), err)
	}
	p := newPen()
	s := newSetter(p, o.Large)
	s.measure(d.Blocks)
	if err := s.foot(d.Note); err != nil {
		return Sheets{}, fmt.Errorf("%s%w", at(o.Where), err)
	}
	for i, b := range d.Blocks {
		if err := b.set(s); err != nil {
			return Sheets{}, fmt.Errorf("%s%s: %w", at(o.Where), b.name(i+1), err)
		}
	}
	if len(s.bands) == 0 {
		return Sheets{}, fmt.Errorf("%snothing to print; give it at least one block with words", at(o.Where))
	}
	anchors := s.paginate()
	sheets = Sheets{Words: p.words, Links: p.links, Anchors: anchors}
	if p.drawn {
		var out bytes.Buffer
		if err := p.f.Output(&out); err != nil {
			return Sheets{}, fmt.Errorf("%sdrawing failed: %w", at(o.Where), err)
		}
		sheets.Drawing = out.Bytes()
	}
	return sheets, nil
}

// PDF prints d as a file of its own. The same Doc gives the same bytes. Errors
// are as of Print; nothing is written then.
func PDF(to io.Writer, d Doc, o Options) error {
	sheets, err := Print(d, o)
	if err != nil {
		return err
	}
	var out pdf.Memory
	w := pdf.NewWriter(&out, pdf.Options{Title: strings.ReplaceAll(printed(d.Title), "\n", " "), Lang: d.Lang, Producer: "mappe"})
	p := NewPress(w)
	err = p.Print(sheets, func(*pdf.Sheet, int) error { return nil })
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
