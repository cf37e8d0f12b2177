package packets

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"

	"mappe/checklist"
	"mappe/internal/page"
	"mappe/internal/pdf"
	"mappe/locales"
)

// NothingNew is why there is no supplement: the case is what was filed. Holes
// are those that were there before and still are.
type NothingNew struct {
	Packet string
	Holes  []Hole
}

func (e *NothingNew) Error() string {
	return fmt.Sprintf("nothing is new: the case is as it was filed with %s", e.Packet)
}

// supplement keeps of the pieces those that say something new.
func (b *binder) supplement() error {
	k, f := b.k, b.style.Filed
	b.held = f.compare(k.lines, k.pieces)
	k.pieces = b.held.sliced(k.pieces)
	for i, u := range b.uses {
		b.uses[i].pieces = b.held.sliced(u.pieces)
	}
	if b.held.nothing() {
		return &NothingNew{f.last.Packet, k.Holes}
	}
	k.Name, k.before = f.name(), f.body
	k.form = b.v.Must("supplement.form", "N", f.n, "Form", b.app.Form)
	k.Title = page.Label(k.form + " – " + k.person)
	k.pieces = slices.DeleteFunc(k.pieces, func(p *piece) bool {
		switch {
		case p.line == nil:
			return false
		case p.kind == PageSeparator:
			return !slices.ContainsFunc(b.held.fresh[p.line], func(r *late) bool { return r.Kind == PageFile })
		}
		return p.brings == nil
	})
	k.lines = slices.DeleteFunc(k.lines, func(x *line) bool { return len(b.held.fresh[x]) == 0 })
	begun := map[*line]bool{}
	for i, p := range k.pieces {
		switch {
		case p.kind == PageFront:
			p.late = b.own((*binder).lateFront)
		case p.line == nil:
		case !begun[p.line]:
			begun[p.line] = true
			p.mark, p.anchor, p.line.piece = p.item, p.line.piece.anchor, p
		case p.kind == PageSeparator, p.brings != nil && p.brings.pieces[0] == p:
			p.anchor = fmt.Sprintf("late-%d", i)
		}
	}
	return nil
}

// lettered tells whether the pages stand in the place of others.
func (r *late) lettered() bool { return r != nil && r.base > 0 }

// count is how many pages it has.
func (r *late) count() (n int) {
	for _, p := range r.pieces {
		n += p.count()
	}
	return n
}

// label is that of a page of a piece, counted from 0: 14a.
func (r *late) label(p *piece, i int) (string, pdf.Label) {
	i += r.from
	for _, before := range r.after {
		i += before.count()
	}
	for _, x := range r.pieces[:slices.Index(r.pieces, p)] {
		i += x.count()
	}
	label := lettered(r.base, letters(i))
	if i < 26 {
		return label, pdf.Label{Style: "a", Prefix: lettered(r.base, ""), Start: i + 1}
	}
	return label, pdf.Label{Prefix: label} // viewers count on with aa, bb
}

// spans are filed pages: "14–16, 20".
func spans(runs []LockFiled) string {
	var s []string
	for i := 0; i < len(runs); i++ {
		first := runs[i].From
		for i+1 < len(runs) && successive(runs[i].To, runs[i+1].From) {
			i++
		}
		s = append(s, between(first, runs[i].To))
	}
	return strings.Join(s, ", ")
}

// pages are filed pages in words: "pages 14–16, 20".
func (v Voice) pages(runs ...LockFiled) string {
	id := "supplement.pages"
	if len(runs) == 1 && runs[0].From == runs[0].To {
		id = "supplement.page"
	}
	return v.Must(id, "Pages", spans(runs))
}

// says is where the stamp of a body page ends; total is the last page.
func (k *Packet) says(x stamped, total string) string {
	if x.of == 0 {
		return k.voice.Must("ui.stamp-page", "Page", x.label, "Total", total)
	}
	vars := []any{"N", fmt.Sprint(x.n), "Of", fmt.Sprint(x.of), "Page", x.label}
	switch r := x.piece.brings; {
	case r == nil || r.how == "":
		return k.voice.Must("ui.stamp", append(vars, "Total", total)...)
	case r.how == VoidAnswered:
		return k.voice.Must("supplement.stamp-answers", append(vars, "Total", total, "Pages", k.voice.pages(r.over...))...)
	default:
		return k.voice.Must("supplement.stamp-replaces", append(vars, "Pages", k.voice.pages(r.over...))...)
	}
}

// continues is what the lock of the supplement says of what was filed before.
func (f *Filed) continues(b *binder) *LockContinue {
	c := &LockContinue{
		Packet: f.last.Packet, Digest: f.last.Digest, On: f.last.On, Body: f.body,
		N: f.n, First: f.first(), Begun: f.begun(), Filed: b.held.runs,
	}
	for _, runs := range b.held.fresh {
		for _, r := range runs {
			for _, o := range r.over {
				i := slices.IndexFunc(c.Filed, func(x LockFiled) bool { return x.From == o.From })
				c.Filed[i].By = b.label(r.pieces[0])
			}
		}
	}
	return c
}

// facts is the digest of what a data sheet says, whatever the language of the
// packet. Of a CPR number it knows the day of birth alone: from the digest of a
// whole one the number could be found.
func (v Voice) facts(l *checklist.Checklist, people []*checklist.Person) string {
	return digested(v.entries(l, people, true))
}

// numbers are the CPR numbers of a data sheet.
func (v Voice) numbers(l *checklist.Checklist, people []*checklist.Person) (numbers []string) {
	short := v.entries(l, people, true)
	for i, s := range v.entries(l, people, false) {
		if s != short[i] {
			numbers = append(numbers, s)
		}
	}
	return numbers
}

// entries are the words of a data sheet, in English.
func (v Voice) entries(l *checklist.Checklist, people []*checklist.Person, veil bool) (words []string) {
	english, err := locales.New("en")
	if err != nil {
		return nil
	}
	for _, b := range (Voice{Printer: english, Book: v.Book}).dataSheet(l, people, veil).Blocks {
		switch b := b.(type) {
		case page.Heading:
			words = append(words, b.Text)
		case page.Form:
			for _, x := range b.Lines {
				for _, w := range append([]page.Words{x.Asks.Text, x.Says.Text}, x.Says.Under...) {
					words = append(words, w.String())
				}
			}
		}
	}
	return words
}

// said is that of an item with the letter in its place.
func (x *line) said(p *checklist.Person, it checklist.Item) string {
	if x.letter == "" {
		return said(p, it)
	}
	return digested([]string{said(p, it), x.letter})
}

// said is the digest of what the pages say that stand in the place of papers.
func said(p *checklist.Person, it checklist.Item) string {
	var words []string
	if it.Missing {
		words = append(words, "missing")
	}
	for _, g := range it.Given {
		if p.Untranslated(g) {
			words = append(words, "untranslated", *g.Language)
		}
		if g.Mute() {
			words = append(words, "mute", string(*g.Status))
		}
		if g.Explained() {
			words = append(words, string(*g.Status))
			if g.Until != nil {
				words = append(words, g.Until.String())
			}
			if g.Reason != nil {
				words = append(words, *g.Reason)
			}
		}
	}
	if words == nil {
		return ""
	}
	return digested(words)
}

func digested(words []string) string {
	return fmt.Sprintf("%x", sha256.Sum256([]byte(strings.Join(words, "\x00"))))
}
