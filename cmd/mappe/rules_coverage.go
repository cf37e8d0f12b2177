package main

import (
	"slices"
	"strconv"
	"strings"

	"mappe/internal/civil"
	"mappe/internal/page"
	"mappe/law"
	"mappe/packets"
)

// coverageAnswer is what became of every rule, and how many of each source
// met each fate.
type coverageAnswer struct {
	Sources []sourceCoverage `json:"sources"`
	Rows    []coveredRow     `json:"rows"`
}

// sourceCoverage counts the rules of one source.
type sourceCoverage struct {
	Source string           `json:"source"`
	Rows   int              `json:"rows"`
	Fates  map[law.Fate]int `json:"fates"`
}

// coveredRow is a row with the sentence it stands for.
type coveredRow struct {
	law.Row
	Source string `json:"source"`
	Quote  string `json:"quote,omitempty"` // none for a reading of ours
}

func newCoverage(book *law.Book) (*coverageAnswer, error) {
	rows, err := law.Coverage()
	if err != nil {
		return nil, err
	}
	a := &coverageAnswer{}
	for _, r := range rows {
		source := "ours"
		if page, isPage := strings.CutPrefix(string(r.ID), "S"); isPage {
			source = "00" + page[:1]
		}
		i := slices.IndexFunc(a.Sources, func(s sourceCoverage) bool { return s.Source == source })
		if i < 0 {
			i = len(a.Sources)
			a.Sources = append(a.Sources, sourceCoverage{Source: source, Fates: map[law.Fate]int{}})
		}
		a.Sources[i].Rows++
		a.Sources[i].Fates[r.Fate]++
		a.Rows = append(a.Rows, coveredRow{r, source, book.Sentence(r.ID)})
	}
	return a, nil
}

func rulesCoverage(v packets.Voice, _ civil.Date) (string, any, []page.Block, error) {
	a, err := newCoverage(v.Book)
	if err != nil {
		return "", nil, nil, err
	}
	return v.Must("ui.rules-coverage"), a, ruleCoverage(v, a), nil
}

// ruleCoverage prints the count and then every rule: what became of it, where,
// and the sentence.
func ruleCoverage(v packets.Voice, a *coverageAnswer) []page.Block {
	count := page.Table{Head: []string{v.Must("ui.source"), v.Must("ui.rules")}, Widths: []int{12, 12, 19, 19, 19, 19}}
	for _, f := range law.Fates {
		count.Head = append(count.Head, v.Must("fate."+string(f)))
	}
	all := sourceCoverage{Source: v.Must("ui.together"), Fates: map[law.Fate]int{}}
	line := func(s sourceCoverage) {
		row := []page.Words{page.Plain(s.Source), page.Plain(strconv.Itoa(s.Rows))}
		for _, f := range law.Fates {
			row = append(row, page.Plain(strconv.Itoa(s.Fates[f])))
		}
		count.Rows = append(count.Rows, row)
	}
	for _, s := range a.Sources {
		line(s)
		all.Rows += s.Rows
		for f, n := range s.Fates {
			all.Fates[f] += n
		}
	}
	line(all)
	blocks := []page.Block{page.Paragraph{Text: page.Plain(v.Must("ui.coverage-says"))}, count}
	for _, s := range a.Sources {
		var items []page.Item
		for _, r := range a.Rows {
			if r.Source == s.Source {
				items = append(items, coveredItem(v, r))
			}
		}
		blocks = append(blocks, page.Heading{Level: 2, Text: s.Source + " – " + v.Source(s.Source)}, page.List{Items: items})
	}
	return blocks
}

func coveredItem(v packets.Voice, r coveredRow) page.Item {
	text := string(r.ID) + " " + r.Kind + " – " + v.Must("fate."+string(r.Fate))
	if w := places(v, r.Row); w != "" {
		text += ": " + w
	}
	_, sentence, _ := strings.Cut(v.Cite(r.ID), ": ")
	it := page.Item{Text: page.Plain(text), Under: []page.Words{page.Plain(sentence)}}
	if r.Left != "" {
		it.Under = append(it.Under, page.Plain(v.Must("ui.left-because", "Why", r.Left)))
	}
	return it
}

// places are what a row points to, by kind: "note S0-20; deadline re-enter-by".
func places(v packets.Voice, r law.Row) string {
	var said []string
	last := ""
	if r.Clause {
		said = append(said, v.Must("place.clause"))
	}
	for kind, name := range r.Things() {
		if kind == last {
			said[len(said)-1] += ", " + name
			continue
		}
		last = kind
		said = append(said, v.Must("place."+kind)+" "+name)
	}
	if r.Twin != "" {
		said = append(said, v.Must("place.twin", "Rule", string(r.Twin)))
	}
	return strings.Join(said, "; ")
}
