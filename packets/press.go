package packets

import (
	"fmt"
	"io"

	"mappe/internal/page"
	"mappe/internal/pdf"
)

// press writes one packet.
type press struct {
	k       *Packet
	w       *pdf.Writer
	pages   *page.Press
	stamps  []stamped
	starts  map[*piece]int  // the first page of each piece in stamps
	goals   map[string]spot // by anchor
	first   map[checked]int // page of a file → its first sheet
	sheets  map[place]int   // the same within a piece
	copiers map[*pdf.Source]*pdf.Copier
	drawn   map[source]*pdf.Drawing // pages of pictures
	last    map[*pdf.Source]*piece  // that takes from it
	codes   []pending
	laid    []laid     // what is on each sheet that is there
	locked  *Lock      // what was said of it, once it is whole
	tree    []pdf.Elem // sections of the structure tree
	open    string     // the run of the last one
}

// spot is a place on a sheet, which is counted from 1; top 0 is its upper edge.
type spot struct {
	sheet int
	top   float64
}

// place is a page of a piece's file.
type place struct {
	piece *piece
	page  int
}

func newPress(k *Packet, out io.WriterAt, stamps []stamped) *press {
	o := pdf.Options{Title: k.Title, Lang: k.Lang, Producer: "mappe", Digests: true}
	if k.Password != "" {
		o.Lock = &pdf.Lock{User: k.Password, Rand: k.Random}
	}
	w := pdf.NewWriter(out, o)
	p := &press{
		k: k, w: w, pages: page.NewPress(w), stamps: stamps, starts: starts(stamps),
		goals: map[string]spot{}, first: map[checked]int{}, sheets: map[place]int{},
		copiers: map[*pdf.Source]*pdf.Copier{}, drawn: map[source]*pdf.Drawing{}, last: map[*pdf.Source]*piece{},
	}
	for _, x := range k.pieces {
		first := p.sheet(x)
		if x.anchor != "" {
			p.goals[x.anchor] = spot{sheet: first}
		}
		for anchor, at := range x.sheets.Anchors {
			p.goals[anchor] = spot{p.starts[x] + at.Page, at.Top.Points()}
		}
		for i, n := range x.pages {
			if at := (checked{x.input, n}); p.first[at] == 0 {
				p.first[at] = first + i
			}
			if at := (place{x, n}); p.sheets[at] == 0 {
				p.sheets[at] = first + i
			}
		}
		if x.input != nil {
			p.last[x.input.source] = x
		}
	}
	return p
}

// print writes the whole file.
func (p *press) print() error {
	err := p.run()
	if closing := p.w.Close(); err == nil { // else it says the same again
		err = closing
	}
	return err
}

// run puts every sheet, and what binds them.
func (p *press) run() error {
	for _, x := range p.k.pieces {
		var err error
		if x.input == nil {
			err = p.generated(x)
		} else {
			err = p.copied(x)
		}
		if err != nil {
			return err
		}
	}
	if err := p.setCodes(); err != nil {
		return err
	}
	p.w.Labels, p.w.Outline, p.w.Tags = labels(p.stamps), p.outline(), p.tags()
	if err := p.pages.Close(); err != nil || p.k.about == nil {
		return err
	}
	return p.seal()
}

// generated puts the sheets of a generated piece.
func (p *press) generated(x *piece) error {
	var codes []pdf.Elem
	var back []pdf.Kid
	elems, err := p.pages.Print(x.sheets, func(anchor string) (sheet int, top float64, ok bool) {
		to, ok := p.goals[anchor]
		return to.sheet, to.top, ok
	}, func(s *pdf.Sheet, n int) error {
		for _, at := range x.sheets.Slots {
			if at.Page == n && at.Name == codeSlot {
				codes = append(codes, p.code(s, at.Rect, x.number))
			}
		}
		back = append(back, p.back(s)...)
		return p.stamp(s)
	})
	if err != nil {
		return fmt.Errorf("%s: %w", x.item, err)
	}
	elems = append(elems, codes...)
	if len(back) > 0 {
		elems = append(elems, pdf.Elem{Role: "P", Kids: back})
	}
	p.tag(x, elems...)
	return nil
}

// copied puts pages of a file.
func (p *press) copied(x *piece) error {
	for i, n := range x.pages {
		d, err := p.drawing(x.input, n)
		if err != nil {
			return fmt.Errorf("%s: page %d: %w", x.input.Path, n, err)
		}
		s := &pdf.Sheet{}
		var m pdf.Matrix
		s.Width, s.Height, m = roomy(pdf.Place(d, x.rotate, x.fit))
		p.tag(x, p.lay(s, x, n, d, m)...)
		if err := p.stamp(s); err != nil {
			return fmt.Errorf("%s: page %d: %w", x.input.Path, n, err)
		}
		if err := p.w.Sheet(s); err != nil {
			return fmt.Errorf("%s: page %d: %w", x.input.Path, x.pages[i], err)
		}
	}
	if p.last[x.input.source] == x {
		delete(p.copiers, x.input.source)
		p.w.Done(x.input.source)
	}
	return nil
}

