package packets

import "mappe/internal/page"

// leaves puts a page that may be left blank before the body, before all that the
// contents name and before a letter that is sent, so that each can begin on a leaf
// of its own.
func (b *binder) leaves() {
	var all []*piece
	front := false
	for _, p := range b.k.pieces {
		if p.kind == PageContents || p.sent() || p.line != nil && p.line.piece == p {
			all = append(all, b.blank(front))
		}
		if p.faces {
			beside := b.blank(front)
			beside.faced = p
			all = append(all, beside)
		}
		all, front = append(all, p), p.front
	}
	b.k.pieces = all
}

func (b *binder) blank(front bool) *piece {
	v := b.v
	if front {
		v = v.reader()
	}
	return &piece{
		kind: PageBlank, front: front, item: v.Must("ui.blank-page"),
		doc: page.Doc{
			Title: v.Must("ui.blank-page"), Lang: v.Tag(), Note: v.Standing(),
			Blocks: []page.Block{page.Paragraph{Text: page.Plain(v.Must("ui.blank-page-why")), Small: true}},
		},
	}
}

// turn says which of those pages are needed, as many pages as the others have
// now: such a page is the back of a leaf.
func (b *binder) turn() {
	n := 0
	for _, p := range b.k.pieces {
		if p.kind == PageBlank {
			p.idle = n%2 == 0
			if p.faced != nil { // which ends on the back of a leaf
				p.idle = (n+p.faced.count())%2 == 0
			}
		}
		n += p.count()
	}
}
