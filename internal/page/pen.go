package page

import (
	"fmt"
	"strings"
	"time"

	"github.com/go-pdf/fpdf"

	"mappe/internal/pdf"
)

// A4 and its margins, in points.
const (
	mm       = 72 / 25.4
	a4Width  = 210 * mm
	a4Height = 297 * mm
	left     = 20 * mm
	right    = a4Width - 20*mm
	top      = 18 * mm
	bottom   = a4Height - 14*mm // below it, air and the strip for the stamp
)

// ink is a colour, red, green and blue. All of them stay legible when printed
// in black and white.
type ink [3]uint8

var (
	black = ink{0x1A, 0x1A, 0x1A}
	grey  = ink{0x59, 0x59, 0x59}
	blue  = ink{0x1B, 0x3A, 0x6B}
	rule  = ink{0xB4, 0xBA, 0xC4}
	tint  = ink{0xEE, 0xF1, 0xF6}
)

// pen draws. It measures from the top left of the page, in points. Lines and
// boxes go into a PDF without words; the words are kept beside it, to be laid
// above. It is the one place that knows the drawing library.
type pen struct {
	f     *fpdf.Fpdf
	drawn bool // something is in the PDF
	words [][]Word
	links []Place
}

// Word is text of one look on a line, in points of PDF user space (origin at
// the bottom left): X and Y are the start of its baseline.
type Word struct {
	X, Y, Size float64
	Strong     bool
	Ink        [3]uint8 // red, green, blue
	Text       string
}

// epoch is written as the date of every drawing: the same Doc, the same bytes.
var epoch = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

func newPen() *pen {
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: a4Width, Ht: a4Height}})
	f.SetCatalogSort(true)
	f.SetCreationDate(epoch)
	f.SetModificationDate(epoch)
	f.SetCompression(false)
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(0, 0, 0)
	f.SetCellMargin(0)
	return &pen{f: f}
}

// page starts an A4 page.
func (p *pen) page() {
	p.f.AddPage()
	if err := p.f.Error(); err != nil {
		panic(err)
	}
	p.words = append(p.words, nil)
}

// number is that of the page that is drawn, from 1.
func (p *pen) number() int { return len(p.words) }

// text draws s with its baseline at y.
func (p *pen) text(x, y, size float64, strong bool, c ink, s string) {
	at := &p.words[len(p.words)-1]
	*at = append(*at, Word{x, a4Height - y, size, strong, c, s})
}

// run draws r with its line starting at x. Where it leads somewhere it is
// blue; outside the packet it is underlined too.
func (p *pen) run(r run, x, y, size float64, c ink) {
	x += r.x
	if r.to == "" {
		p.text(x, y, size, r.bold, c, r.text)
		return
	}
	p.text(x, y, size, r.bold, blue, r.text)
	up, down := y-0.8*size, y+0.25*size
	p.links = append(p.links, Place{p.number(), pdf.Rect{x, a4Height - down, x + r.w, a4Height - up}, r.to})
	if !strings.HasPrefix(r.to, "#") {
		p.line(x, y+0.12*size, x+r.w, y+0.12*size, 0.4, blue)
		p.links[len(p.links)-1].To = escapeURL(r.to)
	}
}

func (p *pen) line(x0, y0, x1, y1, weight float64, c ink) {
	p.drawn = true
	p.f.SetDrawColor(int(c[0]), int(c[1]), int(c[2]))
	p.f.SetLineWidth(weight)
	p.f.Line(x0, y0, x1, y1)
}

func (p *pen) fill(x, y, w, h float64, c ink) {
	p.drawn = true
	p.f.SetFillColor(int(c[0]), int(c[1]), int(c[2]))
	p.f.Rect(x, y, w, h, "F")
}

func (p *pen) frame(x, y, w, h, weight float64, c ink) {
	p.drawn = true
	p.f.SetDrawColor(int(c[0]), int(c[1]), int(c[2]))
	p.f.SetLineWidth(weight)
	p.f.Rect(x, y, w, h, "D")
}

// escapeURL writes as %XX what may not stand bare in an address.
func escapeURL(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		if c <= ' ' || c >= 0x7F || strings.IndexByte("<>\"\\`", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}
