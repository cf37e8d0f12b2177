package packets

import (
	"fmt"

	"mappe/checklist"
	"mappe/forms"
	"mappe/internal/page"
	"mappe/internal/pdf"
	"mappe/locales"
	"mappe/profile"
)

// binder collects the pieces of one packet, in order.
type binder struct {
	l      *checklist.Checklist
	app    forms.Application
	people []*checklist.Person // those of the application; the first one files
	in     Inputs
	v      Voice
	style  Style
	pieces []*piece
	holes  []Hole
	lines  []line // of the contents
}

// line is one line of the contents.
type line struct {
	number, title, person, note string
	piece                       *piece
}

// bind makes the pieces: the front for the applicant, then contents, data
// sheet and the items with their files.
func (b *binder) bind() (pieces []*piece, err error) {
	defer locales.Rescue(&err)
	contents := &piece{
		mark: b.v.Must("ui.contents"), item: b.v.Must("ui.contents"), anchor: "contents",
		late: func() page.Doc { return b.v.contents(b) },
	}
	front := &piece{front: true, item: b.v.Must("ui.your-case")}
	if b.style.Copy == ForApplicant {
		b.pieces = append(b.pieces, front)
	}
	b.pieces = append(b.pieces, contents)
	data := &piece{mark: b.v.Must("ui.data-sheet"), item: b.v.Must("ui.data-sheet"), anchor: "data", doc: b.v.dataSheet(b.l, b.people)}
	b.pieces = append(b.pieces, data)
	b.lines = append(b.lines, line{title: data.mark, piece: data})
	for _, p := range b.people {
		for _, it := range p.Items {
			b.item(p, it)
		}
	}
	if b.style.Copy == ForApplicant {
		front.doc = b.front()
	}
	return b.pieces, b.layout()
}

// item adds the pieces of one checklist item: a separator and the files, or
// the page that says why there are none.
func (b *binder) item(p *checklist.Person, it checklist.Item) {
	person := b.v.Printable(p.Facts.Applicant)
	title := b.v.Must("doc." + it.ID)
	x := piece{number: it.Number, item: it.Number + " " + title, mark: it.Number + " " + title, anchor: "item-" + it.Number}
	if len(b.people) > 1 {
		x.under = person
	}
	add := func(p piece) *piece {
		b.pieces = append(b.pieces, &p)
		return &p
	}
	hole := func(file string, problem *Problem) {
		h := Hole{p.ID(), it.ID, it.Number, file, problem}
		b.holes = append(b.holes, h)
		x.doc = b.holeSheet(it, p, h)
		add(x)
		x.mark, x.anchor = "", ""
	}
	begin := len(b.pieces)
	note := ""
	if it.Missing {
		hole("", nil)
	}
	if it.Missing || it.Broken {
		note = b.v.Must("status.missing")
	}
	for _, g := range it.Given {
		if g.Explained() {
			x.doc = b.slotSheet(it, p, g)
			add(x)
			x.mark, x.anchor = "", ""
			note = b.v.Must("status." + string(*g.Status))
		}
	}
	if len(files(it)) > 0 {
		at := len(b.pieces)
		x.late = func() page.Doc { return b.separator(it, p, at) }
		add(x)
		x.mark, x.anchor, x.late = "", "", nil
		for _, g := range it.Given {
			for _, f := range g.All() {
				if problem := b.in.problems[key(f)]; problem != nil {
					hole(f.File, problem)
					continue
				}
				x.doc, x.input, x.pages, x.rotate = page.Doc{}, b.in.found[key(f)], b.in.pages[f], f.Rotate
				x.fit = pdf.FitA4
				if f.Fit != nil && *f.Fit == profile.FitNone {
					x.fit = pdf.FitNone
				}
				add(x)
				x.input = nil
			}
		}
	}
	if len(b.pieces) > begin {
		b.lines = append(b.lines, line{it.Number, title, person, note, b.pieces[begin]})
	}
}

// layout prints the generated pages and numbers everything. The contents and
// the separators name pages, and how many pages they take moves those; they are
// printed until nothing moves.
func (b *binder) layout() error {
	for _, p := range b.pieces {
		if p.late != nil {
			p.sheets.Words = make([][]page.Word, 1)
		} else if p.input == nil {
			if err := b.print(p); err != nil {
				return err
			}
		}
	}
	for range 4 {
		b.number()
		moved := false
		for _, p := range b.pieces {
			if p.late == nil {
				continue
			}
			before := p.count()
			p.doc = p.late()
			if err := b.print(p); err != nil {
				return err
			}
			moved = moved || p.count() != before
		}
		if !moved {
			return nil
		}
	}
	return fmt.Errorf("contents: the number of pages does not settle")
}

// remarks are what is to be said of the people's files, in their order.
func (b *binder) remarks() (all []Remark) {
	seen := map[string]bool{}
	for _, p := range b.people {
		for _, it := range p.Items {
			for _, f := range files(it) {
				if !seen[f.File] && b.in.found[key(f)] != nil {
					all = append(all, b.in.remarks[f.File]...)
				}
				seen[f.File] = true
			}
		}
	}
	return all
}

func (b *binder) number() {
	n := 0
	for _, p := range b.pieces {
		p.first = n
		n += p.count()
	}
}

// bodyPage is the label of a piece's first page: 1 … M.
func (b *binder) bodyPage(p *piece) int {
	front := 0
	for _, x := range b.pieces {
		if x.front {
			front += x.count()
		}
	}
	return p.first - front + 1
}

func (b *binder) print(p *piece) (err error) {
	p.sheets, err = page.Print(p.doc, page.Options{Large: b.style.Large, Where: p.item})
	return err
}
