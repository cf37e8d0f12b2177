package pdf_test

import (
	"fmt"
	"time"

	"mappe/internal/pdf"
)

// form is a file of one page, 200 by 100 points.
func form() []byte {
	var out pdf.Memory
	w := pdf.NewWriter(&out, pdf.Options{Title: "A form"})
	s := &pdf.Sheet{Width: 200, Height: 100}
	s.Op("re", pdf.Int(20), pdf.Int(20), pdf.Int(100), pdf.Int(40))
	s.Op("f")
	if err := w.Sheet(s); err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// A file is read lazily; what it says is checked when it is looked at.
func ExampleOpen() {
	f, err := pdf.Open(pdf.Bytes(form()), "")
	if err != nil {
		fmt.Println(err)
		return
	}
	p := f.Page(1)
	contents, err := f.Decode(f.Stream(p.Dict.Get("Contents")), 1<<20)
	fmt.Println(f.Pages(), "page of", p.Box.Width(), "by", p.Box.Height())
	fmt.Printf("%s%v\n", contents, err)

	_, err = pdf.Open(pdf.Bytes([]byte("a letter")), "")
	fmt.Println(err)
	// Output:
	// 1 page of 200 by 100
	// 20 20 100 40 re
	// f
	// <nil>
	// damaged: no pages
}

// A page of another file is laid on a sheet, with a frame over it.
func ExampleCopier() {
	f, err := pdf.Open(pdf.Bytes(form()), "")
	if err != nil {
		fmt.Println(err)
		return
	}
	var out pdf.Memory
	w := pdf.NewWriter(&out, pdf.Options{Title: "A packet", Lang: "en", Created: time.Unix(0, 0).UTC()})
	d, err := w.Copier(f).Page(1)
	if err != nil {
		fmt.Println(err)
		return
	}
	s := &pdf.Sheet{}
	var m pdf.Matrix
	s.Width, s.Height, m = pdf.Place(d, 0, pdf.FitA4)
	s.Draw(d, m)
	s.Artifact(func() {
		s.Op("re", pdf.Int(10), pdf.Int(10), pdf.Real(s.Width-20), pdf.Real(s.Height-20))
		s.Op("S")
	})
	if err := w.Sheet(s); err != nil {
		fmt.Println(err)
	}
	w.Outline = []pdf.Mark{{Title: "The form", Sheet: 1}}
	if err := w.Close(); err != nil {
		fmt.Println(err)
	}

	packet, err := pdf.Open(pdf.Bytes(out.Bytes()), "")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.0f by %.0f points, bookmark %q, nothing lost: %v\n",
		s.Width, s.Height, packet.Outline()[0].Title, d.Left.Empty())
	// Output: 842 by 595 points, bookmark "The form", nothing lost: true
}

// A writer is told what belongs to a file, and ends it with Close.
func ExampleWriter() {
	var out pdf.Memory
	w := pdf.NewWriter(&out, pdf.Options{Title: "Two sheets"})
	for n := range 2 {
		s := &pdf.Sheet{Width: 100, Height: 100}
		s.Links = []pdf.Link{{Rect: pdf.Rect{0, 0, 100, 100}, Sheet: 2 - n, Text: "the other sheet"}}
		if err := w.Sheet(s); err != nil {
			fmt.Println(err)
		}
	}
	w.Labels = []pdf.Label{{Sheet: 1, Style: "r"}}
	fmt.Println(w.Close(), w.Sheets())
	// Output: <nil> 2
}
