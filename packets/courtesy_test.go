package packets

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mappe/internal/page"
	"mappe/locales"
)

// TestGoldensOfFronts keeps the applicant's own pages in two courtesy languages,
// one of them written from right to left.
func TestGoldensOfFronts(t *testing.T) {
	for tag, example := range map[string]string{"ar": "bf1-secondment", "uk": "bf1-secondment"} {
		k := planned(t, "../examples/"+example+"/case.yaml", tag, ForApplicant)[0]
		var b bytes.Buffer
		if err := page.Text(&b, k.pieces[0].doc, 100); err != nil {
			t.Fatal(err)
		}
		golden(t, filepath.Join("testdata", "golden", "front-"+example+"."+tag+".txt"), b.Bytes())
	}
}

// In a courtesy language the pages for the reader speak it and say what it is;
// the pages to hand in are Danish, say it of no page, and have the reader's words
// beside the names of documents. The copy for the authority has no other pages.
func TestTwoVoices(t *testing.T) {
	for _, tag := range locales.Tags() {
		if slices.Contains(locales.Authoritative(), tag) {
			continue
		}
		l, v := example(t, "../examples/bf23-paper/case.yaml", tag)
		in := surveyed(t, "../examples/bf23-paper/case.yaml", l)
		danish := v.inDanish()
		for _, c := range []Copy{ForApplicant, ForAuthority} {
			k, err := Plan(l, 0, in, v, Style{Copy: c})
			if err != nil {
				t.Fatal(err)
			}
			kinds := map[string]int{}
			for _, p := range k.pieces {
				if p.input != nil || p.kind == PageBlank {
					continue
				}
				kinds[p.kind]++
				reader := p.kind == PageFront || p.kind == PageHole
				want, note := "da", ""
				if reader {
					want, note = tag, v.Standing()
				}
				if p.doc.Lang != want || p.doc.Note != note {
					t.Errorf("%s, %s: %s is in %s, and its foot says %q", tag, c, p.item, p.doc.Lang, p.doc.Note)
				}
				text := p.doc.Blocks
				if p.line != nil && p.line.asked != nil && p.kind != PageLetter {
					for _, word := range []string{v.Must("doc." + p.line.asked.ID), danish.Must("doc." + p.line.asked.ID)} {
						if !strings.Contains(spokenIn(t, text), page.Label(word)) {
							t.Errorf("%s, %s: %s does not say %q", tag, c, p.item, word)
						}
					}
				}
			}
			if kinds[PageSeparator] == 0 || kinds[PageData] != 1 || (kinds[PageFront] > 0) != (c == ForApplicant) {
				t.Errorf("%s, %s: %v", tag, c, kinds)
			}
		}
	}
}

// spokenIn are the words of blocks, on one line.
func spokenIn(t *testing.T, blocks []page.Block) string {
	t.Helper()
	var b bytes.Buffer
	if err := page.Text(&b, page.Doc{Blocks: blocks}, 0); err != nil {
		t.Fatal(err)
	}
	return page.Label(b.String())
}
