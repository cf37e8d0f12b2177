package packets

import (
	"mappe/checklist"
	"mappe/internal/page"
	"mappe/law"
)

// states are the boxes of a checklist's statuses; what is to do, and what may
// be left out, has an open one.
var states = map[string]page.State{
	"have": page.Have, "missing": page.Lacking, "follows-later": page.Follows, "confirm": page.Confirm,
	"does-not-apply": page.Excused, "cannot-obtain": page.Excused,
}

// toSign is the status of a document whose letter is in the packet.
const toSign = "to-sign"

// items are a person's papers, each with the box that says how far it is, under
// headings of the level; first how many are there. in says of a packet where the
// name of an item leads, "" for nowhere, and its status; nil without a packet.
func (v Voice) items(p *checklist.Person, level int, in func(checklist.Item) (to, status string)) []page.Block {
	if len(p.Items) == 0 {
		return nil
	}
	if in == nil {
		in = func(it checklist.Item) (to, status string) { return "", it.Status() }
	}
	var b []page.Block
	if says := v.count(p, in); says != "" {
		b = append(b, page.Paragraph{Text: page.Plain(says), Strong: true})
	}
	b = append(b, v.Residence(p)...)
	group := 0
	for _, it := range p.Items {
		if it.Group != group {
			group = it.Group
			b = append(b, v.group(group, level))
		}
		name := v.term("doc." + it.ID)
		to, status := in(it)
		name[0].To = to
		b = append(b, page.Check{
			State: states[status], Number: it.Number, Text: name, Status: v.Must("status." + status),
			Who: v.who(it), Under: v.itemLines(p, it),
		})
	}
	return b
}

func (v Voice) group(n, level int) page.Heading {
	return page.Heading{Level: level, Text: v.Must("group." + string(rune('0'+n)))}
}

// count is how many of the papers to enclose are there, and where the others
// are.
func (v Voice) count(p *checklist.Person, in func(checklist.Item) (to, status string)) string {
	all := 0
	n := map[string]int{}
	for _, it := range p.Items {
		if _, s := in(it); !it.Act && !it.Extra && states[s] != page.Excused {
			all++
			n[s]++
		}
	}
	if all == 0 {
		return ""
	}
	says := []string{v.Must("count.have", "Have", n["have"], "Count", all)}
	for _, s := range []string{"missing", toSign, "follows-later", "confirm", "optional"} {
		if n[s] > 0 {
			says = append(says, v.Must("count."+s, "Count", n[s]))
		}
	}
	return v.Sentences(says...)
}

// who provides an item; of what nobody asked for there is nothing to say.
func (v Voice) who(it checklist.Item) string {
	if it.Extra {
		return ""
	}
	return v.Must("from." + it.From)
}

// itemLines say how surely an item is wanted and why, for which time, and what
// the applicant says of it.
func (v Voice) itemLines(p *checklist.Person, it checklist.Item) []page.Words {
	if it.Extra {
		return under(append([]string{v.Must("ui.extra")}, v.explained(p, it)...)...)
	}
	need := v.need(it)
	if it.Why.Op != "" {
		need = v.Sentences(need, v.Briefly(p.Case, it.Why))
	}
	lines := []string{need, v.Must("doc." + it.ID + ".hint")}
	gaps := p.Gaps(it.ID)
	for i, gap := range gaps {
		lines = append(lines, v.Must("ui.gap", "Number", gapNumber(it, i, len(gaps)), "Period", v.period(gap.From, gap.To)))
	}
	return append(under(append(lines, v.explained(p, it)...)...), v.under([]law.Cite{it.Cite})...)
}

// explained is what the applicant says of what is not there.
func (v Voice) explained(p *checklist.Person, it checklist.Item) (lines []string) {
	for _, x := range it.Lacking {
		for _, g := range x.Given {
			if p.Untranslated(g) {
				lines = append(lines, v.Must("triple.wanted", "Item", v.Apart(x.Number)+" "+v.Must("doc."+x.ID), "Language", v.language(*g.Language)))
			}
		}
	}
	for _, g := range it.Given {
		switch {
		case p.Untranslated(g):
			lines = append(lines, v.Must("triple.untranslated", "Language", v.language(*g.Language)))
		case p.Undeclared(g):
			lines = append(lines, v.Must("triple.undeclared", "Language", v.language(*g.Language)))
		case p.NotStated(g):
			lines = append(lines, v.Must("triple.not-stated", "Language", v.language(*g.Language)))
		}
		if g.Mute() {
			lines = append(lines, v.Must("ui.hole-mute", "Status", v.Must("status."+string(*g.Status))))
		}
		if g.Reason != nil {
			lines = append(lines, v.Must("ui.reason", "Reason", *g.Reason))
		}
		if g.Until != nil {
			lines = append(lines, v.Must("ui.until", "Date", *g.Until))
		}
	}
	return lines
}

// need is how surely an item is wanted; what its status says is not repeated.
func (v Voice) need(it checklist.Item) string {
	if it.Need == checklist.Confirm {
		return ""
	}
	return v.Sentence(v.Must("need." + string(it.Need)))
}
