package page

import (
	"fmt"
	"net/url"
	"strings"
)

// proofer reads a Doc before anything is printed, and keeps the first error.
type proofer struct {
	drawn   bool // every character must be drawn
	block   string
	anchors map[string]bool
	err     error
}

// proof reads all of d: anchors are unique, links lead somewhere, tables are
// rectangular; when drawn, every character can be.
func proof(d Doc, drawn bool) error {
	if i := strings.IndexFunc(d.Lang, func(r rune) bool {
		return r != '-' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z')
	}); i >= 0 {
		return fmt.Errorf("lang %q: not a language tag; write it as in \"da\" or \"pt-BR\"", d.Lang)
	}
	p := proofer{drawn: drawn, anchors: map[string]bool{}}
	p.text("title", d.Title)
	p.text("note", d.Note)
	for i, b := range d.Blocks {
		if b == nil {
			p.fail("", "block %d: is nil; leave it out", i+1)
			break
		}
		p.block = b.name(i + 1)
		b.proof(&p)
	}
	return p.err
}

// fail keeps an error at a place of the block, unless there is one already.
func (p *proofer) fail(place, format string, args ...any) {
	if p.err == nil {
		p.err = fmt.Errorf("%s%w", p.at(place), fmt.Errorf(format, args...))
	}
}

// at is the start of an error.
func (p *proofer) at(place string) string {
	if place = strings.TrimSpace(p.block + " " + place); place == "" {
		return ""
	}
	return place + ": "
}

// text reads words without links.
func (p *proofer) text(place, s string) {
	if p.err != nil || !p.drawn {
		return
	}
	if err := refuse(s); err != nil {
		p.fail(place, "%w", err)
	}
}

// words reads words with links.
func (p *proofer) words(place string, all ...Words) {
	for _, w := range all {
		for _, s := range w {
			p.text(place, s.Text)
			if !leads(s.To) {
				p.fail(place, "link to %q leads nowhere; use \"#anchor\" or an https address", s.To)
			}
		}
	}
}

// anchor notes the name of a place that has words.
func (p *proofer) anchor(name, words string) {
	if name != "" && (p.anchors[name] || strings.TrimSpace(words) == "") {
		p.fail("", "anchor %q is used twice or has no words; give each heading its own", name)
	}
	p.anchors[name] = true
}

// leads tells whether to is empty, an anchor, or an https address.
func leads(to string) bool {
	if to == "" || len(to) > 1 && to[0] == '#' {
		return true
	}
	u, err := url.Parse(to)
	return err == nil && u.Scheme == "https" && u.Host != ""
}
