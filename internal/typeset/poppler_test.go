//go:build !race

package typeset

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// pdftotext reads each line that runs from left to right exactly as it was
// written; of others it finds all words, in an order of its own.
func TestPoppler(t *testing.T) {
	for name, set := range trials(t) {
		for _, width := range []Unit{4000 * Point, 150 * Point} {
			t.Run(fmt.Sprintf("%s/%g", name, width.Points()), func(t *testing.T) {
				wrong := misread(t, set, width)
				for i, w := range wrong {
					if i == 20 {
						t.Fatalf("and %d more", len(wrong)-20)
					}
					t.Error(w)
				}
			})
		}
	}
}

// misread is what pdftotext reads otherwise than it was written.
func misread(t *testing.T, set []trial, width Unit) (wrong []string) {
	t.Helper()
	file, lines := printed(t, set, width, width < 1000*Point)
	path := filepath.Join(t.TempDir(), "lines.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftotext", path, "-").Output()
	if err != nil {
		t.Fatalf("pdftotext: %v", err)
	}
	var got []string
	for line := range strings.Lines(strings.ReplaceAll(string(out), "\f", "")) {
		// Beside lines that run to the left it says which don't.
		if line = strings.TrimSpace(strings.Trim(line, "\u202A\u202B\u202C\n")); line != "" {
			got = append(got, line)
		}
	}
	joined := ""
	for i, l := range lines {
		from, to := reach(l.line)
		text := l.trial.text[from:to]
		want := joined + strings.TrimSpace(strings.ReplaceAll(read([]rune(text)), "\u00A0", " ")) // any space is a space
		if joined = ""; want == "" {
			continue
		}
		if len(got) == 0 {
			return append(wrong, fmt.Sprintf("%s: %q and what follows is not read", l.trial.where, want))
		}
		// A hyphen at the end of a line is taken for one that divides a word:
		// it goes, and the next line goes on.
		if head, ok := strings.CutSuffix(want, "-"); ok && i+1 < len(lines) && got[0] != want {
			joined = head
			continue
		}
		line := got[0]
		got = got[1:]
		if l.trial.rtl || !straight([]rune(text)) {
			if a, b := bag(line), bag(want); !slices.Equal(a, b) {
				wrong = append(wrong, fmt.Sprintf("%s: words of %q: %q, want %q", l.trial.where, want, a, b))
			}
		} else if line != want {
			wrong = append(wrong, fmt.Sprintf("%s: %q, want %q", l.trial.where, line, want))
		}
	}
	if len(got) > 0 {
		wrong = append(wrong, fmt.Sprintf("%d lines that nobody wrote: %q", len(got), got[0]))
	}
	return wrong
}

// bag is the words of a line, in the order of the alphabet. Marks on a letter
// are in the order of normal forms, since their order on the page is not seen.
func bag(line string) []string {
	words := strings.FieldsFunc(norm.NFC.String(line), func(r rune) bool {
		return !unicode.In(r, unicode.Letter, unicode.Mark, unicode.Digit) && r != '\u200C'
	})
	slices.Sort(words)
	return words
}
