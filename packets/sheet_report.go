package packets

import (
	"slices"
	"strconv"
	"strings"

	"mappe/internal/page"
)

// mostFaults are told one by one; of the others only how many there are.
const mostFaults = 40

// Report is what a packet proved to be, for a reader.
func (v Voice) Report(r *Report) page.Doc {
	d := page.Doc{Title: v.Must("verify.title"), Lang: v.Tag(), Blocks: []page.Block{
		page.Heading{Level: 1, Text: v.Must("verify.title")},
		page.Fields{Pairs: v.made(r)},
	}}
	add := func(b ...page.Block) { d.Blocks = append(d.Blocks, b...) }
	if r.Packet == nil {
		why := v.Must("verify.unread", "Why", r.Problem)
		if r.Problem == NoLock {
			why = v.Must("verify.no-lock")
		}
		add(page.Paragraph{Text: page.Plain(why), Strong: true, Box: true})
		return d
	}
	if r.Page != nil {
		add(page.Heading{Level: 2, Text: v.Must("verify.page", "Page", r.Page.Label)}, page.Fields{Pairs: v.pageSaid(r.Page)})
	}
	add(page.Heading{Level: 2, Text: v.Must("verify.proof")})
	switch {
	case len(r.Faults) == 0:
		add(page.Paragraph{Text: page.Plain(v.Must("verify.proven", "Count", r.Packet.Pages)), Strong: true})
	case r.anew():
		add(page.Paragraph{Text: page.Plain(v.Must("verify.anew")), Strong: true})
	default:
		add(page.Paragraph{Text: page.Plain(v.Must("verify.not")), Strong: true})
		add(v.faultList(r.told())...)
	}
	if s := r.Second; s != nil {
		add(page.Paragraph{Text: page.Plain(v.Must("verify.second." + s.State))})
		if s.Why != "" {
			add(page.Paragraph{Text: page.Words{{Text: s.Why, Lang: "en"}}, Small: true})
		}
		if s.Complaint != "" {
			add(page.Paragraph{Text: page.Plain(v.Must("verify.complaint", "Complaint", s.Complaint)), Small: true})
		}
		add(v.faultList(s.Faults)...)
	}
	if r.Page == nil {
		add(v.inputStates(r)...)
	}
	return d
}

// anew tells that nothing but the digests differs, and that of every page: a
// program has stored the file anew.
func (r *Report) anew() bool {
	return len(r.Faults) == r.Packet.Pages && !slices.ContainsFunc(r.Faults, func(x Fault) bool { return x.Kind != FaultSum })
}

// told are the faults as a reader wants them: that a program has stored every
// page anew is said once, and a link to a page that is missing goes without
// saying.
func (r *Report) told() []Fault {
	missing, sums := map[string]bool{}, 0
	for _, x := range r.Faults {
		switch x.Kind {
		case FaultMissing:
			missing[x.Page] = true
		case FaultSum:
			sums++
		}
	}
	all := sums > 1 && sums+len(missing) == r.Packet.Pages
	told := slices.DeleteFunc(slices.Clone(r.Faults), func(x Fault) bool {
		return x.Kind == FaultSum && all || x.Kind == FaultLink && x.Got == "" && missing[x.Want]
	})
	if all {
		told = append(told, Fault{Kind: FaultSum})
	}
	return told
}

// made says with what and for what a packet was made.
func (v Voice) made(r *Report) []page.Pair {
	pairs := []page.Pair{{Label: v.Must("ui.file"), Value: r.File}}
	if r.Packet == nil {
		return pairs
	}
	p := r.Packet
	name := p.Name
	if p.Part != nil {
		name = v.Must("verify.part", "Packet", p.Name, "N", strconv.Itoa(p.Part.N), "Of", strconv.Itoa(p.Part.Of))
	}
	pairs = append(pairs,
		page.Pair{Label: v.Must("verify.packet"), Value: name},
		page.Pair{Label: v.Must("ui.form"), Value: p.Form},
		page.Pair{Label: v.Must("verify.copy"), Value: v.Must("verify.copy." + string(p.Copy))},
		page.Pair{Label: v.Must("ui.prepared"), Value: v.Date(p.On)},
		page.Pair{Label: v.Must("verify.with"), Value: v.Must("verify.made-with", "Program", p.Program, "Checked", p.Rulebook.Checked)})
	if p.Continues != "" {
		pairs = append(pairs, page.Pair{Label: v.Must("verify.continues"), Value: p.Continues})
	}
	lock := r.Lock
	if lock == LockInside {
		lock = v.Must("verify.lock-inside")
	}
	return append(pairs, page.Pair{Label: v.Must("verify.lock"), Value: lock})
}

