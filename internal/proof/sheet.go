package proof

import (
	"errors"
	"fmt"
	"math"
)

// Sheet is a page as a reader meets it.
type Sheet struct {
	Width, Height float64  // of what is shown before it is turned, in points
	Rotate        int      // clockwise: 0, 90, 180 or 270
	Label         string   // as viewers show it
	Links         []Link   // in the order in which the page has them
	Stamp         []string // what its footers say, in the order of the page
	Active        []string // what must not be there: "/AA", "/Annots /FreeText", "/A /Launch"
}

// Link is a place on a page that leads to another, or out of the file.
type Link struct {
	Rect  [4]float64 // left, bottom, right, top
	Sheet int        // from 1; 0 for no page of the file
	URI   string     // instead
	Text  string     // the words that stand there
}

// Sheet reads the nth page, from 1.
func (f *File) Sheet(n int) (*Sheet, error) {
	s, err := f.readSheet(n)
	if err != nil {
		return nil, fmt.Errorf("page %d: %w", n, err)
	}
	return s, nil
}

func (f *File) readSheet(n int) (*Sheet, error) {
	page, err := f.page(n)
	if err != nil {
		return nil, err
	}
	s := &Sheet{Label: f.label(n)}
	box, err := f.box(page)
	if err != nil {
		return nil, err
	}
	unit := 1.0
	if v := page.get("UserUnit"); v != nil {
		if u, ok := number(v); ok && u > 0 {
			unit = u
		}
	}
	s.Width, s.Height = unit*(box[2]-box[0]), unit*(box[3]-box[1])
	if s.Rotate, err = f.turned(page); err != nil {
		return nil, err
	}
	for _, key := range ofPage {
		if page.get(key) != nil {
			s.Active = append(s.Active, "/"+string(key))
		}
	}
	if err := f.annotations(page, s); err != nil {
		return nil, err
	}
	view, err := f.view(page)
	if err != nil {
		return nil, err
	}
	s.Stamp = view.stamp()
	for i := range s.Links {
		l := &s.Links[i]
		if l.Text, err = view.under(l.Rect); l.Text == "" && err == nil && len(view.painted) > 0 {
			view.forms()
			l.Text, err = view.under(l.Rect)
		}
		if err != nil {
			return nil, err
		}
	}
	return s, nil
}

// box is what a page shows: its MediaBox, or what its CropBox leaves of it.
func (f *File) box(page dict) (box [4]float64, err error) {
	box, ok, err := f.rect(page.get("MediaBox"))
	if err != nil || !ok {
		return box, errors.Join(err, errors.New("/MediaBox is no rectangle"))
	}
	if page.get("CropBox") != nil {
		crop, ok, err := f.rect(page.get("CropBox"))
		if err != nil || !ok {
			return box, errors.Join(err, errors.New("/CropBox is no rectangle"))
		}
		box = [4]float64{max(box[0], crop[0]), max(box[1], crop[1]), min(box[2], crop[2]), min(box[3], crop[3])}
	}
	if box[2] <= box[0] || box[3] <= box[1] {
		return box, fmt.Errorf("it shows nothing: %v", box)
	}
	return box, nil
}

// rect is a rectangle, its corners in order.
func (f *File) rect(v any) (r [4]float64, ok bool, err error) {
	a, err := as[array](f, v, "a rectangle")
	if err != nil || len(a) != 4 {
		return r, false, err
	}
	for i := range r {
		o, err := f.get(a[i])
		if err != nil {
			return r, false, err
		}
		if r[i], ok = number(o); !ok {
			return r, false, nil
		}
	}
	return [4]float64{math.Min(r[0], r[2]), math.Min(r[1], r[3]), math.Max(r[0], r[2]), math.Max(r[1], r[3])}, true, nil
}

// turned is by how much a page is, clockwise.
func (f *File) turned(page dict) (int, error) {
	v, err := f.get(page.get("Rotate"))
	if err != nil || v == nil {
		return 0, err
	}
	n, ok := v.(int)
	if !ok || n%90 != 0 {
		return 0, fmt.Errorf("/Rotate is %v, not a multiple of 90", v)
	}
	return (n%360 + 360) % 360, nil
}

// annotations reads the links of a page, and notes what else lies on it.
func (f *File) annotations(page dict, s *Sheet) error {
	all, err := as[array](f, page.get("Annots"), "/Annots")
	if err != nil {
		return err
	}
	for i, v := range all {
		d, err := as[dict](f, v, "an annotation", "Subtype", "Rect", "Dest", "A", "AA", "AP", "PA")
		if err != nil {
			return err
		}
		if d == nil {
			continue // taken away: viewers show nothing
		}
		kind, err := as[name](f, d.get("Subtype"), "/Subtype")
		if err != nil {
			return err
		}
		a, err := f.act(d)
		if err != nil {
			return fmt.Errorf("annotation %d: %w", i+1, err)
		}
		if s.Active = append(s.Active, a.active...); kind != "Link" {
			s.Active = append(s.Active, "/Annots /"+string(clip([]byte(kind))))
			continue
		}
		rect, ok, err := f.rect(d.get("Rect"))
		if err != nil || !ok {
			return errors.Join(err, fmt.Errorf("annotation %d: /Rect is no rectangle", i+1))
		}
		s.Links = append(s.Links, Link{Rect: rect, Sheet: a.sheet, URI: a.uri})
	}
	return nil
}
