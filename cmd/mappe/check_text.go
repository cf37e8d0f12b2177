package main

import (
	"io"

	"mappe/internal/page"
)

// printCheck is the answer for a reader: one section for each person, then
// what is to be filed and paid.
func (w *work) printCheck(out io.Writer) error {
	v, l := w.voice, w.list
	d := v.Heading(v.Must("ui.your-case"), l)
	for _, p := range l.People {
		d.Blocks = append(d.Blocks, page.Heading{Level: 2, Text: v.Person(p.Facts.Applicant) + " – " + v.Must("outcome."+string(p.Outcome))})
		d.Blocks = append(d.Blocks, v.Decision(l, p)...)
		d.Blocks = append(d.Blocks, v.Notes(p)...)
		d.Blocks = append(d.Blocks, v.Missing(p)...)
	}
	if n := len(l.Applications); n > 1 {
		d.Blocks = append(d.Blocks,
			page.Heading{Level: 2, Text: v.Must("ui.together")},
			page.Paragraph{Text: page.Plain(v.Must("ui.applications", "Count", n) + " " + v.Total(l.Fee))})
	}
	return page.Text(out, d, 0)
}
