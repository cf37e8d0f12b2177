package packets

import (
	"strconv"

	"mappe/internal/page"
)

// index is the contents of a file of a divided packet: first what is in it,
// with links, then where the rest is. That of separate files names them.
func (b *binder) index(k *Packet) page.Doc {
	v := b.v
	if k.among.apart {
		return b.listing(v.Must("ui.contents"), page.Paragraph{Text: page.Plain(v.Must("part.files"))}, b.table(k, b.k.lines, false))
	}
	var tables []page.Block
	if len(k.lines) > 0 {
		tables = append(tables, b.table(k, k.lines, false))
	}
	var others []*line
	for _, l := range b.k.lines {
		if k.among.holds[l] != k {
			others = append(others, l)
		}
	}
	return b.listing(v.Must("part.contents", "N", strconv.Itoa(k.Part), "Of", strconv.Itoa(k.Parts)),
		append(tables, page.Heading{Level: 2, Text: v.Must("part.elsewhere")}, b.table(k, others, true))...)
}
