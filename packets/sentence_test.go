package packets

import (
	"slices"
	"strings"
	"testing"

	"mappe/internal/page"
	"mappe/internal/page/isolation"
)

// Sentences that are put together end as those of the language do, on every page
// that speaks it: lists, what is explained, and what is said before a packet.
func TestSentencesEndAsTheLanguageDoes(t *testing.T) {
	told := map[string]bool{}
	for _, tag := range []string{"hi", "ti", "zh-Hans"} {
		if !slices.Contains(tongues(), tag) {
			continue
		}
		texts := 0
		look := func(name string, d page.Doc) {
			if d.Lang != "" && d.Lang != tag {
				return
			}
			for _, text := range isolation.Texts(d) {
				texts++
				for _, fault := range isolation.Endings(tag, text) {
					if !told[fault] {
						told[fault] = true
						t.Errorf("%s, %s: %s", tag, name, fault)
					}
				}
			}
		}
		printer := speaking(t, tag)
		v := Voice{Printer: printer}
		look("scans", page.Doc{Lang: tag, Blocks: v.Scans(judged)})
		for name, d := range lists(t, printer) {
			look(name, d)
		}
		for _, path := range everyCase(t) {
			l, v := example(t, path, tag)
			look(path+" explained", explained(v, l))
			if strings.Contains(path, "hard") {
				continue // people's own words, at length
			}
			in := surveyed(t, path, l)
			for i := range l.Applications {
				k, err := Plan(l, i, in, v, Style{Copy: ForApplicant})
				if err != nil {
					t.Fatal(err)
				}
				for _, p := range k.pieces {
					if p.input == nil {
						look(path+" "+p.item, p.doc)
					}
				}
			}
		}
		for name := range earlier {
			for _, p := range sinceFiled(t, name, tag, ForApplicant).pieces {
				if p.input == nil {
					look(name+" "+p.item, p.doc)
				}
			}
		}
		if texts < 1500 {
			t.Errorf("%s: only %d texts were searched", tag, texts)
		}
	}
}
