package packets

import (
	"cmp"
	"fmt"

	"mappe/internal/pdf"
)

// tag puts what a piece becomes into the structure tree: pages of one item
// stand in one section, with its title.
func (p *press) tag(x *piece, elems ...pdf.Elem) {
	if run := x.run(); len(p.tree) == 0 || p.open != run {
		p.tree, p.open = append(p.tree, pdf.Elem{Role: "Sect", Title: x.item}), run
	}
	if lang := p.k.lang(x); lang != p.k.Lang {
		for i := range elems {
			elems[i].Lang = cmp.Or(elems[i].Lang, lang)
		}
	}
	section := &p.tree[len(p.tree)-1]
	for _, e := range elems {
		section.Kids = append(section.Kids, e)
	}
}

// lang is the language of a piece: that of its page, where it is one of ours.
func (k *Packet) lang(x *piece) string { return cmp.Or(x.doc.Lang, k.Lang) }

// stampLang is the language of a page's stamp: in the body that of the packet,
// also where a page that the applicant is to mend speaks another one.
func (k *Packet) stampLang(x *piece) string {
	if x.front {
		return k.lang(x)
	}
	return k.Lang
}

// tags are the whole structure tree.
func (p *press) tags() []pdf.Elem {
	document := pdf.Elem{Role: "Document"}
	for _, e := range p.tree {
		document.Kids = append(document.Kids, e)
	}
	return []pdf.Elem{document}
}

// lay puts a page of a file on the next sheet, and its links over it. A page
// that shows text is a paragraph of that text, so that it can be heard; its own
// tags are left behind, since they speak in terms of the file they come from. Its
// words are in the language that the profile tells.
// Any other page is a figure, and heard is what it is.
func (p *press) lay(s *pdf.Sheet, x *piece, n int, d *pdf.Drawing, m pdf.Matrix) []pdf.Elem {
	at := p.stamps[p.w.Sheets()]
	id, here := "ui.alt-page", p.w.Sheets()+1
	e := pdf.Elem{Role: "P"}
	scan := !x.input.worded[n]
	if scan {
		id, e.Role = "ui.alt-scan", "Figure"
	}
	says := p.k.voice.Must(id, "Item", x.item, "N", fmt.Sprint(at.n), "Of", fmt.Sprint(at.of))
	e.Kids = []pdf.Kid{pdf.Marked{Sheet: here, ID: s.Tag(e.Role, func() { s.Draw(d, m) })}}
	links := append(p.links(s, x, d, m), p.back(s)...)
	if !scan {
		if x.lang != "" {
			e.Kids = []pdf.Kid{pdf.Elem{Role: "Span", Lang: x.lang, Kids: e.Kids}}
		}
		e.Title, e.Kids = says, append(e.Kids, links...)
		return []pdf.Elem{e}
	}
	e.Alt, e.Attributes = says, placed(m.Rect(d.Box), s)
	if len(links) == 0 {
		return []pdf.Elem{e}
	}
	return []pdf.Elem{e, {Role: "P", Kids: links}}
}

// links lays those of a page of a file, each an element with where it leads.
func (p *press) links(s *pdf.Sheet, x *piece, d *pdf.Drawing, m pdf.Matrix) (elems []pdf.Kid) {
	for _, j := range d.Links {
		l := pdf.Link{Rect: m.Rect(j.Rect), Sheet: p.goal(x, j.Page)}
		switch {
		case l.Sheet != 0:
			l.Text = p.k.voice.Must("ui.alt-link", "Page", p.stamps[l.Sheet-1].label)
		case p.k.WebLinks && j.URI != "":
			l.URI, l.Text = j.URI, j.URI
		default:
			continue
		}
		elems = append(elems, pdf.Elem{Role: "Link", Kids: []pdf.Kid{pdf.Linked{Sheet: p.w.Sheets() + 1, Link: len(s.Links)}}})
		s.Links = append(s.Links, l)
	}
	return elems
}

// placed are the attributes of a figure: where it is on its sheet.
func placed(r pdf.Rect, s *pdf.Sheet) pdf.Dict {
	return pdf.Dict{{Key: "O", Value: pdf.Name("Layout")}, {Key: "BBox", Value: pdf.Array{
		pdf.Real(max(r[0], 0)), pdf.Real(max(r[1], 0)), pdf.Real(min(r[2], s.Width)), pdf.Real(min(r[3], s.Height)),
	}}}
}
