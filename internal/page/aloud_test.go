package page

import (
	"bytes"
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"

	"mappe/internal/pdf/ua"
)

// Who listens to the PDF hears what the HTML says, in the same order: two
// printers of one Doc, which share nothing but that. In a check HTML has the
// status at its end.
func TestReadAloud(t *testing.T) {
	spread := everywhere("some words")
	for i, b := range spread.Blocks {
		if h, ok := b.(Heading); ok {
			h.Text += strings.Repeat(" more", i)
			spread.Blocks[i] = h
		}
	}
	for name, d := range map[string]Doc{"sample": sample(), "everywhere": spread} {
		d.Note = ""
		if got, want := heard(t, d), written(t, d); len(got) != len(want) {
			t.Errorf("%s: %d characters are heard, %d written", name, len(got), len(want))
		}
		d.Blocks = slices.DeleteFunc(d.Blocks, func(b Block) bool { _, ok := b.(Check); return ok })
		if got, want := heard(t, d), written(t, d); got != want {
			t.Errorf("%s: heard\n%s\nwritten\n%s", name, got, want)
		}
	}
}

// heard is the text of a Doc's PDF as it is read aloud.
func heard(t *testing.T, d Doc) string {
	t.Helper()
	words, err := ua.Words(mustPDF(t, d, Options{}).PDF)
	if err != nil {
		t.Fatal(err)
	}
	return letters(words)
}

// written is the text of a Doc's HTML.
func written(t *testing.T, d Doc) string {
	t.Helper()
	var b bytes.Buffer
	if err := HTML(&b, d); err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(b.String(), "<body")
	body = regexp.MustCompile(`(?s)<(svg|style).*?</(svg|style)>|^[^>]*>|<[^>]*>`).ReplaceAllString(body, " ")
	return letters(strings.Fields(html.UnescapeString(body)))
}

// letters are words without what stands between them, and without the labels
// of lists, which browsers add.
func letters(words []string) string {
	words = strings.Fields(strings.Join(words, " "))
	words = slices.DeleteFunc(words, func(w string) bool { return w == "•" || w == "1." || w == "2." || w == "3." })
	return strings.Join(words, "")
}
