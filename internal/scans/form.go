package main

import (
	"fmt"
	"strings"
)

// blank is a form with fields to fill in, as an authority might publish one: of
// our own drawing, since the authority's own is not ours to give away.
type blank struct {
	pdf
	parts  []string         // names of the groups of fields, in order
	fields map[string][]int // of each
	boxes  []int            // on the page that is being drawn
}

// field adds a field of a part, whose entries are dict, in the frame.
func (f *blank) field(part, name, label string, at frame, dict string) {
	n := f.add(fmt.Sprintf("<< /Type /Annot /Subtype /Widget /F 4 /T (%s) /TU (%s) /Rect [%s] %s >>", name, ansi(label), at.rect(), dict))
	f.keep(part, n)
	f.boxes = append(f.boxes, n)
}

// states adds a field of boxes, of which one can be on, each named after what it
// says.
func (f *blank) states(part, name, label, dict string, at []frame, states []string) {
	field := f.add("")
	var kids []string
	for i, state := range states {
		w, h := at[i].w*point, at[i].h*point
		on := f.add(stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %.2f %.2f]", w, h),
			fmt.Appendf(nil, "1.2 w 2 2 m %.2f %.2f l 2 %.2f m %.2f 2 l S", w-2, h-2, h-2, w-2)))
		off := f.add(stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %.2f %.2f]", w, h), nil))
		n := f.add(fmt.Sprintf("<< /Type /Annot /Subtype /Widget /F 4 /Parent %d 0 R /Rect [%s] /AS /Off /AP << /N << /%s %d 0 R /Off %d 0 R >> >> >>",
			field, at[i].rect(), state, on, off))
		f.boxes = append(f.boxes, n)
		kids = append(kids, fmt.Sprintf("%d 0 R", n))
	}
	f.objects[field-1] = fmt.Sprintf("<< /FT /Btn /T (%s) /TU (%s) /V /Off %s /Kids [%s] >>", name, ansi(label), dict, strings.Join(kids, " "))
	f.keep(part, field)
}

func (f *blank) keep(part string, field int) {
	if f.fields[part] == nil {
		f.parts = append(f.parts, part)
	}
	f.fields[part] = append(f.fields[part], field)
}

// leaf ends a page: what was added since the last one stands on it.
func (f *blank) leaf(s *sheet) error {
	f.annots, f.boxes = f.boxes, nil
	return f.draw(s)
}

// done is the whole file.
func (f *blank) done() []byte {
	var parts string
	for _, part := range f.parts {
		group, kids := f.add(""), ""
		for _, n := range f.fields[part] {
			kids += fmt.Sprintf("%d 0 R ", n)
			f.objects[n-1] = strings.Replace(f.objects[n-1], "/T (", fmt.Sprintf("/Parent %d 0 R /T (", group), 1)
		}
		f.objects[group-1] = fmt.Sprintf("<< /T (%s) /Kids [%s] >>", part, kids)
		parts += fmt.Sprintf("%d 0 R ", group)
	}
	f.catalog = fmt.Sprintf("/Lang (da) /AcroForm << /Fields [%s] /DA (/Helv 10 Tf 0 g) /DR << /Font << /Helv << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> >> >>", parts)
	return f.bytes()
}

// frame is a place on an A4 sheet, in millimetres from its upper left corner.
type frame struct{ x, y, w, h float64 }

func (r frame) rect() string {
	return fmt.Sprintf("%.2f %.2f %.2f %.2f", r.x*point, (297-r.y-r.h)*point, (r.x+r.w)*point, (297-r.y)*point)
}

// ansi is a text of the form itself, whose letters the standard fonts have.
func ansi(text string) string {
	b, err := winAnsi(text)
	if err != nil {
		panic(err)
	}
	return string(b)
}
