package packets

import (
	"fmt"
	"io"
	"strings"

	"mappe/internal/page"
)

// Write assembles the packet as one PDF. Nothing reaches w unless the whole
// packet could be made. The authority's copy refuses holes: all are named at
// once.
func (k *Packet) Write(w io.Writer) error {
	if k.Copy == ForAuthority && len(k.Holes) > 0 {
		return &HolesError{k.Holes}
	}
	a := assembly{Title: k.Title, Lang: k.Lang}
	if k.Front > 0 {
		a.Labels = append(a.Labels, label{From: 0, Style: "r", Start: 1})
	}
	a.Labels = append(a.Labels, label{From: k.Front, Style: "D", Start: 1})

	stamps, err := page.Stamps(k.stamps())
	if err != nil {
		return err
	}
	a.Stamps = stamps
	goal := map[string]int{}
	for _, p := range k.pieces {
		source := p.input
		if source == nil {
			if source, err = generated(p.item, p.sheets.PDF); err != nil {
				return err
			}
		}
		if p.anchor != "" {
			goal["#"+p.anchor] = p.first
		}
		for anchor, at := range p.sheets.Anchors {
			goal["#"+anchor] = p.first + at - 1
		}
		for i := range p.count() {
			s := sheet{Source: source, Page: i + 1, Stamp: len(a.Sheets) + 1}
			if p.input != nil {
				s.Page, s.Rotate, s.Fit = p.pages[i], p.rotate, p.fit
			}
			a.Sheets = append(a.Sheets, s)
		}
	}
	for _, p := range k.pieces {
		for _, x := range p.sheets.Links {
			to, ok := goal[x.To]
			if !ok {
				return fmt.Errorf("%s: link to %s, which is nowhere", p.item, x.To)
			}
			a.Links = append(a.Links, link{Sheet: p.first + x.Page - 1, Rect: [4]float64{x.X0, x.Y0, x.X1, x.Y1}, To: to})
		}
	}
	a.Outline = k.outline()
	return assemble(w, a)
}

// HolesError is why an authority's copy was refused.
type HolesError struct{ Holes []Hole }

func (e *HolesError) Error() string {
	lines := make([]string, len(e.Holes))
	for i, h := range e.Holes {
		lines[i] = h.String()
	}
	return strings.Join(lines, "\n")
}

// stamps are the lines at the foot of every page.
func (k *Packet) stamps() (lines []page.Stamp) {
	for _, x := range k.list() {
		lines = append(lines, page.Stamp{Left: x.left, Right: x.right})
	}
	return lines
}

// stamped is one page of the plan.
type stamped struct {
	piece       *piece
	label       string
	left, right string
}

// list is every page of the packet with its label and stamp.
func (k *Packet) list() (pages []stamped) {
	runs := map[string]int{} // pages of each item
	for _, p := range k.pieces {
		runs[p.run()] += p.count()
	}
	seen := map[string]int{}
	for _, p := range k.pieces {
		for range p.count() {
			seen[p.run()]++
			n, of := seen[p.run()], runs[p.run()]
			x := stamped{piece: p, left: k.person + " · " + k.form + " · " + p.item}
			if p.front {
				x.label = roman(len(pages) + 1)
				x.left = k.voice.Must("ui.working-copy-short") + " · " + x.left
				x.right = x.label
			} else {
				x.label = fmt.Sprint(len(pages) - k.Front + 1)
				x.right = k.voice.Must("ui.stamp", "N", fmt.Sprint(n), "Of", fmt.Sprint(of), "Page", x.label, "Total", fmt.Sprint(k.Body))
			}
			pages = append(pages, x)
		}
	}
	return pages
}

// run names the pages that are counted together.
func (p *piece) run() string { return fmt.Sprint(p.front, p.item) }

// outline are the bookmarks: the front in one group, the people of a family
// in groups of their own.
func (k *Packet) outline() (marks []mark) {
	groups := map[string]int{}
	for _, p := range k.pieces {
		if p.mark == "" {
			continue
		}
		group := p.under
		if p.front {
			group = k.voice.Must("ui.for-you")
		}
		m := mark{Title: p.mark, Sheet: p.first}
		if group == "" {
			marks = append(marks, m)
			continue
		}
		at, ok := groups[group]
		if !ok {
			at = len(marks)
			groups[group] = at
			marks = append(marks, mark{Title: group, Sheet: p.first, Open: !p.front})
		}
		marks[at].Under = append(marks[at].Under, m)
	}
	return marks
}

// String is the plan as text: one line for each run of pages.
func (k *Packet) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %d pages for you, %d in the body, %d holes\n", k.Name, k.Front, k.Body, len(k.Holes))
	pages := k.list()
	for i := 0; i < len(pages); {
		j := i
		for j+1 < len(pages) && pages[j+1].piece == pages[i].piece {
			j++
		}
		span := pages[i].label
		if j > i {
			span += "-" + pages[j].label
		}
		from := "made by mappe"
		if p := pages[i].piece; p.input != nil {
			from = p.input.Path + " " + ranges(p.pages)
			if p.rotate != 0 {
				from += fmt.Sprintf(" turned %d°", p.rotate)
			}
		}
		fmt.Fprintf(&b, "%8s  %s  [%s]\n", span, pages[i].piece.item, from)
		i = j + 1
	}
	return b.String()
}

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
