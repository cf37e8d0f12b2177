package page

import (
	_ "embed"
	"html/template"
	"io"
	"strings"
	"sync"
)

//go:embed page.html
var pageHTML string

var pageTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("page").Funcs(template.FuncMap{
		"clean":   clean,
		"lines":   func(s string) []string { return strings.Split(clean(s), "\n") },
		"kind":    Block.html,
		"table":   chart.table,
		"caption": chart.caption,
		"svg":     drawSVG,
		"sign": func(s State) string {
			return []string{"☐", "☑", "⚠", "➜", "✎", "–"}[min(max(s, Open), Excused)]
		},
		"rtl": writtenLeft,
	}).Parse(pageHTML))
})

// HTML prints d as one page that needs nothing else: no script, no font, no
// picture. It prints on paper as it reads on the screen.
func HTML(w io.Writer, d Doc) error {
	if err := proof(d, false); err != nil {
		return err
	}
	var b strings.Builder
	if err := pageTemplate().Execute(&b, d.groups()); err != nil {
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
