package packets

import (
	"strings"
	"testing"
)

// TestSentLetters: a letter that somebody else gets before the packet is handed
// in stands among the pages for the applicant, on a leaf of its own, and neither
// it nor its back is called a working copy. What it says for two people is said once.
// The authority's copy is without it.
func TestSentLetters(t *testing.T) {
	for _, lang := range []string{"en", "da"} {
		for _, duplex := range []bool{false, true} {
			k := drafted(t, "bf1", lang, Style{Copy: ForApplicant, Duplex: duplex})
			pages := k.list()
			working := bare(k.voice.Must("ui.working-copy-short"))
			letters := 0
			for i, x := range pages {
				if !x.piece.front {
					break
				}
				back := i > 0 && pages[i-1].kind == PageLetter && x.kind == PageBlank
				if got, want := strings.Contains(bare(x.left), working), !x.piece.sent() && !back; got != want {
					t.Errorf("%s, duplex %t: page %s is called a working copy: %t; its stamp is %q", lang, duplex, x.label, got, x.left)
				}
				if x.piece.sent() && pages[i-1].piece != x.piece {
					letters++
					if duplex && i%2 != 0 {
						t.Errorf("%s: page %s is the back of a leaf", lang, x.label)
					}
				}
			}
			if letters != 1 {
				t.Errorf("%s, duplex %t: %d letters are sent, want one to the employer, that says the same for two people", lang, duplex, letters)
			}
			for _, x := range drafted(t, "bf1", lang, Style{Copy: ForAuthority, Duplex: duplex}).list() {
				if x.piece.sent() || x.piece.front {
					t.Errorf("%s: the authority gets page %s, %s", lang, x.label, x.piece.item)
				}
			}
		}
	}
}
