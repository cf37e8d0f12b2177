package page

import (
	"io"
	"strings"
)

// Text prints d for a terminal or a mail, in lines of at most width characters
// (80 if width is 0, never fewer than 20), of which Chinese ones take two places
// each; only a word longer than that runs over. No line leaves an isolate open.
// Links show their https address; "#" links are plain words.
func Text(w io.Writer, d Doc, width int) error {
	if err := proof(d, false); err != nil {
		return err
	}
	if width == 0 {
		width = 80
	}
	t := typist{width: max(width, 20)}
	for _, b := range d.Blocks {
		if c, ok := b.(Check); ok {
			t.number = max(t.number, cells(clean(c.Number)))
		}
	}
	for i, b := range d.Blocks {
		_, check := b.(Check)
		if _, before := previous(d.Blocks, i).(Check); !(check && before) {
			t.gap()
		}
		b.typed(&t)
	}
	if d.Note != "" {
		t.gap()
		t.fill("", "", clean(d.Note))
	}
	_, err := io.WriteString(w, t.b.String())
	return err
}

// previous is the block before blocks[i], or nil.
func previous(blocks []Block, i int) Block {
	if i == 0 {
		return nil
	}
	return blocks[i-1]
}

// typist writes lines of text.
type typist struct {
	b      strings.Builder
	width  int
	number int // width of the longest number of a Check
}

// gap leaves one empty line, none at the start.
func (t *typist) gap() {
	if s := t.b.String(); s != "" && !strings.HasSuffix(s, "\n\n") {
		t.b.WriteByte('\n')
	}
}

func (t *typist) line(s string) { t.b.WriteString(strings.TrimRight(s, " ") + "\n") }

// fill writes text in lines; the first starts with lead, the others with rest.
func (t *typist) fill(lead, rest, text string) {
	for i, l := range fold(text, t.width-cells(rest)) {
		if i == 0 {
			t.line(lead + l)
		} else {
			t.line(rest + l)
		}
	}
}

// typed is w as one string; an address outside follows its words in brackets.
func (w Words) typed() string {
	var b strings.Builder
	for _, s := range w {
		b.WriteString(clean(s.Text))
		if strings.HasPrefix(s.To, "https:") && s.To != s.Text {
			b.WriteString(" <" + escapeURL(s.To) + ">")
		}
	}
	return strings.TrimSpace(b.String())
}
