package packets

import (
	"mappe/checklist"
	"mappe/internal/page"
	"mappe/law"
)

// List is the checklist of a whole case, for every outcome: what comes out,
// what to do, which papers; each person begins a page.
func (v Voice) List(l *checklist.Checklist) page.Doc {
	d := v.Heading(v.Must("ui.checklist"), l)
	for i, p := range l.People {
		if i > 0 {
			d.Blocks = append(d.Blocks, page.Break{})
		}
		d.Blocks = append(d.Blocks, page.Heading{Level: 2, Text: v.Person(p.Facts.Applicant)})
		d.Blocks = append(d.Blocks, v.Case(l, p)...)
		if steps := v.Steps(p); steps != nil {
			d.Blocks = append(d.Blocks, page.Heading{Level: 3, Text: v.Must("ui.steps")})
			d.Blocks = append(d.Blocks, steps...)
		}
		d.Blocks = append(d.Blocks, v.items(p, 3, nil)...)
		d.Blocks = append(d.Blocks, v.rest(p)...)
		d.Blocks = append(d.Blocks, v.Missing(p)...)
	}
	return d
}

// Heading begins a document of a case: its title, the case, the day, and what
// mappe is and is not, said once.
func (v Voice) Heading(title string, l *checklist.Checklist) page.Doc {
	name := title
	if l.Profile.Case != "" {
		name += " – " + l.Profile.Case
	}
	return page.Doc{
		Title: name, Lang: v.Tag(),
		Blocks: append([]page.Block{
			page.Heading{Level: 1, Text: name},
			page.Paragraph{Text: page.Plain(v.Must("ui.as-of", "Date", l.On, "Checked", l.Book.Checked) + " " + v.Must("ui.disclaimer")), Small: true},
		}, v.OtherBook(l.Book)...),
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
