package page

import (
	"slices"
	"strings"

	"mappe/internal/typeset"
)

// column is set text from x on: lines of one style or of several.
type column struct {
	x, w  unit
	lines []row
	align align
}

// row is a line of text on the page: h high, with its baseline at base. It
// stands a way in from where its column begins.
type row struct {
	set         typeset.Line
	h, base, in unit
	ink         ink
}

// align is where lines stand in their column.
type align int

const (
	atStart align = iota
	atEnd
	inMiddle
)

// column sets words in lines of at most w, as leaves of the open element.
func (s *setter) column(x, w unit, words Words, st style) column {
	return s.running(x, w, words, st, words.runs(s.pen.mirrored))
}

// value is a column of words that no language is known of, such as a number or an
// address: they run as they say themselves.
func (s *setter) value(x, w unit, words string, st style) column {
	return s.running(x, w, Plain(words), st, directed(words))
}

// running sets words that run from right to left or don't. What runs against the
// page is a block whose lines begin at its other side; the block stands where the
// column begins.
func (s *setter) running(x, w unit, words Words, st style, left bool) column {
	st = s.scaled(st)
	lines := s.wrap(s.tree.spans(words, st, left), w, st, left)
	if left != s.pen.mirrored {
		var wide unit
		for _, l := range lines {
			wide = max(wide, l.set.Width)
		}
		for i, l := range lines {
			lines[i].in = wide - l.set.Width
		}
	}
	return column{x: x, w: w, lines: lines}
}

// wrap breaks spans into lines of a paragraph that runs from right to left, or
// doesn't. Spans without any text have none.
func (s *setter) wrap(spans []typeset.Span, w unit, st style, left bool) (rows []row) {
	if len(spans) == 0 {
		return nil
	}
	for _, l := range (typeset.Paragraph{Spans: spans, Lang: s.lang, RTL: left}).Lines(w) {
		l.Runs = slices.DeleteFunc(l.Runs, func(r typeset.Run) bool { return len(r.Glyphs) == 0 })
		rows = append(rows, s.row(l, st))
	}
	for len(rows) > 0 && len(rows[len(rows)-1].set.Runs) == 0 {
		rows = rows[:len(rows)-1]
	}
	return rows
}

// Heights of Noto Sans, in thousandths of the size; slack is how much taller a
// font may be before its lines are set further apart: fonts claim more height
// than their letters take.
const (
	ascent  = 1069
	descent = 293
	slack   = 250
)

// row is l at the height that its style and its fonts want.
func (s *setter) row(l typeset.Line, st style) row {
	base := (st.leading-(ascent+descent)*st.size/1000)/2 + ascent*st.size/1000
	tall := func(r typeset.Run) bool { return r.Font.Ascent-r.Font.Descent > ascent+descent+slack }
	if !s.airy && slices.ContainsFunc(l.Runs, tall) {
		more := s.steps(1)
		st.leading, base = st.leading+more, base+more/2
	}
	return row{set: l, h: st.leading, base: base, ink: st.ink}
}

// width is how long words are on one line.
func (s *setter) width(words string, st style) unit {
	st = s.scaled(st)
	return typeset.Measure(typeset.Span{Text: words, Size: st.size, Bold: st.bold}, s.lang)
}

// then puts more lines beneath those of c, a gap away.
func (c *column) then(gap unit, more column) {
	for i, l := range more.lines {
		if i == 0 && len(c.lines) > 0 {
			l.h, l.base = l.h+gap, l.base+gap
		}
		c.lines = append(c.lines, l)
	}
}

// tall is the height of the lines of c.
func (c column) tall() (h unit) {
	for _, l := range c.lines {
		h += l.h
	}
	return h
}

// firstBase is where the first line of one of columns has its baseline, at least.
func firstBase(columns []column) (base unit) {
	for _, c := range columns {
		if len(c.lines) > 0 {
			base = max(base, c.lines[0].base)
		}
	}
	return base
}

// rows are columns side by side, as bands; their first lines share a baseline.
// A single column is a band for each line. Several are one band, as long as
// that is no taller than a third of a page; then they keep line by line.
func (s *setter) rows(columns ...column) []band {
	columns = slices.DeleteFunc(columns, func(c column) bool { return len(c.lines) == 0 })
	n, base, h := 0, firstBase(columns), unit(0)
	for _, c := range columns {
		n = max(n, len(c.lines))
		h = max(h, base-c.lines[0].base+c.tall())
	}
	if len(columns) > 1 && h <= s.room()/3 {
		return []band{{h: h, base: base, draw: func(y unit) {
			for _, c := range columns {
				at := y + base - c.lines[0].base
				for i, l := range c.lines {
					s.line(c, i, at+l.base)
					at += l.h
				}
			}
		}}}
	}
	out := make([]band, n)
	for i := range out {
		var h, base unit
		for _, c := range columns {
			if i < len(c.lines) {
				base = max(base, c.lines[i].base)
			}
		}
		for _, c := range columns {
			if i < len(c.lines) {
				h = max(h, base-c.lines[i].base+c.lines[i].h)
			}
		}
		out[i] = band{h: h, base: base, draw: func(y unit) {
			for _, c := range columns {
				if i < len(c.lines) {
					s.line(c, i, y+base)
				}
			}
		}}
	}
	return out
}

// line draws line i of a column with its baseline at y.
func (s *setter) line(c column, i int, y unit) {
	l := c.lines[i]
	x := c.x + l.in
	switch c.align {
	case atEnd:
		x = c.x + c.w - l.set.Width
	case inMiddle:
		x = c.x + (c.w-l.set.Width)/2
	}
	s.pen.text(x, y, l.set, l.ink)
}

// squeeze makes one space of spaces in a row and none of those at the ends of
// lines; a line feed alone ends a line. Spans of nothing go.
func squeeze(words Words) Words {
	var out Words
	fresh := true // nothing but spaces on the line so far
	space := false
	for _, w := range words {
		var b strings.Builder
		gap := func() {
			if last := len(out) - 1; b.Len() == 0 && last >= 0 && out[last].To == "" {
				out[last].Text += " "
			} else {
				b.WriteByte(' ')
			}
		}
		for _, r := range strings.ReplaceAll(w.Text, "\r\n", "\n") {
			switch {
			case r == '\n':
				if !fresh {
					b.WriteByte(' ') // hangs, and keeps the words of two lines apart for readers
				}
				b.WriteByte('\n')
				fresh, space = true, false
			case blank(r):
				space = !fresh
			default:
				if space {
					gap()
				}
				b.WriteRune(r)
				fresh, space = false, false
			}
		}
		if w.Text = b.String(); w.Text != "" {
			out = append(out, w)
		}
	}
	if strings.TrimSpace(out.String()) == "" {
		return nil
	}
	return out
}
