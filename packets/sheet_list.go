package packets

import (
	"mappe/checklist"
	"mappe/internal/page"
	"mappe/law"
)

// List is the checklist of a whole case, for every outcome: what comes out,
// what to do, which papers, what to know. Of several people each begins a page.
func (v Voice) List(l *checklist.Checklist) page.Doc {
	d := v.Heading(v.Must("ui.checklist"), l)
	level := 1
	if len(l.People) == 1 {
		level = 2 // the title is that of one person
	}
	for i, p := range l.People {
		if i > 0 {
			d.Blocks = append(d.Blocks, page.Break{})
		}
		d.Blocks = append(d.Blocks, page.Heading{Level: level, Text: v.Apart(v.Printable(p.Facts.Applicant))})
		d.Blocks = append(d.Blocks, v.Case(l, p, level+1)...)
		part := func(message string, blocks []page.Block) {
			if len(blocks) > 0 {
				d.Blocks = append(append(d.Blocks, page.Heading{Level: 2, Text: v.Must(message)}), blocks...)
			}
		}
		part("ui.steps", v.Steps(p))
		part("ui.checklist", append(v.items(p, 3, nil), v.bring(l, p, 3)...))
		_, rest := stops(p)
		part("ui.notes", v.told(rest, 3))
	}
	return d
}

// Heading begins a document of a case: its title, the case, the day, and what
// mappe is and is not, said once.
func (v Voice) Heading(title string, l *checklist.Checklist) page.Doc {
	name := title
	if l.Profile.Case != "" {
		name += " – " + v.Apart(l.Profile.Case)
	}
	return page.Doc{
		Title: name, Lang: v.Tag(), Note: v.Standing(),
		Blocks: append([]page.Block{
			page.Heading{Level: 1, Text: name},
			page.Paragraph{Text: page.Plain(v.Sentences(v.Must("ui.as-of", "Date", l.On, "Checked", l.Book.Checked), v.Must("ui.disclaimer"))), Small: true},
		}, append(v.stands(), v.OtherBook(l.Book)...)...),
	}
}

// OtherBook says that a rule book other than mappe's own was used, and which;
// nothing of our own.
func (v Voice) OtherBook(b *law.Book) []page.Block {
	if b.Name == "" {
		return nil
	}
	return []page.Block{page.Paragraph{Text: page.Plain(v.Must("ui.other-book", "Folder", b.Name, "Digest", b.Digest[:19]))}}
}
