//go:build !race

package typeset

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/go-text/typesetting/language"

	"mappe/locales"
)

// Every character of every text in every language has a glyph, in both weights,
// and in the fonts of that language: that of Latin letters, and that of its own,
// which its months are written with. Another font would be opened for one sign,
// which would look strange beside them. Letters of other scripts are none that a
// translator meant to write.
func TestMessagesAreDrawn(t *testing.T) {
	for tag, set := range trials(t) {
		if tag == "samples" {
			continue
		}
		t.Run(tag, func(t *testing.T) {
			t.Parallel()
			name := locales.MonthName(time.March, tag, false)
			month, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(name, digit))
			scripts := []language.Script{language.Latin, scriptOf(month)}
			var fonts []*Font
			for _, bold := range []bool{false, true} {
				fonts = append(fonts, fontFor('a', tag, bold), fontFor(month, tag, bold))
			}
			for _, s := range set {
				if r, missing := Missing(s.text); missing {
					t.Errorf("%s: %q: no font draws %q (%U)", s.where, s.text, r, r)
				}
				for _, r := range s.text {
					if script := scriptOf(r); strong(script) && !slices.Contains(scripts, script) {
						t.Errorf("%s: %q: %q (%U) is of the script %s", s.where, s.text, r, r, script)
					}
				}
				for _, p := range strokes(s) {
					if !slices.Contains(fonts, p.hand.font) {
						t.Errorf("%s: %q is drawn by %s", s.where, p.text, p.hand.font.Name)
					}
				}
			}
			if len(set) < 1000 {
				t.Errorf("only %d texts", len(set))
			}
		})
	}
}

// What a reader types or copies stands in its own order among letters that run
// to the left.
func TestWhatIsCopied(t *testing.T) {
	vars := locales.Vars{"Authority": "SIRI", "File": "a.yaml", "Detail": "b", "Reason": "work", "Reasons": "work", "None": "none"}
	seen := 0
	for _, tag := range locales.Tags() {
		p, err := locales.New(tag)
		if err != nil {
			t.Fatal(err)
		}
		if !p.RightToLeft() {
			continue
		}
		for id, want := range map[string]string{
			"hint.date":            "2027-01-31",
			"hint.absences":        "2021-10-05..2021-12-20/work",
			"interview.next":       "mappe list a.yaml",
			"supplement.step-send": "--copy authority",
			"supplement.step-next": ".lock.json",
			"remark.links":         "--web-links",
		} {
			text, err := p.Say(id, vars)
			if err != nil {
				t.Fatal(err)
			}
			_, visual := arrange([]rune(text), rtl)
			var shown strings.Builder
			for _, i := range visual {
				if r := []rune(text)[i]; !steers(r) {
					shown.WriteRune(r)
				}
			}
			if seen++; !strings.Contains(shown.String(), want) {
				t.Errorf("%s: %s reads %q from the left, and has no %q", tag, id, shown.String(), want)
			}
		}
	}
	if seen == 0 {
		t.Error("no language runs from right to left")
	}
}
