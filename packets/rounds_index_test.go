package packets

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// indexRow is a row of the index of a supplement, as it is read: the number of
// the item, "" for the data sheet, the pages, and what they do to which others.
type indexRow struct {
	number, verb string
	pages, over  []string
	leads        []int // where the links of its pages lead
}

var (
	indexHead  = [][]string{{"Change", "Ændring"}, {"Page", "Side"}, {"No.", "Nr."}}
	indexVerbs = map[string]string{
		"new": "new", "nyt": "new", "adds": "adds", "supplerer": "adds", "replaces": "replaces", "erstatter": "replaces",
		"answers": "answers", "jf.": "answers", "withdrawn:": "withdrawn", "trækkes": "withdrawn",
	}
	indexSpan   = regexp.MustCompile(`^(\d+[a-z]*)(?:–(\d+[a-z]*))?,?$`)
	indexNumber = regexp.MustCompile(`^[A-Z]?\d+\.\d+$`)
)

// expanded are the labels of the spans among words, "8–12,", "8a–8d", that may be
// broken behind the dash.
func expanded(words []string) (all []string) {
	for i := 0; i < len(words); i++ {
		span := words[i]
		if strings.HasSuffix(span, "–") && i+1 < len(words) {
			i++
			span += words[i]
		}
		m := indexSpan.FindStringSubmatch(span)
		if m == nil {
			continue
		}
		label := m[1]
		for m[2] != "" && label != m[2] && len(all) < 1000 {
			all, label = append(all, label), advanced(label, 1)
		}
		all = append(all, label)
	}
	return all
}

// index reads the rows on one page of the index, by where the words of its
// columns stand.
func (x leaf) index(t *testing.T) (rows []indexRow) {
	t.Helper()
	var at [3]leafWord
	for i, names := range indexHead {
		n := slices.IndexFunc(x.words, func(w leafWord) bool {
			return slices.Contains(names, w.text) && (i == 0 || w.y0 == at[0].y0)
		})
		if n < 0 {
			return nil // the table ended on the page before
		}
		at[i] = x.words[n]
	}
	change, page, left := at[0], at[1], at[2]
	var tops []float64
	for _, w := range x.words {
		if w.y0 > change.y1 && w.x0 > change.x0-1 && w.x0 < change.x0+1 && indexVerbs[w.text] != "" {
			tops = append(tops, w.y0)
		}
	}
	slices.Sort(tops) // poppler has the words of a page in another order
	for i, top := range tops {
		end := x.high - 60
		if i+1 < len(tops) {
			end = tops[i+1]
		}
		for _, w := range x.words { // a line at the left that is no number stands behind the table
			if w.y0 > top+1 && w.y0 < end && w.x0 > left.x0-1 && w.x0 < left.x0+1 {
				end = w.y0
			}
		}
		var r indexRow
		var cells [2][]string // pages, and what they do
		for _, w := range x.words {
			switch {
			case w.y0 < top-1 || w.y0 >= end-1:
			case w.x0 > change.x0-1:
				if verb := indexVerbs[w.text]; verb != "" && r.verb == "" {
					r.verb = verb
				}
				cells[1] = append(cells[1], w.text)
			case w.x0 > page.x0-1:
				cells[0] = append(cells[0], w.text)
			case w.y0 < top+1 && indexNumber.MatchString(w.text):
				r.number = w.text
			}
		}
		r.pages, r.over = expanded(cells[0]), expanded(cells[1])
		for _, l := range x.links {
			if l.x0 > page.x0-3 && l.y1 > top && l.y0 < end-1 {
				r.leads = append(r.leads, l.to)
			}
		}
		rows = append(rows, r)
	}
	return rows
}

// indexed reads the index of a supplement, and follows its links.
func indexRows(t *testing.T, b *bundle, contents []int) (rows []indexRow) {
	t.Helper()
	for _, i := range contents {
		begun := map[int]bool{} // a link may take two lines
		for _, l := range b.pages[i].links {
			first, _, _ := strings.Cut(strings.TrimSuffix(b.pages[i].under(l), ","), "–")
			if !indexSpan.MatchString(first) || begun[l.to] {
				continue
			}
			begun[l.to] = true
			if b.pages[l.to].label != first {
				t.Errorf("the index leads from %q to the page %q", b.pages[i].under(l), b.pages[l.to].label)
			}
		}
		rows = append(rows, b.pages[i].index(t)...)
	}
	for _, r := range rows {
		if (r.verb == "withdrawn") != (len(r.pages) == 0) || (r.verb == "new") != (len(r.over) == 0) {
			t.Errorf("a row of the index says %+v", r)
		}
		for _, to := range r.leads {
			if !slices.Contains(r.pages, b.pages[to].label) {
				t.Errorf("the index leads to page %s from the row %+v", b.pages[to].label, r)
			}
		}
	}
	return rows
}
