package packets

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"mappe/internal/page"
	"mappe/internal/pdf"
)

// about is what a lock says of a packet as a whole.
func (b *binder) about() *Lock {
	k := b.k
	l := &Lock{
		Version: LockVersion, Packet: strings.TrimSuffix(k.Name, ".pdf"), Title: k.Title, Copy: k.Copy, Lang: k.Lang,
		On: b.l.On, Form: b.app.Form, People: b.app.Applicants, Continues: k.continues,
		Book:  LockBook{b.l.Book.Digest, b.l.Book.Checked},
		Rules: b.v.rules(b.l, b.app, b.people, b.cited()), Items: []LockItem{{Title: b.v.Must("ui.contents")}},
	}
	for _, x := range k.lines {
		l.Items = append(l.Items, x.lock())
	}
	return l
}

// lock is an item as the lock says it.
func (x *line) lock() LockItem {
	it := LockItem{Number: x.number, Title: x.title, Says: x.says}
	if x.owner == nil {
		it.ID = x.id
		if len(x.cites) > 0 {
			it.Rule = string(x.cites[0])
		}
		return it
	}
	it.ID, it.Applicant, it.Group = x.asked.ID, x.owner.ID(), x.asked.Group
	it.Need, it.Status, it.Rule = string(x.asked.Need), "enclosed", string(x.asked.Cite)
	for _, g := range x.asked.Given {
		if g.Explained() {
			it.Status, it.Until = string(*g.Status), ""
			if g.Until != nil {
				it.Until = g.Until.String()
			}
		}
	}
	if x.asked.Missing && !x.stands || x.asked.Broken {
		it.Status, it.Until = "missing", ""
	}
	return it
}

// entry is the index in the lock's Items of the item that a piece belongs to.
func (k *Packet) entry(x *piece) int {
	if x.kind == PageContents {
		return 0
	}
	if x.line == nil {
		return -1
	}
	return 1 + slices.Index(k.complete().lines, x.line)
}

// laid is what stands on a sheet beside its drawing.
type laid struct {
	width, height float64
	left          string // of the stamp, as far as there was room
	links         []pdf.Link
}

// laidOn is what was laid on the sheet of a page, its stamp in these words.
func laidOn(s *pdf.Sheet, at stamped, words []page.Word) laid {
	var said strings.Builder
	for _, w := range words {
		said.WriteString(w.Run.Text)
	}
	left, right := []rune(bare(at.left)), []rune(bare(at.right))
	room := utf8.RuneCountInString(bare(said.String())) - len(right)
	switch {
	case room <= 0:
		left = nil
	case room < len(left):
		left = append(left[:room-1], '…')
	}
	return laid{s.Width, s.Height, string(left), s.Links}
}

// bare is a line as words alone: without the marks that steer them.
func bare(s string) string {
	return page.Label(strings.Map(func(r rune) rune {
		if steers(r) {
			return -1
		}
		return r
	}, s))
}

// steers tells of characters that steer the words beside them, and are not drawn.
func steers(r rune) bool {
	switch {
	case r == '\u00AD', r == '\u061C', r == '\u200B', r == '\u200E', r == '\u200F', r == '\u2060', r == '\uFEFF',
		r >= '\u202A' && r <= '\u202E', r >= '\u2066' && r <= '\u2069':
		return true
	}
	return false
}

// lock is what the packet says of itself, but for what is known only when all
// of it is there: the digests of the packet, its files and its pages.
func (k *Packet) lock(pages []stamped, laid []laid, marks []pdf.Mark) *Lock {
	l := new(*k.about)
	l.Program, l.Files, l.Pages = k.Program, []LockFile{}, make([]LockPage, len(pages))
	files, translated := map[*Input]int{}, k.translated()
	for i, at := range pages {
		sheet := laid[i]
		q := LockPage{
			Label: at.label, Kind: at.kind, Item: k.entry(at.piece), N: at.n, Of: at.of, File: -1,
			Width: sheet.width, Height: sheet.height, Left: sheet.left, Right: bare(at.right),
		}
		if translated[at.piece.document()] {
			q.Role = at.piece.role
		}
		if in := at.input; in != nil {
			n, known := files[in]
			if !known {
				n = len(l.Files)
				files[in] = n
				l.Files = append(l.Files, k.lockFile(in))
			}
			q.File, q.Page, q.Turned = n, at.page, at.piece.rotate
		}
		for _, to := range sheet.links {
			q.Links = append(q.Links, to.Sheet)
			if to.Sheet == 0 {
				q.Web = append(q.Web, to.URI)
			}
		}
		l.Pages[i] = q
	}
	l.Marks = lockMarks([]LockMark{}, marks, 0)
	return l
}

// lockMarks appends bookmarks in reading order.
func lockMarks(out []LockMark, marks []pdf.Mark, depth int) []LockMark {
	for _, m := range marks {
		out = lockMarks(append(out, LockMark{depth, m.Title, m.Sheet}), m.Under, depth+1)
	}
	return out
}

// seal fills the lock. The applicant's copy carries it.
func (p *press) seal() error {
	l := p.k.lock(p.stamps, p.laid, p.w.Outline)
	sums, err := p.w.Sums()
	if err != nil {
		return err
	}
	for i, sum := range sums {
		l.Pages[i].Sum = fmt.Sprintf("%x", sum)
	}
	digest, err := p.digest()
	if err != nil {
		return err
	}
	l.Digest = fmt.Sprintf("sha256:%x", digest)
	for i, in := range p.k.inputs() {
		sum, known := in.source.SHA256()
		if !known {
			return fmt.Errorf("%s: was not read to its end", in.Path)
		}
		l.Files[i].SHA256 = fmt.Sprintf("%x", sum)
	}
	p.locked = l
	if p.k.Copy != ForApplicant {
		return nil
	}
	data, err := l.JSON()
	p.w.Properties = append(p.w.Properties, pdf.Property{
		Space: lockSpace, Prefix: "mappe", Name: lockName, Text: string(data),
		Schema: "mappe", Type: "Text", Means: "what the packet says of itself, as JSON",
	})
	return err
}

// inputs are the files of the packet in the order of their first use.
func (k *Packet) inputs() (all []*Input) {
	for _, x := range k.pieces {
		if x.input != nil && len(x.pages) > 0 && !slices.Contains(all, x.input) {
			all = append(all, x.input)
		}
	}
	return all
}