// sheet is the first one of a piece, from 1.
func (p *press) sheet(x *piece) int { return p.starts[x] + 1 }

// goal is the sheet of a page that a link or bookmark of a file leads to: of
// the same piece, else the first one; 0 when the page is not in the packet.
func (p *press) goal(x *piece, n int) int {
	if to := p.sheets[place{x, n}]; to != 0 {
		return to
	}
	return p.first[checked{x.input, n}]
}

// source is a page of what is read.
type source struct {
	from *pdf.Source
	page int
}

// drawing copies a page of a file. What several sheets show is stored once, also
// where they take it from files of several names.
func (p *press) drawing(in *Input, n int) (*pdf.Drawing, error) {
	if in.picture != nil {
		at := source{in.source, n}
		if d := p.drawn[at]; d != nil {
			return d, nil
		}
		d, err := in.picture.Draw(n, p.w.Add)
		p.drawn[at] = d
		return d, err
	}
	c := p.copiers[in.source]
	if c == nil {
		c = p.w.Copier(in.document)
		p.copiers[in.source] = c
	}
	return c.Page(n)
}

// stamp lays the line at the foot over the next sheet.
func (p *press) stamp(s *pdf.Sheet) error {
	at := p.stamps[p.w.Sheets()]
	stamp := page.Stamp{Left: at.left, Right: at.right, Lang: p.k.stampLang(at.piece), Width: s.Width, Height: s.Height, Large: p.k.large && s.Width > 594}
	words, err := p.pages.Stamp(stamp)
	for _, shorter := range p.k.narrow(at.piece) {
		if err == nil && !says(words, at.piece.number) {
			at.left, stamp.Left = shorter, shorter
			words, err = p.pages.Stamp(stamp)
		}
	}
	if err != nil {
		return fmt.Errorf("stamp: %w", err)
	}
	s.Running("Footer", func() { p.pages.Words(s, words) })
	p.laid = append(p.laid, laidOn(s, at, words))
	return nil
}

// mark is a bookmark, which says the page as it is printed there, too.
func (p *press) mark(title string, sheet int) pdf.Mark {
	says := p.k.voice.Must("ui.mark", "Title", title, "Page", p.stamps[sheet-1].label)
	return pdf.Mark{Title: bare(says), Sheet: sheet}
}

// outline are the bookmarks: the front in one group, the people of a family
// in groups of their own, and under an item those that its files have.
func (p *press) outline() (marks []pdf.Mark) {
	groups := map[string]int{}
	var item *pdf.Mark // that files belong to
	for _, x := range p.k.pieces {
		if x.kind == PageFront {
			marks = append(marks, p.mark(p.k.voice.reader().Must("ui.for-you"), p.sheet(x)))
			marks[len(marks)-1].Under = p.parts(x)
			continue
		}
		if x.mark == "" {
			if item != nil && x.inner != "" {
				item.Under = append(item.Under, p.mark(x.inner, p.sheet(x)))
			}
			if item != nil && x.input != nil && x.input.document != nil {
				item.Under = append(item.Under, p.inner(x, x.input.document.Outline())...)
			}
			continue
		}
		group := x.under
		m := p.mark(x.mark, p.sheet(x))
		if group == "" {
			marks = append(marks, m)
			item = &marks[len(marks)-1]
			continue
		}
		at, ok := groups[x.line.owner.ID()] // two people may have one name
		if !ok {
			at = len(marks)
			groups[x.line.owner.ID()] = at
			marks = append(marks, p.mark(group, p.sheet(x)))
			marks[at].Open = true
		}
		marks[at].Under = append(marks[at].Under, m)
		item = &marks[at].Under[len(marks[at].Under)-1]
	}
	return marks
}

// parts are the bookmarks of a piece that is made of several.
func (p *press) parts(x *piece) (marks []pdf.Mark) {
	for _, b := range x.doc.Blocks {
		if h, ok := b.(page.Heading); ok && h.Anchor != "" {
			to := p.goals[h.Anchor]
			m := p.mark(h.Text, to.sheet)
			m.Top = to.top
			marks = append(marks, m)
		}
	}
	return marks
}

// inner are the bookmarks of a file that lead to pages of the piece, with
// those above them.
func (p *press) inner(x *piece, items []pdf.Item) (marks []pdf.Mark) {
	for _, it := range items {
		m := pdf.Mark{Title: it.Title, Sheet: p.sheets[place{x, it.Page}], Under: p.inner(x, it.Under)}
		if m.Sheet == 0 && len(m.Under) > 0 {
			m.Sheet = m.Under[0].Sheet
		}
		if m.Sheet != 0 {
			marks = append(marks, m)
		}
	}
	return marks
}
