package main

import (
	"io"

	"mappe/internal/page"
)

// printCheck is the answer for a reader: one section for each person, then
// what is to be filed and paid, and what is told to everybody.
func (w *work) printCheck(out io.Writer) error { return page.Text(out, w.checked(), 0) }

func (w *work) checked() page.Doc {
	v, l := w.voice, w.list
	d := v.Heading(v.Must("ui.your-case"), l)
	common := v.Common(l.People)
	for _, p := range l.People {
		d.Blocks = append(d.Blocks, page.Heading{Level: 2, Text: v.Apart(v.Person(p.Facts.Applicant)) + " – " + v.Outcome(p)})
		d.Blocks = append(d.Blocks, v.Decision(l, p)...)
		d.Blocks = append(d.Blocks, v.Told(v.Without(p.Notes, common))...)
		d.Blocks = append(d.Blocks, v.Missing(p)...)
		if len(common) > 0 {
			d.Blocks = append(d.Blocks, page.Paragraph{Text: page.Plain(v.Must("ui.told-to-all")), Small: true})
		}
	}
	n := len(l.Applications)
	if n > 1 || len(common) > 0 {
		d.Blocks = append(d.Blocks, page.Heading{Level: 2, Text: v.Must("ui.for-all")})
	}
	if n > 1 {
		d.Blocks = append(d.Blocks, page.Paragraph{Text: page.Plain(v.Sentences(v.Must("ui.applications", "Count", n), v.Total(l.Fee)))})
	}
	d.Blocks = append(d.Blocks, v.Told(common)...)
	if w.scans != nil {
		d.Blocks = append(d.Blocks, v.Scans(w.scans)...)
	}
	return d
}
