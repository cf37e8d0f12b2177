package packets

import (
	"fmt"
	"io"
	"strings"
)

// Write assembles the packet as one PDF. The authority's copy refuses holes:
// all are named at once. When Write fails, what stands in out is no packet.
// The same packet gives the same bytes.
func (k *Packet) Write(out io.WriterAt) error {
	if k.Copy == ForAuthority && len(k.Holes) > 0 {
		return &HolesError{k.Holes}
	}
	if err := newPress(k, out, k.list()).print(); err != nil {
		return err
	}
	for _, x := range k.pieces {
		if x.input != nil && x.input.volume != nil {
			if err := x.input.volume.unchanged(); err != nil {
				return fmt.Errorf("%s: %w", x.input.Path, err)
			}
		}
	}
	return nil
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

// stamped is one page of the plan.
type stamped struct {
	piece       *piece
	label       string
	left, right string
	n, of       int // of the pages of the item
}

// list is every page of the packet with its label and stamp.
func (k *Packet) list() (pages []stamped) {
	runs := map[string]int{} // pages of each item
	for _, p := range k.pieces {
		runs[p.run()] += p.count()
	}
	seen := map[string]int{}
	person := begun(k.person)
	for _, p := range k.pieces {
		for range p.count() {
			seen[p.run()]++
			n, of := seen[p.run()], runs[p.run()]
			x := stamped{piece: p, n: n, of: of, left: apart(person, k.form, p.item)}
			if p.front {
				x.label = roman(len(pages) + 1)
				x.left = apart(k.voice.Must("ui.working-copy-short"), person, k.form, p.item)
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

// apart are the parts of a line, of which none turns the direction of another.
func apart(parts ...string) string {
	const open, shut = "\u2068", "\u2069" // first strong isolate, and its end
	return open + strings.Join(parts, shut+" · "+open) + shut
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

// run names the pages that are counted together.
func (p *piece) run() string { return fmt.Sprint(p.front, p.item) }

// String is the plan as text: one line for each run of pages.
func (k *Packet) String() string {
	return fmt.Sprintf("%s: %d pages for you, %d in the body, %d holes\n", k.Name, k.Front, k.Body, len(k.Holes)) + planLines(k.list())
}

// planLines are a line for each run of pages.
func planLines(pages []stamped) string {
	var b strings.Builder
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
			from = p.input.Path + " " + ranges(p.pages, "-")
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
