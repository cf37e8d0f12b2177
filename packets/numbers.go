package packets

import (
	"fmt"
	"strings"

	"mappe/internal/pdf"
)

// stamped is one page of a packet's file.
type stamped struct {
	piece       *piece
	kind        string // one of the Page… constants
	label       string // as printed and as viewers show it
	number      pdf.Label
	left, right string // of the stamp
	n, of       int    // of the pages of the item; 0 for separators and blank pages, which are not counted
	input       *Input // the file that it is a page of, nil for pages of ours
	page        int    // of that file, from 1
}

// list is every page of the packet's file, in order. It is the one place where
// pages get their numbers: contents, separators, stamps, labels, bookmarks and
// links take theirs from here.
func (k *Packet) list() (pages []stamped) {
	if k.whole != nil {
		return k.excerpt()
	}
	runs := map[string]int{} // pages of each item
	front, total := 0, fmt.Sprint(k.last())
	for _, p := range k.pieces {
		if p.counted() {
			runs[p.run()] += p.count()
		}
	}
	seen, last := map[string]int{}, k.before
	sent := false // on the leaves of a letter that somebody else gets
	person := begun(k.person)
	for _, p := range k.pieces {
		for i := range p.count() {
			x := stamped{piece: p, kind: p.kind, input: p.input}
			if p.input != nil {
				x.page = p.pages[i]
			}
			if p.counted() {
				seen[p.run()]++
				x.n, x.of = seen[p.run()], runs[p.run()]
			}
			if p.front {
				front++
				x.number = pdf.Label{Style: "r", Start: front}
				x.label = roman(front)
				x.left = apart(person, k.form, p.item)
				if sent = p.sent() || sent && p.kind == PageBlank; !sent {
					x.left = apart(k.voice.reader().Must("ui.working-copy-short"), person, k.form, p.item)
				}
				x.right = x.label
			} else {
				if p.brings.lettered() {
					x.label, x.number = p.brings.label(p, i)
				} else {
					last++
					x.label, x.number = fmt.Sprint(last), pdf.Label{Style: "D", Start: last}
				}
				x.left = apart(person, k.form, p.item)
				x.right = k.says(x, total)
			}
			pages = append(pages, x)
		}
	}
	return pages
}

// last is the number of the last page.
func (k *Packet) last() int {
	n := k.before
	for _, p := range k.pieces {
		if !p.front && !p.brings.lettered() {
			n += p.count()
		}
	}
	return n
}

// starts are the places of pieces in a list: the index of their first page.
func starts(pages []stamped) map[*piece]int {
	at := map[*piece]int{}
	for i, x := range pages {
		if _, seen := at[x.piece]; !seen {
			at[x.piece] = i
		}
	}
	return at
}

// labels are the numbers of pages as a file has them: where a row begins.
func labels(pages []stamped) (all []pdf.Label) {
	var next pdf.Label
	for i, x := range pages {
		if x.number != next || i == 0 {
			l := x.number
			l.Sheet = i + 1
			all = append(all, l)
		}
		next = x.number
		next.Start++
	}
	return all
}

// apart are the parts of a line, of which none turns the direction of another.
func apart(parts ...string) string {
	const open, shut = "\u2068", "\u2069" // first strong isolate, and its end
	return open + strings.Join(parts, shut+" · "+open) + shut
}

// narrow is how the stamp begins on a page on which the item would be cut off:
// whose place in the packet it is matters most.
func (k *Packet) narrow(p *piece) []string {
	return []string{apart(p.item, begun(k.person), k.form), p.number}
}

// begun is a name, or the beginning of a very long one: a stamp has room for
// the item too, by which a page finds its place again.
func begun(name string) string {
	const most = 36
	if r := []rune(name); len(r) > most {
		return strings.TrimSpace(string(r[:most-1])) + "…"
	}
	return name
}

// counted tells whether the piece's pages are pages of the item: its separator
// is not, nor is the blank back of a sheet, nor a data sheet beside a form. Who has
// the document alone still has "page 1 of 3".
func (p *piece) counted() bool {
	return p.kind != PageSeparator && p.kind != PageBlank && !p.faces
}

// sent tells of a letter that goes to somebody else before the packet is handed in.
func (p *piece) sent() bool { return p.front && p.kind == PageLetter }

// run names the pages that are counted together.
func (p *piece) run() string { return fmt.Sprint(p.front, p.item) }

// roman writes n (at most 3999) in small roman numerals.
func roman(n int) string {
	var b strings.Builder
	for _, x := range []struct {
		value int
		sign  string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for n >= x.value {
			b.WriteString(x.sign)
			n -= x.value
		}
	}
	return b.String()
}
