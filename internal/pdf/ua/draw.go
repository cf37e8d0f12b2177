package ua

import (
	"fmt"
	"strings"

	"mappe/internal/pdf"
)

// Draw is the structure tree of a file for people to read, an element a line:
// its type, what it says of itself, and its words in quotes.
//
//	Document
//	  H1 "Checklist"
//	  Table
//	    TR
//	      TH Column "Item"
//	  Figure alt "Passport, page 3 of 8, scanned image"
//	  P
//	    Link "the contents" → page 2
func Draw(file []byte) (string, error) {
	d, err := read(file, Whole)
	if err != nil {
		return "", err
	}
	if d.root == nil {
		return "", nil
	}
	d.checkParents() // finds what holds the links
	var b strings.Builder
	for _, e := range d.root.holds() {
		d.draw(&b, e, 0)
	}
	return b.String(), nil
}

func (d *document) draw(b *strings.Builder, e *element, depth int) {
	fmt.Fprintf(b, "%*s%s", 2*depth, "", e.role)
	for _, a := range []struct {
		owner, key pdf.Name
		before     string
	}{{"Table", "Scope", ""}, {"Table", "ColSpan", "columns "}, {"Table", "RowSpan", "rows "}, {"List", "ListNumbering", ""}} {
		switch v := d.attribute(e, a.owner, a.key).(type) {
		case pdf.Name:
			fmt.Fprintf(b, " %s%s", a.before, v)
		case pdf.Int:
			fmt.Fprintf(b, " %s%d", a.before, v)
		}
	}
	for _, s := range []struct {
		key    pdf.Name
		before string
	}{{"Lang", "lang "}, {"T", "title "}, {"Alt", "alt "}, {"ActualText", "reads "}} {
		if v, ok := d.f.Get(e.dict.Get(s.key)).(pdf.String); ok {
			fmt.Fprintf(b, " %s%q", s.before, v.Text())
		}
	}
	// What stands before the first element stays on the line.
	kids := e.kids
	words := ""
	for len(kids) > 0 && kids[0].mark != nil {
		words += " " + kids[0].mark.text
		kids = kids[1:]
	}
	d.words(b, words)
	for len(kids) > 0 && kids[0].object != 0 {
		d.goal(b, kids[0])
		kids = kids[1:]
	}
	b.WriteByte('\n')
	for _, k := range kids {
		switch {
		case k.element != nil:
			d.draw(b, k.element, depth+1)
		case k.mark != nil:
			fmt.Fprintf(b, "%*s", 2*depth+1, "")
			d.words(b, k.mark.text)
			b.WriteByte('\n')
		default:
			fmt.Fprintf(b, "%*s", 2*depth+1, "")
			d.goal(b, k)
			b.WriteByte('\n')
		}
	}
}

func (d *document) words(b *strings.Builder, s string) {
	if s = strings.Join(strings.Fields(s), " "); s != "" {
		fmt.Fprintf(b, " %q", s)
	}
}

// goal draws where a link leads.
func (d *document) goal(b *strings.Builder, k kid) {
	a := d.f.Dict(pdf.Ref{Num: k.object})
	if page, ok := d.f.Destination(a.Get("Dest")); ok {
		fmt.Fprintf(b, " → page %d", page)
		return
	}
	uri, _ := d.f.Get(d.f.Dict(a.Get("A")).Get("URI")).(pdf.String)
	fmt.Fprintf(b, " → %s", uri.Text())
}

// Words are the words of a file in the order in which they are read aloud, an
// element of the structure tree each.
func Words(file []byte) (all []string, err error) {
	d, err := read(file, Whole)
	if err != nil {
		return nil, err
	}
	var last *element
	d.walk(d.root, func(m *mark) {
		s := strings.Join(strings.Fields(m.text), " ")
		switch {
		case s == "":
		case m.owner == last:
			all[len(all)-1] += " " + s
		default:
			all, last = append(all, s), m.owner
		}
	})
	return all, nil
}
