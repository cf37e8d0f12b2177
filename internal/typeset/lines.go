package typeset

import "slices"

// Lines sets p in lines of at most width. A line ends where UAX #14 lets it,
// and at line feeds; not inside a date, an amount or a short isolate, if the line
// is a third full without it. Where no end is allowed soon enough a word is cut, at
// least one cluster on each line. A paragraph does not end in a line of one
// short word where the line before it can spare another.
func (p Paragraph) Lines(width Unit) []Line {
	t := newText(p)
	defer t.free()
	var lines []Line
	i := 0
	for from := 0; from < len(t.runes); {
		to := from // the line feed, or the end
		for to < len(t.runes) && t.runes[to] != '\n' {
			to++
		}
		first := i
		for i < len(t.words) && t.words[i].to <= to {
			i++
		}
		b := breaker{text: t, words: t.words[first:i], width: int64(width) * 1000}
		for _, s := range b.all() {
			lines = append(lines, t.line(s))
		}
		from, i = to+1, i+1 // a line feed is a word of its own
	}
	return lines
}

// Measure is how long s is on one line, spaces at its end included.
func Measure(s Span, lang string) Unit {
	t := newText(Paragraph{Spans: []Span{s}, Lang: lang})
	defer t.free()
	var sum int64
	for i := range t.words {
		sum += t.words[i].width
	}
	return round(sum)
}

// round is a length in thousandths of a Unit as a Unit.
func round(fine int64) Unit {
	if fine < 0 {
		return -round(-fine)
	}
	return Unit((fine + 500) / 1000)
}

// line puts a strip in order (UAX #9, rules L1 and L2).
func (t *text) line(s strip) Line {
	line := Line{Width: round(s.width)}
	if len(s.words) == 0 {
		return line
	}
	n := 0
	for i := range s.words {
		n += len(s.words[i].glyphs)
	}
	glyphs := make([]Glyph, 0, n)
	var x int64
	place := func(w *word, level int8) {
		start := len(glyphs)
		glyphs = append(glyphs, w.glyphs...)
		if w.hand.rtl != (level&1 == 1) { // spaces at the end of a line change their direction
			slices.Reverse(glyphs[start:])
		}
		if n := len(line.Runs); n > 0 {
			if r := &line.Runs[n-1]; t.joins(r, w, level&1 == 1) {
				start -= len(r.Glyphs)
				r.Glyphs = glyphs[start:len(glyphs):len(glyphs)]
				at := min(r.At, t.at[w.from])
				r.Text = t.source[at : at+len(r.Text)+t.at[w.to]-t.at[w.from]]
				r.At = at
				x += w.width
				r.Width = round(x) - r.X
				return
			}
		}
		line.Runs = append(line.Runs, Run{
			Font: w.hand.font, Size: w.span.Size, X: round(x), Width: round(x+w.width) - round(x),
			Glyphs: glyphs[start:len(glyphs):len(glyphs)], Text: t.source[t.at[w.from]:t.at[w.to]], At: t.at[w.from],
			Mark: w.span.Mark, RTL: level&1 == 1, Lang: w.hand.lang,
		})
		x += w.width
	}
	if t.level == nil {
		for i := range s.words {
			place(&s.words[i], ltr)
		}
		return line
	}
	from, to := s.words[0].from, s.words[len(s.words)-1].to
	level := append([]int8(nil), t.level[from:to]...)
	trim(t.runes[from:to], level, t.base)
	of := make([]int8, len(s.words))
	var all int64
	for i := range s.words {
		w := &s.words[i]
		of[i] = level[w.heart-from]
		if w.hollow && i > 0 {
			of[i] = of[i-1]
		}
		all += w.width
	}
	if t.base == rtl {
		x = s.width - all // spaces at the end hang over the left edge
	}
	for _, i := range order(of) {
		place(&s.words[i], of[i])
	}
	return line
}

// joins tells whether w goes on with the run to its left.
func (t *text) joins(r *Run, w *word, rtl bool) bool {
	if r.Font != w.hand.font || r.Size != w.span.Size || r.Mark != w.span.Mark || r.RTL != rtl || r.Lang != w.hand.lang {
		return false
	}
	if rtl {
		return t.at[w.to] == r.At
	}
	return t.at[w.from] == r.At+len(r.Text)
}
