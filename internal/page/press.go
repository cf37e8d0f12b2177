package page

import (
	"fmt"
	"strconv"
	"strings"

	"mappe/internal/pdf"
	"mappe/internal/typeset"
)

// Press prints sheets into one file. All of them share its fonts: a cluster of
// letters gets its number in the file when it is first drawn, so pages are
// written one by one, and the fonts, cut to what was drawn, at the end.
type Press struct {
	w     *pdf.Writer
	cuts  *typeset.Cuts
	stamp shaped

	images map[Image]*pdf.Drawing
}

// NewPress prints into the file that w writes.
func NewPress(w *pdf.Writer) *Press {
	return &Press{w: w, cuts: typeset.NewCuts(w), images: map[Image]*pdf.Drawing{}}
}

// Goal says where the anchor of a Heading is in the whole file: the sheet, from
// 1, and how high above its foot.
type Goal func(anchor string) (sheet int, top float64, ok bool)

// Print puts sheets into the file, after those that are there: the drawing of
// each page, its words, its figures, its links. more lays what else belongs on
// a sheet, whose page is counted from 1. The answer are the elements of the
// structure tree that the sheets become.
func (p *Press) Print(sheets Sheets, goal Goal, more func(s *pdf.Sheet, page int) error) ([]pdf.Elem, error) {
	var below *pdf.Copier
	if sheets.Drawing != nil {
		f, err := pdf.Open(pdf.Bytes(sheets.Drawing), "")
		if err != nil {
			return nil, err
		}
		below = p.w.Copier(f)
	}
	draw := func(s *pdf.Sheet, n int) error {
		if below == nil {
			return nil
		}
		d, err := below.Page(n)
		if err == nil {
			s.Draw(d, pdf.Identity)
		}
		return err
	}
	tags := tagger{sheets: sheets, kids: make([][]pdf.Kid, len(sheets.Tree))}
	for i, words := range sheets.Words {
		s := &pdf.Sheet{Width: a4Width.Points(), Height: a4Height.Points()}
		var err error
		if below != nil {
			s.Artifact(func() { err = draw(s, i+1) })
		}
		pictures := sheets.pictures(i + 1)
		for len(words)+len(pictures) > 0 && err == nil {
			if len(pictures) > 0 && (len(words) == 0 || pictures[0].Leaf < words[0].Leaf) {
				tags.mark(s, p.w.Sheets()+1, pictures[0].Leaf, func() { err = p.picture(s, pictures[0]) })
				pictures = pictures[1:]
				continue
			}
			n := 1
			for n < len(words) && words[n].Leaf == words[0].Leaf {
				n++
			}
			leaf := words[0].Leaf
			tags.mark(s, p.w.Sheets()+1, leaf, func() {
				if f := sheets.figure(leaf); f > 0 {
					err = draw(s, len(sheets.Words)+f)
				}
				p.Words(s, words[:n])
			})
			words = words[n:]
		}
		for _, l := range sheets.Links {
			if l.Page != i+1 || err != nil {
				continue
			}
			link := pdf.Link{Rect: l.Rect, Text: l.Text}
			if anchor, inner := strings.CutPrefix(l.To, "#"); inner {
				var ok bool
				if link.Sheet, link.Top, ok = goal(anchor); !ok {
					err = fmt.Errorf("link to %q, which is nowhere; give a heading this anchor", l.To)
				}
			} else {
				link.URI = l.To
			}
			tags.kids[l.Node] = append(tags.kids[l.Node], pdf.Linked{Sheet: p.w.Sheets() + 1, Link: len(s.Links)})
			s.Links = append(s.Links, link)
		}
		if err == nil {
			err = more(s, i+1)
		}
		if err == nil {
			err = p.w.Sheet(s)
		}
		if err != nil {
			return nil, err
		}
	}
	return tags.elems(), nil
}

