package packets

import (
	"fmt"
	"slices"
	"strconv"

	"mappe/checklist"
	"mappe/forms"
	"mappe/internal/page"
	"mappe/law"
	"mappe/locales"
)

// binder collects the pieces of one packet, in order.
type binder struct {
	k      *Packet
	l      *checklist.Checklist
	app    forms.Application
	people []*checklist.Person // those of the application; the first one files
	in     Inputs
	v      Voice // of the pages to hand in; its reader speaks in front
	style  Style
	pages  []stamped      // as numbered last
	starts map[*piece]int // in pages
	held   comparison     // of a supplement
	uses   []mention      // of the people's files
	first  bool           // application of the case
	wrong  error          // with a letter

	signatures map[*piece]signature // that letters wait for
}

// line is one line of the contents: an item that has a place in the packet, or
// the data sheet.
type line struct {
	number, title, person string
	piece                 *piece            // where it begins
	owner                 *checklist.Person // whose item it is, nil for the data sheet
	asked                 *checklist.Item
	says                  string     // digest: see LockItem
	numbers               []string   // CPR numbers of the data sheet
	id                    string     // of a letter with a place of its own
	cites                 []law.Cite // that ask for it
	letter                string     // digest of the one in the item's place
	stands                bool       // the letter stands for the document
}

// bind fills the packet with its pieces: the front for the applicant, then
// contents, data sheet and the items with their files.
func (b *binder) bind() (err error) {
	defer locales.Rescue(&err)
	contents := &piece{
		kind: PageContents, mark: b.v.Must("ui.contents"), item: b.v.Must("ui.contents"), anchor: contentsAnchor,
		late: func() page.Doc { return b.v.contents(b) },
	}
	front := &piece{kind: PageFront, front: true, item: b.v.reader().Must("ui.your-case"), late: b.own((*binder).front)}
	if b.style.Copy == ForApplicant {
		b.k.pieces = append(b.k.pieces, front)
		if b.style.Filed == nil {
			b.send()
		}
	}
	b.k.pieces = append(b.k.pieces, contents)
	b.place(checklist.BeforeData)
	data := &piece{kind: PageData, mark: b.v.Must("ui.data-sheet"), item: b.v.Must("ui.data-sheet"), anchor: "data", doc: b.v.dataSheet(b.l, b.people, b.style.veils())}
	data.line = &line{title: data.mark, piece: data, says: b.v.facts(b.l, b.people), numbers: b.v.numbers(b.l, b.people)}
	b.k.pieces = append(b.k.pieces, data)
	b.k.lines = append(b.k.lines, data.line)
	b.place(checklist.AfterData)
	for _, p := range b.people {
		for _, it := range p.Items {
			b.item(p, it)
		}
	}
	if b.style.Filed != nil {
		if err := b.supplement(); err != nil {
			return err
		}
	}
	b.k.Originals = b.k.originals()
	if b.style.Duplex {
		b.leaves()
	}
	if err := b.layout(); err != nil {
		return err
	}
	for _, x := range b.pages {
		if x.piece.front {
			b.k.Front++
		} else {
			b.k.Body++
		}
	}
	if err := b.settle(); err != nil {
		return err
	}
	b.k.Remarks, b.k.Account = b.remarks(), b.account()
	if b.style.Filed != nil {
		b.k.continues = b.style.Filed.continues(b)
	}
	return b.k.Account.check(b.pages)
}

// own makes pages in the reader's voice.
func (b *binder) own(of func(*binder) page.Doc) func() page.Doc {
	return func() page.Doc {
		own := *b
		own.v = b.v.reader()
		d := of(&own)
		b.wrong = own.wrong
		return d
	}
}

// layout prints the generated pages and numbers everything. The contents and
// the separators name pages, and how many pages they take moves those; they are
// printed until nothing moves. The front names pages of the body, which has
// numbers of its own: it is printed last, once.
func (b *binder) layout() error {
	for _, p := range b.k.pieces {
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
		for _, p := range b.k.pieces {
			if p.late == nil || p.front {
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
			return b.preface()
		}
	}
	return fmt.Errorf("contents: the number of pages does not settle")
}

// preface prints the front, behind which the body begins on a leaf of its own
// whatever its length, and drops the blank pages that are not needed.
func (b *binder) preface() error {
	for _, p := range b.k.pieces {
		if p.front && p.late != nil {
			p.doc = p.late()
			if err := b.print(p); err != nil {
				return err
			}
		}
	}
	b.number()
	b.k.pieces = slices.DeleteFunc(b.k.pieces, func(p *piece) bool { return p.idle })
	return nil
}

// number counts all pages as they are now.
func (b *binder) number() {
	b.turn()
	b.pages = b.k.list()
	b.starts = starts(b.pages)
}

// remarks are what is to be said of the people's files, in their order.
func (b *binder) remarks() (all []Remark) {
	seen := map[string]bool{}
	for _, p := range b.people {
		for _, it := range p.Items {
			for _, f := range files(it) {
				if in := b.in.found[key(f)]; !seen[f.File] && in != nil {
					for _, r := range b.in.remarks[f.File] {
						if r.Kind == "signed" {
							if r.Where = b.k.beside(in); r.Where == "" {
								continue
							}
							if in.shut {
								r.Kind = "signed-shut"
							}
						}
						all = append(all, r)
					}
					if n := b.dropped(in); n > 0 {
						all = append(all, Remark{Kind: "links", File: f.File, Detail: strconv.Itoa(n)})
					}
				}
				seen[f.File] = true
			}
		}
	}
	return append(all, b.repeated()...)
}

// dropped is how many links to addresses of the web the pages of a file have
// that the packet hasn't.
func (b *binder) dropped(in *Input) (n int) {
	if b.k.WebLinks {
		return 0
	}
	seen := map[int]bool{}
	for _, x := range b.k.pieces {
		for _, page := range x.pages {
			if x.input == in && !seen[page] {
				seen[page] = true
				n += in.webs[page]
			}
		}
	}
	return n
}

// label is that of a piece's first page.
func (b *binder) label(p *piece) string { return b.pages[b.starts[p]].label }

func (b *binder) print(p *piece) (err error) {
	if b.wrong != nil {
		return b.wrong
	}
	p.doc.Accent = b.k.accent
	p.sheets, err = page.Print(p.doc, page.Options{Large: b.style.Large, Where: p.item})
	return Otherwise(err, b.l.Profile)
}
