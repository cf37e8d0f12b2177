package packets

import (
	"errors"
	"fmt"
	"io"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// assembly is a packet as sheets of paper: what assemble needs and nothing
// more. Sheets are named by their index, from 0.
type assembly struct {
	Title, Lang string // the document's name; BCP 47 tag
	Sheets      []sheet
	Stamps      []byte  // a PDF, see sheet.Stamp; nil for none
	Outline     []mark  // nested bookmarks
	Labels      []label // page label ranges, ascending; the first begins at sheet 0
	Links       []link
}

// sheet is one page of the packet with what lies on it.
type sheet struct {
	Source *Input
	Page   int  // 1-based page of Source; 1 for a picture
	Rotate int  // clockwise, as the user wished: 0, 90, 180, 270, on top of the page's own
	Fit    bool // see place
	Stamp  int  // 1-based page of Stamps laid over; 0 none
}

// mark is a bookmark. Open shows the ones beneath when the packet is opened.
type mark struct {
	Title string
	Sheet int
	Open  bool
	Under []mark
}

// label starts a run of page labels: Style "D" for 1, 2, 3 or "r" for i, ii,
// iii, counted from Start (0 means 1).
type label struct {
	From  int
	Style string
	Start int
}

// link is a rectangle on a sheet that leads to another sheet or, when URI is
// set, to an address. Rect is in points from the sheet's lower left corner:
// left, bottom, right, top.
type link struct {
	Sheet int
	Rect  [4]float64
	To    int
	URI   string
}

// assemble writes the packet as one PDF. Nothing is written unless every sheet
// could be drawn. Of a source only what is seen on the selected pages is
// copied: no scripts, actions, forms, embedded files or metadata. The same
// assembly gives the same bytes. Errors name the file and the page.
func assemble(w io.Writer, a assembly) (err error) {
	at := "packet"
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%s: cannot be laid on a sheet: %v", at, r)
		}
	}()
	if len(a.Sheets) == 0 {
		return errors.New("packet: no sheets")
	}
	s := &studio{sources: map[*Input]*source{}}
	stamps := &Input{Path: "stamps", Kind: kindPDF, Data: a.Stamps}

	pages := make([]paper, len(a.Sheets))
	for i, sh := range a.Sheets {
		if sh.Source == nil {
			return fmt.Errorf("packet: sheet %d has no source", i)
		}
		at = fmt.Sprintf("%s: page %d", sh.Source.Path, sh.Page)
		front, err := s.drawing(sh.Source, sh.Page)
		if err != nil {
			return fmt.Errorf("%s: %w", at, err)
		}
		pages[i] = place(front, sh.Rotate, sh.Fit)
		if sh.Stamp == 0 {
			continue
		}
		stamp, err := s.drawing(stamps, sh.Stamp)
		if err != nil {
			return fmt.Errorf("%s: stamp %d: %w", at, sh.Stamp, err)
		}
		pages[i].stamp(stamp)
	}
	at = "packet"
	root, err := s.bind(a, pages)
	if err != nil {
		return fmt.Errorf("packet: %w", err)
	}
	info := s.out.add(types.Dict{"Title": text(a.Title), "Producer": text("mappe")})
	return s.out.write(w, root, info)
}

// studio draws pages of sources into one set of objects; each source is read
// once and each page copied once.
type studio struct {
	out     objects
	sources map[*Input]*source
	copies  []*copier // of the sources that are PDFs, in order of use
}

// source is an Input while it is drawn from. A picture has no copier.
type source struct {
	copier   *copier
	drawings map[int]*drawing
}

func (s *studio) drawing(in *Input, page int) (*drawing, error) {
	src := s.sources[in]
	if src == nil {
		src = &source{drawings: map[int]*drawing{}}
		if in.Kind == kindPDF {
			doc, _, err := readDocument(in.Data, in.Password)
			if err != nil {
				return nil, err
			}
			src.copier = &copier{doc: doc, out: &s.out, seen: map[int]types.IndirectRef{}}
			s.copies = append(s.copies, src.copier)
		}
		s.sources[in] = src
	}
	if d := src.drawings[page]; d != nil {
		return d, nil
	}
	var d *drawing
	var err error
	switch {
	case src.copier != nil:
		d, err = src.copier.draw(page)
	case page != 1:
		err = errors.New("a picture has one page")
	default:
		d, err = drawPicture(in, &s.out)
	}
	if err != nil {
		return nil, err
	}
	src.drawings[page] = d
	return d, nil
}
