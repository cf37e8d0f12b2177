package packets

import (
	"strconv"

	"mappe/internal/page"
	"mappe/internal/scan"
	"mappe/locales"
)

// Hint says what is to be seen of a scan.
func (v Voice) Hint(s Scan, h scan.Hint) string {
	return v.Must("scan."+string(h.Kind), "DPI", s.DPI)
}

// Unseen says why a page was not looked at.
func (v Voice) Unseen(s Scan) string { return v.Must("unseen."+s.Why, "Note", s.Note) }

// Scans are the hints, page by page, what was not looked at and why, and how
// many pages there were.
func (v Voice) Scans(all []Scan) []page.Block {
	var items []page.Item
	looked, words, well := 0, 0, true
	for _, s := range all {
		switch s.Why {
		case "":
			looked++
		case "words":
			words++
			continue
		}
		if s.Looked() && len(s.Hints) == 0 {
			continue
		}
		well = well && len(s.Hints) == 0
		items = append(items, v.scan(s))
	}
	b := []page.Block{page.Heading{Level: 2, Text: v.Must("ui.scans")}}
	if looked == 0 && len(items) == 0 {
		return append(b, page.Paragraph{Text: page.Plain(v.Must("ui.scans-none"))})
	}
	b = append(b, page.Paragraph{Text: page.Plain(v.Must("ui.scans-says")), Small: true})
	if len(items) > 0 {
		b = append(b, page.List{Items: items})
	}
	sum := v.Must("ui.scans-looked", "Count", looked)
	if well && looked > 0 {
		sum = v.Sentences(sum, v.Must("ui.scans-well"))
	}
	if words > 0 {
		sum = v.Sentences(sum, v.Must("ui.scans-words", "Count", words))
	}
	return append(b, page.Paragraph{Text: page.Plain(sum)})
}

// scan is what there is to say of a page.
func (v Voice) scan(s Scan) page.Item {
	name := v.Apart(s.File)
	if s.Page > 0 {
		name = v.Must("ui.scan-page", "File", s.File, "Page", strconv.Itoa(s.Page))
	}
	if !s.Looked() {
		return page.Item{Text: page.Plain(v.Join(locales.Colon, name, v.Must("ui.scan-unseen", "Why", v.Unseen(s))))}
	}
	it := page.Item{Text: page.Plain(name)}
	for _, h := range s.Hints {
		says := v.Hint(s, h)
		if r := s.Remedy(h); r != "" {
			says = v.Sentences(says, v.Must("ui.scan-remedy", "Remedy", r))
		}
		it.Under = append(it.Under, page.Plain(says))
	}
	return it
}
