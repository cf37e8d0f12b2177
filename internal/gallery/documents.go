package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"mappe/checklist"
	"mappe/forms"
	"mappe/internal/civil"
	"mappe/internal/page"
	"mappe/internal/pdf"
	"mappe/law"
	"mappe/locales"
	"mappe/packets"
	"mappe/profile"
)

// document is a file to be shown: a PDF, or HTML.
type document struct {
	place    int    // of its case among the cases
	name     string // path without extension: "mf4-family/da-list"
	pdf      []byte
	html     []byte
	captions []string // of the pages of a packet, "" for one that is not shown
	pictures []string // paths in the gallery, once painted
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
		shown, err := sheet("blank/"+l.tag+"-"+s.ID, v.Blank(s.Form, items))
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

// ofCase are the list of a case and its first packet; the others are alike.
func ofCase(c scene, tag string, v packets.Voice) (all []document, err error) {
	defer locales.Rescue(&err)
	name := c.name + "/" + tag + "-"
	src, err := os.ReadFile(c.file)
	if err != nil {
		return nil, err
	}
	p, err := profile.Decode(c.file, src)
	if err != nil {
		return nil, err
	}
	assessed, err := forms.Assess(p, today, v.Book)
	if err != nil {
		return nil, err
	}
	l, err := checklist.Build(assessed)
	if err != nil {
		return nil, err
	}
	if err := c.visit(l); err != nil {
		return nil, err
	}
	style, err := c.style()
	if err != nil {
		return nil, err
	}
	all, err = sheet(name+"list", v.Branded(v.List(l), style.Brand))
	if err != nil || len(l.Applications) == 0 {
		return all, err
	}
	root, err := os.OpenRoot(c.folder)
	if err != nil {
		return all, err
	}
	defer root.Close()
	beside, err := root.OpenRoot(filepath.Dir(c.official))
	if err != nil {
		return all, err
	}
	defer beside.Close()
	in, err := packets.Survey(root, l)
	if err == nil {
		l, err = c.enclose(beside, in, l, v)
	}
	if err != nil {
		return all, err
	}
	for _, large := range []bool{false, true} {
		if large && !enlarged(name) {
			continue
		}
		style.Large = large
		k, err := packets.Plan(l, 0, in, v, style)
		if err != nil {
			return all, err
		}
		var out pdf.Memory
		if _, err := k.Write(&out); err != nil {
			return all, err
		}
		d := document{name: name + "packet", pdf: out.Bytes(), captions: captions(k.String())}
		if large {
			d.name += "-large"
		}
		all = append(all, d)
	}
	return all, nil
}

// enlarged tells whether a document is also shown in large print: in Danish,
// unless it has very many pages. The tests look at all.
func enlarged(name string) bool {
	return strings.Contains(name, "/da-") && !slices.Contains(alike, path.Dir(name))
}

// sheet is a page.Doc in print and as HTML, and in large print.
func sheet(name string, d page.Doc) ([]document, error) {
	var normal, large, html bytes.Buffer
	if err := page.PDF(&normal, d, page.Options{}); err != nil {
		return nil, err
	}
	if err := page.HTML(&html, d); err != nil {
		return nil, err
	}
	all := []document{{name: name, pdf: normal.Bytes()}, {name: name + "-html", html: html.Bytes()}}
	if !enlarged(name) {
		return all, nil
	}
	if err := page.PDF(&large, d, page.Options{Large: true}); err != nil {
		return nil, err
	}
	return append(all, document{name: name + "-large", pdf: large.Bytes()}), nil
}

// planLine is a line of a packet's plan: the pages, what they are, whence.
var planLine = regexp.MustCompile(`(?m)^ *(\w+)(?:-(\w+))?  (.*)  \[(.*)\]$`)

// captions are what is on each page of a packet. Of pages that are copied from
// a file only the first is shown.
func captions(plan string) (all []string) {
	_, lines, _ := strings.Cut(plan, "\n")
	for _, m := range planLine.FindAllStringSubmatch(lines, -1) {
		first, last := number(m[1]), number(m[1])
		if m[2] != "" {
			last = number(m[2])
		}
		for n := first; n <= last; n++ {
			caption := fmt.Sprintf("%s: %s", m[1], m[3])
			if m[4] != "made by mappe" {
				caption += " (" + m[4] + ")"
			}
			if n > first {
				caption = fmt.Sprintf("%s + %d: %s", m[1], n-first, m[3])
				if m[4] != "made by mappe" {
					caption = ""
				}
			}
			all = append(all, caption)
		}
	}
	return all
}

// number reads a page's label: 14, or xiv.
func number(label string) int {
	value := map[byte]int{'i': 1, 'v': 5, 'x': 10, 'l': 50, 'c': 100}
	n := 0
	for i := range len(label) {
		if c := label[i]; c >= '0' && c <= '9' {
			n = 10*n + int(c-'0')
		} else if i+1 < len(label) && value[label[i+1]] > value[c] {
			n -= value[c]
		} else {
			n += value[c]
		}
	}
	return n
}
