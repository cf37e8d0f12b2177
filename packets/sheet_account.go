package packets

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"mappe/checklist"
	"mappe/internal/page"
)

// told is the part of the front that says where every page of the files went:
// a row for each place that names a file.
func (b *binder) told() []page.Block {
	a := b.account()
	if len(a.Files) == 0 {
		return nil
	}
	v := b.v
	t := page.Table{
		Head:   []string{v.Must("ui.file"), v.Must("ui.number"), v.Must("ui.pages-in"), v.Must("ui.pages-at"), v.Must("ui.pages-out")},
		Widths: []int{34, 9, 16, 14, 27}, Small: true, Named: true,
	}
	for _, f := range a.Files {
		for i, u := range f.Uses {
			number := page.Plain(v.Must("ui.none"))
			if u.Number != "" {
				number = page.Words{{Text: v.Apart(u.Number), To: b.enclosed(u.Number)}}
			}
			in, at := v.Must("ui.none"), ""
			if u.Labels != nil {
				in = v.Must("ui.pages-of", "Pages", ranges(u.Pages, "–"), "Total", strconv.Itoa(f.Pages))
				at = v.Apart(together(u.Labels, "–"))
			}
			out := v.Must("ui.none")
			if i == 0 {
				out = v.left(b.l, f)
			}
			t.Rows = append(t.Rows, []page.Words{page.Plain(v.Apart(page.Drawable(f.Path))), number, page.Plain(in), page.Plain(at), page.Plain(out)})
		}
	}
	blocks := []page.Block{page.Paragraph{Text: page.Plain(v.Sentences(v.Must("ui.account-says"), v.sum(a)))}, t}
	if remarks := b.remarks(); len(remarks) > 0 {
		list := page.List{}
		for _, r := range remarks {
			list.Items = append(list.Items, page.Item{Text: page.Plain(page.Drawable(v.Remark(r)))})
		}
		blocks = append(blocks, page.Heading{Level: 2, Text: v.Must("ui.remarks")}, list)
	}
	return blocks
}

// sum is an account in sentences.
func (v Voice) sum(a Account) string {
	pages, in, left, again, unknown := a.Sum()
	says := []string{v.Must("account.sum", "Count", pages)}
	switch {
	case pages == 0:
		says = nil
	case left == 0:
		says = append(says, v.Must("account.all"))
	default:
		says = append(says, v.Must("account.in", "Count", in), v.Must("account.left", "Count", left))
	}
	if again > 0 {
		says = append(says, v.Must("account.again", "Count", again))
	}
	if unknown > 0 {
		says = append(says, v.Must("account.unknown", "Count", unknown))
	}
	return v.Sentences(says...)
}

// left says which pages of a file are left out, and why.
func (v Voice) left(l *checklist.Checklist, f Accounted) string {
	var lines []string
	for _, x := range f.Left {
		which := v.Must("ui.all")
		if len(x.Pages) < f.Pages {
			which = ranges(x.Pages, "–")
		}
		lines = append(lines, v.Must("left.pages", "Pages", which, "Why", v.Left(l, x)))
	}
	if lines == nil {
		return v.Must("ui.none")
	}
	return strings.Join(lines, "\n")
}

// Left is why pages are not in the packet, in the reader's language.
func (v Voice) Left(l *checklist.Checklist, x Left) string {
	if x.Problem != nil {
		return v.Must("ui.problem-" + string(x.Problem.Kind))
	}
	name := x.Applicant
	if i := slices.IndexFunc(l.People, func(p *checklist.Person) bool { return p.ID() == x.Applicant }); i >= 0 {
		name = v.Printable(l.People[i].Facts.Applicant)
	}
	if x.Applicant == "" {
		return v.Must("left." + x.Why)
	}
	return v.Must("left."+x.Why, "Name", name)
}

// LeftOut says that pages of a file are not in the packet, and why.
func (v Voice) LeftOut(l *checklist.Checklist, f Accounted, x Left) string {
	return v.Must("left.told", "File", f.Path, "Count", len(x.Pages), "Pages", ranges(x.Pages, "–"), "Why", v.Left(l, x))
}

// together are labels as a reader wants them: "6–8, 14a".
func together(labels []string, dash string) string {
	var out []string
	for i := 0; i < len(labels); {
		j := i
		for j+1 < len(labels) && successive(labels[j], labels[j+1]) {
			j++
		}
		if j > i {
			out = append(out, labels[i]+dash+labels[j])
		} else {
			out = append(out, labels[i])
		}
		i = j + 1
	}
	return strings.Join(out, ", ")
}

// String is the account as text, a line for each file.
func (a Account) String() string {
	if len(a.Files) == 0 {
		return ""
	}
	pages, in, left, again, unknown := a.Sum()
	var b strings.Builder
	fmt.Fprintf(&b, "files: %d, of %d pages: %d in the packet, %d left out", len(a.Files), pages, in, left)
	if again > 0 {
		fmt.Fprintf(&b, ", %d repeated", again)
	}
	if unknown > 0 {
		fmt.Fprintf(&b, "; the pages of %d can't be counted", unknown)
	}
	b.WriteByte('\n')
	for _, f := range a.Files {
		var says []string
		for _, u := range f.Uses {
			if u.Labels != nil {
				says = append(says, fmt.Sprintf("%s: %s on %s", u.Number, ranges(u.Pages, "-"), together(u.Labels, "-")))
			}
		}
		for _, l := range f.Left {
			which := "all"
			if len(l.Pages) < f.Pages {
				which = ranges(l.Pages, "-")
			}
			says = append(says, fmt.Sprintf("left out %s (%s)", which, l))
		}
		of := ""
		if f.Pages > 0 {
			of = " of " + strconv.Itoa(f.Pages)
		}
		fmt.Fprintf(&b, "    file  %s%s  [%s]\n", f.Path, of, strings.Join(says, "; "))
	}
	return b.String()
}

// String is why pages are left out, for the plan.
func (l Left) String() string {
	switch {
	case l.Problem != nil:
		return string(l.Problem.Kind)
	case l.Why == LeftElsewhere:
		return "in the packet of " + l.Applicant
	case l.Why == LeftNoPacket:
		return "no packet for " + l.Applicant
	case l.Why == LeftFiled:
		return "filed before"
	}
	return "not selected"
}
