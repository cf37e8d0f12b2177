package page

import (
	"fmt"
	"io"
	"strings"
)

// Text prints d for a terminal or a mail, in lines of at most width characters
// (80 if width is 0, never fewer than 20); only a word longer than that runs
// over. Links show their https address; "#" links are plain words.
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
		t.block(b)
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

func (t *typist) block(b Block) {
	switch b := b.(type) {
	case Heading:
		under := "."
		if b.Level == 1 {
			under = "="
		} else if b.Level == 2 {
			under = "-"
		}
		lines := fold(clean(b.Text), t.width)
		wide := 0
		for _, l := range lines {
			t.line(l)
			wide = max(wide, cells(l))
		}
		t.line(strings.Repeat(under, min(wide, t.width)))
	case Paragraph:
		bar := ""
		if b.Box {
			bar = "| "
		}
		t.fill(bar, bar, b.Text.typed())
	case List:
		for i, it := range b.Items {
			mark := "- "
			if b.Numbered {
				mark = fmt.Sprintf("%*d. ", len(fmt.Sprint(len(b.Items))), i+1)
			}
			in := strings.Repeat(" ", len(mark))
			t.fill(mark, in, it.Text.typed())
			for _, u := range it.Under {
				t.fill(in, in, u.typed())
			}
		}
	case Table:
		t.table(b)
	case Check:
		t.check(b)
	case Tiles:
		t.table(b.table())
	case Fields:
		t.fields(b)
	case Signature:
		shares := []int{32, 22, 46}
		open := make([]Words, len(shares))
		for i, n := range shares {
			open[i] = Plain(strings.Repeat("_", (t.width-2*between)*n/100))
		}
		t.table(Table{Widths: shares, Rows: [][]Words{open, {Plain(b.Place), Plain(b.Date), Plain(b.Name)}}})
	case Rule:
		t.line(strings.Repeat("-", t.width))
	case Center:
		t.line(strings.Repeat("=", t.width))
		for _, s := range append([]string{b.Code, b.Title}, b.Lines...) {
			for _, l := range fold(clean(s), t.width) {
				t.line(strings.Repeat(" ", max(0, t.width-cells(l))/2) + l)
			}
		}
		t.line(strings.Repeat("=", t.width))
	}
}

func (t *typist) check(c Check) {
	mark := c.State.sign() + " "
	if c.Number != "" {
		n := clean(c.Number)
		mark += n + strings.Repeat(" ", t.number-cells(n)+1)
	}
	text := c.Text.typed()
	if tail := c.tail(); tail != "" {
		text += " — " + clean(tail)
	}
	in := strings.Repeat(" ", cells(mark))
	if cells(mark) > t.width/2 {
		in = "    "
	}
	if text == "" {
		t.line(mark)
	}
	t.fill(mark, in, text)
	for _, u := range c.Under {
		t.fill(in, in, u.typed())
	}
}

// tail is what stands behind the words of a check: its state, who provides it.
func (c Check) tail() string {
	if c.Status == "" || c.Who == "" {
		return c.Status + c.Who
	}
	return c.Status + "\u00A0· " + c.Who
}

// table of tiles: their labels are its head.
func (tiles Tiles) table() Table {
	t := Table{Rows: [][]Words{nil}}
	for _, x := range tiles {
		t.Head = append(t.Head, x.Label)
		cell := Words{{Text: x.Value, Strong: true}}
		for _, u := range x.Under {
			cell = append(append(cell, Span{Text: "\n"}), u...)
		}
		t.Rows[0] = append(t.Rows[0], cell)
	}
	return t
}

func (t *typist) fields(f Fields) {
	rows := make([][]Words, len(f.Pairs))
	for i, p := range f.Pairs {
		value := p.Value
		if value == "" {
			value = strings.Repeat("_", t.width/3)
		}
		rows[i] = []Words{Plain(p.Label), Plain(value)}
	}
	t.table(Table{Widths: []int{34, 66}, Rows: rows})
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

// fold breaks s at spaces into lines of at most width; LF breaks too. A word
// that is wider has a line of its own.
func fold(s string, width int) []string {
	var out []string
	if strings.TrimSpace(s) == "" {
		return nil
	}
	for part := range strings.SplitSeq(strings.TrimRight(s, "\n"), "\n") {
		line, wide := "", 0
		for word := range strings.FieldsFuncSeq(part, blank) {
			n := cells(word)
			switch {
			case line == "":
				line, wide = word, n
			case wide+1+n <= width:
				line, wide = line+" "+word, wide+1+n
			default:
				out = append(out, line)
				line, wide = word, n
			}
		}
		out = append(out, line)
	}
	return out
}