// figure is the number of the Figure that a leaf is, from 1; 0 for none.
func (s Sheets) figure(leaf int) int {
	for i, f := range s.Figures {
		if f.Leaf == leaf {
			return i + 1
		}
	}
	return 0
}

// tagger turns the tag tree of sheets into elements of the structure tree.
type tagger struct {
	sheets Sheets
	kids   [][]pdf.Kid // of leaves what was marked, of links what was laid
}

// mark marks what paint puts as content of a leaf, or as an artifact: the footer
// is the stamp alone.
func (t *tagger) mark(s *pdf.Sheet, sheet, leaf int, paint func()) {
	if leaf < 0 {
		s.Running("", paint)
		return
	}
	role := t.sheets.Tree[t.sheets.Tree[leaf].Parent].Role
	t.kids[leaf] = append(t.kids[leaf], pdf.Marked{Sheet: sheet, ID: s.Tag(role, paint)})
}

// elems are the elements at the top of the tree. Those without content go;
// empty cells stay, since the others stand in columns.
func (t *tagger) elems() (out []pdf.Elem) {
	tree := t.sheets.Tree
	under := make([][]int, len(tree))
	var tops []int
	for i, n := range tree {
		if n.Parent < 0 {
			tops = append(tops, i)
		} else {
			under[n.Parent] = append(under[n.Parent], i)
		}
	}
	var elem func(i int) (pdf.Elem, bool)
	elem = func(i int) (pdf.Elem, bool) {
		n := tree[i]
		e := pdf.Elem{Role: n.Role, Alt: n.Alt, Lang: n.Lang, Attributes: n.Attributes}
		for _, k := range under[i] {
			if tree[k].Role == "" {
				e.Kids = append(e.Kids, t.kids[k]...)
			} else if kid, ok := elem(k); ok {
				e.Kids = append(e.Kids, kid)
			}
		}
		e.Kids = append(e.Kids, t.kids[i]...)
		return e, len(e.Kids) > 0 || n.Role == "TD" || n.Role == "TH"
	}
	for _, i := range tops {
		if e, ok := elem(i); ok {
			out = append(out, e)
		}
	}
	return out
}

// Stamp is the line at the foot of a page, as l.Words sets it. Stamps that begin
// alike, one after the other, cost less.
func (p *Press) Stamp(l Stamp) ([]Word, error) { return l.words(&p.stamp) }

// Words draws words on a sheet.
func (p *Press) Words(s *pdf.Sheet, words []Word) {
	if len(words) == 0 {
		return
	}
	b := []byte("BT\n")
	var last Word
	for i, w := range words {
		if i == 0 || w.Run.Font != last.Run.Font || w.Run.Size != last.Run.Size {
			b = append(append(b, '/'), s.Use("Font", p.cuts.Font(w.Run.Font))...)
			b = append(decimal(append(b, ' '), w.Run.Size), " Tf\n"...)
		}
		if i == 0 || w.Ink != last.Ink {
			for _, c := range w.Ink {
				b = append(decimal(b, unit((1000*int(c)+127)/255)), ' ')
			}
			b = append(b, "rg\n"...)
		}
		b = append(decimal(append(b, "1 0 0 1 "...), w.X), ' ')
		b = append(decimal(b, w.Y), " Tm "...)
		b = append(p.cuts.Append(b, w.Run), '\n')
		last = w
	}
	s.Raw(append(b, "ET"...))
}

// Close writes the fonts.
func (p *Press) Close() error { return p.cuts.Write() }

// decimal appends u in points.
func decimal(b []byte, u unit) []byte {
	if u < 0 {
		b, u = append(b, '-'), -u
	}
	b = strconv.AppendInt(b, int64(u/point), 10)
	if u %= point; u == 0 {
		return b
	}
	b = append(b, '.')
	for ; u > 0; u = u * 10 % point {
		b = append(b, '0'+byte(u*10/point))
	}
	return b
}
