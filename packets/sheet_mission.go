package packets

import (
	"mappe/checklist"
	"mappe/forms"
	"mappe/internal/page"
	"mappe/locales"
)

// wishes are what the mission asks of a person, as a group of their own with a
// heading of the level, beneath it what is told of the mission; nothing else
// where there are none.
func (v Voice) wishes(m *checklist.Mission, wishes []checklist.Wish, level int, status string, told ...page.Block) []page.Block {
	if len(wishes) == 0 {
		return told
	}
	b := []page.Block{
		page.Heading{Level: level, Text: v.Must("mission.asks")},
		page.Paragraph{Text: page.Plain(v.Must("mission.says", "Name", m.Name.In(v.Tag())))},
		page.Paragraph{Text: v.Quoted("S1-62"), Small: true},
	}
	b = append(b, told...)
	for _, w := range wishes {
		b = append(b, page.Check{
			Number: w.Number, Text: v.wished(w), Status: status, Who: v.Must("from.applicant"),
			Under: []page.Words{v.asked(m)},
		})
	}
	return b
}

// bring are a person's things to bring to the mission.
func (v Voice) bring(l *checklist.Checklist, p *checklist.Person, level int) []page.Block {
	return v.wishes(l.Mission, p.Wishes, level, v.Must("mission.bring"))
}

// Wish is a thing that a mission asks for, in words.
func (v Voice) Wish(w checklist.Wish) string {
	switch {
	case w.Words != nil:
		return w.Words.In(v.Tag())
	case w.Document:
		return v.Must("doc." + w.ID)
	case w.Count > 0:
		return v.Must("wish."+w.ID, "Count", w.Count)
	}
	return v.Must("wish." + w.ID)
}

// wished is Wish with the Danish name beside a courtesy one. A name that the
// mission's file gives is English then.
func (v Voice) wished(w checklist.Wish) page.Words {
	if w.Document {
		return v.term("doc." + w.ID)
	}
	if w.Words != nil && v.Courtesy() { // the mission's own words, of which there are these two
		return page.Words{{Text: w.Words.EN, Lang: "en"}, {Text: "\n"}, {Text: w.Words.DA, Lang: "da"}}
	}
	if v.Courtesy() {
		return append(page.Plain(v.Wish(w)+"\n"), page.Span{Text: v.inDanish().Wish(w), Lang: "da"})
	}
	return page.Plain(v.Wish(w))
}

// asked is where and when a mission's wish was read, with the words of its page.
func (v Voice) asked(m *checklist.Mission) page.Words {
	id := "mission.wish"
	if m.Source.Stored {
		id = "mission.wish-stored"
	}
	lang := m.Source.Language
	if lang == "" {
		lang = "en"
	}
	quote := page.Span{Text: "“" + m.Source.Quote + "”"}
	if lang != v.Tag() {
		quote.Lang = lang
	}
	return page.Words{{Text: v.Join(locales.Colon, v.Must(id, "Page", m.Source.URL, "Checked", m.Source.Checked), "")}, quote}
}

// Asked is asked as plain text.
func (v Voice) Asked(m *checklist.Mission) string { return v.asked(m).String() }

// BlankAt adds to the blank checklist of a form what a mission asks for, or why
// it asks for nothing.
func (v Voice) BlankAt(d page.Doc, m *checklist.Mission, wishes []checklist.Wish, notes []forms.Note) page.Doc {
	var told []page.Block
	for _, n := range notes {
		told = append(told, page.Paragraph{Text: page.Plain(v.Note(n)), Box: true, Strong: n.Severity != forms.Info})
		if n.Cite != "" {
			told = append(told, page.Paragraph{Text: v.Quoted(n.Cite), Small: true})
		}
	}
	d.Blocks = append(d.Blocks, v.wishes(m, wishes, 2, "", told...)...)
	return d
}
