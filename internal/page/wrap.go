package page

import (
	"strings"
	"unicode"
)

// run is text of one weight that leads to one place, at x points from the
// start of its line.
type run struct {
	text string
	bold bool
	to   string
	x, w float64
}

// line is what stands on one line, and how wide it is.
type line struct {
	runs []run
	w    float64
}

// atom is the smallest thing that stays together: text, a space, or the end
// of a line. A break may follow soft text.
type atom struct {
	run
	space, soft, end bool
}

func face(strong bool) *font {
	if strong {
		return bold()
	}
	return regular()
}

// wrap sets words at size points in lines of at most width points. It breaks
// at spaces and after hyphens between letters, and where nothing else helps
// inside a word, at least one character a line. A line feed ends a line.
// Words without any text have no lines.
func wrap(words Words, size float64, strong bool, width float64) []line {
	var lines []line
	var cur line
	var word []atom // not yet placed; its width:
	var wide float64
	newline := func() {
		for n := len(cur.runs); n > 0 && cur.runs[n-1].text == " "; n-- {
			cur.runs, cur.w = cur.runs[:n-1], cur.runs[n-1].x
		}
		lines, cur = append(lines, cur), line{}
	}
	place := func() {
		if len(cur.runs) > 0 && cur.w+wide > width {
			newline()
		}
		for _, a := range word {
			for cur.w+a.w > width {
				head, rest := split(a.run, size, width-cur.w, len(cur.runs) > 0)
				if head.text != "" {
					cur.add(head)
				}
				if rest.text == "" {
					a.run = run{}
					break
				}
				newline()
				a.run = rest
			}
			if a.text != "" {
				cur.add(a.run)
			}
		}
		word, wide = nil, 0
	}
	for _, a := range atoms(words, size, strong) {
		switch {
		case a.end:
			place()
			newline()
		case a.space:
			place()
			if n := len(cur.runs); n > 0 && cur.runs[n-1].text != " " {
				cur.add(a.run)
			}
		default:
			word, wide = append(word, a), wide+a.w
			if a.soft {
				place()
			}
		}
	}
	if place(); len(cur.runs) > 0 {
		newline()
	}
	for len(lines) > 0 && len(lines[len(lines)-1].runs) == 0 {
		lines = lines[:len(lines)-1]
	}
	for i := range lines {
		lines[i].join()
	}
	return lines
}

// atoms cuts words at spaces, at line ends, and after hyphens between letters.
func atoms(words Words, size float64, strong bool) []atom {
	var out []atom
	for _, s := range words {
		r := run{bold: strong || s.Strong, to: s.To}
		text := []rune(printed(s.Text))
		start := 0
		cut := func(end int, soft bool) {
			if start < end {
				r.text = string(text[start:end])
				r.w = face(r.bold).width(r.text, size)
				out = append(out, atom{run: r, soft: soft})
			}
			start = end
		}
		for i, c := range text {
			switch {
			case c == '\n':
				cut(i, false)
				out, start = append(out, atom{end: true}), i+1
			case blank(c):
				cut(i, false)
				r.text, r.w = " ", face(r.bold).width(" ", size)
				out, start = append(out, atom{run: r, space: true}), i+1
			case breakAfter(text, i):
				cut(i+1, true)
			}
		}
		cut(len(text), false)
	}
	return out
}

// blank is a space at which a line may end.
func blank(c rune) bool {
	return unicode.Is(unicode.Zs, c) && c != '\u00A0' && c != '\u2007' && c != '\u202F'
}

func breakAfter(text []rune, i int) bool {
	switch text[i] {
	case '-', '\u2010', '–', '—':
		return i > 0 && i+1 < len(text) && unicode.IsLetter(text[i-1]) && unicode.IsLetter(text[i+1])
	}
	return false
}

// split cuts r to fit in room points, behind a mark of punctuation when one is
// near. The head is empty only if the line has something on it already.
func split(r run, size, room float64, filled bool) (head, rest run) {
	f, text := face(r.bold), []rune(r.text)
	n, good, w := 0, 0, 0.0
	for n < len(text) {
		if w += f.width(string(text[n]), size); w > room {
			break
		}
		n++
		if strings.ContainsRune("/-_.?&=@,;", text[n-1]) {
			good = n
		}
	}
	if good > n/2 && n < len(text) {
		n = good
	}
	if n == 0 && !filled {
		n = 1
	}
	head, rest = r, r
	head.text, rest.text = string(text[:n]), string(text[n:])
	head.w, rest.w = f.width(head.text, size), f.width(rest.text, size)
	return head, rest
}

func (l *line) add(r run) {
	r.x = l.w
	l.w += r.w
	l.runs = append(l.runs, r)
}

// join makes neighbours of one weight and one goal a single run, spaces
// included, so that a reader of the PDF finds sentences.
func (l *line) join() {
	var out []run
	for _, r := range l.runs {
		if n := len(out); n > 0 && out[n-1].bold == r.bold && out[n-1].to == r.to {
			out[n-1].text += r.text
			out[n-1].w += r.w
			continue
		}
		out = append(out, r)
	}
	l.runs = out
}
