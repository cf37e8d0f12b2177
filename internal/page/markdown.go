package page

import (
	"io"
	"regexp"
	"strings"
	"sync"
)

// Markdown prints d as GitHub-flavoured Markdown. Words stay words: what would
// read as markup is escaped.
func Markdown(w io.Writer, d Doc) error {
	if err := proof(d, false); err != nil {
		return err
	}
	var b strings.Builder
	for i, block := range d.Blocks {
		text := block.marked()
		if text == "" {
			continue
		}
		if b.Len() > 0 {
			_, check := block.(Check)
			if _, before := previous(d.Blocks, i).(Check); !(check && before) {
				b.WriteByte('\n')
			}
			if _, ok := block.(List); ok {
				if _, twice := previous(d.Blocks, i).(List); twice {
					b.WriteString("<!-- -->\n\n") // else the two lists are one
				}
			}
		}
		b.WriteString(text + "\n")
	}
	if note := escape(d.Note, newline); note != "" {
		b.WriteString("\n---\n\n" + note + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

const newline = "\\\n" // a line break inside a paragraph

// item is a line of a list, with lines beneath it in the same item.
func item(mark, text string, under []Words) string {
	for _, u := range under {
		text += newline + u.marked(newline)
	}
	return indent(text, mark, strings.Repeat(" ", min(len(mark), 4)))
}

// indent puts lead before the first line of text and rest before the others.
func indent(text, lead, rest string) string {
	return lead + strings.ReplaceAll(text, "\n", "\n"+rest)
}

// marked is w with its links and bold runs; lineEnd stands for LF.
func (w Words) marked(lineEnd string) string {
	var b strings.Builder
	edge := func(space string) string {
		if strings.Contains(space, "\n") {
			return "\n"
		}
		return space
	}
	for _, s := range w {
		body := strings.TrimSpace(s.Text)
		if body == "" {
			b.WriteString(edge(s.Text))
			continue
		}
		before, after, _ := strings.Cut(s.Text, body)
		text := escape(body, "\n")
		if s.Strong {
			text = "**" + text + "**"
		}
		if s.To != "" {
			text = "[" + text + "](<" + escapeURL(s.To) + ">)"
		}
		b.WriteString(edge(before) + text + edge(after))
	}
	return strings.ReplaceAll(lineEnds().ReplaceAllString(strings.TrimSpace(b.String()), "\n"), "\n", lineEnd)
}

var (
	markup      = strings.NewReplacer(pairs("\\`*_[]<>|~&$")...)
	lineEnds    = pattern(`\s*\n\s*`)
	markOpens   = pattern(`(?m)^([#+=-])`)
	numberOpens = pattern(`(?m)^(\d+)([.)])(\s|$)`)
	htmlAttr    = strings.NewReplacer("&", "&amp;", `"`, "&quot;", "<", "&lt;", "\n", " ")
)

// pattern is a regular expression that is made when it is first wanted.
func pattern(s string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(s) })
}

func pairs(marks string) (out []string) {
	for _, m := range marks {
		out = append(out, string(m), `\`+string(m))
	}
	return out
}

// escape is s with everything escaped that Markdown would take for markup.
func escape(s, lineEnd string) string {
	s = lineEnds().ReplaceAllString(markup.Replace(strings.TrimSpace(clean(s))), "\n")
	s = markOpens().ReplaceAllString(s, `\$1`)
	s = numberOpens().ReplaceAllString(s, `$1\$2$3`)
	return strings.ReplaceAll(s, "\n", lineEnd)
}
