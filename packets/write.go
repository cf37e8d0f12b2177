package packets

import (
	"fmt"
	"io"
	"strings"
)

// Write assembles the packet as one PDF and answers its lock, which the
// applicant's copy carries, too. The authority's copy refuses holes: all are
// named at once. When Write fails, what stands in out is no packet. The same
// packet gives the same bytes.
func (k *Packet) Write(out io.WriterAt) (*Lock, error) {
	if holes := k.complete().Holes; k.Copy == ForAuthority && len(holes) > 0 {
		return nil, &HolesError{holes}
	}
	p := newPress(k, out, k.list())
	if err := p.print(); err != nil {
		return nil, err
	}
	for _, x := range k.pieces {
		for in := x.input; in != nil; in = in.twin {
			if in.volume == nil {
				continue
			}
			if err := in.volume.unchanged(); err != nil {
				return nil, fmt.Errorf("%s: %w", in.Path, err)
			}
		}
	}
	return p.locked, nil
}

// HolesError is why an authority's copy was refused.
type HolesError struct{ Holes []Hole }

func (e *HolesError) Error() string {
	lines := make([]string, len(e.Holes))
	for i, h := range e.Holes {
		lines[i] = h.String() + ": is missing, or cannot be used"
	}
	return strings.Join(lines, "\n")
}

// String is the plan as text: one line for each run of pages, then one for each
// file.
func (k *Packet) String() string {
	plan := fmt.Sprintf("%s: %d pages for you, %d in the body, %d holes\n", k.File, k.Front, k.Body, len(k.Holes)) + planLines(k.list())
	if k.among == nil || k.Part == k.Parts { // the account is that of the whole
		plan += k.Account.String()
	}
	return plan
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
