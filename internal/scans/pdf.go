package main

import (
	"bytes"
	"fmt"
	"image"
	"strings"
)

const point = 72 / 25.4 // points in a millimetre

// pdf writes one PDF by hand, object by object, in the oldest form that every
// reader knows: no compression, no object streams, the fonts of the standard.
type pdf struct {
	objects []string // the body of object i+1; 1 and 2 are the catalogue and the page tree
	pages   []int
	annots  []int  // of the next page
	catalog string // further entries
}

func newPDF() *pdf { return &pdf{objects: make([]string, 2)} }

// add returns the number of a new object.
func (p *pdf) add(body string) int {
	p.objects = append(p.objects, body)
	return len(p.objects)
}

func stream(dict string, data []byte) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(data), data)
}

// page adds one page of w by h millimetres.
func (p *pdf) page(w, h float64, resources, content string) {
	body := p.add(stream("", []byte(content)))
	annots := ""
	for _, n := range p.annots {
		annots += fmt.Sprintf(" %d 0 R", n)
	}
	if annots != "" {
		annots, p.annots = "/Annots ["+annots[1:]+"] ", nil
	}
	p.pages = append(p.pages, p.add(fmt.Sprintf(
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %.2f %.2f] /Resources << %s >> %s/Contents %d 0 R >>",
		w*point, h*point, resources, annots, body)))
}

// draw adds a sheet as text and lines.
func (p *pdf) draw(s *sheet) error {
	var b strings.Builder
	for _, o := range s.ops {
		grey := float64(o.ink) / 255
		if o.text == "" {
			fmt.Fprintf(&b, "%.3f g %.2f %.2f %.2f %.2f re f\n", grey, o.x*point, (s.h-o.y-o.h)*point, o.w*point, o.h*point)
			continue
		}
		text, err := winAnsi(o.text)
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "BT %.3f g /F%d %.2f Tf %.2f %.2f Td (%s) Tj ET\n", grey, o.face, o.size, o.x*point, (s.h-o.y)*point, text)
	}
	fonts := ""
	for i, name := range []string{"Helvetica", "Helvetica-Bold", "Courier"} {
		fonts += fmt.Sprintf("/F%d << /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >> ", i, name)
	}
	p.page(s.w, s.h, "/Font << "+fonts+">>", b.String())
	return nil
}

// winAnsi encodes what stands between the parentheses of a text.
func winAnsi(text string) ([]byte, error) {
	var out []byte
	for _, r := range text {
		switch {
		case r == '(' || r == ')' || r == '\\':
			out = append(out, '\\', byte(r))
		case r == '–':
			out = append(out, 0x96)
		case r >= ' ' && r <= '~' || r >= 0xa0 && r <= 0xff:
			out = append(out, byte(r))
		default:
			return nil, fmt.Errorf("%q: the standard fonts lack %q", text, r)
		}
	}
	return out, nil
}

// picture adds a page of w by h millimetres that is one scanned image.
func (p *pdf) picture(w, h float64, img *image.Gray, quality int) error {
	data, err := encodeJPEG(img, quality, jfif)
	if err != nil {
		return err
	}
	x := p.add(stream(fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode",
		img.Rect.Dx(), img.Rect.Dy()), data))
	p.page(w, h, fmt.Sprintf("/XObject << /Im %d 0 R >>", x), fmt.Sprintf("q %.2f 0 0 %.2f 0 0 cm /Im Do Q", w*point, h*point))
	return nil
}

// bytes is the whole file.
func (p *pdf) bytes() []byte {
	kids := ""
	for _, n := range p.pages {
		kids += fmt.Sprintf("%d 0 R ", n)
	}
	p.objects[0] = "<< /Type /Catalog /Pages 2 0 R " + p.catalog + ">>"
	p.objects[1] = fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", kids, len(p.pages))
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
	xref := fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n", len(p.objects)+1)
	for i, body := range p.objects {
		xref += fmt.Sprintf("%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	start := b.Len()
	fmt.Fprintf(&b, "%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", xref, len(p.objects)+1, start)
	return b.Bytes()
}
