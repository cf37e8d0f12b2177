package packets

import (
	"crypto/sha256"
	"fmt"
	"strings"

	"mappe/internal/page"
	"mappe/internal/pdf"
)

// pending is a code on a separator: it holds the digest of the packet, and that
// is known when the last file was copied.
type pending struct {
	ref  pdf.Ref
	item string // number
}

// code keeps a place on a sheet for the code of an item.
func (p *press) code(s *pdf.Sheet, at pdf.Rect, item string) pdf.Elem {
	c := pending{p.w.Reserve(), item}
	p.codes = append(p.codes, c)
	id := s.Tag("Figure", func() {
		s.Paint(c.ref, pdf.Matrix{at.Width(), 0, 0, at.Height(), at[0], at[1]})
	})
	return pdf.Elem{
		Role: "Figure", Alt: p.k.voice.Must("ui.alt-code", "Item", item), Attributes: placed(at, s),
		Kids: []pdf.Kid{pdf.Marked{Sheet: p.w.Sheets() + 1, ID: id}},
	}
}

// setCodes draws the codes.
func (p *press) setCodes() error {
	if len(p.codes) == 0 {
		return nil
	}
	p.w.Settle()
	if err := p.w.Err(); err != nil { // then not every file was read to its end
		return err
	}
	digest, err := p.digest()
	if err != nil {
		return err
	}
	for _, c := range p.codes {
		code, err := page.QR(p.k.code(c.item, digest))
		if err != nil {
			return fmt.Errorf("%s: %w", c.item, err)
		}
		p.w.Set(c.ref, code.Form())
	}
	return nil
}

// code is the text of the code of an item: which packet, which item, and the
// packet's digest. All its characters are of the small set that codes write
// densely.
func (k *Packet) code(item string, digest [32]byte) string {
	name := strings.TrimSuffix(k.Name, ".pdf")
	return strings.ToUpper(fmt.Sprintf("mappe:%s/%s/sha256:%x", strings.ReplaceAll(name, "_", "-"), item, digest))
}

// digest is that of the whole packet, also in a part of it: of the plan of its
// body, which all copies share, and of a line for each file, in the order of
// their first use, with the digest of what was copied and the path.
func (p *press) digest() (sum [32]byte, err error) {
	h := sha256.New()
	k := p.k.complete()
	h.Write([]byte(planLines(k.list()[k.Front:])))
	told := map[*Input]bool{}
	for _, x := range k.pieces {
		if x.input == nil || told[x.input] {
			continue
		}
		told[x.input] = true
		file, err := x.input.digest()
		if err != nil {
			return sum, err
		}
		fmt.Fprintf(h, "%x  %s\n", file, x.input.Path)
	}
	return [32]byte(h.Sum(nil)), nil
}
