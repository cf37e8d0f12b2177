package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"mappe/checklist"
	"mappe/forms"
	"mappe/internal/page"
	"mappe/locales"
	"mappe/packets"
	"mappe/profile"
)

var listFormats = []string{"text", "md", "html", "json", "pdf"}

func newList(o *options) *cobra.Command {
	x := &listing{options: o}
	c := &cobra.Command{
		Use:   "list PROFILE | --form FORM --blank",
		Short: "the localized checklist",
		Long: `Prints the checklist: what comes out, what to do in which order, which papers
are needed, why, from whom, and which of them are there. Where nothing is to be
filed it prints the steps, the days and the papers to carry.

With --form and --blank it prints the checklist of a form for anybody, without
personal data: every document, and on what it depends.

With --mission it adds, in a group of their own, the things to bring that a Danish
mission or application centre asks for: photos, copies, papers. A file says what
they are, where that was read and on which day. They are the mission's wishes: they
change neither the answer nor the documents.`,
		Example: `  mappe list case.yaml
  mappe list case.yaml --lang da -o tjekliste.pdf
  mappe list --form MF4 --blank --large -o mf4.pdf
  mappe list --form BF2-3/US --blank --mission examples/missions/india.yaml -o bf23.pdf`,
		Args: wants(1),
		RunE: func(_ *cobra.Command, args []string) error { return x.run(append(args, "")[0]) },
	}
	c.Flags().StringVar(&x.format, "format", "", "`how` to print it: text, md, html, json or pdf (default: what the name of the file ends in, else text)")
	c.Flags().StringVarP(&x.out, "output", "o", "", "write to `file` instead of stdout")
	c.Flags().StringVar(&x.form, "form", "", "the `form`: MF4, BF1/US, BF2-3/US or OD2/D")
	c.Flags().BoolVar(&x.blank, "blank", false, "for anybody, without personal data")
	c.Flags().BoolVar(&x.large, "large", false, "in large print; for the format pdf")
	x.house.flags(c)
	return c
}

// listing is one run of list.
type listing struct {
	*options
	format, out, form string
	blank, large      bool
	house             house
	style             packets.Style // its brand
}

func (x *listing) run(path string) (err error) {
	defer locales.Rescue(&err)
	if x.format == "" {
		x.format = formatOf(x.out)
	}
	x.json = x.format == "json"
	switch {
	case !slices.Contains(listFormats, x.format):
		return usage("--format %q is none of text, md, html, json, pdf", x.format)
	case x.large && x.format != "pdf":
		return usage("--large: the format %s has no size of print; give --format pdf, or -o with a name that ends in .pdf", x.format)
	case x.blank != (x.form != "") || x.blank == (path != ""):
		return usage("give either a profile, or --form FORM together with --blank")
	}
	x.sweepFor(x.out)
	if err := x.house.read(x.options, &x.style); err != nil {
		return err
	}
	var w *work
	var d page.Doc
	var data any
	if x.blank {
		w = &work{keep: x.keep}
		w.voice, d, data, err = x.anybody()
	} else if w, err = x.load(path); err == nil {
		d, data = w.voice.List(w.list), w.answer()
	}
	if err != nil {
		return err
	}
	d = w.voice.Branded(d, x.style.Brand)
	var b bytes.Buffer
	if err := x.print(&b, w.voice, d, data); err != nil {
		if !x.blank {
			return fmt.Errorf("%s: %w", w.path, packets.Otherwise(err, w.list.Profile))
		}
		return err
	}
	if toStdout(x.out) {
		if _, err := x.data.Write(b.Bytes()); err != nil {
			return err
		}
	} else if err := w.writeFiles([]output{holding(x.out, b.Bytes())}); err != nil {
		return err
	} else {
		fmt.Fprintln(x.stdout, x.out)
	}
	if !x.blank && w.code() == exitUndecided {
		return &exit{code: exitUndecided}
	}
	return nil
}

// formatOf is the format that the name of a file speaks of.
func formatOf(name string) string {
	switch end := strings.TrimPrefix(strings.ToLower(filepath.Ext(name)), "."); {
	case end == "htm":
		return "html"
	case slices.Contains(listFormats, end):
		return end
	}
	return "text"
}

// print prints the checklist in the format that was asked for.
func (x *listing) print(b *bytes.Buffer, v packets.Voice, d page.Doc, data any) error {
	switch x.format {
	case "md":
		return page.Markdown(b, d)
	case "html":
		return page.HTML(b, d)
	case "json":
		return printJSON(b, data)
	case "pdf":
		pages := func(n, of int) string { return v.Must("ui.page-of", "Page", n, "Of", of) }
		return page.PDF(b, d, page.Options{Large: x.large, Where: "checklist", Pages: pages})
	}
	return page.Text(b, d, 0)
}

// anybody is the blank checklist of a form.
func (x *listing) anybody() (v packets.Voice, d page.Doc, data any, err error) {
	scheme, err := x.scheme()
	if err != nil {
		return v, d, nil, err
	}
	book, err := x.book()
	if err != nil {
		return v, d, nil, err
	}
	on, err := x.day()
	if err != nil {
		return v, d, nil, err
	}
	items, err := checklist.Blank(scheme.ID, on, book)
	if err != nil {
		return v, d, nil, err
	}
	if v, err = x.voice(nil, book); err != nil {
		return v, d, nil, err
	}
	var wishes []checklist.Wish
	var told []forms.Note
	if x.mission != nil {
		if wishes, told, err = x.mission.Blank(scheme, items, on); err != nil {
			return v, d, nil, err
		}
	}
	docs := []Document{}
	for _, it := range items {
		docs = append(docs, Document{ID: it.ID, Number: it.Number, Need: string(it.Need), From: it.From, Text: v.Must("doc." + it.ID), Cite: v.Cite(it.Cite)})
	}
	docs = append(docs, wished(v, x.mission, wishes)...)
	return v, v.BlankAt(v.Blank(scheme.Form, items), x.mission, wishes, told), docs, nil
}

// scheme is the one that ends in the form asked for.
func (x *listing) scheme() (forms.Scheme, error) {
	var names []string
	for _, s := range forms.Schemes {
		if s.Form == x.form {
			return s, nil
		}
		if s.Form != "" {
			names = append(names, s.Form)
		}
	}
	return forms.Scheme{}, usage("--form: unknown form %q; did you mean %q? There are %s", x.form, profile.Nearest(x.form, names), strings.Join(names, ", "))
}
