package main

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"mappe/checklist"
	"mappe/forms"
	"mappe/internal/civil"
	"mappe/internal/page"
	"mappe/law"
	"mappe/locales"
	"mappe/packets"
)

// document is a file to be shown: a PDF, HTML, or text.
type document struct {
	place    int    // of its case among the cases
	name     string // path without extension: "mf4-family/da-list"
	pdf      []byte
	html     []byte
	text     []byte        // of what a terminal shows
	lock     *packets.Lock // of a packet
	captions []string      // of the pages of a packet, "" for one that is not shown
	pictures []string      // paths in the gallery, once painted
}

// language is a way to make a Voice.
type language struct {
	tag string
	new func() (*locales.Printer, error)
}

func languages() (all []language) {
	for _, tag := range locales.Tags() {
		all = append(all, language{tag, func() (*locales.Printer, error) { return locales.New(tag) }})
	}
	return append(all, language{pseudo, locales.Pseudo})
}

const pseudo = "pseudo"

// alike are cases that look in the pseudo-language as others do there.
var alike = []string{"eight", "eight-abroad", "forty"}

// today is the day of every picture; the rule book is as if compared with its
// sources on that day.
var today = civil.Date{Year: 2026, Month: 11, Day: 22}

// documents are those of all cases in one language. The error names what could
// not be made; the rest is there.
func documents(repository string, l language) (all []document, err error) {
	printer, err := l.new()
	if err != nil {
		return nil, err
	}
	ours, err := law.Ours()
	if err != nil {
		return nil, err
	}
	book := *ours
	book.Checked = today
	v := packets.Voice{Printer: printer, Book: &book}
	var failed []error
	cases, err := scenes(repository)
	if err != nil {
		return nil, err
	}
	for i, c := range cases {
		if l.tag == pseudo && slices.Contains(alike, c.name) {
			continue
		}
		shown, err := ofCase(c, l.tag, v)
		if err != nil {
			failed = append(failed, fmt.Errorf("%s, %s: %w", c.file, l.tag, err))
		}
		for _, d := range shown {
			d.place = i
			all = append(all, d)
		}
	}
	for _, s := range forms.Schemes {
		if s.Form == "" {
			continue
		}
		items, err := checklist.Blank(s.ID, today, &book)
		if err != nil {
			return nil, err
		}
		shown, err := sheet("blank/"+l.tag+"-"+s.ID, v, v.Blank(s.Form, items))
		if err != nil {
			failed = append(failed, fmt.Errorf("blank %s, %s: %w", s.Form, l.tag, err))
		}
		for _, d := range shown {
			d.place = len(cases)
			all = append(all, d)
		}
	}
	return all, errors.Join(failed...)
}

// enlarged tells whether a document is also shown in large print: in Danish,
// unless it has very many pages. The tests look at all.
func enlarged(name string) bool {
	return strings.Contains(name, "/da-") && !slices.Contains(alike, path.Dir(name))
}

// sheet is a page.Doc in print and as HTML, and in large print.
func sheet(name string, v packets.Voice, d page.Doc) ([]document, error) {
	var normal, large, html bytes.Buffer
	pages := func(n, of int) string { return v.Must("ui.page-of", "Page", n, "Of", of) }
	if err := page.PDF(&normal, d, page.Options{Pages: pages}); err != nil {
		return nil, err
	}
	if err := page.HTML(&html, d); err != nil {
		return nil, err
	}
	all := []document{{name: name, pdf: normal.Bytes()}, {name: name + "-html", html: html.Bytes()}}
	if !enlarged(name) {
		return all, nil
	}
	if err := page.PDF(&large, d, page.Options{Large: true, Pages: pages}); err != nil {
		return nil, err
	}
	return append(all, document{name: name + "-large", pdf: large.Bytes()}), nil
}

// planLine is a line of a packet's plan: the pages, what they are, whence.
var planLine = regexp.MustCompile(`^ *(\S+)  (.*)  \[(.*)\]$`)

// captions are what is on each page of a packet, as its plan has it. Of pages
// that are copied from a file only the first is shown.
func captions(plan string, pages []packets.LockPage) (all []string) {
	for _, line := range strings.Split(plan, "\n")[1:] {
		m, first := planLine.FindStringSubmatch(line), len(all)
		if m == nil || first == len(pages) {
			break
		}
		label := pages[first].Label
		copied := m[3] != "made by mappe"
		caption := label + ": " + m[2]
		if copied {
			caption += " (" + m[3] + ")"
		}
		all = append(all, caption)
		for i := 1; m[1] != label && m[1] != label+"-"+pages[len(all)-1].Label; i++ {
			if caption = fmt.Sprintf("%s + %d: %s", label, i, m[2]); copied {
				caption = ""
			}
			if all = append(all, caption); len(all) == len(pages) {
				break
			}
		}
	}
	return all
}
