package page

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"github.com/go-pdf/fpdf"
)

// A4 and its margins, in points.
const (
	mm       = 72 / 25.4
	a4Width  = 210 * mm
	a4Height = 297 * mm
	left     = 20 * mm
	right    = a4Width - 20*mm
	top      = 18 * mm
	bottom   = a4Height - 14*mm // below it, the stamp
)

// ink is a colour, red, green and blue. All of them stay legible when printed
// in black and white.
type ink [3]int

var (
	black = ink{0x1A, 0x1A, 0x1A}
	grey  = ink{0x59, 0x59, 0x59}
	blue  = ink{0x1B, 0x3A, 0x6B}
	rule  = ink{0xB4, 0xBA, 0xC4}
	tint  = ink{0xEE, 0xF1, 0xF6}
)

// pen draws. It measures from the top left of the page, in points, and is the
// one place that knows the PDF library.
type pen struct {
	f     *fpdf.Fpdf
	links []Place
}

// epoch is written as the date of every PDF: the same Doc, the same bytes.
var epoch = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

func newPen(title, lang string) *pen {
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: a4Width, Ht: a4Height}})
	f.SetCatalogSort(true)
	f.SetCreationDate(epoch)
	f.SetModificationDate(epoch)
	f.SetProducer("mappe", true)
	f.SetCompression(true)
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(0, 0, 0)
	f.SetCellMargin(0)
	if title != "" {
		f.SetTitle(strings.ReplaceAll(printed(title), "\n", " "), true)
	}
	f.SetLang(lang)
	// The library writes into the bytes that it is given.
	f.AddUTF8FontFromBytes("noto", "", bytes.Clone(regular().ttf))
	return &pen{f: f}
}

// heavy makes the bold font available, for documents that use it.
func (p *pen) heavy() { p.f.AddUTF8FontFromBytes("noto", "B", bytes.Clone(bold().ttf)) }

// page starts a page of w by h points.
func (p *pen) page(w, h float64) {
	p.f.AddPageFormat("P", fpdf.SizeType{Wd: w, Ht: h})
	if err := p.f.Error(); err != nil {
		panic(err)
	}
}

// text draws s with its baseline at y.
func (p *pen) text(x, y, size float64, strong bool, c ink, s string) {
	style := ""
	if strong {
		style = "B"
	}
	p.f.SetFont("noto", style, size)
	p.f.SetTextColor(c[0], c[1], c[2])
	p.f.Text(x, y, s)
}

// run draws r with its line starting at x. Where it leads somewhere it is
// blue; outside the packet it is underlined too.
func (p *pen) run(r run, x, y, size float64, c ink) {
	if r.to == "" {
		p.text(x+r.x, y, size, r.bold, c, r.text)
		return
	}
	x += r.x
	p.text(x, y, size, r.bold, blue, r.text)
	up, down := y-0.8*size, y+0.25*size
	if strings.HasPrefix(r.to, "#") {
		_, h := p.f.GetPageSize()
		p.links = append(p.links, Place{Page: p.f.PageNo(), X0: x, Y0: h - down, X1: x + r.w, Y1: h - up, To: r.to})
		return
	}
	p.line(x, y+0.12*size, x+r.w, y+0.12*size, 0.4, blue)
	p.f.LinkString(x, up, r.w, down-up, escapeURL(r.to))
}

func (p *pen) line(x0, y0, x1, y1, weight float64, c ink) {
	p.f.SetDrawColor(c[0], c[1], c[2])
	p.f.SetLineWidth(weight)
	p.f.Line(x0, y0, x1, y1)
}

func (p *pen) fill(x, y, w, h float64, c ink) {
	p.f.SetFillColor(c[0], c[1], c[2])
	p.f.Rect(x, y, w, h, "F")
}

func (p *pen) frame(x, y, w, h, weight float64, c ink) {
	p.f.SetDrawColor(c[0], c[1], c[2])
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
