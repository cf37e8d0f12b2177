package page

import (
	"fmt"

	"mappe/internal/pdf"
)

// Picture is an image from outside, such as a logo, where a line begins. It is
// as large as Wide and High, in points, have room for; large print leaves it so.
// Alt is what it shows, for whoever does not see it.
type Picture struct {
	Image      Image
	Alt        string
	Wide, High float64
}

// Image is what knows how to draw itself. Two that are equal are one object of a
// file.
type Image interface {
	// Size is how wide and high it is, in any unit.
	Size() (w, h float64)
	// Draw makes its objects; add takes those that it needs.
	Draw(add func(pdf.Object) pdf.Ref) (*pdf.Drawing, error)
}

func (p Picture) name(n int) string { return fmt.Sprintf("picture (block %d)", n) }

func (p Picture) proof(r *proofer) {
	r.text("", p.Alt)
	if clean(p.Alt) == "" {
		r.fail("", "has no words; say what it shows, for who does not see it")
	}
	if p.Image == nil {
		r.fail("", "has no image; give it one, or leave it out")
		return
	}
	if w, h := p.Image.Size(); !(w > 0 && h > 0 && p.Wide > 0 && p.High > 0) {
		r.fail("", "is %g by %g, in a place of %g by %g; give sizes above 0", w, h, p.Wide, p.High)
	}
}

func (p Picture) typed(t *typist) { t.fill("", "", "["+clean(p.Alt)+"]") }

func (p Picture) marked() string { return "*" + escape(p.Alt, " ") + "*" }

func (p Picture) html() string { return "picture" }

func (p Picture) set(s *setter) error {
	w, h := p.Image.Size()
	scale := min(p.Wide/w, p.High/h)
	wide, high := unit(w*scale*float64(point)), unit(h*scale*float64(point))
	if high > s.room() || wide > right-left {
		return fmt.Errorf("is %d by %d points, a page has room for %d by %d; make it smaller", wide/point, high/point, (right-left)/point, s.room()/point)
	}
	b := s.placed(p.Alt, wide, high, func(y unit, leaf int) { s.pen.image(left, y, wide, high, leaf, p.Image) })
	b.keep = true // with what it stands for
	s.add(s.steps(2), s.steps(3), b)
	return nil
}

// image puts an image, which is the one thing that the leaf holds.
func (p *pen) image(x, y, w, h unit, leaf int, image Image) {
	p.figures = append(p.figures, nil)
	p.drawn = append(p.drawn, Figure{Page: p.number(), Leaf: leaf, Image: image, Rect: p.rect(x, y, w, h)})
}

// pictures are the images on a page, in reading order.
func (s Sheets) pictures(n int) (all []Figure) {
	for _, f := range s.Figures {
		if f.Page == n && f.Image != nil {
			all = append(all, f)
		}
	}
	return all
}

// picture draws an image on a sheet.
func (p *Press) picture(s *pdf.Sheet, f Figure) error {
	d := p.images[f.Image]
	if d == nil {
		var err error
		if d, err = f.Image.Draw(p.w.Add); err != nil {
			return err
		}
		p.images[f.Image] = d
	}
	x, y := f.Rect.Width()/d.Box.Width(), f.Rect.Height()/d.Box.Height()
	s.Draw(d, pdf.Matrix{x, 0, 0, y, f.Rect[0] - d.Box[0]*x, f.Rect[1] - d.Box[1]*y})
	return nil
}
