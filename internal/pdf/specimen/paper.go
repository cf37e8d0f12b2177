package specimen

import (
	"fmt"
	"strings"
)

// Paper is a PDF of one page: its catalog is object 1, the page tree 2, the
// page 3, the contents 4, the font 5; More are objects 10 and on. The strings
// are set into the dictionaries as they stand, and an Objects entry takes the
// place of an object.
type Paper struct {
	Catalog, Tree, Page, Resources, Trailer string

	Contents string // operators drawn before the page's own
	Objects  map[int]string
	More     []string
}

// The contents of every paper, and what it draws.
const marks = "0.8 0.2 0.2 rg 20 20 60 40 re f BT /F1 18 Tf 20 150 Td (seen) Tj ET\n"

// Bytes is the file.
func (p Paper) Bytes() []byte { return Table(p.objects(), p.Trailer) }

// objects are the bodies of the objects by number.
func (p Paper) objects() []string {
	page := p.Page
	if !strings.Contains(page, "/MediaBox") {
		page = "/MediaBox[0 0 200 200]" + page
	}
	if !strings.Contains(page, "/Contents") {
		page += "/Contents 4 0 R"
	}
	objects := make([]string, 10, 10+len(p.More))
	objects[1] = "<</Type/Catalog/Pages 2 0 R" + p.Catalog + ">>"
	objects[2] = "<</Type/Pages/Kids[3 0 R]/Count 1" + p.Tree + ">>"
	objects[3] = "<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 5 0 R>>" + p.Resources + ">>" + page + ">>"
	objects[4] = Stream("", p.Contents+marks)
	objects[5] = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
	objects = append(objects, p.More...)
	for n, o := range p.Objects {
		objects[n] = o
	}
	return objects
}

// Stream is a stream object with the dictionary entries dict and a true
// /Length, unless dict has one.
func Stream(dict, data string) string {
	if !strings.Contains(dict, "/Length ") {
		dict += fmt.Sprintf("/Length %d", len(data))
	}
	return "<<" + dict + ">>stream\n" + data + "\nendstream"
}

// Table is a file of the objects by number, those that are not empty, with a
// cross-reference table and a trailer that names object 1 as the catalog.
func Table(objects []string, trailer string) []byte {
	b, offsets := body(objects)
	return append(b, table(offsets, fmt.Sprintf("/Size %d/Root 1 0 R%s", len(objects), trailer), len(b))...)
}

// body is a header and the objects, and where each begins.
func body(objects []string) (b []byte, offsets []int) {
	b = append(b, "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"...)
	offsets = make([]int, len(objects))
	for n, o := range objects {
		if o == "" {
			continue
		}
		offsets[n] = len(b)
		b = fmt.Appendf(b, "%d 0 obj\n%s\nendobj\n", n, o)
	}
	return b, offsets
}

// table is the end of a file: a table of the offsets, the trailer, and the
// place at which the table lies.
func table(offsets []int, trailer string, at int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets))
	for _, at := range offsets[1:] {
		if at == 0 {
			b.WriteString("0000000000 00000 f \n")
			continue
		}
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<<%s>>\nstartxref\n%d\n%%%%EOF\n", trailer, at)
	return b.String()
}

// Leaves is a file of n pages, each with its number to be seen.
func Leaves(n int) []byte {
	objects := []string{"", "<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"}
	var kids strings.Builder
	for i := range n {
		fmt.Fprintf(&kids, "%d 0 R ", len(objects))
		objects = append(objects,
			fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>", len(objects)+1),
			Stream("", fmt.Sprintf("BT /F1 30 Tf 20 90 Td (page %d) Tj ET", i+1)))
	}
	objects[2] = fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", kids.String(), n)
	return Table(objects, "")
}

// nested is open n times, the middle, and shut n times.
func nested(n int, open, middle, shut string) string {
	return strings.Repeat(open, n) + middle + strings.Repeat(shut, n)
}
