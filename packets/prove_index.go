package packets

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"mappe/internal/proof"
)

// index compares what the index says of each item: the words of its links are
// the title and the page, and they lead to where the item begins. It is given
// the links of the index by the page that they lead to. A separate file has
// none.
func (p *proving) index(links [][]proof.Link) {
	if !slices.ContainsFunc(p.l.Pages, func(q LockPage) bool { return q.Kind == PageContents }) {
		return
	}
	for _, at := range p.l.begins() {
		q := p.l.Pages[at]
		it := p.l.Items[q.Item]
		if q.Kind == PageContents {
			continue
		}
		title, label := "", ""
		for _, l := range links[at] {
			if l.Text == q.Label || p.l.spanned(at, l.Text) {
				label = q.Label
			} else {
				title += " " + l.Text
			}
		}
		if wordsOf(title) != wordsOf(it.Title) || label != q.Label {
			p.fault(FaultIndex, at+1, it.Title+" "+q.Label, strings.TrimSpace(strings.Join(strings.Fields(title), " ")+" "+label))
		}
	}
}

// spanned tells whether the index names the pages of the item that begins with a
// page by these words: all of them, "8-12", with the blank backs of leaves between
// them. A supplement has a row for all that is done in one way, so there they may
// be fewer, and pages in the place of others begin anew.
func (l *Lock) spanned(at int, words string) bool {
	end := at
	for i := at + 1; i < len(l.Pages) && (l.Pages[i].Item == l.Pages[at].Item || l.Pages[i].Kind == PageBlank); i++ {
		if l.Continues != nil && !successive(l.Pages[i-1].Label, l.Pages[i].Label) {
			break
		}
		if l.Pages[i].Kind == PageBlank {
			continue
		}
		if l.Continues != nil && words == between(l.Pages[at].Label, l.Pages[end].Label) {
			return true
		}
		end = i
	}
	return words == between(l.Pages[at].Label, l.Pages[end].Label)
}

// begins are the pages with which items begin, by their indices in Pages. An
// item of which a part has only the rest does not begin in it.
func (l *Lock) begins() (all []int) {
	seen := map[int]bool{-1: true}
	for i, q := range l.Pages {
		if !seen[q.Item] && q.N <= 1 {
			all = append(all, i)
		}
		seen[q.Item] = true
	}
	return all
}

// marks compares the bookmarks.
func (p *proving) marks() error {
	marks, err := p.f.Marks()
	if err != nil {
		return err
	}
	var all []LockMark
	for _, m := range marks {
		all = append(all, LockMark(m))
	}
	p.compareMarks(all)
	return nil
}

func (p *proving) compareMarks(marks []LockMark) {
	var want, got []string
	for _, m := range p.l.Marks {
		want = append(want, marked(m.Depth, m.Title, p.l.Pages[m.Sheet-1].Label))
	}
	for _, m := range marks {
		got = append(got, marked(m.Depth, m.Title, p.place(m.Sheet)))
	}
	if len(want) == len(got) {
		for i := range want {
			p.equal(FaultMark, p.l.Marks[i].Sheet, want[i], got[i])
		}
		return
	}
	there := map[string]int{} // how often; a file may have the same one twice
	for _, g := range got {
		there[g]++
	}
	for i, w := range want {
		if there[w]--; there[w] < 0 {
			p.fault(FaultMark, p.l.Marks[i].Sheet, w, "")
		}
	}
	for _, g := range got {
		if there[g]--; there[g] >= 0 {
			p.fault(FaultMark, 0, "", g)
		}
	}
}

// marked is a bookmark on one line.
func marked(depth int, title, label string) string {
	return strings.Repeat("  ", depth) + title + " → " + label
}

// account tells where the lock contradicts itself: the pages of an item follow
// on one another, its stamps and its bookmark have its number and title, the
// labels are those that the stamps say, and each page of each file is in the
// packet or said to be left out.
func (l *Lock) account() (faults []Fault) {
	fault := func(i int, want, got string) {
		faults = append(faults, Fault{Sheet: i + 1, Page: l.Pages[i].Label, Kind: FaultAccount, Want: want, Got: got})
	}
	titles := map[int][]string{}
	for _, m := range l.Marks {
		titles[m.Sheet] = append(titles[m.Sheet], m.Title)
	}
	for _, at := range l.begins() {
		if name := l.Items[l.Pages[at].Item].name(); !slices.ContainsFunc(titles[at+1], func(title string) bool {
			return strings.HasPrefix(title, name) && strings.HasSuffix(title, " "+l.Pages[at].Label)
		}) {
			fault(at, name, "")
		}
	}
	last := map[int]int{} // pages of each item
	for i, q := range l.Pages {
		if !stands(q.Right, q.Label) {
			fault(i, q.Label, q.Right)
		}
		if q.Item < 0 {
			continue
		}
		if name := l.Items[q.Item].name(); !strings.HasSuffix(q.Left, name) && !strings.HasSuffix(q.Left, "…") && q.Left != "" && q.Left != l.Items[q.Item].Number {
			fault(i, name, q.Left)
		}
		if q.N == 0 {
			continue
		}
		if before, begun := last[q.Item]; q.N != before+1 && (begun || l.Part == nil) {
			fault(i, fmt.Sprint(before+1), fmt.Sprint(q.N))
		}
		last[q.Item] = q.N
	}
	for i, q := range l.Pages {
		if n := last[q.Item]; q.Item >= 0 && q.N == n && n != q.Of && l.Part == nil {
			fault(i, fmt.Sprint(q.Of), fmt.Sprint(n))
		}
	}
	if l.Part == nil {
		untold := l.untold()
		for _, path := range slices.Sorted(maps.Keys(untold)) {
			faults = append(faults, Fault{Kind: FaultAccount, Got: path + ": " + strings.Join(untold[path], ", ")})
		}
	}
	return faults
}

// stands tells whether a word stands in a line.
func stands(line, word string) bool {
	for w := range strings.FieldsSeq(line) {
		if w == word {
			return true
		}
	}
	return false
}

// name is the item as bookmarks and stamps have it.
func (it LockItem) name() string { return strings.TrimSpace(it.Number + " " + it.Title) }
