package packets

import (
	"fmt"
	"strconv"
	"strings"

	"mappe/checklist"
	"mappe/internal/page"
)

// marked is a generated document with its bookmark.
type marked struct {
	mark string
	doc  page.Doc
}

// front are the pages for the applicant alone: what matters most, what to do,
// the checklist, what to know, and where every page of the files went.
func (b *binder) front() []marked {
	v, first := b.v, b.people[0]
	cover := v.Heading(v.Must("ui.your-case"), b.l)
	cover.Blocks = append(cover.Blocks, page.Paragraph{Text: page.Plain(v.Must("ui.working-copy")), Box: true, Strong: true})
	cover.Blocks = append(cover.Blocks, b.stale()...)
	for _, p := range b.people {
		cover.Blocks = append(cover.Blocks, page.Heading{Level: 2, Text: v.Named(p.Facts.Applicant)})
		cover.Blocks = append(cover.Blocks, v.verdict(b.l, p)...)
		cover.Blocks = append(cover.Blocks, v.Missing(p)...)
	}
	docs := []marked{{v.Must("ui.your-case"), cover}}

	steps := v.plain(v.Must("ui.steps"), v.Steps(first))
	docs = append(docs, marked{v.Must("ui.steps"), steps})

	docs = append(docs,
		marked{v.Must("ui.checklist"), v.plain(v.Must("ui.checklist"), b.each(v.Items))},
		marked{v.Must("ui.notes"), v.plain(v.Must("ui.notes"), b.each(b.notes))})

	if account := b.account(); account != nil {
		docs = append(docs, marked{v.Must("ui.account"), v.plain(v.Must("ui.account"), account)})
	}
	return docs
}

// stale is the warning, in a box, that nobody has compared what the packet
// rests on with its sources for long; once for all who are told so in the same
// words.
func (b *binder) stale() (boxes []page.Block) {
	told := map[string]bool{}
	for _, p := range b.people {
		for _, n := range p.Notes {
			text := b.v.Say("note."+n.ID, n.Vars)
			if n.ID == "stale-rule-book" && !told[text] {
				told[text] = true
				boxes = append(boxes, page.Paragraph{Text: page.Plain(text), Box: true, Strong: true})
			}
		}
	}
	return boxes
}

// each puts together what there is of every person, under a heading where
// there are several.
func (b *binder) each(of func(*checklist.Person) []page.Block) (blocks []page.Block) {
	for _, p := range b.people {
		own := of(p)
		if len(b.people) > 1 && len(own) > 0 {
			blocks = append(blocks, page.Heading{Level: 2, Text: b.v.Named(p.Facts.Applicant)})
		}
		blocks = append(blocks, own...)
	}
	return blocks
}

// notes are a person's, without those that the first person of the application
// is told in the same words.
func (b *binder) notes(p *checklist.Person) []page.Block {
	if p == b.people[0] {
		return b.v.rest(p)
	}
	_, rest := stops(p)
	return b.v.Told(b.v.Without(rest, b.people[0].Notes))
}

// plain is a front document with a heading.
func (v Voice) plain(title string, blocks []page.Block) page.Doc {
	return page.Doc{Title: title, Lang: v.Tag(),
		Blocks: append([]page.Block{page.Heading{Level: 1, Text: title}}, blocks...)}
}

// account says of every file which of its pages are in the packet, and which
// are not and why.
func (b *binder) account() []page.Block {
	v := b.v
	t := page.Table{
		Head:   []string{v.Must("ui.file"), v.Must("ui.item"), v.Must("ui.pages-in"), v.Must("ui.pages-out")},
		Widths: []int{40, 14, 23, 23},
	}
	for _, p := range b.people {
		for _, it := range p.Items {
			for _, f := range files(it) {
				in, out := v.Must("ui.none"), v.Must("ui.none")
				if found := b.in.found[key(f)]; found != nil {
					taken := b.in.pages[f]
					in = fmt.Sprintf("%s (%d)", ranges(taken), len(taken))
					if left := without(found.Pages, taken); len(left) > 0 {
						out = ranges(left) + ": " + v.Must("ui.not-selected")
					}
				} else if problem := b.in.problems[key(f)]; problem != nil {
					out = v.Must("ui.all") + ": " + v.Must("ui.problem-"+string(problem.Kind))
				}
				t.Rows = append(t.Rows, []page.Words{page.Plain(f.File), page.Plain(it.Number), page.Plain(in), page.Plain(out)})
			}
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	blocks := []page.Block{page.Paragraph{Text: page.Plain(v.Must("ui.account-says"))}, t}
	if remarks := b.remarks(); len(remarks) > 0 {
		list := page.List{}
		for _, r := range remarks {
			list.Items = append(list.Items, page.Item{Text: page.Plain(v.Remark(r))})
		}
		blocks = append(blocks, page.Heading{Level: 2, Text: v.Must("ui.remarks")}, list)
	}
	return blocks
}

// without are the pages of 1 … n that are not taken.
func without(n int, taken []int) (left []int) {
	in := make([]bool, n+1)
	for _, p := range taken {
		in[p] = true
	}
	for p := 1; p <= n; p++ {
		if !in[p] {
			left = append(left, p)
		}
	}
	return left
}

// ranges writes pages as "1-3, 7".
func ranges(pages []int) string {
	var out []string
	for i := 0; i < len(pages); {
		j := i
		for j+1 < len(pages) && pages[j+1] == pages[j]+1 {
			j++
		}
		if j > i {
			out = append(out, fmt.Sprintf("%d-%d", pages[i], pages[j]))
		} else {
			out = append(out, strconv.Itoa(pages[i]))
		}
		i = j + 1
	}
	return strings.Join(out, ", ")
}
