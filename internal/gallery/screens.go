package main

import (
	"bytes"
	"slices"

	"mappe/checklist"
	"mappe/internal/page"
	"mappe/locales"
	"mappe/packets"
)

// screen is what a command prints on a terminal.
type screen struct {
	name string // of the command: "explain"
	doc  page.Doc
}

// document is the text of a screen.
func (s screen) document(prefix string) (document, error) {
	var b bytes.Buffer
	err := page.Text(&b, s.doc, 0)
	return document{name: prefix + s.name, text: b.Bytes()}, err
}

// checked is the answer, person by person.
func checked(v packets.Voice, l *checklist.Checklist) page.Doc {
	d := v.Heading(v.Must("ui.your-case"), l)
	for _, p := range l.People {
		d.Blocks = append(d.Blocks, page.Heading{Level: 2, Text: v.Apart(v.Person(p.Facts.Applicant)) + " – " + v.Outcome(p)})
		d.Blocks = append(append(append(d.Blocks, v.Decision(l, p)...), v.Told(p.Notes)...), v.Missing(p)...)
	}
	return d
}

// explained is why the answer is what it is, and why not another.
func explained(v packets.Voice, l *checklist.Checklist) page.Doc {
	d := v.Heading(v.Must("ui.explained"), l)
	for _, p := range l.People {
		d.Blocks = append(d.Blocks, page.Heading{Level: 2, Text: v.Apart(v.Person(p.Facts.Applicant))})
		for _, part := range []struct {
			title  string
			blocks []page.Block
		}{
			{"", v.Verdict(p)}, {"ui.way", v.Path(p.Case)}, {"ui.open-title", v.Open(l, p)}, {"ui.why-not", v.WhyNot(l, p)},
			{"ui.one-application", v.Covered(l, p)}, {"ui.days", v.Days(p)}, {"ui.fee", v.FeeLine(l, p)}, {"ui.permit-until", v.Forecast(p)},
			{"ui.documents", v.Reasons(p)}, {"ui.not-asked", v.AllNotAsked(p)}, {"ui.notes", v.BriefNotes(l, p)}, {"", v.Missing(p)},
		} {
			if part.title != "" && len(part.blocks) > 0 {
				d.Blocks = append(d.Blocks, page.Heading{Level: 3, Text: v.Must(part.title)})
			}
			d.Blocks = append(d.Blocks, part.blocks...)
		}
	}
	return d
}

// said is what mappe packet says beside the packet: of its files, of what was
// left out and what is to be signed, and of its holes.
func said(v packets.Voice, l *checklist.Checklist, k *packets.Packet) page.Doc {
	d := page.Doc{Title: k.Title, Lang: v.Tag()}
	say := func(s string) { d.Blocks = append(d.Blocks, page.Paragraph{Text: page.Plain(s)}) }
	for _, r := range k.Remarks {
		say(v.Remark(r))
	}
	for _, f := range k.Account.Files {
		for _, x := range f.Left {
			say(v.LeftOut(l, f, x))
		}
	}
	for _, s := range k.Sign {
		say(v.Must("letter.sign", "Page", s.Page, "Title", v.Signs(s), "By", locales.ID("signs."+s.By)))
	}
	for _, h := range k.Holes {
		say(v.Hole(h))
	}
	return d
}

// proved is the report of a packet that is what its lock says.
func proved(lock *packets.Lock) *packets.Report {
	r := &packets.Report{File: lock.Packet + ".pdf", Lock: packets.LockInside, Proven: true, Packet: lock.Said(), Folder: "."}
	for i, f := range lock.Files {
		state := []string{packets.InputSame, packets.InputChanged, packets.InputGone, packets.InputNotLookedAt}[i%4]
		r.Inputs = append(r.Inputs, packets.InputState{Path: f.Path, State: state, Pages: lock.From(i)})
	}
	r.Second = &packets.SecondSaid{State: "agrees"}
	return r
}

// disproved is that of one in which a page and a bookmark were changed; it tells
// of a page of a file.
func disproved(lock *packets.Lock) *packets.Report {
	r := proved(lock)
	r.Proven, r.Second, r.Inputs = false, nil, nil
	i := slices.IndexFunc(lock.Pages, func(q packets.LockPage) bool { return q.File >= 0 })
	if i >= 0 {
		r.Page = lock.Page(lock.Pages[i].Label)
	}
	last := lock.Pages[len(lock.Pages)-1].Label
	r.Faults = []packets.Fault{{Kind: packets.FaultSum, Page: lock.Pages[0].Label}, {Kind: packets.FaultMissing, Page: last, Want: last}}
	return r
}
