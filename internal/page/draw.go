package page

import (
	"bytes"
	"time"

	"github.com/go-pdf/fpdf"
)

// epoch is written as the date of every drawing: the same Doc, the same bytes.
var epoch = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// drawing is a PDF of the layers, an A4 page each, nil when nothing is on them.
// It is the one place that knows the drawing library.
func drawing(layers []layer) ([]byte, error) {
	empty := true
	for _, l := range layers {
		empty = empty && len(l) == 0
	}
	if empty {
		return nil, nil
	}
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: a4Width.Points(), Ht: a4Height.Points()}})
	f.SetCatalogSort(true)
	f.SetCreationDate(epoch)
	f.SetModificationDate(epoch)
	f.SetCompression(false)
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(0, 0, 0)
	f.SetCellMargin(0)
	f.SetLineCapStyle("round")
	f.SetLineJoinStyle("round")
	for _, l := range layers {
		f.AddPage()
		for _, s := range l {
			s.draw(f)
		}
	}
	var out bytes.Buffer
	if err := f.Output(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func (s shape) draw(f *fpdf.Fpdf) {
	how := ""
	if s.fill != nil {
		f.SetFillColor(int(s.fill[0]), int(s.fill[1]), int(s.fill[2]))
		how = "F"
	}
	if s.weight > 0 {
		f.SetDrawColor(int(s.ink[0]), int(s.ink[1]), int(s.ink[2]))
		f.SetLineWidth(s.weight.Points())
		how += "D"
	}
	if s.radius > 0 {
		f.Circle(s.at[0].x.Points(), s.at[0].y.Points(), s.radius.Points(), how)
		return
	}
	f.MoveTo(s.at[0].x.Points(), s.at[0].y.Points())
	for _, at := range s.at[1:] {
		f.LineTo(at.x.Points(), at.y.Points())
	}
	if s.closed {
		f.ClosePath()
	}
	f.DrawPath(how)
}
