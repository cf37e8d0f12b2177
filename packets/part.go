package packets

import (
	"fmt"
	"slices"
	"strings"

	"mappe/internal/page"
)

// A packet may be handed over as several files. Each is a Packet of its own,
// whose pages keep the numbers, labels and stamps that they have in the whole.

// division is a packet that became several files.
type division struct {
	whole *Packet
	files []*Packet
	holds map[*line]*Packet // the file in which a line of the contents is found
	apart bool              // one file for each item
}

// unit is what is never torn: the contents with what stands before them, or
// all of an item. A blank page belongs to what it is the back of.
type unit struct {
	line   *line // nil for the contents
	pieces []*piece
}

// units are those of a packet, in order.
func (k *Packet) units() (all []unit) {
	for _, p := range k.pieces {
		if n := len(all); n == 0 || p.line != nil && p.line != all[n-1].line {
			all = append(all, unit{line: p.line})
		}
		last := &all[len(all)-1]
		last.pieces = append(last.pieces, p)
	}
	return all
}

// file begins the next file of a division, without pages.
func (d *division) file(name, title string) *Packet {
	k := *d.whole
	k.whole, k.among = d.whole, d
	k.File, k.Title = name, page.Label(k.Title+" – "+title)
	k.pieces, k.lines, k.Remarks = nil, nil, nil
	k.Front, k.Body = 0, 0
	d.files = append(d.files, &k)
	k.Part = len(d.files)
	return &k
}

// add puts pieces of the whole into a file.
func (d *division) add(k *Packet, l *line, pieces ...*piece) {
	k.pieces = append(k.pieces, pieces...)
	if l != nil {
		k.lines = append(k.lines, l)
		d.holds[l] = k
	}
}

// stand is a piece that stands in a file for one of the whole.
func stand(p *piece) *piece {
	q := *p
	q.instead = p
	return &q
}

// close makes what can be made only when every page has its file: the indexes
// and the pages that lead from one part of the packet to another.
func (d *division) close() error {
	for _, k := range d.files {
		k.Parts = len(d.files)
		k.about = k.about.part(k)
		k.Holes = slices.DeleteFunc(slices.Clone(k.Holes), func(h Hole) bool {
			return !slices.ContainsFunc(k.lines, func(l *line) bool { return l.number == h.Number })
		})
	}
	for _, k := range d.files {
		for _, p := range k.pieces {
			switch {
			case p.kind == PageContents:
				p.doc = d.whole.binder.index(k)
				k.about.Items[0].Title = p.item
			case p.kind != PageFront:
				continue
			}
			if err := k.print(p); err != nil {
				return err
			}
		}
		if k.binder.style.Duplex && !d.apart {
			if err := k.turn(); err != nil {
				return err
			}
		}
		for _, x := range k.list() {
			switch {
			case x.piece.front:
				k.Front++
			case x.number.Prefix == "":
				k.Body++
			}
		}
	}
	return nil
}

// print prints a piece anew for the file that it stands in: what leads to
// another file is words alone.
func (k *Packet) print(p *piece) (err error) {
	p.doc.Accent = k.accent
	p.sheets, err = page.Print(p.doc, page.Options{Large: k.large, Where: p.item, Leads: func(anchor string) bool {
		return slices.ContainsFunc(k.pieces, func(x *piece) bool {
			_, inside := x.sheets.Anchors[anchor]
			return inside || x.anchor == anchor
		})
	}})
	return err
}

// turn keeps what the contents of a part name on the front of a leaf when its
// index has not as many pages as the one of the whole.
func (k *Packet) turn() error {
	i := slices.IndexFunc(k.pieces, func(p *piece) bool { return p.kind == PageContents })
	index, before := k.pieces[i], 0
	if index.instead != nil {
		before = index.instead.count()
	}
	if (index.count()-before)%2 == 0 {
		return nil
	}
	blank := k.binder.blank(false)
	k.pieces = slices.Insert(k.pieces, i+1, blank)
	return k.binder.print(blank)
}

// excerpt is the list of a file of a divided packet. A page of the whole has
// what it has there. What the file has beside them stands outside the
// numbering: its own pages are 2-i, 2-ii … of part 2.
func (k *Packet) excerpt() (pages []stamped) {
	all := k.whole.list()
	at := starts(all)
	outside := 0
	for _, p := range k.pieces {
		from := p
		if p.instead != nil {
			from = p.instead
		}
		first, inside := at[from]
		for i := range p.count() {
			if inside && i < from.count() {
				x := all[first+i]
				x.piece = p
				if p.count() != from.count() {
					x.n, x.of = i+1, p.count()
					x.right = k.says(x, fmt.Sprint(k.whole.last()))
				}
				pages = append(pages, x)
				continue
			}
			outside++
			x := stamped{piece: p, kind: p.kind, n: i + 1, of: p.count()}
			x.number.Prefix, x.number.Style, x.number.Start = fmt.Sprintf("%d-", k.Part), "r", outside
			x.label = x.number.Prefix + roman(outside)
			x.left, x.right = apart(begun(k.person), k.form, p.item), x.label
			pages = append(pages, x)
		}
	}
	return pages
}

// stem is the name of the packet without .pdf.
func (k *Packet) stem() string { return strings.TrimSuffix(k.Name, ".pdf") }

// complete is the packet of which k is a part, or k itself.
func (k *Packet) complete() *Packet {
	if k.whole != nil {
		return k.whole
	}
	return k
}

// title is what the contents call the unit.
func (u unit) title() string {
	if u.line != nil {
		return u.line.title
	}
	for _, p := range u.pieces {
		if p.kind == PageContents {
			return p.item
		}
	}
	return ""
}

// part is what the lock of a part says of the packet: of all its items, since
// the index names them.
func (l *Lock) part(k *Packet) *Lock {
	part := *l
	part.Title, part.Items, part.Part = k.Title, slices.Clone(l.Items), &LockPart{k.Part, k.Parts}
	return &part
}
