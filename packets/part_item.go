package packets

import "fmt"

// Separate divides the packet into a file for each item, and an index, which
// has the data sheet behind it and names the files. Whoever takes a document at
// a portal wants the document: neither the separator, whose task a file has,
// nor a page that was left blank for the printer. Every stamp says which item it
// is, and the pages keep the numbers of the whole. What is for the applicant
// alone has a file of its own, since it is not to be handed in.
func (k *Packet) Separate() ([]*Packet, error) {
	d := &division{whole: k, holds: map[*line]*Packet{}, apart: true}
	first := k.binder.people[0].Facts.Applicant
	index := d.file(indexFile(first), k.binder.v.Must("ui.contents"))
	var own *Packet // the pages for the applicant alone
	for _, u := range k.units() {
		switch {
		case u.line == nil:
			for _, p := range u.pieces {
				switch p.kind {
				case PageContents:
					d.add(index, nil, stand(p))
				case PageFront:
					own = d.file(ownFile(first), k.binder.v.reader().Must("ui.for-you"))
					d.add(own, nil, stand(p))
				case PageLetter: // that is sent
					d.add(own, nil, p)
				}
			}
		case u.line.id != "":
			d.add(d.file(letterFileName(u.line, first), u.line.title), u.line, u.pieces[0])
		case u.line.owner == nil:
			d.add(index, u.line, u.pieces[0])
		default:
			d.separate(u)
		}
	}
	return d.files, d.close()
}

// separate makes the file of an item.
func (d *division) separate(u unit) {
	missing := false
	var pieces []*piece
	for _, p := range u.pieces {
		switch p.kind {
		case PageSeparator, PageBlank:
			continue
		case PageHole:
			missing = true
		}
		pieces = append(pieces, p)
	}
	if len(pieces) == 0 {
		return
	}
	if first := u.pieces[0]; pieces[0] != first { // the separator, which had what leads here
		pieces[0] = stand(pieces[0])
		pieces[0].mark, pieces[0].anchor, pieces[0].under = first.mark, first.anchor, first.under
	}
	d.add(d.file(itemFile(u.line, missing), fmt.Sprintf("%s %s", u.line.number, u.line.title)), u.line, pieces...)
}
