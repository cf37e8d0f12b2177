package packets

import (
	"strconv"
	"strings"

	"mappe/internal/guest"
)

// Second compares what a second reader found in a file with the lock: how many
// pages there are, what each is called, how large it is, where its links lead,
// and the bookmarks.
func (l *Lock) Second(r *guest.Report) []Fault {
	p := &proving{l: l}
	if p.equal(FaultPages, 0, strconv.Itoa(len(l.Pages)), strconv.Itoa(len(r.Pages))); p.faults != nil {
		return p.faults // nothing behind it would mean anything
	}
	for i := range l.Pages {
		p.is = append(p.is, i)
	}
	for i, q := range l.Pages {
		s := r.Pages[i]
		p.equal(FaultLabel, i+1, q.Label, s.Label)
		if !same(q.Width, s.Width) || !same(q.Height, s.Height) {
			p.fault(FaultSize, i+1, size(q.Width, q.Height), size(s.Width, s.Height))
		}
		var got []string
		for _, to := range s.Links {
			if to.Page == 0 {
				got = append(got, to.URI)
			} else {
				got = append(got, p.place(to.Page))
			}
		}
		p.equal(FaultLink, i+1, strings.Join(p.linked(&q), ", "), strings.Join(got, ", "))
	}
	p.compareMarks(flat(nil, r.Outline, 0))
	return p.faults
}

// flat are the entries of an outline in reading order.
func flat(out []LockMark, marks []guest.Mark, depth int) []LockMark {
	for _, m := range marks {
		out = flat(append(out, LockMark{depth, m.Title, m.Page}), m.Under, depth+1)
	}
	return out
}

// Blame finds the file because of which another program cannot read the
// packet: it asks for the packet of some of its files, without pages of ours,
// and halves them while one half alone cannot be read. The answer is "" where
// no file alone is to blame.
func (k *Packet) Blame(reads func(*Packet) (bool, error)) (path string, err error) {
	files := k.inputs()
	fine, err := reads(k.only(files))
	for !fine && err == nil && len(files) > 1 {
		half := len(files) / 2
		if fine, err = reads(k.only(files[:half])); fine {
			files = files[half:]
			fine, err = reads(k.only(files))
		} else {
			files = files[:half]
		}
	}
	if fine || err != nil || len(files) == 0 {
		return "", err
	}
	return files[0].Path, nil
}

// only is the packet of some files: their pages, and nothing of ours but their
// stamps.
func (k *Packet) only(files []*Input) *Packet {
	part := &Packet{
		Name: k.Name, Title: "mappe", Lang: k.Lang, Copy: ForApplicant, Password: k.Password, Random: k.Random,
		voice: k.voice, person: k.person, form: k.form,
	}
	for _, x := range k.pieces {
		for _, in := range files {
			if x.input == in {
				one := *x
				one.line, one.brings, one.mark, one.anchor, one.under = nil, nil, "", "", ""
				part.pieces = append(part.pieces, &one)
				part.Body += one.count()
			}
		}
	}
	return part
}