// pageSaid says what a page is, where it comes from and why it is there.
func (v Voice) pageSaid(p *PageSaid) []page.Pair {
	pairs := []page.Pair{{Label: v.Must("verify.what"), Value: v.Must("verify.kind." + p.Kind)}}
	if it := p.Item; it != nil && it.Number != "" {
		value := it.name()
		if p.Of > 1 {
			value = v.Must("verify.page-of", "Item", it.name(), "N", strconv.Itoa(p.N), "Of", strconv.Itoa(p.Of))
		}
		pairs = append(pairs, page.Pair{Label: v.Must("ui.item"), Value: value}, page.Pair{Label: v.Must("ui.applicant"), Value: it.Applicant})
	}
	if p.Role != "" {
		pairs = append(pairs, page.Pair{Label: v.Must("verify.role"), Value: v.Must("verify.role." + p.Role)})
	}
	if p.File != "" {
		value := p.File
		if p.Pages > 1 {
			value = v.Must("verify.file-page", "File", p.File, "Page", strconv.Itoa(p.Page), "Pages", strconv.Itoa(p.Pages))
		}
		if p.Turned != 0 {
			value += ", " + v.Must("verify.turned", "Degrees", strconv.Itoa(p.Turned))
		}
		pairs = append(pairs, page.Pair{Label: v.Must("ui.file"), Value: value})
	}
	if it := p.Item; it != nil && it.Need != "" {
		pairs = append(pairs, page.Pair{Label: v.Must("verify.why"), Value: v.Capital(v.Must("need." + it.Need))})
	}
	if r := p.Rule; r != nil {
		pairs = append(pairs, page.Pair{Label: v.Must("ui.rests-on"), Value: r.ID + ": “" + r.Text + "”"},
			page.Pair{Label: v.Must("verify.source"), Value: v.Must("verify.read", "Source", v.Source(r.Source), "Date", r.Read)})
	}
	return pairs
}

// inputStates says what became of the files.
func (v Voice) inputStates(r *Report) []page.Block {
	if len(r.Inputs) == 0 {
		return nil
	}
	t := page.Table{Head: []string{v.Must("ui.file"), v.Must("verify.state"), v.Must("verify.pages")}, Widths: []int{50, 25, 25}, Small: true}
	elsewhere := true
	for _, in := range r.Inputs {
		state := v.Must("verify.input." + in.State)
		if in.Why != "" {
			state = v.Bracketed(state, in.Why)
		}
		elsewhere = elsewhere && in.State == InputNotLookedAt && in.Why == ""
		t.Rows = append(t.Rows, []page.Words{page.Plain(in.Path), page.Plain(state), page.Plain(strings.Join(in.Pages, ", "))})
	}
	blocks := []page.Block{page.Heading{Level: 2, Text: v.Must("verify.inputs")}}
	if elsewhere {
		blocks = append(blocks, page.Paragraph{Text: page.Plain(v.Must("verify.elsewhere", "Folder", r.Folder))})
	}
	return append(blocks, t)
}

func (v Voice) faultList(faults []Fault) []page.Block {
	if len(faults) == 0 {
		return nil
	}
	list := page.List{}
	for _, s := range v.Faults(faults) {
		list.Items = append(list.Items, page.Item{Text: page.Plain(s)})
	}
	return []page.Block{list}
}

// Faults are sentences, at most some dozens: a file that is another altogether
// has very many.
func (v Voice) Faults(faults []Fault) (lines []string) {
	for i, x := range faults {
		if i == mostFaults {
			return append(lines, v.Must("fault.more", "Count", len(faults)-i))
		}
		lines = append(lines, v.fault(x))
	}
	return lines
}

// fault is a sentence: what is missing, what is too much, or what is another.
func (v Voice) fault(x Fault) string {
	id := "fault." + x.Kind
	switch {
	case x.Got == "" && v.Has(id+".missing"):
		return v.Must(id+".missing", "Page", x.Page, "Want", x.Want)
	case x.Want == "" && x.Page == "" && v.Has(id+".file"):
		return v.Must(id+".file", "Got", x.Got)
	case x.Want == "" && v.Has(id+".extra"):
		return v.Must(id+".extra", "Page", x.Page, "Got", x.Got)
	}
	return v.Must(id, "Page", x.Page, "Want", x.Want, "Got", x.Got)
}
