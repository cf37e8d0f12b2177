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

// A reader is a program that writes down the text of a PDF.
type reader struct {
	command    []string // FILE stands for the file
	backward   bool     // turns lines that run from right to left into the order in which they are read
	dehyphened bool     // takes a hyphen at the end of a line for one that divides a word
}

var (
	poppler = reader{[]string{"pdftotext", "FILE", "-"}, true, true}
	muPDF   = reader{[]string{"mutool", "draw", "-q", "-F", "txt", "FILE"}, false, false}
)

// pdftotext reads each line that runs from left to right exactly as it was
// written; of others it finds all words, in an order of its own, with marks of
// direction. It joins lines at hyphens, and any space is a space to it.
func TestPoppler(t *testing.T) { misreads(t, poppler) }

// mutool reads each line that runs from left to right exactly as it was
// written. Others it leaves in the order in which they stand on the page: they
// are not compared.
func TestMuPDF(t *testing.T) { misreads(t, muPDF) }

// A letter that is drawn as one with its mark is read as the two, in their order,
// on a page whose lines run to the left. Among lines that run to the right
// pdftotext takes a mark at the end of a word from it.
func TestPopplerReadsMarks(t *testing.T) {
	var set []trial
	for _, text := range []string{"أُعدّت في", "وإلا رُفض", "· أُرسلت ·", "مُؤَرَّخ", "سَيُؤدّي", "خطأً، كأُمٍّ شيئٌ"} {
		set = append(set, trial{text, "ar", true, text})
	}
	for _, w := range poppler.misread(t, set, 4000*Point) {
		t.Error(w)
	}
}

func misreads(t *testing.T, r reader) {
	for name, set := range trials(t) {
		for _, width := range []Unit{4000 * Point, 150 * Point} {
			t.Run(fmt.Sprintf("%s/%g", name, width.Points()), func(t *testing.T) {
				t.Parallel()
				wrong := r.misread(t, set, width)
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

// misread is what r reads otherwise than it was written.
func (r reader) misread(t *testing.T, set []trial, width Unit) (wrong []string) {
	t.Helper()
	if !r.backward {
		set = slices.DeleteFunc(slices.Clone(set), func(s trial) bool { return s.rtl || !straight([]rune(s.text)) })
		if len(set) == 0 {
			return nil
		}
	}
	file, lines := printed(t, set, width, width < 1000*Point)
	path := filepath.Join(t.TempDir(), "lines.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	command := slices.Clone(r.command)
	command[slices.Index(command, "FILE")] = path
	out, err := exec.Command(command[0], command[1:]...).Output()
	if err != nil {
		t.Fatalf("%s: %v", command[0], err)
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
		alike := func(read, want string) bool { return read == want }
		if l.trial.rtl || !straight([]rune(text)) {
			alike = func(read, want string) bool { return slices.Equal(bag(read), bag(want)) }
		}
		// A hyphen at the right edge is taken for one that divides a word: it
		// goes, and the next line goes on.
		if r.dehyphened && i+1 < len(lines) && !alike(got[0], want) {
			head, ends := strings.CutSuffix(want, "-")
			if l.trial.rtl && strings.HasPrefix(want, "-") {
				head, ends = want+" ", true
			}
			if ends {
				joined = head
				continue
			}
		}
		if !alike(got[0], want) {
			wrong = append(wrong, fmt.Sprintf("%s: reads %q, want %q", l.trial.where, got[0], want))
		}
		got = got[1:]
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
