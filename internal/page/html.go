package page

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"sync"

	"mappe/internal/civil"
	"mappe/internal/typeset"
)

//go:embed page.html
var pageHTML string

// pageTemplates print pages from left to right, and from right to left. Each is
// read when the first such page is printed.
var pageTemplates = [2]func() *template.Template{
	sync.OnceValue(func() *template.Template { return newTemplate(false) }),
	sync.OnceValue(func() *template.Template { return newTemplate(true) }),
}

func newTemplate(left bool) *template.Template {
	return template.Must(template.New("page").Funcs(template.FuncMap{
		"clean":   clean,
		"said":    func(s string) template.HTML { return together(clean(s)) },
		"lines":   lines,
		"kind":    Block.html,
		"table":   chart.table,
		"caption": chart.caption,
		"svg":     drawSVG,
		"accent":  func(d Doc) template.CSS { return template.CSS(d.accent().web()) },
		"sign":    State.svg,
		"heed":    heedSVG,
		"rtl":     writtenLeft,
		"airy":    airy,
		"against": func(w Words) string { return against(left, w.runs(left)) },
		"valued": func(s, lang string) valued {
			if lang != "" {
				return valued{s, against(left, writtenLeft(lang))}
			}
			return valued{s, against(left, directed(s))}
		},
		"told":    func(s string) valued { return valued{s, against(left, Plain(s).runs(left))} },
		"address": func(s Span) bool { return left && s.address() },
	}).Parse(pageHTML))
}

// valued is a value, and its direction where it runs against the page.
type valued struct{ Text, Way string }

// together is text for a browser, which breaks lines by itself, and would also
// behind the hyphens of a day in digits.
func together(s string) template.HTML {
	s = typeset.Together(s)
	var b strings.Builder
	done := 0
	for i := 0; i+len("2026-11-22") <= len(s); i++ {
		if day := s[i : i+len("2026-11-22")]; s[i+4] == '-' && isDay(day) {
			from, to := i, i+len(day)
			if from > done && s[from-1] == '(' {
				from--
			}
			if to < len(s) && s[to] == ')' {
				to++
			}
			b.WriteString(template.HTMLEscapeString(s[done:from]) + `<span class="day">` + s[from:to] + `</span>`)
			done, i = to, to-1
		}
	}
	return template.HTML(b.String() + template.HTMLEscapeString(s[done:]))
}

func isDay(s string) bool {
	_, err := civil.Parse(s)
	return err == nil
}

func lines(s string) (all []template.HTML) {
	for line := range strings.SplitSeq(clean(s), "\n") {
		all = append(all, together(line))
	}
	return all
}

// against is the direction of words that run against the page, in HTML; empty
// where they do not.
func against(page, words bool) string {
	switch {
	case page == words:
		return ""
	case words:
		return "rtl"
	}
	return "ltr"
}

// HTML prints d as one page that needs nothing else: no script, no font, no
// picture. It prints on paper as it reads on the screen.
func HTML(w io.Writer, d Doc) error {
	if err := proof(d, false); err != nil {
		return err
	}
	var b strings.Builder
	print := pageTemplates[0]
	if writtenLeft(d.Lang) {
		print = pageTemplates[1]
	}
	if err := print().Execute(&b, d.groups().ranked()); err != nil {
		return err
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// groups is d with neighbouring checks put into one block.
func (d Doc) groups() Doc {
	var out []Block
	for _, b := range d.Blocks {
		c, ok := b.(Check)
		if !ok {
			out = append(out, b)
			continue
		}
		if n := len(out); n > 0 {
			if list, ok := out[n-1].(checks); ok {
				list.All = append(list.All, c)
				out[n-1] = list
				continue
			}
		}
		out = append(out, checks{All: []Check{c}})
	}
	d.Blocks = out
	return d
}

// ranked is a Heading for HTML: Look is the level that it looks like.
type ranked struct {
	Heading
	Look int
}

// ranked is d with headings that leave out no level.
func (d Doc) ranked() Doc {
	level := 0
	d.Blocks = slices.Clone(d.Blocks)
	for i, b := range d.Blocks {
		switch b := b.(type) {
		case Heading:
			level = min(b.rank(), level+1)
			d.Blocks[i] = ranked{Heading{level, b.Text, b.Anchor}, b.rank()}
		case Center:
			level = 1
		}
	}
	return d
}

// svg is the sign of a state. It is hidden from readers that speak: the state
// stands beside it in words.
func (s State) svg() template.HTML {
	class := "sign"
	if s == Follows {
		class = "sign turns" // points to where reading goes
	}
	b := fmt.Appendf(nil, `<svg class="%s" viewBox="0 0 1000 1000" aria-hidden="true">`, class)
	for _, path := range strokes(s) {
		sep := `<path d="M`
		for _, p := range path {
			b = fmt.Appendf(b, "%s%d %d", sep, p[0], p[1])
			sep = "L"
		}
		b = append(b, `"/>`...)
	}
	return template.HTML(append(b, "</svg>"...))
}

// heedSVG is the sign of a box: a warning's or a note's.
func heedSVG(p Paragraph) template.HTML {
	shape := `<circle cx="8" cy="8" r="8" stroke="none"/><path d="M8 7.2V12M8 4v.01" stroke-width="2" stroke-linecap="round"/>`
	if p.Strong {
		shape = `<path d="M8 .5 16 15H0Z" stroke="none"/><path d="M8 5.5V10M8 12.7v.01" stroke-width="2" stroke-linecap="round"/>`
	}
	return template.HTML(`<svg viewBox="0 0 16 16" aria-hidden="true">` + shape + "</svg>")
}
