package packets

import (
	"strings"
	"testing"

	"mappe/internal/page"
	"mappe/locales"
)

// voices are the languages that are spoken, and the pseudo-language, whose
// words are longer than theirs.
var voices = map[string]func() (*locales.Printer, error){
	"da":     func() (*locales.Printer, error) { return locales.New("da") },
	"en":     func() (*locales.Printer, error) { return locales.New("en") },
	"pseudo": locales.Pseudo,
}

// TestLinesAreRead: another program reads every line that was set, letter by
// letter, on the page where it stands.
func TestLinesAreRead(t *testing.T) {
	everyList(t, func(t *testing.T, d page.Doc, file []byte) {
		sheets, err := page.Print(d, page.Options{})
		if err != nil {
			t.Fatal(err)
		}
		pages := strings.Split(tool(t, "pdftotext", "-layout", stored(t, "list.pdf", file), "-"), "\f")
		if len(pages) != len(sheets.Words)+1 {
			t.Fatalf("%d pages are read, %d were set", len(pages)-1, len(sheets.Words))
		}
		for i, words := range sheets.Words {
			read := solid(pages[i])
			for _, line := range setLines(words) {
				if !strings.Contains(read, solid(line)) {
					t.Errorf("page %d: %q is not read", i+1, line)
				}
			}
		}
	})
}

// setLines are the lines of a page: words of one element on one baseline.
func setLines(words []page.Word) (lines []string) {
	for i, w := range words {
		if i > 0 && words[i-1].Leaf == w.Leaf && words[i-1].Y == w.Y {
			lines[len(lines)-1] += w.Run.Text
		} else {
			lines = append(lines, w.Run.Text)
		}
	}
	return lines
}

// solid is s without white space.
func solid(s string) string { return strings.Join(strings.Fields(s), "") }
