package packets

import (
	"regexp"
	"strings"
	"testing"

	"mappe/checklist"
	"mappe/forms"
	"mappe/internal/page"
	"mappe/internal/page/isolation"
	"mappe/internal/scan"
	"mappe/locales"
)

// holey is what a text has of a value that was not there.
var holey = regexp.MustCompile(`<no value>|\{\{|\}\}|%!`)

// messages are those of a language.
func messages(t *testing.T, tag string) []locales.Message {
	t.Helper()
	all, err := locales.Messages(tag)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// judged are scans of which there is something to say.
var judged = []Scan{
	{File: "scans/lease.pdf", Page: 3, DPI: 96, Hints: []scan.Hint{{Kind: scan.Coarse}, {Kind: scan.Sideways, Turn: 90}}},
	{File: "scans/pass.jpg", Why: "file", Note: "it holds 7 MB"},
}

// explained is everything that there is to explain of a case.
func explained(v Voice, l *checklist.Checklist) page.Doc {
	d := v.Heading(v.Must("ui.explained"), l)
	for _, p := range l.People {
		for _, b := range [][]page.Block{
			v.Decision(l, p), v.Verdict(p), v.Path(p.Case), v.Open(l, p), v.WhyNot(l, p), v.Days(p), v.FeeLine(l, p), v.Forecast(p),
			v.Reasons(p), v.AllNotAsked(p), v.BriefNotes(l, p), v.Missing(p), v.Told(p.Notes), v.Covered(l, p),
		} {
			d.Blocks = append(d.Blocks, b...)
		}
		for _, s := range forms.Schemes {
			d.Blocks = append(d.Blocks, v.Scheme(l, p, s.ID)...)
		}
		for _, it := range p.NotAsked() {
			d.Blocks = append(d.Blocks, page.List{Items: []page.Item{v.NotAsked(p, it)}})
		}
	}
	return d
}

// search looks for what a value that is missing, or stands bare, leaves in a
// page.
type search struct {
	own   map[string]isolation.Own // by language, where it is written from right to left
	told  map[string]bool
	texts map[string]int
}

func (s search) look(t *testing.T, name string, d page.Doc) {
	t.Helper()
	own, rightToLeft := s.own[d.Lang]
	for _, text := range isolation.Texts(d) {
		s.texts[d.Lang]++
		if holey.MatchString(text) {
			t.Errorf("%s (%s): %q", name, d.Lang, text)
		}
		if !rightToLeft {
			continue
		}
		for _, fault := range own.Faults(text) {
			if !s.told[fault] {
				s.told[fault] = true
				t.Errorf("%s (%s): %s", name, d.Lang, fault)
			}
		}
	}
}

// In a language that is written from right to left every value on a page for the
// reader is isolated: what stands bare of Latin letters and digits is of the
// messages themselves. In no language does a text show that a value was missing.
func TestValuesAreIsolated(t *testing.T) {
	s := search{map[string]isolation.Own{}, map[string]bool{}, map[string]int{}}
	var all, turned []*locales.Printer
	for _, tag := range tongues() {
		printer := speaking(t, tag)
		all = append(all, printer)
		if printer.RightToLeft() {
			turned = append(turned, printer)
			s.own[tag] = isolation.Own{}
			for _, m := range messages(t, tag) {
				for _, text := range m.Forms {
					s.own[tag].Words(text)
				}
			}
		}
		v := Voice{Printer: printer}
		s.look(t, "scans", page.Doc{Lang: tag, Blocks: v.Scans(judged)})
		for form, d := range blanks(t, printer) {
			s.look(t, "blank "+form, d)
		}
	}
	for _, path := range everyCase(t) {
		l, v := example(t, path, "en")
		in := surveyed(t, path, l)
		for _, v.Printer = range all {
			s.look(t, path, v.List(l))
		}
		for _, v.Printer = range turned {
			for i := range l.Applications {
				k, err := Plan(l, i, in, v, Style{Copy: ForApplicant})
				if err != nil {
					t.Fatal(err)
				}
				s.packet(t, k)
			}
		}
	}
	for _, c := range casesOn(t) {
		l := decided(t, c.name, c.src, c.on)
		for _, printer := range all {
			v := Voice{Printer: printer, Book: l.Book}
			s.look(t, c.name, v.List(l))
			if printer.RightToLeft() || strings.HasPrefix(c.name, "o1") {
				s.look(t, c.name, explained(v, l))
			}
		}
	}
	for name := range earlier {
		for _, printer := range turned {
			s.packet(t, sinceFiled(t, name, printer.Tag(), ForApplicant))
		}
	}
	for _, printer := range all {
		if n := s.texts[printer.Tag()]; n < 5000 {
			t.Errorf("%s: only %d texts were searched", printer.Tag(), n)
		}
	}
}

// packet looks at all pages that are generated.
func (s search) packet(t *testing.T, k *Packet) {
	t.Helper()
	for _, p := range k.pieces {
		if p.input == nil {
			s.look(t, k.Name+" "+p.item, p.doc)
		}
	}
}
